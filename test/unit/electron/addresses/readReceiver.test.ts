import { describe, expect, test } from 'vitest';
import { readReceiver } from '../../../../electron/addresses/readReceiver.ts';
import { fullDetail } from '../../../../electron/addresses/text/detail.ts';
import { emptyReceiverColumns, type ReceiverColumns } from '../../../../shared/domain/receiverColumns.ts';
import { divisions } from './shippedDivisions.ts';

const read = (columns: Partial<ReceiverColumns>) =>
  readReceiver({ ...emptyReceiverColumns, ...columns }, divisions);
const party = { name: '于洋', phone: '13812345678' };
const levels = { province: '江苏省', city: '南京市', district: '玄武区' };

describe('a receiver in columns', () => {
  test('is taken as it stands when everything fits', () => {
    expect(read({ ...party, ...levels, address: '珠江路1号' })).toMatchObject({
      ...party,
      ...levels,
      town: '',
      detail: '珠江路1号',
      status: 'ok',
      issues: [],
    });
  });

  test.each([
    ['江苏省', '淮安市', '清河区', '清江浦区'],
    ['河北省', '邢台市', '桥西区', '信都区'],
    ['山西省', '长治市', '城区', '潞州区'],
  ])(
    'gets the district of today where another city still has one of the old name: %s%s%s',
    (province, city, old, district) => {
      const reading = read({ ...party, province, city, district: old, address: '解放路12号' });
      expect(reading).toMatchObject({ city, district, status: 'ok', issues: ['old_name_corrected'] });
    },
  );

  test.each([
    '138-1234-5678(微信同号)',
    '13812345678 微信同号',
    '13812345678（微信）',
    '13812345678(同微信)',
  ])('is not asked what 微信 says of the number: %s', (phone) => {
    expect(read({ name: '于洋', phone, ...levels, address: '珠江路1号' })).toMatchObject({
      phone: '13812345678',
      status: 'ok',
    });
  });

  test('is asked about other words beside the number', () => {
    const reading = read({ name: '于洋', phone: '13812345678 晚上联系', ...levels, address: '珠江路1号' });
    expect(reading.issues).toEqual(['leftover_text']);
  });

  test.each([
    ['欧阳静 / 13701230003 / 备用13701230004', '欧阳静', '13701230003', ['13701230004'], 'review'],
    ['（转）邹平 13701230002转3366', '邹平', '13701230002', [], 'ok'],
    ['毛丽丽13701230001', '毛丽丽', '13701230001', [], 'ok'],
    ['姓名：毛丽丽 手机：13701230001', '毛丽丽', '13701230001', [], 'ok'],
  ])(
    'with name and numbers in one cell, %s, is called by the name alone',
    (cell, name, phone, others, status) => {
      const reading = read({ ...levels, name: cell, address: '珠江路1号' });
      expect(reading).toMatchObject({ name, phone, otherPhones: others, status });
    },
  );

  test.each(['王小明（总代理）', '王小明(总代理)', '王芳【老板】'])(
    'the note behind the name in %s stays whole',
    (name) => {
      const reading = read({ ...party, ...levels, name, address: '珠江路1号' });
      expect(reading).toMatchObject({ name, status: 'ok', corrections: [] });
    },
  );

  test('the region repeated inside the address is taken out of it', () => {
    const reading = read({ ...party, ...levels, address: '江苏省南京市玄武区珠江路1号' });
    expect(reading.detail).toBe('珠江路1号');
  });

  test('missing levels are filled when only one fits', () => {
    expect(read({ ...party, district: '玄武区', address: '珠江路1号' })).toMatchObject(levels);
    expect(read({ ...party, region: '江苏 南京', address: '玄武区珠江路1号' })).toMatchObject(levels);
  });

  test('a town column is said once', () => {
    const apart = read({ ...party, ...levels, town: '梅园新村街道', address: '珠江路1号' });
    expect(apart).toMatchObject({ town: '梅园新村街道', detail: '珠江路1号' });
    const twice = read({ ...party, ...levels, town: '梅园新村街道', address: '梅园新村街道珠江路1号' });
    expect(fullDetail(twice)).toBe('梅园新村街道珠江路1号');
  });

  test('columns that contradict each other are a conflict', () => {
    const reading = read({
      ...party,
      province: '广东省',
      city: '杭州市',
      district: '西湖区',
      address: '文三路90号',
    });
    expect(reading.issues).toContain('region_conflict');
    expect(reading.status).toBe('review');
  });

  test.each(['浙江省杭州市西湖区文三路90号', '珠江路1号 浙江省杭州市西湖区文三路90号'])(
    'an address that names another place is a conflict, with both places to choose from: %s',
    (address) => {
      const reading = read({ ...party, ...levels, address });
      expect(reading).toMatchObject({ ...levels, detail: address, status: 'review' });
      expect(reading.issues).toContain('region_conflict');
      expect(reading.confidence.overall).toBeLessThanOrEqual(0.5);
      expect(reading.candidates).toMatchObject([
        { ...levels, reason: 'columns' },
        { province: '浙江省', city: '杭州市', district: '西湖区', reason: 'address' },
      ]);
    },
  );

  test('a change of address written behind the street is offered, each street with its own place', () => {
    const address = '珠江路1号，改发浙江省杭州市西湖区文三路90号';
    const reading = read({ ...party, ...levels, address });
    expect(reading).toMatchObject({ ...levels, detail: address, status: 'review', leftover: '' });
    expect(reading.candidates).toMatchObject([
      { ...levels, detail: '珠江路1号', reason: 'columns' },
      { city: '杭州市', district: '西湖区', detail: '文三路90号', reason: 'address' },
    ]);
  });

  test('a district that is not in its city is a conflict, with every place of that name to choose from', () => {
    const reading = read({ ...party, ...levels, district: '西湖区', address: '文三路90号' });
    expect(reading).toMatchObject({ district: '', detail: '文三路90号', status: 'review' });
    expect(reading.issues).toContain('region_conflict');
    expect(reading.candidates.map(({ city, district }) => `${city}${district}`)).toEqual([
      '南京市',
      '杭州市西湖区',
      '南昌市西湖区',
    ]);
  });

  test('a province that does not hold its city is a conflict with both to choose from', () => {
    const reading = read({
      ...party,
      province: '广东省',
      city: '杭州市',
      district: '西湖区',
      address: '文三路90号',
    });
    expect(reading.candidates.map(({ province }) => province)).toEqual(['浙江省', '广东省']);
    expect(reading.detail).toBe('文三路90号');
  });

  test('columns in the wrong order, abbreviated or all in one say the same', () => {
    const swapped = { province: '南京市', city: '江苏省', district: '玄武区' };
    const short = { province: '江苏', city: '南京', district: '玄武' };
    const one = { province: '江苏省南京市玄武区' };
    for (const cells of [swapped, short, one]) {
      expect(read({ ...party, ...cells, address: '珠江路1号' })).toMatchObject({
        ...levels,
        detail: '珠江路1号',
        status: 'ok',
      });
    }
  });

  test('no legal path is a contradiction to itself, with a street named after another city or without', () => {
    const paths = [...divisions.byCode.values()].filter(({ level }) => level === 'district');
    expect(paths.length).toBeGreaterThan(2_800);
    const contradictory = paths.filter((district) => {
      const city = district.parent?.name ?? '';
      const province = district.parent?.parent?.name ?? '';
      const cells = { province, city: city === '' ? province : city, district: district.name };
      return ['建设街1号', '北京路8号广州大厦1203室'].some((address) =>
        read({ ...party, ...cells, address }).issues.includes('region_conflict'),
      );
    });
    expect(contradictory.map(({ name }) => name)).toEqual([]);
  });

  test('extension from its own column, from the name or from the phone cell', () => {
    expect(read({ ...party, extension: '1234', ...levels, address: '珠江路1号' }).extension).toBe('1234');
    const onName = read({ ...party, name: '于洋[1234]', ...levels, address: '珠江路1号[1234]' });
    expect(onName).toMatchObject({ name: '于洋', extension: '1234', detail: '珠江路1号' });
    expect(read({ ...party, phone: '13812345678转88', ...levels, address: '珠江路1号' }).extension).toBe(
      '88',
    );
  });

  test('the same number in both phone columns is one number', () => {
    expect(read({ ...party, tel: '13812345678', ...levels, address: '珠江路1号' }).otherPhones).toEqual([]);
    expect(read({ ...party, phone: '', tel: '025-83331234', ...levels, address: '珠江路1号' }).phone).toBe(
      '025-83331234',
    );
  });

  test('a phone that slipped into the name or the address is found there', () => {
    const inName = read({ name: '于洋 13812345678转88', ...levels, address: '珠江路1号' });
    expect(inName).toMatchObject({ ...party, extension: '88', status: 'ok' });
    const inAddress = read({ name: '于洋', ...levels, address: '珠江路1号 13812345678' });
    expect(inAddress).toMatchObject({ ...party, detail: '珠江路1号' });
    expect(read({ ...party, ...levels, address: '珠江路1号 13987654321' }).otherPhones).toEqual([
      '13987654321',
    ]);
  });

  test('masked cells are rejected', () => {
    expect(read({ ...party, name: '于*', ...levels, address: '珠江路1号' })).toMatchObject({
      status: 'reject',
    });
    expect(read({ ...party, ...levels, address: '珠江路****' }).issues).toContain('masked');
    expect(read({ ...party, phone: '138****5678', ...levels, address: '珠江路1号' }).issues).toContain(
      'masked',
    );
  });

  test('a phone cell without a phone is told', () => {
    const reading = read({ ...party, phone: '1.38E+10', ...levels, address: '珠江路1号' });
    expect(reading.issues).toContain('phone_invalid');
    expect(reading.status).toBe('reject');
  });

  test('one cell with everything is read like free text', () => {
    expect(read({ oneLine: '于洋 13812345678 江苏省南京市玄武区珠江路1号' })).toMatchObject({
      ...party,
      ...levels,
    });
  });

  test('fillers such as 市辖区 and 其它区 are no divisions', () => {
    const reading = read({
      ...party,
      province: '北京市',
      city: '市辖区',
      district: '朝阳区',
      address: '双桥南路1号',
    });
    expect(reading).toMatchObject({ province: '北京市', city: '北京市', district: '朝阳区', status: 'ok' });
  });
});
