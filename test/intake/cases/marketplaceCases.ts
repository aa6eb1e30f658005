import type { IntakeCase } from '../intakeCase.ts';
import { joined, li, qian, receiver, sun, zhao, zhou } from '../people.ts';
import { columns, gb18030, layOut, utf8, xlsx } from '../sheetBytes.ts';
import { fileOf } from './fileOf.ts';

const pdd = (last: number): string => `260101-00000000000000${last}`;
const padded = (row: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, `${value}\t`]));
const pddHeader = columns(
  '商品,订单号,订单状态,商品总价（元）,店铺优惠折扣(元),平台优惠折扣(元),邮费(元),用户实付金额(元),商家实收金额(元),商品数量(件),身份证姓名,身份证号码,收货人,手机,是否审核中,省,市,区,街道,支付时间,拼单成功时间,订单确认时间,承诺发货时间,发货时间,确认收货时间,商品id,商品规格, 用户购买手机号,样式ID,商家编码-SKU维度,商家编码-商品维度,快递单号,快递公司,支付ID,支付方式,是否抽奖或0元试用,是否顺丰加价,商家备注,售后状态,买家留言,关联货品编码,货品名称,货品类型,子货品,仓库名称,是否门店自提',
).map((name) => (name === '用户购买手机号' ? ' 用户购买手机号' : name));
const pddRow = (last: number, change: Readonly<Record<string, string>>) =>
  padded({
    商品: '样品绿茶',
    订单号: pdd(last),
    订单状态: '待发货',
    '商品总价（元）': '1,234.50',
    '商品数量(件)': '1',
    是否审核中: '否',
    省: zhao.province,
    市: zhao.city,
    区: zhao.district,
    支付时间: '2026-01-01 10:00',
    承诺发货时间: '2026-01-05 10:00',
    商品规格: '250g',
    样式ID: '800001',
    '商家编码-SKU维度': 'TEA-250',
    售后状态: '无售后或售后取消',
    ...change,
  });

const douyin = (last: number): string => `690000000000000000${last}`;
const douyinHeader = columns(
  '主订单编号,子订单编号,支付方式,选购商品,货号,商品ID,商家编码,商品数量,商品金额,订单提交时间,支付完成时间,订单完成时间,承诺发货时间,预约发货时间,买家留言,旗帜颜色,商家备注,APP渠道,订单状态,取消原因,售后状态,订单类型,发货时间,收件人,收件人手机号,省,市,区,街道,详细地址,是否修改过地址,快递信息,序列号,达人ID,是否平台仓自流转',
);
const douyinRow = (main: number, sub: number, change: Readonly<Record<string, string>>) => ({
  主订单编号: douyin(main),
  子订单编号: douyin(sub),
  选购商品: '样品绿茶',
  商家编码: 'TEA-250',
  商品数量: '1',
  订单状态: '待发货',
  售后状态: '-',
  承诺发货时间: '2026-01-05 10:00:00',
  收件人: zhao.name,
  收件人手机号: '18400000001-1234',
  省: zhao.province,
  市: zhao.city,
  区: zhao.district,
  街道: '粤海街道',
  详细地址: zhao.detail,
  ...change,
});

const jdHeader = columns(
  '订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,结算金额,余额支付,应付金额,订单状态,订单类型,下单帐号,客户姓名,客户地址,联系电话,订单备注,发票类型,发票抬头,发票内容,商家备注,商家备注等级（等级1-5为由高到低）,运费金额,付款确认时间,增值税发票,货号,订单完成时间,订单来源,订单渠道',
);
const jdRow = (last: number, change: Readonly<Record<string, string>>) => ({
  订单号: `3000000000${last}`,
  商品名称: '样品绿茶',
  订购数量: '2',
  京东价: '30.00',
  订单状态: '等待出库',
  付款确认时间: '0001-01-01 00:00:00',
  货号: 'TEA-250',
  订单来源: 'POP',
  ...change,
});

export const marketplaceCases: readonly IntakeCase[] = [
  {
    name: 'pinduoduo',
    about:
      'tabs around everything, a lone tab as pay time, full-width brackets, thousands, extension in the name, refunded, in review, whole street address in 街道, a flag for pick-up',
    files: [
      {
        name: 'orders_export.csv',
        bytes: utf8(
          layOut(pddHeader, [
            pddRow(1, {
              收货人: `${zhao.name}[1234]`,
              手机: '18400000001',
              街道: `${zhao.detail}[1234]`,
              '商品数量(件)': '2',
            }),
            pddRow(2, {
              订单状态: '已取消，退款成功',
              售后状态: '退款成功',
              收货人: qian.name,
              手机: qian.phone,
              街道: qian.detail,
              支付时间: '',
            }),
            pddRow(3, {
              订单状态: '已发货，待签收',
              收货人: '孙**',
              手机: '138****0003',
              街道: '样***',
              快递单号: '78000000000003',
              快递公司: '中通快递',
            }),
            pddRow(4, { 是否审核中: '是', 收货人: li.name, 手机: li.phone, 街道: li.detail }),
            pddRow(5, {
              收货人: zhou.name,
              手机: zhou.phone,
              街道: zhou.detail,
              承诺发货时间: '2026-01-02 09:00',
              售后状态: '无售后',
              ' 用户购买手机号': '13900000009',
              身份证号码: '440000200001010000',
            }),
            pddRow(6, {
              收货人: zhou.name,
              手机: zhou.phone,
              街道: zhou.detail,
              是否门店自提: '是',
              售后状态: '售后处理中',
            }),
          ]),
        ),
      },
    ],
    expected: {
      files: [fileOf('orders_export.csv', 'pinduoduo', 'csv', 'utf-8', 1, [6, 4, 2, 2, 2], 'pinduoduo')],
      attention: [
        `3 ${pdd(2)} IMPORT_REFUNDED status`,
        `4 ${pdd(3)} IMPORT_ALREADY_SHIPPED status`,
        `5 ${pdd(4)} IMPORT_HELD holdFlag`,
        `6 ${pdd(5)} IMPORT_PROMISE_PASSED promiseShipTime`,
        `7 ${pdd(6)} IMPORT_REFUND_OPEN refundStatus`,
        `7 ${pdd(6)} IMPORT_NOT_BY_COURIER delivType`,
      ],
      orders: [
        {
          no: pdd(1),
          state: 'ready',
          name: zhao.name,
          phone: '18400000001',
          extension: '1234',
          place: '广东省 深圳市 南山区',
          goods: '样品绿茶|250g|TEA-250×2',
        },
        { no: pdd(4), state: 'needs-review' },
        { no: pdd(5), state: 'ready', phone: zhou.phone },
        { no: pdd(6), state: 'needs-review' },
      ],
    },
  },
  {
    name: 'pinduoduo-without-receivers',
    about: 'the default export of today has no receiver columns at all',
    files: [
      {
        name: 'orders_export.csv',
        bytes: utf8(
          layOut(
            columns(
              '商品,订单号,订单状态,商品总价(元),邮费(元),店铺优惠折扣(元),平台优惠折扣(元),多多支付立减金额(元),用户实付金额(元),商家实收金额(元),商品数量(件),发货时间,确认收货时间,商品id,商品规格,样式ID,商家编码-规格维度,商家编码-商品维度,商家备注,售后状态,快递单号,快递公司,订单成交时间,是否分期,分期期数,手续费承担方,分期方式',
            ),
            [{ 商品: '样品绿茶', 订单号: pdd(1), 订单状态: '待发货', '商品数量(件)': '1' }],
          ),
        ),
      },
    ],
    expected: { refused: 'IMPORT_NO_RECEIVER_COLUMNS' },
  },
  {
    name: 'douyin',
    about:
      'two sub-orders of one order, one of them refunded; masked receiver; host number with extension; carrier and number in one cell; appointment still to come; changed address told',
    files: [
      {
        name: '订单.xlsx',
        bytes: xlsx(
          layOut(douyinHeader, [
            douyinRow(1, 1, { 商品数量: '2', 是否修改过地址: '是' }),
            douyinRow(1, 2, { 选购商品: '样品马克杯', 商家编码: 'MUG-W', 售后状态: '退款成功' }),
            douyinRow(1, 3, { 选购商品: '样品笔记本', 商家编码: 'NOTE-A5' }),
            douyinRow(4, 4, { 收件人: '孙**', 收件人手机号: '138****0003', 详细地址: '样板***' }),
            douyinRow(5, 5, { 订单状态: '已发货', 快递信息: '圆通速递-YT0000000000003' }),
            douyinRow(6, 6, {
              收件人: li.name,
              收件人手机号: li.phone,
              省: li.province,
              市: li.city,
              区: li.district,
              街道: '',
              详细地址: li.detail,
              预约发货时间: '2026-01-10 00:00:00',
            }),
            douyinRow(7, 7, {
              订单状态: '已支付',
              收件人: qian.name,
              收件人手机号: qian.phone,
              省: qian.province,
              市: qian.city,
              区: qian.district,
              街道: '',
              详细地址: qian.detail,
            }),
            douyinRow(8, 8, { 订单状态: '已关闭', 取消原因: '不想要了' }),
          ]),
        ),
      },
    ],
    expected: {
      files: [fileOf('订单.xlsx', 'douyin', 'xlsx', 'utf-8', 1, [8, 4, 3, 3, 3], 'douyin')],
      attention: [
        `2 ${douyin(1)} IMPORT_ADDRESS_CHANGED holdFlag`,
        `3 ${douyin(1)} IMPORT_REFUNDED refundStatus`,
        `5 ${douyin(4)} IMPORT_MASKED_RECEIVER name`,
        `5 ${douyin(4)} IMPORT_MASKED_RECEIVER phone`,
        `5 ${douyin(4)} IMPORT_MASKED_RECEIVER address`,
        `6 ${douyin(5)} IMPORT_ALREADY_SHIPPED status`,
        `7 ${douyin(6)} IMPORT_SHIP_LATER promiseShipTime`,
        `8 ${douyin(7)} IMPORT_STATUS_WAITING status`,
        `9 ${douyin(8)} IMPORT_ORDER_CLOSED status`,
      ],
      orders: [
        {
          no: douyin(1),
          state: 'ready',
          name: zhao.name,
          phone: '18400000001',
          extension: '1234',
          place: '广东省 深圳市 南山区',
          goods: '样品绿茶||TEA-250×2; 样品笔记本||NOTE-A5×1',
        },
        { no: douyin(4), state: 'needs-review' },
        { no: douyin(6), state: 'needs-review', ...receiver(li) },
        { no: douyin(7), state: 'needs-review' },
      ],
    },
  },
  {
    name: 'jd',
    about:
      'a deleted order, a character that GB2312 lacks, the phone column is the mobile, 订单备注 is the buyer’s',
    files: [
      {
        name: 'jd.csv',
        bytes: gb18030(
          layOut(jdHeader, [
            jdRow(1, {
              客户姓名: '赵䶮例',
              客户地址: joined(zhao),
              联系电话: zhao.phone,
              订单备注: '周末送',
              商家备注: '轻放',
            }),
            jdRow(2, {
              订单状态: '(删除)等待出库',
              客户姓名: qian.name,
              客户地址: joined(qian),
              联系电话: qian.phone,
            }),
            jdRow(3, { 订单状态: '已锁定', 客户姓名: sun.name, 客户地址: joined(sun), 联系电话: sun.phone }),
            jdRow(4, { 订单状态: '待复核', 客户姓名: li.name, 客户地址: joined(li), 联系电话: li.phone }),
          ]),
        ),
      },
    ],
    expected: {
      files: [fileOf('jd.csv', 'jd', 'csv', 'gb18030', 1, [4, 2, 1, 2, 2], 'jd')],
      attention: [
        '3 30000000002 IMPORT_ORDER_CLOSED status',
        '4 30000000003 IMPORT_ORDER_CLOSED status',
        '5 30000000004 IMPORT_STATUS_UNKNOWN status',
      ],
      orders: [
        {
          no: '30000000001',
          state: 'ready',
          ...receiver(zhao),
          name: '赵䶮例',
          goods: '样品绿茶||TEA-250×2',
          buyerRemark: '周末送',
          sellerRemark: '轻放',
        },
        { no: '30000000004', state: 'needs-review', ...receiver(li) },
      ],
    },
  },
];
