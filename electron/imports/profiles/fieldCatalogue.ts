import type { CanonicalField } from './headerSpellings.ts';

/** Groups of fields in the order people think of an order. */
export const fieldGroups = {
  order: { 'zh-CN': '订单', en: 'Order' },
  receiver: { 'zh-CN': '收件人', en: 'Receiver' },
  address: { 'zh-CN': '收件地址', en: 'Address' },
  goods: { 'zh-CN': '商品', en: 'Goods' },
  parcel: { 'zh-CN': '包裹', en: 'Parcel' },
  money: { 'zh-CN': '金额与付款', en: 'Money' },
  remark: { 'zh-CN': '备注', en: 'Remarks' },
  status: { 'zh-CN': '状态', en: 'Status' },
  time: { 'zh-CN': '时间', en: 'Times' },
  carrier: { 'zh-CN': '快递', en: 'Carrier' },
  sender: { 'zh-CN': '寄件人', en: 'Sender' },
} as const;

export type FieldGroup = keyof typeof fieldGroups;

type FieldEntry = readonly [group: FieldGroup, zh: string, en: string];

/** Group and names of each canonical field. What a platform calls it stands in that platform's manifest. */
const entries: Readonly<Record<CanonicalField, FieldEntry>> = {
  orderNo: ['order', '订单号', 'Order number'],
  subOrderNo: ['order', '子订单号', 'Sub-order number'],
  erpOrderNo: ['order', 'ERP 单号', 'ERP order number'],
  origOrderNo: ['order', '原始单号', 'Original order number'],
  platform: ['order', '平台', 'Platform'],
  shop: ['order', '店铺', 'Shop'],
  shopId: ['order', '店铺编号', 'Shop id'],
  buyer: ['order', '买家昵称', 'Buyer'],
  buyerPhone: ['order', '买家电话', 'Buyer phone'],
  receiverName: ['receiver', '收件人姓名', 'Receiver name'],
  receiverPhone: ['receiver', '收件人手机', 'Receiver mobile'],
  receiverTel: ['receiver', '收件人固定电话', 'Receiver telephone'],
  phoneExt: ['receiver', '分机号', 'Extension'],
  phoneExpire: ['receiver', '虚拟号过期时间', 'Virtual number valid until'],
  receiverCompany: ['receiver', '收件公司', 'Receiver company'],
  receiverIdName: ['receiver', '证件姓名', 'Name on id'],
  receiverIdNo: ['receiver', '证件号码', 'Id number'],
  country: ['address', '国家', 'Country'],
  province: ['address', '省', 'Province'],
  city: ['address', '市', 'City'],
  district: ['address', '区县', 'District'],
  town: ['address', '街道乡镇', 'Town or street office'],
  regionFull: ['address', '省市区合并', 'Region in one'],
  addressDetail: ['address', '详细地址', 'Detail'],
  addressDetail2: ['address', '详细地址（续）', 'Detail, second line'],
  fullAddress: ['address', '完整地址', 'Full address'],
  newAddress: ['address', '修改后的地址', 'Changed address'],
  zip: ['address', '邮编', 'Postcode'],
  oneLineReceiver: ['receiver', '收件信息合并', 'Name, phone and address in one'],
  goodsName: ['goods', '商品名称', 'Item'],
  goodsShortName: ['goods', '商品简称', 'Item, short'],
  goodsId: ['goods', '商品编号', 'Item id'],
  goodsCode: ['goods', '货号', 'Item code'],
  sku: ['goods', '规格', 'Variant'],
  skuId: ['goods', '规格编号', 'Variant id'],
  skuCode: ['goods', '商家编码', 'Variant code'],
  quantity: ['goods', '数量', 'Quantity'],
  packageCount: ['parcel', '包裹数', 'Parcels'],
  price: ['goods', '单价', 'Price'],
  amount: ['money', '金额', 'Amount'],
  weight: ['parcel', '重量', 'Weight'],
  volume: ['parcel', '体积', 'Volume'],
  length: ['parcel', '长', 'Length'],
  width: ['parcel', '宽', 'Width'],
  height: ['parcel', '高', 'Height'],
  buyerRemark: ['remark', '买家留言', 'Buyer message'],
  sellerRemark: ['remark', '卖家备注', 'Seller note'],
  flag: ['remark', '旗帜', 'Flag'],
  status: ['status', '订单状态', 'Order status'],
  shipState: ['status', '发货状态', 'Shipping status'],
  refundStatus: ['status', '退款状态', 'Refund status'],
  refundAmount: ['money', '退款金额', 'Refund amount'],
  closeReason: ['status', '关闭原因', 'Reason for closing'],
  holdFlag: ['status', '暂停发货标记', 'Hold flag'],
  isGift: ['goods', '是否赠品', 'Gift'],
  isPresale: ['status', '是否预售', 'Presale'],
  delivType: ['status', '配送方式', 'Delivery method'],
  orderTime: ['time', '下单时间', 'Ordered at'],
  payTime: ['time', '付款时间', 'Paid at'],
  promiseShipTime: ['time', '承诺发货时间', 'Promised by'],
  shipTime: ['time', '发货时间', 'Shipped at'],
  carrier: ['carrier', '快递公司', 'Carrier'],
  carrierCode: ['carrier', '快递公司代码', 'Carrier code'],
  waybillNo: ['carrier', '运单号', 'Waybill number'],
  carrierAndNo: ['carrier', '快递与单号合并', 'Carrier and waybill in one'],
  warehouse: ['parcel', '仓库', 'Warehouse'],
  sorting: ['parcel', '大头笔', 'Sort code'],
  senderName: ['sender', '寄件人', 'Sender'],
  senderPhone: ['sender', '寄件人电话', 'Sender phone'],
  senderAddress: ['sender', '寄件地址', 'Sender address'],
  senderCompany: ['sender', '寄件公司', 'Sender company'],
  senderProvince: ['sender', '寄件省', 'Sender province'],
  senderCity: ['sender', '寄件市', 'Sender city'],
  senderDistrict: ['sender', '寄件区县', 'Sender district'],
  codAmount: ['money', '代收货款', 'Cash on delivery'],
  insuredValue: ['money', '保价金额', 'Insured value'],
  payMode: ['money', '付款方式', 'Who pays'],
  monthlyCard: ['money', '月结卡号', 'Monthly account'],
  serviceType: ['carrier', '产品类型', 'Service'],
  oaid: ['receiver', '收件人密文编号', 'Sealed receiver id'],
  buyerEmail: ['order', '买家邮箱', 'Buyer e-mail'],
  newSku: ['goods', '修改后的规格', 'Changed variant'],
  receiverFirstLast: ['receiver', '收件人名与姓', 'Receiver first and last name'],
};

export interface FieldDescription {
  readonly field: CanonicalField;
  readonly group: FieldGroup;
  readonly name: { readonly 'zh-CN': string; readonly en: string };
}

function describe(field: CanonicalField): FieldDescription {
  const [group, zh, en] = entries[field];
  return { field, group, name: { 'zh-CN': zh, en } };
}

/** Every canonical field, in the order of the dictionary. */
export const fieldCatalogue: readonly FieldDescription[] = Object.keys(entries).map((field) =>
  describe(field as CanonicalField),
);
