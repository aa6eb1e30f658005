import type { IntakeCase } from '../intakeCase.ts';
import { joined, li, qian, receiver, sun, zhao, zhou } from '../people.ts';
import { columns, gb18030, layOut, workbook, xlsx } from '../sheetBytes.ts';
import { fileOf } from './fileOf.ts';

const aliHeader = columns(
  '订单编号,买家公司名,买家会员名,卖家公司名,卖家会员名,货品总价(元),运费(元),涨价或折扣(元),实付款(元),订单状态,订单创建时间,订单付款时间,发货方,收货人姓名,收货地址,邮编,联系电话,联系手机,货品标题,单价(元),数量,单位,货号,型号,Offer ID,SKU ID,物料编号,单品货号,货品种类,买家留言,物流公司,运单号',
);
const aliOrder = {
  买家会员名: 'buyer1',
  卖家会员名: 'seller1',
  '货品总价(元)': '100.00',
  订单状态: '等待卖家发货',
};
const aliReceiver = (person: typeof zhao) => ({
  收货人姓名: person.name,
  收货地址: `${person.province} ${person.city} ${person.district} ${person.detail}`,
  联系手机: person.phone,
});

const jstHeader = columns(
  '订单号,线上订单号,店铺编号,店铺,买家账号,下单时间,付款日期,发货日期,应付金额,已付金额,抵扣金额,运费,状态,店铺状态,异常类型,快递公司,快递单号,收货人姓名,省份,城市,区县,街道,地址,手机,固话,订单类型,买家留言,订单备注,发货仓,标签,支付单号,平台站点,子订单编号,原始线上订单号,款号,商品编码,商品名称,颜色及规格,数量,商品单价,商品金额,是否赠品,子订单状态,成本价,申请退货数量,实退数量,订单退款金额',
);
const jstRow = (last: number, person: typeof zhao, change: Readonly<Record<string, string>>) => ({
  订单号: `="1000000${last}"`,
  线上订单号: `="21000000000000000${last}0"`,
  原始线上订单号: `="21000000000000000${last}0"`,
  店铺: '样例旗舰店',
  状态: '发货中',
  收货人姓名: person.name,
  省份: person.province,
  城市: person.city,
  区县: person.district,
  地址: person.detail,
  手机: person.phone,
  商品编码: 'TEA-250',
  商品名称: '样品绿茶',
  颜色及规格: '250g',
  数量: '1',
  ...change,
});

const wdtHeader = columns(
  '订单编号,店铺,订单来源,仓库,原始单号,原始子单号,订单状态,订单类型,货到付款,订单退款状态,订单明细退款状态,交易时间,付款时间,客户网名,收件人,省市县,地址,手机,电话,邮编,区域,物流公司,物流单号,买家留言,客服备注,打印备注,客服标旗,应收金额,货到付款金额,预估重量,发票抬头,商家编码,货品编号,货品名称,规格名称,数量,平台货品名称,组合装编码,最晚发货时间,客户编号',
);
const wdtRow = (last: number, person: typeof zhao, change: Readonly<Record<string, string>>) => ({
  订单编号: `JY20260101000${last}`,
  原始单号: `21000000000000001${last}0`,
  订单状态: '已审核',
  货到付款: '否',
  客户网名: 't***1',
  收件人: person.name,
  省市县: `${person.province} ${person.city} ${person.district}`,
  地址: person.detail,
  手机: person.phone,
  商家编码: 'TEA-250',
  货品名称: '样品绿茶',
  规格名称: '250g',
  数量: '1',
  预估重量: '0.5',
  ...change,
});

export const tradeCases: readonly IntakeCase[] = [
  {
    name: 'alibaba1688',
    about:
      'cells of the order merged over three items; landline blank, mobile filled; an unmerged blank stays blank',
    files: [
      {
        name: '1688.xlsx',
        bytes: workbook([
          {
            name: 'Sheet0',
            rows: layOut(aliHeader, [
              {
                ...aliOrder,
                订单编号: '2200000000000000001',
                ...aliReceiver(zhao),
                货品标题: '样品绿茶',
                数量: '2',
                单品货号: 'TEA-250',
              },
              { 货品标题: '样品马克杯', 数量: '1', 单品货号: 'MUG-W' },
              { 货品标题: '样品笔记本', 数量: '3', 单品货号: 'NOTE-A5' },
              {
                ...aliOrder,
                买家会员名: 'buyer2',
                订单编号: '2200000000000000002',
                ...aliReceiver(qian),
                货品标题: '样品绿茶',
                数量: '1',
              },
            ]),
            merges: ['A2:A4', 'C2:C4', 'E2:E4', 'J2:J4', 'N2:N4', 'O2:O4', 'R2:R4'],
          },
        ]),
      },
    ],
    expected: {
      files: [fileOf('1688.xlsx', 'alibaba1688', 'xlsx', 'utf-8', 1, [4, 2, 0, 0, 0], 'alibaba1688')],
      attention: [],
      orders: [
        {
          no: '2200000000000000001',
          state: 'ready',
          ...receiver(zhao),
          goods: '样品绿茶||TEA-250×2; 样品马克杯||MUG-W×1; 样品笔记本||NOTE-A5×3',
        },
        { no: '2200000000000000002', state: 'ready', ...receiver(qian) },
      ],
    },
  },
  {
    name: 'alibaba1688-bought',
    about: 'the same layout for goods bought: one buyer, several sellers',
    files: [
      {
        name: '已买到.xlsx',
        bytes: xlsx(
          layOut(aliHeader, [
            {
              ...aliOrder,
              订单编号: '2200000000000000011',
              卖家会员名: 's1',
              ...aliReceiver(zhao),
              货品标题: '样品绿茶',
              数量: '1',
            },
            {
              ...aliOrder,
              订单编号: '2200000000000000012',
              卖家会员名: 's2',
              ...aliReceiver(qian),
              货品标题: '样品绿茶',
              数量: '1',
            },
          ]),
        ),
      },
    ],
    expected: {
      files: [fileOf('已买到.xlsx', 'alibaba1688', 'xlsx', 'utf-8', 1, [2, 2, 0, 0, 0], 'alibaba1688')],
      attention: ['0  IMPORT_PURCHASE_LIST '],
      orders: [
        { no: '2200000000000000011', state: 'ready' },
        { no: '2200000000000000012', state: 'ready' },
      ],
    },
  },
  {
    name: 'jushuitan',
    about:
      'a title row above the header, ="…" numbers, the platform’s number beside the ERP’s, two equal rows are asked about, exception, a user id for a name',
    files: [
      {
        name: 'jst.csv',
        bytes: gb18030([
          ['名称：订单导出'],
          ...layOut(jstHeader, [
            jstRow(1, zhao, { 订单备注: '轻放' }),
            jstRow(1, zhao, { 订单备注: '轻放' }),
            jstRow(2, qian, { 状态: '异常', 异常类型: '缺货' }),
            jstRow(3, sun, { 收货人姓名: '209:AbCdEf012345' }),
            jstRow(4, li, { 状态: '已付款待审核' }),
            jstRow(5, zhou, { 状态: '被合并' }),
          ]),
        ]),
      },
    ],
    expected: {
      files: [fileOf('jst.csv', 'jushuitan', 'csv', 'gb18030', 2, [6, 3, 3, 2, 2], 'jushuitan')],
      attention: [
        '3 2100000000000000010 IMPORT_ROWS_REPEATED items',
        '5 2100000000000000020 IMPORT_ORDER_CLOSED status',
        '6 2100000000000000030 IMPORT_RECEIVER_USER_ID name',
        '7 2100000000000000040 IMPORT_STATUS_WAITING status',
        '8 2100000000000000050 IMPORT_ORDER_CLOSED status',
      ],
      orders: [
        {
          no: '2100000000000000010',
          state: 'needs-review',
          ...receiver(zhao),
          goods: '样品绿茶|250g|TEA-250×1; 样品绿茶|250g|TEA-250×1',
          sellerRemark: '轻放',
          shop: '样例旗舰店',
        },
        { no: '2100000000000000030', state: 'needs-review' },
        { no: '2100000000000000040', state: 'needs-review', ...receiver(li) },
      ],
    },
  },
  {
    name: 'wangdiantong',
    about: 'one ERP order of two platform orders, cash on delivery, weights without a unit',
    files: [
      {
        name: 'wdt.xlsx',
        bytes: xlsx(
          layOut(wdtHeader, [
            wdtRow(1, zhao, { 原始单号: '2100000000000000110,2100000000000000111', 货到付款金额: '25.50' }),
            wdtRow(2, qian, { 客服备注: '送贺卡', 打印备注: '易碎' }),
            wdtRow(3, sun, { 订单状态: '待客审' }),
            wdtRow(4, li, { 订单状态: '已取消' }),
          ]),
        ),
      },
    ],
    expected: {
      files: [fileOf('wdt.xlsx', 'wangdiantong', 'xlsx', 'utf-8', 1, [4, 3, 1, 1, 1], 'wangdiantong')],
      attention: [
        '0  IMPORT_WEIGHT_UNIT_GUESSED weightGrams',
        '4 2100000000000000130 IMPORT_STATUS_WAITING status',
        '5 2100000000000000140 IMPORT_ORDER_CLOSED status',
      ],
      orders: [
        {
          no: '2100000000000000110,2100000000000000111',
          state: 'ready',
          ...receiver(zhao),
          codFen: 2550,
          weightGrams: 500,
        },
        { no: '2100000000000000120', state: 'ready', ...receiver(qian), sellerRemark: '送贺卡；易碎' },
        { no: '2100000000000000130', state: 'needs-review' },
      ],
    },
  },
  {
    name: 'oms-two-sheets',
    about: 'receivers in one sheet, goods in another, joined by the platform’s number',
    files: [
      {
        name: 'oms.xlsx',
        bytes: workbook([
          {
            name: '订单商品信息',
            rows: layOut(columns('平台单号,商品编码,商品名称,规格,数量'), [
              {
                平台单号: '2100000000000000201',
                商品编码: 'TEA-250',
                商品名称: '样品绿茶',
                规格: '250g',
                数量: '2',
              },
              {
                平台单号: '2100000000000000202',
                商品编码: 'MUG-W',
                商品名称: '样品马克杯',
                规格: '白',
                数量: '1',
              },
              {
                平台单号: '2100000000000000201',
                商品编码: 'NOTE-A5',
                商品名称: '样品笔记本',
                规格: 'A5',
                数量: '1',
              },
            ]),
          },
          {
            name: '订单包裹信息',
            rows: layOut(
              columns(
                '平台单号,平台名称,店铺名称,交易状态,下单时间,支付时间,是否货到付款,会员昵称,卖家留言,买家留言,商家留言,应收金额,收件人,电话,收件地址,省,市,区,邮编',
              ),
              [zhao, qian].map((person, index) => ({
                平台单号: `210000000000000020${index + 1}`,
                平台名称: '淘宝',
                交易状态: '等待卖家发货',
                商家留言: '轻放',
                买家留言: '快',
                收件人: person.name,
                电话: person.phone,
                收件地址: person.detail,
                省: person.province,
                市: person.city,
                区: person.district,
              })),
            ),
          },
        ]),
      },
    ],
    expected: {
      files: [fileOf('oms.xlsx', 'oms', 'xlsx', 'utf-8', 1, [2, 2, 0, 0, 0], 'oms')],
      attention: [],
      orders: [
        {
          no: '2100000000000000201',
          state: 'ready',
          ...receiver(zhao),
          goods: '样品绿茶|250g|TEA-250×2; 样品笔记本|A5|NOTE-A5×1',
          buyerRemark: '快',
          sellerRemark: '轻放',
        },
        { no: '2100000000000000202', state: 'ready', ...receiver(qian), goods: '样品马克杯|白|MUG-W×1' },
      ],
    },
  },
  {
    name: 'crmeb',
    about: '发货地址 is the receiver’s here, quantity and price in one cell',
    files: [
      {
        name: 'crmeb.xlsx',
        bytes: xlsx(
          layOut(
            columns(
              '订单ID,订单编号,物流公司,物流编码,物流单号,发货地址,收货人姓名,收货人电话,订单实付金额,商品数量*售价,商品ID,商品名称,商品规格,商家备注,订单成交时间',
            ),
            [
              {
                订单ID: '17',
                订单编号: 'wx260101000001',
                发货地址: joined(zhao),
                收货人姓名: zhao.name,
                收货人电话: zhao.phone,
                '商品数量*售价': '2*19.90',
                商品名称: '样品绿茶',
                商品规格: '250g',
              },
            ],
          ),
        ),
      },
    ],
    expected: {
      files: [fileOf('crmeb.xlsx', 'crmeb', 'xlsx', 'utf-8', 1, [1, 1, 0, 0, 0], 'crmeb')],
      attention: [],
      orders: [{ no: 'wx260101000001', state: 'ready', ...receiver(zhao), goods: '样品绿茶|250g|×2' }],
    },
  },
];
