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

type FieldEntry = readonly [group: FieldGroup, zh: string, en: string, platforms?: string];

/**
 * Group and names of each canonical field, then what it is called at KDNiao (interface 1007), Kuaidi100 (label order V2) and
 * SF (EXP_RECE_CREATE_ORDER), `|` between them, empty where that platform has no such field.
 */
const entries: Readonly<Record<CanonicalField, FieldEntry>> = {
  orderNo: ['order', '订单号', 'Order number', 'OrderCode|orderId|orderId'],
  subOrderNo: ['order', '子订单号', 'Sub-order number'],
  erpOrderNo: ['order', 'ERP 单号', 'ERP order number'],
  origOrderNo: ['order', '原始单号', 'Original order number'],
  platform: ['order', '平台', 'Platform'],
  shop: ['order', '店铺', 'Shop'],
  shopId: ['order', '店铺编号', 'Shop id'],
  buyer: ['order', '买家昵称', 'Buyer'],
  buyerPhone: ['order', '买家电话', 'Buyer phone'],
  receiverName: [
    'receiver',
    '收件人姓名',
    'Receiver name',
    'Receiver.Name|recMan.name|contactInfoList[2].contact',
  ],
  receiverPhone: [
    'receiver',
    '收件人手机',
    'Receiver mobile',
    'Receiver.Mobile|recMan.mobile|contactInfoList[2].mobile',
  ],
  receiverTel: [
    'receiver',
    '收件人固定电话',
    'Receiver telephone',
    'Receiver.Tel|recMan.tel|contactInfoList[2].tel',
  ],
  phoneExt: ['receiver', '分机号', 'Extension', 'Receiver.Mobile|recMan.mobile|contactInfoList[2].mobile'],
  phoneExpire: ['receiver', '虚拟号过期时间', 'Virtual number valid until'],
  receiverCompany: [
    'receiver',
    '收件公司',
    'Receiver company',
    'Receiver.Company|recMan.company|contactInfoList[2].company',
  ],
  receiverIdName: ['receiver', '证件姓名', 'Name on id'],
  receiverIdNo: ['receiver', '证件号码', 'Id number'],
  country: ['address', '国家', 'Country'],
  province: [
    'address',
    '省',
    'Province',
    'Receiver.ProvinceName|recMan.province|contactInfoList[2].province',
  ],
  city: ['address', '市', 'City', 'Receiver.CityName|recMan.city|contactInfoList[2].city'],
  district: ['address', '区县', 'District', 'Receiver.ExpAreaName|recMan.district|contactInfoList[2].county'],
  town: [
    'address',
    '街道乡镇',
    'Town or street office',
    'Receiver.Address|recMan.addr|contactInfoList[2].address',
  ],
  regionFull: [
    'address',
    '省市区合并',
    'Region in one',
    'Receiver.ProvinceName, CityName, ExpAreaName|recMan.province, city, district|contactInfoList[2].province, city, county',
  ],
  addressDetail: ['address', '详细地址', 'Detail', 'Receiver.Address|recMan.addr|contactInfoList[2].address'],
  addressDetail2: [
    'address',
    '详细地址（续）',
    'Detail, second line',
    'Receiver.Address|recMan.addr|contactInfoList[2].address',
  ],
  fullAddress: [
    'address',
    '完整地址',
    'Full address',
    'Receiver.Address|recMan.addr|contactInfoList[2].address',
  ],
  newAddress: [
    'address',
    '修改后的地址',
    'Changed address',
    'Receiver.Address|recMan.addr|contactInfoList[2].address',
  ],
  zip: ['address', '邮编', 'Postcode', 'Receiver.PostCode||contactInfoList[2].postCode'],
  oneLineReceiver: [
    'receiver',
    '收件信息合并',
    'Name, phone and address in one',
    'Receiver|recMan|contactInfoList[2]',
  ],
  goodsName: ['goods', '商品名称', 'Item', 'Commodity[].GoodsName|cargo|cargoDetails[].name'],
  goodsShortName: ['goods', '商品简称', 'Item, short', 'Commodity[].GoodsName|cargo|cargoDetails[].name'],
  goodsId: ['goods', '商品编号', 'Item id'],
  goodsCode: ['goods', '货号', 'Item code', 'Commodity[].GoodsCode||'],
  sku: ['goods', '规格', 'Variant'],
  skuId: ['goods', '规格编号', 'Variant id'],
  skuCode: ['goods', '商家编码', 'Variant code', 'Commodity[].GoodsCode||'],
  quantity: ['goods', '数量', 'Quantity', 'Commodity[].Goodsquantity||cargoDetails[].count'],
  packageCount: ['parcel', '包裹数', 'Parcels', 'Quantity|count|parcelQty'],
  price: ['goods', '单价', 'Price', 'Commodity[].GoodsPrice||cargoDetails[].amount'],
  amount: ['money', '金额', 'Amount'],
  weight: ['parcel', '重量', 'Weight', 'Weight|weight|totalWeight'],
  volume: ['parcel', '体积', 'Volume', 'Volume|volume|cargoDetails[].volume'],
  length: ['parcel', '长', 'Length'],
  width: ['parcel', '宽', 'Width'],
  height: ['parcel', '高', 'Height'],
  buyerRemark: ['remark', '买家留言', 'Buyer message', 'Remark|remark|remark'],
  sellerRemark: ['remark', '卖家备注', 'Seller note', 'Remark|remark|remark'],
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
  carrier: ['carrier', '快递公司', 'Carrier', 'ShipperCode|kuaidicom|'],
  carrierCode: ['carrier', '快递公司代码', 'Carrier code', 'ShipperCode|kuaidicom|'],
  waybillNo: ['carrier', '运单号', 'Waybill number', 'LogisticCode|kuaidinum|'],
  carrierAndNo: ['carrier', '快递与单号合并', 'Carrier and waybill in one', 'ShipperCode|kuaidicom|'],
  warehouse: ['parcel', '仓库', 'Warehouse', 'WareHouseID||'],
  sorting: ['parcel', '大头笔', 'Sort code'],
  senderName: ['sender', '寄件人', 'Sender', 'Sender.Name|sendMan.name|contactInfoList[1].contact'],
  senderPhone: [
    'sender',
    '寄件人电话',
    'Sender phone',
    'Sender.Mobile|sendMan.mobile|contactInfoList[1].mobile',
  ],
  senderAddress: [
    'sender',
    '寄件地址',
    'Sender address',
    'Sender.Address|sendMan.addr|contactInfoList[1].address',
  ],
  senderCompany: [
    'sender',
    '寄件公司',
    'Sender company',
    'Sender.Company|sendMan.company|contactInfoList[1].company',
  ],
  senderProvince: [
    'sender',
    '寄件省',
    'Sender province',
    'Sender.ProvinceName|sendMan.province|contactInfoList[1].province',
  ],
  senderCity: ['sender', '寄件市', 'Sender city', 'Sender.CityName|sendMan.city|contactInfoList[1].city'],
  senderDistrict: [
    'sender',
    '寄件区县',
    'Sender district',
    'Sender.ExpAreaName|sendMan.district|contactInfoList[1].county',
  ],
  codAmount: [
    'money',
    '代收货款',
    'Cash on delivery',
    'AddService[COD].Value|collection|serviceList[COD].value',
  ],
  insuredValue: [
    'money',
    '保价金额',
    'Insured value',
    'AddService[INSURE].Value|valinsPay|serviceList[INSURE].value',
  ],
  payMode: ['money', '付款方式', 'Who pays', 'PayType|payType|payMethod'],
  monthlyCard: ['money', '月结卡号', 'Monthly account', 'MonthCode|partnerId|monthlyCard'],
  serviceType: ['carrier', '产品类型', 'Service', 'ExpType|expType|expressTypeId'],
  oaid: ['receiver', '收件人密文编号', 'Sealed receiver id', '|oaid|'],
  buyerEmail: ['order', '买家邮箱', 'Buyer e-mail'],
  newSku: ['goods', '修改后的规格', 'Changed variant'],
  receiverFirstLast: [
    'receiver',
    '收件人名与姓',
    'Receiver first and last name',
    'Receiver.Name|recMan.name|contactInfoList[2].contact',
  ],
};

export interface FieldDescription {
  readonly field: CanonicalField;
  readonly group: FieldGroup;
  readonly name: { readonly 'zh-CN': string; readonly en: string };
  /** Name of the field at each booking platform, empty when it has none. */
  readonly platformFields: { readonly kdniao: string; readonly kuaidi100: string; readonly sf: string };
}

function describe(field: CanonicalField): FieldDescription {
  const [group, zh, en, platforms = ''] = entries[field];
  const [kdniao = '', kuaidi100 = '', sf = ''] = platforms.split('|');
  return { field, group, name: { 'zh-CN': zh, en }, platformFields: { kdniao, kuaidi100, sf } };
}

/** Every canonical field, in the order of the dictionary. */
export const fieldCatalogue: readonly FieldDescription[] = Object.keys(entries).map((field) =>
  describe(field as CanonicalField),
);
