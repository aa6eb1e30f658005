import type { IntakeCase } from '../intakeCase.ts';
import { li, qian, receiver, spaced, sun, wu, zhao, zhou } from '../people.ts';
import { columns, gb18030, layOut, xlsx } from '../sheetBytes.ts';
import { fileOf } from './fileOf.ts';

const orderHeader = columns(
  '订单编号,买家会员名,买家支付宝账号,支付单号,支付详情,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,虚拟号过期时间,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,分阶段订单信息,修改后的sku,修改后的收货地址,异常信息,是否是O2O交易,退款金额,预约门店,打款商家金额,配送类型,预售订单,发货时间,商家备忘,主订单编号',
);
const itemHeader = columns(
  '子订单编号,主订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码,支付单号,买家应付货款,买家实际支付金额,退款状态,退款金额,订单创建时间,订单付款时间',
);

const no = (last: number): string => `21000000000000000${String(last).padStart(2, '0')}`;
const wrapped = (text: string): string => `="${text}"`;
const paid = '买家已付款，等待卖家发货';

const common = {
  运送方式: '快递',
  订单关闭原因: '订单未关闭',
  订单创建时间: '2026/1/1 9:30',
  '订单付款时间 ': '2026/1/1 9:31',
  打款商家金额: '0.00元',
  买家服务费: '0元',
  退款金额: '0.00',
  店铺名称: '样例小店',
  发票抬头: 'null',
};
const order = (last: number, status: string) => ({
  ...common,
  订单编号: wrapped(no(last)),
  支付单号: wrapped(`20260101220014${last}`),
  买家会员名: `t***${last}`,
  订单状态: status,
  主订单编号: wrapped(no(last)),
});

const orders = layOut(orderHeader, [
  {
    ...order(1, paid),
    收货人姓名: zhao.name,
    '收货地址 ': `${spaced(zhao)}(518000)`,
    联系手机: `'${zhao.phone}`,
    '宝贝标题 ': '样品绿茶，样品马克杯',
    宝贝总数量: '2',
    订单备注: '仓库：一号',
    商家备忘: '送贺卡',
  },
  {
    ...order(2, paid),
    收货人姓名: '钱㐀例',
    '收货地址 ': '浙江省 杭州市 余杭区 旧样板路2号(311100)',
    '联系电话 ': `'0571-80000002`,
    修改后的收货地址: '浙江省 杭州市 西湖区 新样板路20号(310000)',
    修改后的sku: '颜色:蓝',
    '宝贝标题 ': '样品笔记本',
    宝贝总数量: '1',
  },
  {
    ...order(3, '等待买家付款'),
    收货人姓名: sun.name,
    '收货地址 ': spaced(sun),
    联系手机: `'${sun.phone}`,
  },
  {
    ...order(4, '交易关闭'),
    收货人姓名: li.name,
    '收货地址 ': spaced(li),
    联系手机: `'${li.phone}`,
    订单关闭原因: '买家未付款',
  },
  {
    ...order(5, paid),
    收货人姓名: '周**',
    '收货地址 ': '江苏省 南京市 玄武区 样***',
    联系手机: `'138****0005`,
    宝贝总数量: '1',
  },
  {
    ...order(6, paid),
    收货人姓名: wu.name,
    '收货地址 ': spaced(wu),
    联系手机: `'18400000006-1234`,
    虚拟号过期时间: '2025-12-31 23:59:59',
    '宝贝标题 ': '样品绿茶',
    宝贝总数量: '1',
  },
  {
    ...order(7, paid),
    收货人姓名: zhou.name,
    '收货地址 ': spaced(zhou),
    联系手机: `'${zhou.phone}`,
    '宝贝标题 ': '补差价专拍链接',
    宝贝总数量: '1',
    是否是O2O交易: '是',
    商家备忘: '先别发',
  },
]);

const item = (last: number, sub: number) => ({
  子订单编号: wrapped(`${no(last)}${sub}`),
  主订单编号: wrapped(no(last)),
  订单状态: paid,
  退款状态: '没有申请退款',
  退款金额: '0.00',
});
const items = layOut(itemHeader, [
  {
    ...item(1, 1),
    标题: '样品绿茶',
    购买数量: '2',
    商品属性: '净重:250g',
    商家编码: 'TEA-250',
    外部系统编号: 'T1',
  },
  { ...item(1, 2), 标题: '样品马克杯', 购买数量: '1', 商品属性: '颜色:白', 商家编码: 'MUG-W' },
  {
    ...item(1, 3),
    标题: '样品笔记本',
    购买数量: '1',
    商家编码: 'NOTE-A5',
    退款状态: '退款成功',
    退款金额: '5.00',
  },
  { ...item(2, 1), 标题: '样品笔记本', 购买数量: '3', 商品属性: '颜色:蓝', 商家编码: 'NOTE-A5' },
]);

const changed = { no: no(2), name: '钱㐀例', phone: '0571-80000002', place: '浙江省 杭州市 西湖区' };
const paidAttention = [
  `4 ${no(3)} IMPORT_ORDER_CLOSED status`,
  `5 ${no(4)} IMPORT_ORDER_CLOSED status`,
  `6 ${no(5)} IMPORT_MASKED_RECEIVER name`,
  `6 ${no(5)} IMPORT_MASKED_RECEIVER phone`,
  `6 ${no(5)} IMPORT_MASKED_RECEIVER address`,
  `7 ${no(6)} IMPORT_VIRTUAL_EXPIRED phone`,
  `8 ${no(7)} IMPORT_HELD holdFlag`,
  `8 ${no(7)} IMPORT_NOTE_SAYS_WAIT sellerRemark`,
  `8 ${no(7)} IMPORT_NOT_GOODS items`,
];

const orderReport = { name: 'ExportOrderList202601021200.csv', bytes: gb18030(orders) };
const itemReport = { name: 'ExportOrderDetailList202601021200.csv', bytes: gb18030(items) };

export const taobaoCases: readonly IntakeCase[] = [
  {
    name: 'taobao',
    about:
      'GBK, ="…" and apostrophes, headers with trailing spaces, postcode in brackets, changed address and option, unpaid, closed, masked, expired virtual number, price difference',
    files: [orderReport],
    expected: {
      files: [fileOf(orderReport.name, 'taobao', 'csv', 'gb18030', 1, [7, 5, 3, 2, 2], 'taobao')],
      attention: paidAttention,
      orders: [
        {
          no: no(1),
          state: 'ready',
          ...receiver(zhao),
          goods: '样品绿茶，样品马克杯||×2',
          sellerRemark: '送贺卡；仓库：一号',
          shop: '样例小店',
        },
        { ...changed, state: 'ready', detail: '新样板路20号', goods: '样品笔记本|颜色:蓝|×1' },
        { no: no(5), state: 'needs-review' },
        { no: no(6), state: 'needs-review', phone: '18400000006', extension: '1234' },
        { no: no(7), state: 'needs-review' },
      ],
    },
  },
  {
    name: 'taobao-pair',
    about:
      'the item report first, then the order report: goods come from the items, a refunded item is left out',
    files: [itemReport, orderReport],
    expected: {
      files: [
        fileOf(itemReport.name, 'taobao-items', 'csv', 'gb18030', 1, [4, 0, 0, 0, 0], 'taobaoItems'),
        fileOf(orderReport.name, 'taobao', 'csv', 'gb18030', 1, [7, 5, 3, 2, 2], 'taobao'),
      ],
      attention: [
        ...paidAttention.slice(0, 5),
        `6 ${no(5)} IMPORT_GOODS_NOT_LISTED items`,
        paidAttention[5] ?? '',
        `7 ${no(6)} IMPORT_GOODS_NOT_LISTED items`,
        ...paidAttention.slice(6),
        `8 ${no(7)} IMPORT_GOODS_NOT_LISTED items`,
      ],
      orders: [
        {
          no: no(1),
          state: 'ready',
          ...receiver(zhao),
          goods: '样品绿茶|净重:250g|TEA-250×2; 样品马克杯|颜色:白|MUG-W×1',
        },
        { ...changed, state: 'ready', goods: '样品笔记本|颜色:蓝|NOTE-A5×3' },
        { no: no(5), state: 'needs-review' },
        { no: no(6), state: 'needs-review', goods: '样品绿茶||×1' },
        { no: no(7), state: 'needs-review' },
      ],
    },
  },
  {
    name: 'taobao-items-alone',
    about: 'goods without receivers are not orders',
    files: [itemReport],
    expected: { refused: 'IMPORT_ITEMS_ONLY' },
  },
  {
    name: 'qianniu-finance',
    about: 'a finance report has no receivers and is refused by its name',
    files: [
      {
        name: '财务.xlsx',
        bytes: xlsx(
          layOut(
            columns(
              '订单编号,支付单号,支付详情,买家应付货款,买家应付邮费,总金额,买家实付金额,订单创建时间,订单付款时间,商品标题,退款金额,是否主动赔付,主动赔付金额,主动赔付出账时间,商品属性SKU,C2B小额收款,确认收货打款金额,含应开票给个人红包,总金额(旧版)',
            ),
            [{ 订单编号: no(1), 商品标题: '样品绿茶', 总金额: '12.00' }],
          ),
        ),
      },
    ],
    expected: { refused: 'IMPORT_FINANCE_REPORT' },
  },
  {
    name: 'taobao-xlsx-qian',
    about: 'the newer export as xlsx, landline empty, note of the buyer kept apart from the seller’s',
    files: [
      {
        name: 'orders.xlsx',
        bytes: xlsx(
          layOut(orderHeader, [
            {
              ...order(8, '买家已付款,等待卖家发货'),
              订单编号: no(8),
              主订单编号: no(8),
              支付单号: '',
              收货人姓名: qian.name,
              '收货地址 ': spaced(qian),
              联系手机: qian.phone,
              买家留言: '周末送',
              '宝贝标题 ': '样品绿茶',
              宝贝总数量: '3',
            },
          ]),
        ),
      },
    ],
    expected: {
      files: [fileOf('orders.xlsx', 'taobao', 'xlsx', 'utf-8', 1, [1, 1, 0, 0, 0], 'taobao')],
      attention: [],
      orders: [
        {
          no: no(8),
          state: 'ready',
          ...receiver(qian),
          buyerRemark: '周末送',
          sellerRemark: '',
          goods: '样品绿茶||×3',
        },
      ],
    },
  },
];
