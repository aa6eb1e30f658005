import { describe, expect, it } from 'vitest';
import { findSpelling } from '../../../../../electron/addresses/memory/findSpelling.ts';
import { readReceiver } from '../../../../../electron/addresses/readReceiver.ts';
import type { Party } from '../../../../../shared/domain/party.ts';
import { emptyReceiverColumns, type ReceiverColumns } from '../../../../../shared/domain/receiverColumns.ts';
import { divisions } from '../shippedDivisions.ts';

/** What is learned when a person changes only these fields of our reading. */
function learnt(columns: Partial<ReceiverColumns>, change: Partial<Party>): string {
  const all = { ...emptyReceiverColumns, ...columns };
  const reading = readReceiver(all, divisions);
  const { name, phone, extension, province, city, district, town, detail } = reading;
  const ours = { name, phone, extension, province, city, district, town, detail };
  return findSpelling(all, reading, { ...ours, ...change }, divisions);
}

const person = { name: '林小满', phone: '13912345678' };

describe('a merchant’s own word for a place', () => {
  it('is the region cell that names no division', () => {
    const columns = {
      ...person,
      province: '陕西省',
      city: '西安市',
      district: '高新区',
      address: '科技路8号',
    };
    expect(learnt(columns, { district: '雁塔区' })).toBe('高新区');
  });

  it('is the one word that was cut out of the detail', () => {
    const columns = { ...person, province: '浙江省', city: '杭州市', address: '下沙样板路8号2栋' };
    const { detail } = readReceiver({ ...emptyReceiverColumns, ...columns }, divisions);
    expect(detail).toContain('下沙');
    expect(learnt(columns, { district: '钱塘区', detail: detail.replace('下沙', '') })).toBe('下沙');
  });

  it.each([
    ['nothing of the place was changed', { detail: '样板路9号' }],
    ['more than one word was changed', { district: '雁塔区', detail: '别的路1号' }],
    ['a road was cut out', { district: '雁塔区', detail: '8号' }],
  ])('is not found when %s', (_why, change) => {
    const columns = { ...person, province: '陕西省', city: '西安市', address: '科技路8号' };
    expect(learnt(columns, change)).toBe('');
  });

  it('is never a division of its own, which other cities have too', () => {
    const columns = { ...person, oneLine: '鼓楼区样板路8号' };
    const change = { province: '江苏省', city: '南京市', district: '鼓楼区' };
    expect(learnt(columns, change)).toBe('');
    const cell = { ...person, province: '四川省', city: '成都市', district: '朝阳区', address: '样板路8号' };
    expect(learnt(cell, { province: '四川省', city: '成都市', district: '武侯区' })).toBe('');
  });

  it('is never the name of a person', () => {
    const columns = {
      name: '',
      phone: person.phone,
      province: '陕西省',
      city: '西安市',
      address: '林小满科技路8号',
    };
    const { detail } = readReceiver({ ...emptyReceiverColumns, ...columns }, divisions);
    const change = { name: '林小满', district: '雁塔区', detail: detail.replace('林小满', '') };
    expect(learnt(columns, change)).toBe('');
  });
});
