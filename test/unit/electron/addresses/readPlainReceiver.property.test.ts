import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlainReceiver } from '../../../../electron/addresses/readPlainReceiver.ts';
import { readReceiver, readWholeReceiver } from '../../../../electron/addresses/readReceiver.ts';
import { emptyReceiverColumns, type ReceiverColumns } from '../../../../shared/domain/receiverColumns.ts';
import { divisions } from './shippedDivisions.ts';

const districts = [...new Set(divisions.byCode.values())].filter(({ level }) => level === 'district');
/** Streets that begin with, hold or end on division names, labels and words of a chat. */
const streets =
  '人民路 解放大道 中山北路 北京路 南京东路 西湖大道 朝阳路 工业园一路 高新区科技路 开发区大道 新村 城关村三组 东区 上海城 广州大厦 县府路 镇政府对面 乡道 义乌小商品市场 西安交大 丰巢柜 快递放门卫 寄卖行 收费站 货场路 地区医院 中国银行 中华路 会员大厦 物品街 款式路 科技园1号凉山州盐源县 科技园1号阿克苏地区库车县 科技园1号改寄福田区 科技园1号改寄科技园2号 科技园1栋301改2栋402 科技园1号更正为2号 科技园1号先不要发货 科技园1号等通知再发 科技园1号别发错 科技园1号转到杭州余杭区 科技园1号杭州余杭区'.split(
    ' ',
  );
const doors = [
  '1号',
  '88号阳光花园3栋1204室',
  '12弄5号601',
  '3-2-501',
  'A座1205',
  'B区#12',
  '村5组',
  '100米',
];
const names = ['王伟', '李芳收', '张静丽', '刘强经理', '陈先生', '欧阳村'];

const anyReceiver: fc.Arbitrary<ReceiverColumns> = fc
  .record({
    district: fc.constantFrom(...districts),
    other: fc.constantFrom(...districts),
    isShort: fc.boolean(),
    begins: fc.constantFrom('town', 'other', 'none', 'none'),
    townIndex: fc.nat(),
    street: fc.constantFrom(...streets),
    door: fc.constantFrom(...doors),
    name: fc.constantFrom(...names),
    phone: fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String),
  })
  .map(({ district, other, isShort, begins, townIndex, street, door, name, phone }) => {
    const city = district.parent;
    const province = city?.parent;
    const towns = [...divisions.towns.within(district).keys()];
    const town = towns[townIndex % Math.max(1, towns.length)] ?? '';
    const front = begins === 'town' ? town : begins === 'other' ? other.name : '';
    const cell = (text = '') => (isShort ? text.replace(/[省市区县]$/, '') : text);
    return {
      ...emptyReceiverColumns,
      name,
      phone,
      province: cell(province?.name),
      city: cell(city?.name || (province?.name.endsWith('市') === true ? province.name : '')),
      district: cell(district.name),
      address: `${front}${street}${door}`,
    };
  });

test('the short way answers what the long way answers, for every region and spelling', () => {
  let short = 0;
  let corrected = 0;
  fc.assert(
    fc.property(anyReceiver, (columns) => {
      const plain = readPlainReceiver(columns, divisions, readWholeReceiver);
      if (plain === null) return;
      short++;
      if (plain.corrections.length > 0) corrected++;
      const { spans: _, ...whole } = readWholeReceiver(columns, divisions);
      const { spans: __, ...answered } = readReceiver(columns, divisions);
      expect(answered).toEqual(whole);
    }),
    { seed: 20_261_125, numRuns: 7_500 },
  );
  // Else the test would prove nothing.
  expect(short).toBeGreaterThan(1_500);
  expect(corrected).toBeGreaterThan(500);
});
