import { agileWorkbook } from '../../doubles/files/lockedWorkbook.ts';
import type { IntakeCase } from '../intakeCase.ts';
import { joined, li, type Person, qian, receiver, sun, zhao, zhou } from '../people.ts';
import { columns, layOut, utf8, xlsx } from '../sheetBytes.ts';
import { fileOf } from './fileOf.ts';

const split = ({ province, city, district }: Person, keys: readonly string[]) =>
  Object.fromEntries([province, city, district].map((value, index) => [keys[index] ?? '', value]));

const kuaishouHeader = columns(
  '订单号,赠品订单号,订单创建时间,订单支付时间,订单状态,实付款,支付方式,成交数量,买家留言,订单备注,旗帜颜色,售后状态,预售/承诺发货时间,商品名称,商品ID,商品规格,SKU编码,商品单价,渠道,CPS达人ID,团长ID,快赚客ID,收货人姓名,收货人电话,收货地址-省,收货地址-市,收货地址-区,收货地址-街道,收货地址,发货时间,快递公司,快递单号,物流信息,集运类型,直邮类型,仓库名称,实名姓名',
);
const kuaishouRow = (last: number, person: Person, change: Readonly<Record<string, string>>) => ({
  订单号: `250000000000000${last}`,
  订单状态: '待发货',
  成交数量: '1',
  售后状态: '无售后',
  商品名称: '样品绿茶',
  商品规格: '250g',
  渠道: '自营',
  收货人姓名: person.name,
  收货人电话: person.phone,
  ...split(person, ['收货地址-省', '收货地址-市', '收货地址-区']),
  ...change,
});
const kuaishou = xlsx(
  layOut(kuaishouHeader, [
    kuaishouRow(1, zhao, { 收货地址: joined(zhao), 订单备注: '送贺卡', 买家留言: '快' }),
    kuaishouRow(2, qian, { 收货地址: qian.detail }),
    kuaishouRow(3, sun, { 收货地址: sun.detail, 集运类型: '新疆集运' }),
    kuaishouRow(4, li, { 订单状态: '交易成功', 收货地址: li.detail, 物流信息: '已签收，快递员13900000001' }),
  ]),
);

const xhsHeader = columns(
  '订单号,订单状态,售后状态,订单类型,收件人姓名,收件人电话,收件人地址,省,市,区,区域编码,小红书编码,条形码,规格ID,SKU名称,SKU规格,SKU件数,是否为赠品,商品总价(元),支付渠道订单号,sku净重(kg),包裹总净重(kg),快递公司,快递单号,大头笔/Paint Marker,订购人身份证姓名/ID Name,订购人身份证号/ID Number,预售订单开始发货时间,预售订单截止发货时间,承诺发货时间,用户备注,包裹备注标记,包裹备注信息,异常原因,店铺名称,用户编号,商家编码,商品ID,商品名称',
);
const xhsRow = (last: number, person: Person, change: Readonly<Record<string, string>>) => ({
  订单号: `P70000000000000000${last}`,
  订单状态: '待发货',
  售后状态: '无售后',
  收件人姓名: person.name,
  收件人电话: person.phone,
  收件人地址: person.detail,
  ...split(person, ['省', '市', '区']),
  规格ID: 'abc1',
  SKU名称: '样品绿茶',
  SKU规格: '250g',
  SKU件数: '2',
  'sku净重(kg)': '0.25',
  '包裹总净重(kg)': '0.6',
  商家编码: 'TEA-250',
  ...change,
});

const weixinHeader = columns(
  '订单号,订单下单时间,订单发货时间,订单状态,发货方式,收件人姓名,收件人地址,省,市,区,收件人手机,买家备注,商家备注,打标颜色,商品总价,支付时间,交易单号,物流公司,快递单号,带货账号昵称,礼物单号,商品名称,商品编码(平台),商品编码(自定义),SKU编码(自定义),商品属性,商品价格(单件),是否预售,商品数量,商品发货,商品售后,商品已退款金额',
);
const weixinRow = (last: number, person: Person, change: Readonly<Record<string, string>>) => ({
  订单号: `370000000000000000${last}`,
  订单状态: '待发货',
  发货方式: '快递发货',
  收件人姓名: person.name,
  收件人地址: joined(person),
  ...split(person, ['省', '市', '区']),
  收件人手机: person.phone,
  商品名称: '样品绿茶',
  'SKU编码(自定义)': 'TEA-250',
  商品属性: '250g',
  商品数量: '1',
  是否预售: '否',
  商品发货: '待发货',
  商品已退款金额: '0.00',
  ...change,
});

const youzanHeader = columns(
  '订单号,销售渠道,归属店铺,订单类型,订单状态,订单来源,订单创建时间,买家付款时间,付款方式,外部订单号,支付流水号,商品金额合计,运费,订单实付金额,全部商品名称,商品种类数,订单配送方式,收货人省份,收货人城市,收货人地区,详细收货地址/提货地址,收货人/提货人,收货人手机号/提货人手机号,买家备注,订单星级,买家昵称/买家姓名,买家手机号,下单网点,分销员,分销员,订单退款状态,订单已退款金额,商家订单备注,订单风险标签',
);
const youzanRow = (last: number, person: Person, change: Readonly<Record<string, string>>) => ({
  订单号: `E2026010110000000000000${last}`,
  订单状态: '待发货',
  全部商品名称: '样品绿茶',
  订单配送方式: '快递配送',
  ...split(person, ['收货人省份', '收货人城市', '收货人地区']),
  '详细收货地址/提货地址': joined(person),
  '收货人/提货人': person.name,
  '收货人手机号/提货人手机号': `\t${person.phone}`,
  订单退款状态: '——',
  订单已退款金额: '-',
  ...change,
});

const weidianHeader = columns(
  '订单编号,订单状态,商品型号,商品件数,收货人/提货人姓名,收货人/提货人手机号,收货/提货详细地址,下单模板信息,买家留言,卖家备注',
);

export const shopCases: readonly IntakeCase[] = [
  {
    name: 'kuaishou',
    about:
      'address with and without its province in front, consolidation, story of the parcel with a phone number in it',
    files: [{ name: '快手.xlsx', bytes: kuaishou }],
    expected: {
      files: [fileOf('快手.xlsx', 'kuaishou', 'xlsx', 'utf-8', 1, [4, 3, 1, 1, 1], 'kuaishou')],
      attention: [
        '4 2500000000000003 IMPORT_HELD holdFlag',
        '5 2500000000000004 IMPORT_ALREADY_SHIPPED status',
      ],
      orders: [
        {
          no: '2500000000000001',
          state: 'ready',
          ...receiver(zhao),
          sellerRemark: '送贺卡',
          buyerRemark: '快',
        },
        { no: '2500000000000002', state: 'ready', ...receiver(qian), carrier: '' },
        { no: '2500000000000003', state: 'needs-review', ...receiver(sun) },
      ],
    },
  },
  {
    name: 'kuaishou-encrypted',
    about: 'a workbook behind a password says that it needs one',
    files: [
      {
        name: '快手加密.xlsx',
        bytes: agileWorkbook(Buffer.from(kuaishou), 'secret', { hash: 'sha512', keyBits: 256, spins: 100 }),
      },
    ],
    expected: { refused: 'IMPORT_PASSWORD_NEEDED' },
  },
  {
    name: 'xiaohongshu',
    about: 'weight of the whole parcel, identity papers left out, exception, pre-sale that begins later',
    files: [
      {
        name: 'xhs.xlsx',
        bytes: xlsx(
          layOut(xhsHeader, [
            xhsRow(1, zhao, {
              用户备注: '快',
              包裹备注信息: '轻放',
              '订购人身份证号/ID Number': '440000200001010000',
            }),
            xhsRow(2, qian, { 异常原因: '地址超区' }),
            xhsRow(3, sun, { 预售订单开始发货时间: '2026-02-01 00:00:00' }),
            xhsRow(4, li, { 订单状态: '清关中' }),
          ]),
        ),
      },
    ],
    expected: {
      files: [fileOf('xhs.xlsx', 'xiaohongshu', 'xlsx', 'utf-8', 1, [4, 3, 2, 1, 1], 'xiaohongshu')],
      attention: [
        '3 P700000000000000002 IMPORT_HELD closeReason',
        '4 P700000000000000003 IMPORT_SHIP_LATER promiseShipTime',
        '5 P700000000000000004 IMPORT_ORDER_CLOSED status',
      ],
      orders: [
        {
          no: 'P700000000000000001',
          state: 'ready',
          ...receiver(zhao),
          goods: '样品绿茶|250g|TEA-250×2',
          weightGrams: 600,
          buyerRemark: '快',
          sellerRemark: '轻放',
        },
        { no: 'P700000000000000002', state: 'needs-review' },
        { no: 'P700000000000000003', state: 'needs-review' },
      ],
    },
  },
  {
    name: 'weixin',
    about: 'the address before the region and with it; items of one order shipped and refunded one by one',
    files: [
      {
        name: 'weixin.xlsx',
        bytes: xlsx(
          layOut(weixinHeader, [
            weixinRow(1, zhao, {}),
            weixinRow(1, zhao, { 商品名称: '样品马克杯', 'SKU编码(自定义)': 'MUG-W', 商品发货: '已发货' }),
            weixinRow(2, qian, { 商品已退款金额: '3.00' }),
            weixinRow(3, sun, { 订单状态: '礼物待收下' }),
            weixinRow(4, li, { 发货方式: '无需物流' }),
          ]),
        ),
      },
    ],
    expected: {
      files: [fileOf('weixin.xlsx', 'weixin', 'xlsx', 'utf-8', 1, [5, 3, 2, 2, 2], 'weixin')],
      attention: [
        '3 3700000000000000001 IMPORT_ALREADY_SHIPPED shipState',
        '4 3700000000000000002 IMPORT_REFUND_OPEN refundAmount',
        '5 3700000000000000003 IMPORT_ORDER_CLOSED status',
        '6 3700000000000000004 IMPORT_NOT_BY_COURIER delivType',
      ],
      orders: [
        { no: '3700000000000000001', state: 'ready', ...receiver(zhao), goods: '样品绿茶|250g|TEA-250×1' },
        { no: '3700000000000000002', state: 'needs-review' },
        { no: '3700000000000000004', state: 'needs-review' },
      ],
    },
  },
  {
    name: 'youzan',
    about: 'a tab before the phone, the region twice, 分销员 twice, pick-up, a risk label',
    files: [
      {
        name: 'youzan.csv',
        bytes: utf8(
          layOut(youzanHeader, [
            youzanRow(1, zhao, { 买家备注: '快', 商家订单备注: '轻放' }),
            youzanRow(2, qian, { 订单配送方式: '上门自提' }),
            youzanRow(3, sun, { 订单风险标签: '疑似黄牛' }),
            youzanRow(4, li, { 订单状态: '待成团' }),
          ]),
        ),
      },
    ],
    expected: {
      files: [fileOf('youzan.csv', 'youzan', 'csv', 'utf-8', 1, [4, 3, 2, 1, 1], 'youzan')],
      attention: [
        '3 E20260101100000000000002 IMPORT_NOT_BY_COURIER delivType',
        '4 E20260101100000000000003 IMPORT_HELD holdFlag',
        '5 E20260101100000000000004 IMPORT_ORDER_CLOSED status',
      ],
      orders: [
        {
          no: 'E20260101100000000000001',
          state: 'ready',
          ...receiver(zhao),
          buyerRemark: '快',
          sellerRemark: '轻放',
        },
        { no: 'E20260101100000000000002', state: 'needs-review' },
        { no: 'E20260101100000000000003', state: 'needs-review' },
      ],
    },
  },
  {
    name: 'weidian',
    about: 'the sheet excelReport; answers of the order form are a remark',
    files: [
      {
        name: 'weidian.xlsx',
        bytes: xlsx(
          layOut(weidianHeader, [
            {
              订单编号: '800000000000001',
              订单状态: '待发货',
              商品型号: '250g',
              商品件数: '2',
              '收货人/提货人姓名': zhou.name,
              '收货人/提货人手机号': zhou.phone,
              '收货/提货详细地址': joined(zhou),
              下单模板信息: '生日：一月',
              买家留言: '快',
            },
            {
              订单编号: '800000000000002',
              订单状态: '退款中',
              商品型号: '250g',
              商品件数: '1',
              '收货人/提货人姓名': li.name,
              '收货人/提货人手机号': li.phone,
              '收货/提货详细地址': joined(li),
            },
          ]),
          'excelReport',
        ),
      },
    ],
    expected: {
      files: [fileOf('weidian.xlsx', 'weidian', 'xlsx', 'utf-8', 1, [2, 2, 1, 0, 0], 'weidian')],
      attention: ['3 800000000000002 IMPORT_REFUND_OPEN status'],
      orders: [
        {
          no: '800000000000001',
          state: 'ready',
          ...receiver(zhou),
          goods: '|250g|×2',
          buyerRemark: '快；生日：一月',
        },
        { no: '800000000000002', state: 'needs-review' },
      ],
    },
  },
];
