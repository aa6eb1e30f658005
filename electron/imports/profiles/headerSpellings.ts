/** Columns that each tell one thing of a variant; all of them together are it. */
export const variantSpellings = '颜色|颜色分类|尺码|款式|口味';

/**
 * Canonical field → spellings of its column header, most common first, `|` between them. Written as the files write
 * them: `normaliseHeader` is applied before a look-up, and after it every spelling is unique (checked by a test).
 */
export const headerSpellings = {
  orderNo: `
    订单号|订单编号|主订单编号|主订单号|主订单id|父订单号|平台订单号|平台订单编号|平台单号|线上订单号|
    线上单号|单据编号|单据号|原始单号|原始订单号|子单原始单号|外部订单号|外部单号|销售订单号|商户订单号|商家订单号|
    用户订单号|客户订单号|客户订单编号|客户单号|交易编号|淘宝订单编号|源订单号|订单id|订单ID/采购单ID|
    跟团号|order id|order-id|order number|order no|order_sn|ordersn|platform_order_no|external_order_no|tid|
    order|order code|order sn|
    客戶訂單號`,
  subOrderNo: `
    子订单编号|子订单号|子订单id|子单号|线上子订单编号|线上子订单号|原始子单号|原始子订单号|
    子单原始子订单号|商品单号|oid|order-item-id|lineitem id|sub order no|sub order id`,
  erpOrderNo: '内部订单号|系统订单号|系统单号|erp订单编号|ERP单号|出库单号|出仓单号|销售出库单号',
  origOrderNo: '原始线上订单号|关联编号|关联订单号',
  platform: '平台|平台名称|订单来源|来源平台|平台站点|销售渠道|渠道|channel_name|sales channel',
  shop: '店铺|店铺名称|店铺名|来源店铺|归属店铺|淘宝店名|网店名称|汇总_店铺名称|shop|store',
  shopId: '店铺ID|店铺编号|商家ID|mallid',
  buyer: `
    买家会员名|买家会员昵称|买家|买家昵称|买家姓名|买家账号|买家帐号|下单帐号|下单账号|会员名|会员昵称|
    用户昵称|用户编号|客户网名|网名|旺旺|旺旺名称|旺旺号|买家id|buyer-name|username (buyer)|buyer|订花人|订花人姓名`,
  buyerPhone: '订花人电话|订花人手机|买家手机号|买家手机|用户购买手机号|buyer-phone-number',
  receiverName: `
    收货人姓名|收货人|收件人姓名|收件人|收件人名称|收件姓名|收件联系人|收货人/提货人|收货人/提货人姓名|
    收货人名称|客户姓名|顾客姓名|收件方姓名|收货联系人|姓名|联系人|recipient-name|recepient-name|
    shipping name|ship to name|ship_name|receiver|receiver name|recipient|recipient name|consignee|consignee name|
    customer name|contact name|contact person|contact|name|收货姓名|学生姓名|会员姓名|用户姓名|收件人名字|名字|收花人|收花人姓名`,
  receiverPhone: `
    联系手机|手机|手机号|手机号码|收货人手机号|收货人手机|收货人电话|收件人手机号|收件人手机|收件人电话|
    收件手机|收件人联系方式|收货手机|收货电话|收货人联系方式|收货人手机号/提货人手机号|
    收货人手机号/提货人手机|收货人/提货人手机号|买家手机号码(必填)|收件方手机号|联系方式|顾客联系方式|
    移动电话|手机号1|ship-phone-number|shipping phone|phone|phone number|mobile|mobile phone|mobile number|
    receiver phone|recipient phone|receiver mobile|recipient mobile|consignee phone|consignee mobile|
    contact phone|contact number|contact mobile|cell phone|收件方手機號|收花人电话|收花人手机|收花电话`,
  receiverTel: `
    联系电话|电话|电话号|电话号码|固话|固定电话|座机|收件人座机|收件人电话(座机)|收件电话|收件方固定电话|
    telephone|tel|收件方固定電話`,
  phoneExt: '分机号|虚拟号分机|隐私号分机|privacycode',
  phoneExpire: '虚拟号过期时间',
  receiverCompany: '收件公司|收件人公司|收件人单位|收件单位|收货单位|收件方公司|shipping company',
  receiverIdName: '身份证姓名|实名姓名|订购人身份证姓名/ID Name|收件人身份证姓名',
  receiverIdNo: '身份证号|身份证号码|收货人身份证号|订购人身份证号/ID Number|收件人身份证号',
  country: '国家|收件国家|收件方国家/地区|ship-country|shipping country|收件方國家/地區',
  province: `
    省|省份|省/直辖市|收货省|收货省份|收货人省份|收件省|收件省份|收件人省|收件(省)|收货地址-省|
    买家收货省(必填)|派件省份|州省|收件方州/省|ship-state|shipping province|shipping province name|
    shipping state|receiver province|recipient province|province`,
  city: `
    市|城市|收货市|收货城市|收货人城市|收件市|收件城市|收件人市|收件(市)|收货地址-市|买家收货市(必填)|
    派件城市|区市|收件方城市|ship-city|shipping city|receiver city|recipient city|city`,
  district: `
    区|区县|区/县|县区|县|收货区|收货区县|收货人地区|收件区|收件区县|收件人区|收件(区/县)|收货地址-区|
    买家收货区(必填)|派件区县|收件方县/区|district|county|area|receiver district|recipient district|收件方縣/區`,
  town: '街道|街道/镇|街道/乡镇|乡镇|镇|收货街道|收货镇|收件街道|收货地址-街道|town|township',
  regionFull: `
    省市区|省市县|省市区县|收货地区|收件地区|收货区域|收件人所在地|收件人地区|收货人区域|收件人区域|收件区域|
    收货省市区|收件省市区|收货人省市区|收件人省市区|所在地区|地区|区域`,
  addressDetail: `
    详细地址|收货详细地址|收件人详细地址|街道地址|ship-address-1|shipping address1|shipping street|detail|
    detail address|detailed address|address detail|address details|street address`,
  addressDetail2: `
    组|社|村组|村民小组|门牌号|门牌|楼栋|楼栋号|楼号|栋号|房号|房间号|室号|
    ship-address-2|ship-address-3|shipping address2`,
  fullAddress: `
    收货地址|收货人地址|收件人地址|收件地址|收件详细地址|详细收货地址|详细收货地址/提货地址|
    收货地址/提货地址|收货/提货详细地址|收货人/提货人详细地址|客户地址|小区地址|送货地址|送货点|送货地点|送达地点|收货点|收货地点|卸货地址|交货地址|交货地点|配送地址|派送地址|
    家庭地址|买家收货地址(必填)|收件地点|收件方详细地址|联系地址|地址|shipping address|address|delivery address|
    receiver address|recipient address|consignee address|full address|收件方詳細地址|
    收貨地址|送花地址|收花地址|寄送地址`,
  newAddress: '修改后的收货地址',
  zip: `
    邮编|邮政编码|收件邮编|收件人邮编|收件方邮编|ship-postal-code|shipping zip|shipping postcode|
    收件方郵編`,
  oneLineReceiver: '收货信息|收件信息|收件人信息|收货人信息|地址信息|收件人(姓名 电话 地址)',
  goodsName: `
    商品|商品名称|商品名|商品标题|商品信息|选购商品|宝贝标题|标题|货品标题|货品名称|全部商品名称|
    线上商品名|产品名称|产品|产品名|品名|物品名称|货物名称|托寄物内容|托寄内容|订购产品|SKU名称|item title|
    平台货品名称|货品摘要|货品明细|商品明细|商品清单|商品全名|发货内容|发货商品|订购内容|订货内容|物品信息|内件品名|物品|货物|货品|
    书目|书名|图书|图书名称|花束|菜品/商品|商品及数量|商品和数量|商品数量明细|货品及数量|品种及数量|购买内容|所购商品|团购商品|
    货|东西|product-name|product name|product|lineitem name|item name|item|goods name|goods|product title|commodity|商品名稱`,
  goodsShortName: '商品简称|货品简称',
  goodsId: '商品ID|商品编码(平台)|宝贝ID|Offer ID|平台货品id|小红书编码',
  goodsCode: '货号|款号|款式编码|商品编号|商品编码(自定义)|商家编码-商品维度|货品编号',
  sku: `
    商品规格|规格|规格名称|商品属性|宝贝规格|宝贝属性|商品属性SKU|SKU规格|SKU信息|颜色规格|颜色及规格|
    商品型号|型号|套餐信息|线上颜色规格|平台规格名称|variation name|lineitem variant|${variantSpellings}`,
  imageUrl: `
    商品图片|商品图片链接|商品主图|商品主图链接|主图|主图链接|商品图|图片链接|图片地址|商品图片地址|宝贝图片|
    货品图片|规格图片|SKU图片|image|image url|picture|product image|lineitem image`,
  skuId: '样式ID|SKU ID|SKU-ID|规格ID',
  skuCode: `
    商家编码|商家编码-规格维度|商家编码-SKU维度|SKU编码(自定义)|SKU编码|规格编码|外部系统编号|商家SKUID|
    单品货号|商品编码|条码|条形码|主条码|商品69码|sku|lineitem sku`,
  quantity: `
    数量|商品数量|购买数量|成交数量|宝贝总数量|订购数量|商品件数|SKU件数|销售数量|托寄物数量|商品总数|货品数量|产品数量|货物数量|订货数量|下单数量|实发数量|实发|个数|份数|册数|本数|
    quantity-purchased|lineitem quantity|quantity|qty|count|商品數量`,
  goodsCount: '商品数量列',
  packageCount: '件数|包裹件数|包裹总件数|快递件数|包裹数|包裹總件數',
  price: `
    单价|价格|商品单价|商品价格|商品价格(单件)|京东价|售价|成交价|商品实际价格(单件)|lineitem price|
    item-price|商品單價`,
  amount: `
    总金额|商品总价|订单金额|订单应付金额|应付金额|买家应付货款|用户应付金额|销售金额|商品金额|应收金额|
    货品总价|total`,
  paidAmount: `
    实付金额|实付款|买家实付金额|买家实际支付金额|用户实付金额|订单实付金额|订单实际支付金额|已付金额|已付|
    商家实收金额|商家应收金额(支付金额)|用户支付金额`,
  payChannel: '支付方式|支付渠道|支付类型|payment method',
  weight: `
    重量|包裹重量|快递重量|实际重量|计费重量|预估重量|预计重量|订单重量|毛重|包裹总净重|sku净重|总重量|称重重量|
    weight|gross weight|total weight|總重量`,
  volume: '体积|尺寸',
  length: '长',
  width: '宽',
  height: '高',
  buyerRemark:
    '留言|附言|客户附言|客户要求|买家要求|客户备注|顾客备注|收件人备注|收货备注|买家留言|买家备注|团员备注|用户备注|客户留言|顾客留言|买家附言|商品留言|给商家留言|buyer note|remark from buyer|buyer remark|buyer message|notes',
  sellerRemark: `
    卖家备注|商家备注|商家备忘|卖家备忘|商家订单备注|商家标记备注|客服备注|包裹备注信息|订单备注|面单备注|打印备注|
    寄方备注|寄方客户备注|备注|录单备注|摘要|团长备注|备注信息|备注说明|发货备注|发货要求|发货说明|特殊要求|其他要求|要求|remark|remarks|seller remark|seller note`,
  flag: '旗帜|旗帜颜色|打标颜色|客服标旗|标旗|包裹备注标记|订单星级|商家备注等级(等级1-5为由高到低)',
  status:
    '订单状态|状态|订单商品状态|平台状态|店铺状态|平台订单状态|交易状态|子订单状态|financial status|order status|status',
  shipState: `
    发货状态|商品发货状态|商品发货|配送状态|发货情况|是否发货|是否已发货|是否已发|发没发|发了没|fulfillment status|
    lineitem fulfillment status`,
  refundStatus: `
    退款状态|售后状态|商品售后|商品退款状态|订单退款状态|订单明细退款状态|退款/售后状态|退款情况|售后情况|
    是否退款|是否已退款|是否有退款|是否申请退款|是否售后|是否有售后|维权状态|订单维权状态|商品维权状态|
    退款维权状态|refund status`,
  refundAmount: '退款金额|订单退款|商品已退款金额|订单已退款金额|refunded amount',
  closeReason: '订单关闭原因|取消原因|异常原因|异常类型|异常信息',
  holdFlag: '是否审核中|是否异常|暂停发货',
  giftName: '赠品名称|赠品信息|赠品明细|赠品清单|赠送商品|赠送礼品',
  giftQuantity: '赠品数量|赠品件数|赠送数量',
  isGift: '是否赠品|是否为赠品|赠品方式',
  isPresale: '是否预售|预售订单',
  delivType: `
    运送方式|发货方式|商品发货方式|订单配送方式|配送类型|配送方式|送货方式|提货方式|取货方式|收货方式|是否门店自提|是否自提|
    shipping method|delivery method|ship-service-level`,
  orderTime: `
    订单创建时间|下单时间|订单提交时间|订单下单时间|买家下单时间|拍下时间|创建时间|交易创建时间|交易时间|
    下单日期|订单日期|purchase-date|order creation date|created at`,
  payTime: `
    订单付款时间|付款时间|支付时间|订单支付时间|买家付款时间|支付完成时间|付款确认时间|付款日期|支付日期|
    拼单成功时间|订单成交时间|payments-date|paid at`,
  promiseShipTime:
    '承诺发货时间|预售/承诺发货时间|预约发货时间|最晚发货时间|建议发货时间(止)|预售订单截止发货时间|要求发货日期|要求发货时间|指定发货日期|指定发货时间|计划发货日期|计划发货时间|期望发货日期|期望发货时间|约定发货日期|约定发货时间',
  promiseArriveTime: '承诺送达时间|预约送达时间|最晚送达时间|承诺到达时间|预计送达时间|预计到货时间',
  shipTime: '发货时间|订单发货时间|发货日期|商品发货时间|fulfilled at',
  carrier: `
    快递公司|物流公司|快递|快递名称|快递类型|物流公司名称|承运商|商品发货物流公司|发货快递|
    logistics company|courier|carrier|carrier-name|shipping_name|tracking_provider`,
  carrierCode: '物流公司代码|物流公司编码|物流编码|快递公司编码|carrier-code',
  waybillNo: `
    快递单号|物流单号|运单号|运单号码|运单编号|快递运单号|面单号|工作单号|详情单号|邮件号|运送单号码|
    商品发货物流单号|tracking number|tracking-number|tracking no|waybill no|waybill number|shipping_sn|
    tracking_number`,
  carrierAndNo: '快递信息|物流信息',
  warehouse: '仓库|仓库名称|发货仓|发货仓库|发货主体',
  sorting: '大头笔|大头笔/Paint Marker|集包地/Express Extend 1|三段码/Express Extend 2|三段码',
  senderName: '寄件人|寄件人姓名|发件人|寄件姓名|寄件联系人|寄件方姓名|发货人|sender name|sender',
  senderPhone: `
    寄件人手机|寄件人电话|寄件电话|寄件手机|寄件联系电话|发件人电话|发件人手机|发件电话|发件手机|发货人手机|发货人电话|发货电话|
    寄件方手机号|sender phone|sender mobile|sender tel`,
  senderAddress: `
    寄件地址|寄件人地址|发件地址|发件人地址|寄件详细地址|寄件人详细地址|发件详细地址|发货人地址|
    寄件方详细地址|发货地址|sender address`,
  senderCompany: '寄件公司|寄件人公司|寄件单位|发件人公司名|寄件方公司',
  senderProvince: '寄件省|寄件省份|寄件人省|寄件人省份|发件省|发件省份|发件人省|发件人省(必填)|寄件方州/省',
  senderCity: '寄件市|寄件城市|寄件人市|寄件人城市|发件市|发件城市|发件人市|发件人市(必填)|寄件方城市',
  senderDistrict:
    '寄件区|寄件区县|寄件县|寄件人区|寄件人区县|发件区|发件区县|发件人区|发件人区(必填)|寄件方县/区',
  codAmount: '代收货款金额|代收金额|代收货款|代收款|代收|货到付款金额|cod amount|cod',
  insuredValue: '保价金额|保价声明价值|声明价值|保价|保额|insured value',
  payMode: '到付|是否到付|运费到付|付款方式|运费付款方式|邮费付款方式',
  monthlyCard: '月结卡号|月结账号|第三方付月结卡号|月結卡號',
  serviceType: '业务类型|产品类型|时效产品|快件类型|快递产品|产品代码',
  returnSlip: '签回单|是否签回单|签回单要求|签单返还|是否签单返还|回单|是否回单|回单要求|返单|回签单',
  services: '增值服务|附加服务|增值服务项|其他增值服务',
  oaid: 'oaid',
  buyerEmail: 'email|buyer-email|邮箱|邮箱地址',
  newSku: '修改后的sku',
  receiverFirstLast: 'first name (shipping)|last name (shipping)',
} as const;

export type CanonicalField = keyof typeof headerSpellings;

/** Spellings of a field as the files write them, most common first. */
export function builtInSpellings(field: CanonicalField): string[] {
  return headerSpellings[field].split('|').map((spelling) => spelling.trim());
}
