import type { IntakeCase } from '../intakeCase.ts';
import { joined, li, qian, receiver, sun, zhao } from '../people.ts';
import { columns, layOut, workbook, xlsx } from '../sheetBytes.ts';
import { fileOf } from './fileOf.ts';

const sfHeader = columns(
  '用户订单号,寄件公司,联系人,联系电话,寄件地址,收件公司,联系人,联系电话,手机号码,收件详细地址,付款方式,第三方付月结卡号,托寄物内容,托寄物数量,件数,实际重量（KG）,计费重量（KG）,业务类型,是否代收货款,代收货款金额,是否保价,保价金额,是否自取,寄方客户备注,长(cm),宽(cm),高(cm)',
);
const sfRow = (no: string, person: typeof zhao, rest: readonly string[]) => [
  no,
  '样例公司',
  '店家',
  '13900000001',
  '上海市样板路9号',
  '',
  person.name,
  '',
  person.phone,
  joined(person),
  '寄付月结',
  '',
  '样品绿茶',
  '2',
  ...rest,
];

const intlHeader = columns(
  '*客戶訂單號,*寄件方姓名,寄件方手機號,寄件方固定電話,*寄件方詳細地址,*寄件方城市,*寄件方國家/地區,*收件方姓名,收件方手機號,收件方固定電話,*收件方詳細地址,收件方縣/區,*收件方城市,*收件方州/省,*收件方國家/地區,*收件方郵編,收件方公司,*商品名稱,*商品數量,*單位,*商品單價,*包裹總件數,*總重量,長,寬,高,*快件類型,代收貨款金額,保價聲明價值,*付款方式,月結卡號',
);

export const courierCases: readonly IntakeCase[] = [
  {
    name: 'shunfeng',
    about:
      '联系人 and 联系电话 twice (the sender’s first), parcels beside pieces, COD and insured value, to be fetched at the outlet',
    files: [
      {
        name: 'sf.xlsx',
        bytes: xlsx([
          sfHeader,
          sfRow('SF260101001', zhao, [
            '3',
            '1.25',
            '',
            '顺丰标快',
            '是',
            '1,234.50',
            '是',
            '￥300元',
            '否',
            '轻放',
            '',
            '',
            '',
          ]),
          sfRow('SF260101002', qian, ['1', '0.5', '', '顺丰标快', '否', '', '否', '', '是', '', '', '', '']),
        ]),
      },
    ],
    expected: {
      files: [fileOf('sf.xlsx', 'shunfeng', 'xlsx', 'utf-8', 1, [2, 2, 1, 0, 0], 'shunfeng')],
      attention: ['3 SF260101002 IMPORT_HELD holdFlag'],
      orders: [
        {
          no: 'SF260101001',
          state: 'ready',
          ...receiver(zhao),
          parcels: 3,
          goods: '样品绿茶||×2',
          weightGrams: 1250,
          codFen: 123_450,
          insuredFen: 30_000,
          sellerRemark: '轻放',
        },
        { no: 'SF260101002', state: 'needs-review', ...receiver(qian) },
      ],
    },
  },
  {
    name: 'shunfeng-intl',
    about: 'traditional characters, a row of rules under the header',
    files: [
      {
        name: 'intl.xlsx',
        bytes: xlsx([
          ...layOut(intlHeader, [
            {
              '*客戶訂單號': '必填，max=64',
              '*收件方姓名': '必填，max=100',
              '*收件方詳細地址': '必填，max=200',
              '*總重量': '必填',
            },
            {
              '*客戶訂單號': 'HK26010100001',
              '*寄件方姓名': '店家',
              寄件方手機號: '13900000001',
              '*收件方姓名': zhao.name,
              收件方手機號: zhao.phone,
              '*收件方詳細地址': zhao.detail,
              '收件方縣/區': zhao.district,
              '*收件方城市': zhao.city,
              '*收件方州/省': zhao.province,
              '*收件方國家/地區': '中国',
              '*商品名稱': '样品绿茶',
              '*商品數量': '2',
              '*包裹總件數': '2',
              '*總重量': '1.5',
            },
          ]),
        ]),
      },
    ],
    expected: {
      files: [fileOf('intl.xlsx', 'shunfeng-intl', 'xlsx', 'utf-8', 1, [1, 1, 0, 0, 0], 'shunfengIntl')],
      orders: [{ no: 'HK26010100001', state: 'ready', ...receiver(zhao), parcels: 2, goods: '样品绿茶||×2' }],
    },
  },
  {
    name: 'post',
    about: 'the template of the post, where 买家 is the receiver',
    files: [
      {
        name: 'ems.xlsx',
        bytes: xlsx(
          layOut(
            columns(
              '面单号（必填）,发件人（必填）,发件地址（必填）,发件人省（必填）,发件人市（必填）,发件人区（必填）,发件人邮编（必填）,买家姓名（必填）, 买家手机号码（必填）,买家收货省（必填）,买家收货市（必填）,买家收货区（必填）,买家收货地址（必填）,商品名称(必填), 数量（必填）,大头笔（必填）',
            ),
            [
              {
                '发件人（必填）': '店家',
                '买家姓名（必填）': zhao.name,
                '买家手机号码（必填）': zhao.phone,
                '买家收货省（必填）': zhao.province,
                '买家收货市（必填）': zhao.city,
                '买家收货区（必填）': zhao.district,
                '买家收货地址（必填）': zhao.detail,
                '商品名称(必填)': '样品绿茶',
                '数量（必填）': '1',
              },
            ],
          ),
        ),
      },
    ],
    expected: {
      files: [fileOf('ems.xlsx', 'post', 'xlsx', 'utf-8', 1, [1, 1, 0, 0, 0], 'post')],
      attention: [],
      orders: [{ no: '*', state: 'ready', ...receiver(zhao), goods: '样品绿茶||×1' }],
    },
  },
  {
    name: 'jd-logistics',
    about: 'groups in row 1, fields in row 2, data from row 3',
    files: [
      {
        name: 'jdl.xlsx',
        bytes: workbook([
          {
            name: 'Sheet1',
            rows: [
              ['寄件信息', '', '', '', '', '', '收件信息', '', '', '', '', '其他信息', '', '', '', ''],
              columns(
                '寄件人姓名,寄件人手机,寄件人座机,寄件人地址,寄件人公司,发货仓编码,收件人姓名,收件人手机,收件人座机,收件人地址,收件人公司,物品类型,时效产品,温层,面单备注,自定义信息',
              ),
              [
                '店家',
                '13900000001',
                '',
                '上海市样板路9号',
                '',
                'W1',
                qian.name,
                qian.phone,
                '',
                joined(qian),
                '',
                '食品',
                '特惠送',
                '常温',
                '易碎',
                '',
              ],
            ],
            merges: ['A1:F1', 'G1:K1', 'L1:P1'],
          },
        ]),
      },
    ],
    expected: {
      files: [fileOf('jdl.xlsx', 'jd-logistics', 'xlsx', 'utf-8', 2, [1, 1, 0, 0, 0], 'jdLogistics')],
      attention: [],
      orders: [{ no: '*', state: 'ready', ...receiver(qian), sellerRemark: '易碎' }],
    },
  },
  {
    name: 'courier-sheet',
    about: 'an ordinary batch sheet of a courier: pieces are parcels, stars in the header, weight in kg',
    files: [
      {
        name: '批量下单.xlsx',
        bytes: xlsx(
          layOut(
            columns(
              '订单号(选填),收件人姓名*,收件人手机*,收件人座机,收件人地址*,寄件人姓名,寄件人手机,寄件人地址,物品名称,物品重量(kg),件数,备注,保价金额,代收货款',
            ),
            [
              {
                '订单号(选填)': 'K26010101',
                '收件人姓名*': sun.name,
                '收件人手机*': sun.phone,
                '收件人地址*': joined(sun),
                寄件人姓名: '店家',
                物品名称: '样品绿茶',
                '物品重量(kg)': '2.5',
                件数: '2',
                备注: '轻放',
                保价金额: '200',
              },
            ],
          ),
        ),
      },
    ],
    expected: {
      files: [fileOf('批量下单.xlsx', 'courier-sheet', 'xlsx', 'utf-8', 1, [1, 1, 0, 0, 0], 'courierSheet')],
      attention: [],
      orders: [
        {
          no: 'K26010101',
          state: 'ready',
          ...receiver(sun),
          parcels: 2,
          weightGrams: 2500,
          insuredFen: 20_000,
          sellerRemark: '轻放',
        },
      ],
    },
  },
  {
    name: 'outlet-scan',
    about: 'a scan list of an outlet: parcels that have their number already',
    files: [
      {
        name: '扫描.xlsx',
        bytes: xlsx(
          layOut(
            columns(
              '运单号,寄件省份,寄件城市,寄件区县,派件省份,派件城市,派件区县,收件人,手机,重量,收货详细地址',
            ),
            [
              {
                运单号: '78000000000001',
                寄件省份: '上海',
                派件省份: li.province,
                派件城市: li.city,
                派件区县: li.district,
                收件人: li.name,
                手机: li.phone,
                重量: '1.2',
                收货详细地址: li.detail,
              },
            ],
          ),
        ),
      },
    ],
    expected: {
      files: [fileOf('扫描.xlsx', 'outlet-scan', 'xlsx', 'utf-8', 1, [1, 1, 1, 0, 0], 'outletScan')],
      attention: ['0  IMPORT_WEIGHT_UNIT_GUESSED weightGrams', '2 * IMPORT_HAS_WAYBILL waybillNo'],
      orders: [{ no: '*', state: 'needs-review', ...receiver(li), weightGrams: 1200 }],
    },
  },
];
