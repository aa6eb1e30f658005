/** Header of the sample order file: an everyday sheet with both split columns and a one-cell receiver. */
export const sampleHeader = [
  '订单号',
  '店铺',
  '收货人',
  '手机',
  '省',
  '市',
  '区',
  '详细地址',
  '收货信息',
  '商品名称',
  '规格',
  '商家编码',
  '数量',
  '重量(kg)',
  '买家留言',
  '卖家备注',
  '快递公司',
  '代收货款',
  '保价金额',
  '订单状态',
] as const;

interface SampleOrder {
  readonly orderNo: string;
  readonly name?: string;
  readonly phone?: string;
  /** Province, city, district, detail. */
  readonly address?: readonly [string, string, string, string];
  readonly oneLine?: string;
  readonly goods: readonly [name: string, sku: string, code: string, quantity: string];
  readonly weight?: string;
  readonly buyerRemark?: string;
  readonly sellerRemark?: string;
  readonly carrier?: string;
  readonly cod?: string;
  readonly insured?: string;
  readonly status?: string;
}

const tea: SampleOrder['goods'] = ['样品绿茶', '250g 罐装', 'TEA-250', '1'];
const mug: SampleOrder['goods'] = ['样品马克杯', '白色', 'MUG-W', '2'];
const book: SampleOrder['goods'] = ['样品笔记本', 'A5 横线', 'NOTE-A5', '3'];

/** Invented people at invented house numbers; the phones only count up and belong to nobody we know. */
const orders: readonly SampleOrder[] = [
  {
    orderNo: '3100000000000000001',
    name: '赵样例',
    phone: '13800000001',
    address: ['广东省', '深圳市', '南山区', '样板路1号1栋101室'],
    goods: tea,
    weight: '0.5',
  },
  {
    orderNo: '3100000000000000002',
    name: '钱样例',
    phone: '13800000002',
    address: ['浙江省', '杭州市', '余杭区', '样板街道样板路2号2幢202室'],
    goods: mug,
    weight: '0.8',
    carrier: '中通快递',
  },
  {
    orderNo: '3100000000000000003',
    name: '孙样例',
    phone: '13800000003',
    address: ['北京市', '北京市', '海淀区', '样板西路3号院3号楼303'],
    goods: book,
    weight: '0.9',
    carrier: '顺丰速运',
    insured: '300',
  },
  {
    orderNo: '3100000000000000004',
    name: '李样例',
    phone: '13800000004',
    address: ['四川省', '成都市', '武侯区', '样板大道4号'],
    goods: tea,
    buyerRemark: '请放门卫',
  },
  {
    orderNo: '3100000000000000005',
    name: '周样例',
    phone: '13800000005',
    address: ['江苏省', '苏州市', '吴中区', '样板镇样板村5组5号'],
    goods: mug,
    weight: '0.8',
  },
  // Two rows of one order: two items in one parcel.
  {
    orderNo: '3100000000000000006',
    name: '吴样例',
    phone: '13800000006',
    address: ['湖北省', '武汉市', '洪山区', '样板路6号6栋606'],
    goods: tea,
    weight: '1.2',
  },
  {
    orderNo: '3100000000000000006',
    name: '吴样例',
    phone: '13800000006',
    address: ['湖北省', '武汉市', '洪山区', '样板路6号6栋606'],
    goods: book,
    weight: '1.2',
  },
  {
    orderNo: '3100000000000000007',
    oneLine: '郑样例 13800000007 广东省广州市天河区样板路7号7栋707',
    goods: tea,
    weight: '0.5',
  },
  {
    orderNo: '3100000000000000008',
    oneLine: '收货人：王样例，手机：13800000008，地址：福建省厦门市思明区样板路8号',
    goods: mug,
  },
  {
    orderNo: '3100000000000000009',
    oneLine: '湖南省长沙市岳麓区样板路9号样板小区9栋 冯样例 13800000009',
    goods: book,
    weight: '0.9',
  },
  {
    orderNo: '3100000000000000010',
    oneLine: '陈样例\n13800000010\n山东省青岛市市南区样板一路10号',
    goods: tea,
  },
  // A district that was merged in 2015.
  {
    orderNo: '3100000000000000011',
    name: '褚样例',
    phone: '13800000011',
    address: ['上海市', '上海市', '闸北区', '样板路11号11室'],
    goods: mug,
    weight: '0.8',
  },
  // A virtual number: without its extension the courier reaches nobody.
  {
    orderNo: '3100000000000000012',
    name: '卫样例[1234]',
    phone: '18400000012-1234',
    address: ['河南省', '郑州市', '金水区', '样板路12号[1234]'],
    goods: tea,
  },
  // 朝阳区 without a city: Beijing or Changchun.
  {
    orderNo: '3100000000000000013',
    name: '蒋样例',
    phone: '13800000013',
    address: ['', '', '朝阳区', '样板路13号13栋'],
    goods: book,
  },
  // No phone at all.
  {
    orderNo: '3100000000000000014',
    name: '沈样例',
    phone: '',
    address: ['安徽省', '合肥市', '蜀山区', '样板路14号'],
    goods: tea,
  },
  {
    orderNo: '3100000000000000015',
    name: '韩样例',
    phone: '13800000015',
    address: ['广东省', '东莞市', '', '样板镇样板路15号'],
    goods: mug,
    weight: '0.8',
    carrier: '圆通快递',
  },
  {
    orderNo: '3100000000000000016',
    name: '杨样例',
    phone: '0755-80000016',
    address: ['广东省', '深圳市', '福田区', '样板大厦16楼'],
    goods: book,
    cod: '128.50',
  },
  {
    orderNo: '3100000000000000017',
    name: '朱样例',
    phone: '13800000017',
    address: ['新疆维吾尔自治区', '乌鲁木齐市', '天山区', '样板路17号'],
    goods: tea,
    weight: '0.5',
    carrier: '邮政快递包裹',
  },
  {
    orderNo: '3100000000000000018',
    name: '秦样例',
    phone: '13800000018',
    address: ['重庆市', '重庆市', '渝北区', '样板大道18号'],
    goods: mug,
    sellerRemark: '轻拿轻放',
  },
  {
    orderNo: '3100000000000000019',
    name: '尤样例',
    phone: '13800000019',
    address: ['陕西省', '西安市', '雁塔区', '样板北路19号'],
    goods: tea,
    carrier: '韵达',
  },
  {
    orderNo: '3100000000000000020',
    name: '许样例',
    phone: '13800000020',
    address: ['辽宁省', '沈阳市', '和平区', '样板街20号'],
    goods: book,
    weight: '0.9',
    carrier: '申通',
  },
  {
    orderNo: '3100000000000000021',
    name: '何样例',
    phone: '13800000021',
    address: ['云南省', '昆明市', '五华区', '样板巷21号'],
    goods: tea,
    carrier: '极兔',
  },
  {
    orderNo: '3100000000000000022',
    name: '吕样例',
    phone: '13800000022',
    address: ['河北省', '石家庄市', '长安区', '样板路22号'],
    goods: mug,
    sellerRemark: '先别发，等补货',
  },
  {
    orderNo: '3100000000000000023',
    name: '施样例',
    phone: '13800000023',
    address: ['天津市', '天津市', '和平区', '样板道23号'],
    goods: tea,
    carrier: '京东快递',
  },
  {
    orderNo: '3100000000000000024',
    name: '张样例',
    phone: '13800000024',
    address: ['江西省', '南昌市', '东湖区', '样板路24号'],
    goods: book,
    status: '已取消',
  },
];

/** The rows of the sample file: 24 orders in 25 rows, one of them cancelled and a few that need a look. */
export const sampleRows: readonly (readonly string[])[] = orders.map((order) => [
  order.orderNo,
  '样例小店',
  order.name ?? '',
  order.phone ?? '',
  ...(order.address ?? ['', '', '', '']),
  order.oneLine ?? '',
  ...order.goods,
  order.weight ?? '',
  order.buyerRemark ?? '',
  order.sellerRemark ?? '',
  order.carrier ?? '',
  order.cod ?? '',
  order.insured ?? '',
  order.status ?? '待发货',
]);
