import type { IntakeCase } from '../intakeCase.ts';
import { joined, li, qian, receiver, sun, zhao, zhou } from '../people.ts';
import { columns, gb18030, htmlTable, utf8, workbook, xlsx } from '../sheetBytes.ts';
import { fileOf } from './fileOf.ts';

const header = columns('单号,收货人,手机,地址,商品名称,数量,备注');
const row = (no: string, person: typeof zhao, rest: readonly string[] = ['样品绿茶', '1', '']) => [
  no,
  person.name,
  person.phone,
  joined(person),
  ...rest,
];
const two = [row('X0001', zhao), row('X0002', qian)];
const twoReady = [
  { no: 'X0001', state: 'ready' as const, ...receiver(zhao), goods: '样品绿茶||×1' },
  { no: 'X0002', state: 'ready' as const, ...receiver(qian), goods: '样品绿茶||×1' },
];

export const quirkCases: readonly IntakeCase[] = [
  {
    name: 'named-wrongly',
    about: 'an xlsx named .csv and a web page named .xls are what they are inside',
    files: [
      { name: 'orders.csv', bytes: xlsx([header, row('X0001', zhao)]) },
      { name: 'orders.xls', bytes: htmlTable([header, row('X0002', qian)]) },
    ],
    expected: {
      files: [
        fileOf('orders.csv', 'generic', 'xlsx', 'utf-8', 1, [1, 1, 0, 0, 0], 'plain'),
        fileOf('orders.xls', 'generic', 'html', 'utf-8', 1, [1, 1, 0, 0, 0], 'plain'),
      ],
      attention: [],
      orders: twoReady,
    },
  },
  {
    name: 'old-xls',
    about: 'a true xls of Excel 97',
    files: [{ name: 'orders.xls', bytes: workbook([{ name: '订单', rows: [header, ...two] }], 'biff8') }],
    expected: {
      files: [fileOf('orders.xls', 'generic', 'xls', 'utf-16le', 1, [2, 2, 0, 0, 0], 'plain')],
      attention: [],
      orders: twoReady,
    },
  },
  {
    name: 'numbers-damaged',
    about: 'order numbers that went through a spreadsheet as numbers: refused, the whole ones imported',
    files: [
      {
        name: 'damaged.xlsx',
        bytes: workbook([
          {
            name: 'Sheet1',
            rows: [
              ['订单号', '收货人', '手机', '地址'],
              [2100000012345678000, zhao.name, zhao.phone, joined(zhao)],
              ['2.1E+18', qian.name, qian.phone, joined(qian)],
              ['2100000012345678917', sun.name, Number(sun.phone), joined(sun)],
            ],
          },
        ]),
      },
    ],
    expected: {
      files: [fileOf('damaged.xlsx', 'generic', 'xlsx', 'utf-8', 1, [3, 1, 0, 2, 0], 'bare')],
      attention: ['2  IMPORT_NUMBER_DAMAGED orderNo', '3  IMPORT_NUMBER_DAMAGED orderNo'],
      orders: [{ no: '2100000012345678917', state: 'ready', ...receiver(sun) }],
    },
  },
  {
    name: 'numbers-rounded',
    about: 'a csv saved from a spreadsheet that had rounded every order number: refused, never repaired',
    files: [
      {
        name: 'rounded.csv',
        bytes: utf8([
          ['订单号', '收货人', '手机', '地址'],
          ['2100000012345670000', zhao.name, zhao.phone, joined(zhao)],
          ['2100000012345680000', qian.name, qian.phone, joined(qian)],
        ]),
      },
    ],
    expected: {
      files: [fileOf('rounded.csv', 'generic', 'csv', 'utf-8', 1, [2, 0, 0, 2, 0], 'bare')],
      attention: ['2  IMPORT_NUMBER_DAMAGED orderNo', '3  IMPORT_NUMBER_DAMAGED orderNo'],
      orders: [],
    },
  },
  {
    name: 'headers-unknown',
    about: 'column names nobody knows above values that say what they are',
    files: [
      {
        name: 'unknown.csv',
        bytes: gb18030([
          ['甲', '乙', '丙', '丁'],
          ...[zhao, qian, li].map((one) => ['杂项', one.name, one.phone, joined(one)]),
        ]),
      },
    ],
    expected: {
      files: [fileOf('unknown.csv', 'generic', 'csv', 'gb18030', 1, [3, 3, 0, 0, 0], 'unknownHeaders')],
      attention: ['0  IMPORT_GOODS_UNREAD items'],
      orders: [zhao, qian, li].map((one) => ({ no: '*', state: 'ready' as const, ...receiver(one) })),
    },
  },
  {
    name: 'headerless-split',
    about: 'no header at all, the region in three columns',
    files: [
      {
        name: 'plain.csv',
        bytes: utf8(
          [zhao, qian, zhou].map((one) => [
            one.name,
            one.phone,
            one.province,
            one.city,
            one.district,
            one.detail,
          ]),
        ),
      },
    ],
    expected: {
      files: [fileOf('plain.csv', 'generic', 'csv', 'utf-8', 0, [3, 3, 0, 0, 0], 'headerless')],
      attention: [],
      orders: [zhao, qian, zhou].map((one) => ({ no: '*', state: 'ready' as const, ...receiver(one) })),
    },
  },
  {
    name: 'one-cell',
    about: 'name, phone and address in one cell',
    files: [
      {
        name: 'lines.csv',
        bytes: utf8([zhao, qian].map((one) => [`${one.name} ${one.phone} ${joined(one)}`])),
      },
    ],
    expected: {
      files: [fileOf('lines.csv', 'generic', 'csv', 'utf-8', 0, [2, 2, 0, 0, 0], 'oneCell')],
      attention: [],
      orders: [zhao, qian].map((one) => ({ no: '*', state: 'ready' as const, ...receiver(one) })),
    },
  },
  {
    name: 'totals-and-blanks',
    about: 'blank rows, a header once more, a total, an example row, a cell that looks like a formula',
    files: [
      {
        name: 'sheet.csv',
        bytes: utf8([
          header,
          ['示例', '张三', '13900000000', '某省某市', '示例商品', '1', ''],
          row('X0001', zhao, ['=cmd|calc', '1', '']),
          ['', '', '', '', '', '', ''],
          header,
          row('X0002', qian),
          ['合计', '', '', '', '', '2', ''],
        ]),
      },
    ],
    expected: {
      files: [fileOf('sheet.csv', 'generic', 'csv', 'utf-8', 1, [2, 2, 0, 0, 0], 'plain')],
      attention: [],
      orders: [
        { no: 'X0001', state: 'ready', goods: '=cmd|calc||×1' },
        { no: 'X0002', state: 'ready' },
      ],
    },
  },
  {
    name: 'meaning',
    about:
      'unknown status, ambiguous date, weights a thousand times off, rows of one order that disagree, no phone and no address',
    files: [
      {
        name: 'meaning.csv',
        bytes: utf8([
          columns('订单号,收货人,手机,地址,订单状态,承诺发货时间,重量(kg),代收货款'),
          ['Y0001', zhao.name, zhao.phone, joined(zhao), '待发货', '2026-01-09', '0.5', ''],
          ['Y0002', qian.name, qian.phone, joined(qian), '等待质检', '', '0.4', ''],
          ['Y0003', sun.name, sun.phone, joined(sun), '待发货', '03/04/2026', '0.6', ''],
          ['Y0004', li.name, li.phone, joined(li), '待发货', '', '500', ''],
          ['Y0005', zhou.name, zhou.phone, joined(zhou), '待发货', '', '1斤', ''],
          ['Y0006', zhou.name, zhou.phone, joined(zhou), '待发货', '', '1lb', ''],
          ['Y0007', zhao.name, zhao.phone, joined(zhao), '待发货', '', '', '30'],
          ['Y0007', zhao.name, qian.phone, joined(zhao), '待发货', '', '', '35'],
          ['Y0008', zhao.name, '', '', '待发货', '', '', ''],
        ]),
      },
    ],
    expected: {
      files: [fileOf('meaning.csv', 'generic', 'csv', 'utf-8', 1, [9, 7, 4, 1, 0], 'meaning')],
      attention: [
        '3 Y0002 IMPORT_STATUS_UNKNOWN status',
        '4 Y0003 IMPORT_DATE_AMBIGUOUS promiseShipTime',
        '5 Y0004 IMPORT_WEIGHT_OUTLIER weightGrams',
        '8 Y0007 IMPORT_ROWS_DIFFER phone',
        '10 Y0008 IMPORT_ROW_NO_RECEIVER phone',
      ],
      orders: [
        { no: 'Y0001', state: 'ready', weightGrams: 500 },
        { no: 'Y0002', state: 'needs-review' },
        { no: 'Y0003', state: 'needs-review' },
        { no: 'Y0004', state: 'needs-review', weightGrams: 500_000 },
        { no: 'Y0005', state: 'ready', weightGrams: 500 },
        { no: 'Y0006', state: 'ready', weightGrams: 454 },
        { no: 'Y0007', state: 'needs-review', codFen: 3500 },
      ],
    },
  },
];
