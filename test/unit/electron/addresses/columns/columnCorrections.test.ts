import { describe, expect, test } from 'vitest';
import { readMarkedReceiver, readReceiver } from '../../../../../electron/addresses/readReceiver.ts';
import { emptyReceiverColumns, type ReceiverColumns } from '../../../../../shared/domain/receiverColumns.ts';
import { divisions } from '../shippedDivisions.ts';

const party = { name: '于洋', phone: '13812345678' };
const levels = { province: '江苏省', city: '南京市', district: '玄武区' };
const whole = { ...emptyReceiverColumns, ...party, ...levels, address: '珠江路1号' };
const read = (columns: Partial<ReceiverColumns>) => readReceiver({ ...whole, ...columns }, divisions);
const changes = (columns: Partial<ReceiverColumns>) =>
  read(columns).corrections.map(({ field, from, to, reason }) => [field, from, to, reason]);

describe('what a reading of columns changes is told', () => {
  test('nothing when everything stands', () => {
    expect(changes({})).toEqual([]);
    expect(changes({ address: '珠江路1号（东门），2楼—201 A座' })).toEqual([]);
  });

  test.each([
    ['江苏省南京市玄武区珠江路1号', '江苏省南京市玄武区'],
    ['江苏 南京 玄武区 珠江路1号', '江苏 南京 玄武区'],
    ['玄武区珠江路1号', '玄武区'],
    ['珠江路1号 江苏省南京市玄武区', '江苏省南京市玄武区'],
  ])('a region said again in the address: %s', (address, from) => {
    expect(read({ address }).detail).toBe('珠江路1号');
    expect(changes({ address })).toEqual([['detail', from, '', 'repeated']]);
  });

  test('an address that begins higher than the columns do', () => {
    for (const cells of [{ district: '玄武区' }, { city: '南京市', district: '玄武区' }]) {
      const columns = { province: '', city: '', ...cells, address: '江苏省南京市玄武区珠江路1号' };
      expect(read(columns)).toMatchObject({ ...levels, detail: '珠江路1号', status: 'ok' });
      expect(changes(columns)).toEqual([['detail', Object.values(cells).join(''), '', 'repeated']]);
    }
    const other = { province: '', city: '', address: '鼓楼区中山路玄武区对面' };
    expect(read(other).issues).not.toEqual([]);
  });

  test('a town said in its column and in the address', () => {
    const town = '梅园新村街道';
    expect(changes({ town })).toEqual([]);
    expect(changes({ town, address: `${town}珠江路1号` })).toEqual([['detail', town, '', 'repeated']]);
  });

  test('short, old, traditional and other names', () => {
    expect(changes({ province: '江苏', city: '南京', district: '玄武' })).toEqual([
      ['province', '江苏', '江苏省', 'short-name'],
      ['city', '南京', '南京市', 'short-name'],
      ['district', '玄武', '玄武区', 'short-name'],
    ]);
    const old = { province: '上海市', city: '上海市', district: '闸北区', address: '天目西路1号' };
    expect(changes(old)).toEqual([['district', '闸北区', '静安区', 'merged:2015']]);
    expect(changes({ district: '玄武區' })).toEqual([['district', '玄武區', '玄武区', 'traditional']]);
    const banner = { province: '内蒙古自治区', city: '呼伦贝尔市', district: '鄂温克旗' };
    expect(changes(banner)).toEqual([['district', '鄂温克旗', '鄂温克族自治旗', 'alias']]);
  });

  test('levels that were filled, fillers that were replaced, columns that were swapped', () => {
    expect(changes({ province: '', city: '' })).toEqual([
      ['province', '', '江苏省', 'filled-from-child'],
      ['city', '', '南京市', 'filled-from-child'],
    ]);
    const capital = { province: '北京市', city: '市辖区', district: '朝阳区', address: '双桥南路1号' };
    expect(changes(capital)).toEqual([['city', '市辖区', '北京市', 'filler']]);
    expect(changes({ province: '南京市', city: '江苏省' })).toEqual([
      ['province', '南京市', '江苏省', 'other-column'],
      ['city', '江苏省', '南京市', 'other-column'],
    ]);
    expect(changes({ province: '江苏省南京市玄武区', city: '', district: '' })).toEqual([]);
  });

  test('characters no label prints', () => {
    expect(read({ address: '珠江路１２号😊' }).detail).toBe('珠江路12号');
    expect(changes({ address: '珠江路１２号😊' })).toEqual([
      ['detail', '１２', '12', 'characters'],
      ['detail', '😊', '', 'characters'],
    ]);
    expect(changes({ address: '珠江\u200b路1号\u0007' })).toEqual([
      ['detail', 'U+200B', '', 'characters'],
      ['detail', 'U+0007', '', 'characters'],
    ]);
    expect(read({ name: '于洋🌹' }).name).toBe('于洋');
    expect(changes({ name: '于洋🌹' })).toEqual([['name', '🌹', '', 'characters']]);
  });

  test('a name that shared its cell, a number in another form', () => {
    expect(changes({ name: '于洋（收）' })).toEqual([['name', '于洋（收）', '于洋', 'name-only']]);
    expect(changes({ name: '于洋[1234]' })).toEqual([['name', '于洋[1234]', '于洋', 'name-only']]);
    expect(changes({ phone: '+86 138-1234-5678' })).toEqual([
      ['phone', '+86 138-1234-5678', '13812345678', 'phone-form'],
    ]);
  });

  test('nothing of a region that is still in conflict', () => {
    const conflict = read({ address: '浙江省杭州市西湖区文三路90号' });
    expect(conflict.issues).toContain('region_conflict');
    expect(conflict.corrections).toEqual([]);
  });
});

describe('a cell for the phone', () => {
  test.each([
    ['13812345678', '13812345678', ''],
    ['013812345678', '13812345678', ''],
    ['025-83331234', '025-83331234', ''],
    ['400 617 1205', '400-617-1205', ''],
    ['18412345678转7839', '18412345678', '7839'],
    ['025-83331234-801', '025-83331234', '801'],
  ])('takes mobile, landline, service and virtual numbers: %s', (phone, number, extension) => {
    const reading = read({ phone });
    expect(reading).toMatchObject({ phone: number, extension, leftover: '' });
    expect(reading.issues).not.toContain('phone_invalid');
  });

  test.each(['1.38E+10', '12345', '10012345678', '1381234567', '138123456789', '没有电话', 'abcdefgh'])(
    'rejects what is none of them, and keeps it: %s',
    (phone) => {
      const reading = read({ phone });
      expect(reading).toMatchObject({ phone: '', status: 'reject' });
      expect(reading.issues).toContain('phone_invalid');
      expect(reading.leftover.replace(/\s/g, '')).toContain(phone.replace('+', ''));
    },
  );

  test.each([
    '13812345678/13987654321',
    '13812345678 13987654321',
    '1381234567813987654321',
    '13812345678或13987654321',
  ])('with two numbers keeps both: %s', (phone) => {
    const reading = read({ phone });
    expect(reading).toMatchObject({ phone: '13812345678', otherPhones: ['13987654321'], leftover: '' });
    expect(reading.issues).toContain('two_phones');
  });

  test('a landline without its area code is incomplete on the mainland and right in Hong Kong', () => {
    expect(read({ phone: '83331234' })).toMatchObject({ phone: '83331234', status: 'review' });
    expect(read({ phone: '83331234' }).issues).toContain('phone_invalid');
    const island = {
      province: '香港特别行政区',
      city: '香港岛',
      district: '中西区',
      address: '皇后大道中1号',
    };
    expect(read({ ...island, phone: '61234567' }).issues).not.toContain('phone_invalid');
  });

  test('an extension in a cell of its own belongs to a number that stands in the address', () => {
    const address = '珠江路1号 13987654321';
    expect(read({ phone: '', extension: '7839', address })).toMatchObject({
      phone: '13987654321',
      extension: '7839',
      detail: '珠江路1号',
      issues: ['extension_present'],
    });
    expect(read({ phone: '', extension: '7839' })).toMatchObject({ extension: '', leftover: '7839' });
  });

  test('words beside the number are left over, labels are not', () => {
    expect(read({ phone: '13812345678 王先生' })).toMatchObject({ phone: '13812345678', leftover: '王先生' });
    expect(read({ phone: '手机：13812345678' })).toMatchObject({ leftover: '', status: 'ok' });
    expect(read({ phone: '', tel: '' }).issues).toContain('missing_phone');
    expect(read({ phone: '无', tel: '-' }).issues).toEqual(['missing_phone']);
    expect(read({ phone: '****' }).issues).toContain('masked');
  });
});

describe('the pieces of the cells', () => {
  const pieces = (columns: Partial<ReceiverColumns>) => {
    const all = { ...whole, ...columns };
    return Object.fromEntries(
      [...readMarkedReceiver(all, divisions).cells].map(([column, spans]) => [
        column,
        spans.map(({ field, start, end }) => `${field}:${all[column].trim().slice(start, end)}`),
      ]),
    );
  };

  test('say what each became', () => {
    expect(
      pieces({
        name: ' 于洋 [1234]',
        address: ' 江苏省玄武区珠江路1号[1234]二楼 ',
        phone: '138 1234 5678/025-83331234',
      }),
    ).toEqual({
      province: ['province:江苏省'],
      city: ['city:南京市'],
      district: ['district:玄武区'],
      address: ['province:江苏省', 'district:玄武区', 'detail:珠江路1号', 'extension:[1234]', 'detail:二楼'],
      phone: ['phone:138 1234 5678', 'otherPhone:025-83331234'],
      name: ['name:于洋', 'extension:[1234]'],
    });
  });

  test('are read with the other cells in mind, not alone', () => {
    // Alone 朝阳路 could be of 朝阳, 于洋 a name in front of a street.
    expect(pieces({ address: '朝阳路8号于洋商店' }).address).toEqual(['detail:朝阳路8号于洋商店']);
    expect(pieces({ province: '南京市', city: '江苏省' })).toMatchObject({
      province: ['city:南京市'],
      city: ['province:江苏省'],
    });
  });

  test('in a conflict are what each cell claims', () => {
    expect(pieces({ address: '浙江省杭州市西湖区文三路90号' })).toMatchObject({
      district: ['district:玄武区'],
      address: ['detail:浙江省杭州市西湖区文三路90号'],
    });
  });
});
