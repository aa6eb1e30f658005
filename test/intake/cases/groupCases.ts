import type { IntakeCase } from '../intakeCase.ts';
import { joined, li, qian, receiver, sun, zhao } from '../people.ts';
import { columns, layOut, xlsx } from '../sheetBytes.ts';
import { fileOf } from './fileOf.ts';

const header = columns(
  '跟团号,下单人,团员备注,支付时间,团长备注,商品,数量,订单金额,退款金额,订单状态,自提点,收货人,联系电话,详细地址',
);
const row = (no: string, person: typeof zhao, change: Readonly<Record<string, string>>) => ({
  跟团号: no,
  下单人: '微信用户',
  支付时间: '2026-01-01 10:00:00',
  商品: '样品红薯',
  数量: '1',
  订单金额: '19.90',
  退款金额: '0',
  订单状态: '已支付',
  收货人: person.name,
  联系电话: person.phone,
  详细地址: joined(person),
  ...change,
});

/** Group buying in WeChat. */
export const groupCases: readonly IntakeCase[] = [
  {
    name: 'kuaituantuan',
    about:
      'a title above, the number in the group, two rows of one member, paid means to be shipped, a refund, fetched by the member',
    files: [
      {
        name: '跟团订单.xlsx',
        bytes: xlsx([
          ['团购名称：样品红薯'],
          ...layOut(header, [
            row('1', zhao, { 团员备注: '送前打电话' }),
            row('2', qian, { 数量: '2' }),
            row('2', qian, { 商品: '样品山药' }),
            row('3', sun, { 订单状态: '已退款', 退款金额: '19.90' }),
            row('4', li, { 自提点: '样板小区南门' }),
          ]),
        ]),
      },
    ],
    expected: {
      files: [fileOf('跟团订单.xlsx', 'kuaituantuan', 'xlsx', 'utf-8', 2, [5, 3, 1, 1, 1], 'kuaituantuan')],
      attention: ['6 3 IMPORT_REFUNDED status', '7 4 IMPORT_NOT_BY_COURIER holdFlag'],
      orders: [
        { no: '1', state: 'ready', ...receiver(zhao), goods: '样品红薯||×1', buyerRemark: '送前打电话' },
        { no: '2', state: 'ready', ...receiver(qian), goods: '样品红薯||×2; 样品山药||×1' },
        { no: '4', state: 'needs-review' },
      ],
    },
  },
];
