/** What every column of a layout means: `header → field`, in the order of the file; columns left out are not named. */
export const mappings = {
  taobao: `
    订单编号 → orderNo; 买家会员名 → buyer; 买家应付货款 → amount; 买家实际支付金额 → paidAmount; 订单状态 → status;
    买家留言 → buyerRemark; 收货人姓名 → receiverName; 收货地址 → fullAddress; 运送方式 → delivType;
    联系电话 → receiverTel; 联系手机 → receiverPhone; 虚拟号过期时间 → phoneExpire; 订单创建时间 → orderTime;
    订单付款时间 → payTime; 宝贝标题 → goodsName; 物流单号 → waybillNo; 物流公司 → carrier; 订单备注 → sellerRemark;
    宝贝总数量 → quantity; 店铺Id → shopId; 店铺名称 → shop; 订单关闭原因 → closeReason; 修改后的sku → newSku;
    修改后的收货地址 → newAddress; 异常信息 → closeReason; 退款金额 → refundAmount; 配送类型 → delivType;
    预售订单 → isPresale; 发货时间 → shipTime; 商家备忘 → sellerRemark`,
  taobaoItems: `
    子订单编号 → subOrderNo; 主订单编号 → orderNo; 标题 → goodsName; 价格 → price; 购买数量 → quantity;
    外部系统编号 → goodsCode; 商品属性 → sku; 备注 → sellerRemark; 订单状态 → status; 商家编码 → skuCode;
    买家应付货款 → amount; 买家实际支付金额 → paidAmount; 退款状态 → refundStatus; 退款金额 → refundAmount;
    订单创建时间 → orderTime; 订单付款时间 → payTime`,
  pinduoduo: `
    商品 → goodsName; 订单号 → orderNo; 订单状态 → status; 商品总价（元） → amount; 用户实付金额(元) → paidAmount;
    商品数量(件) → quantity; 身份证姓名 → receiverIdName; 身份证号码 → receiverIdNo; 收货人 → receiverName;
    手机 → receiverPhone; 是否审核中 → holdFlag; 省 → province; 市 → city; 区 → district;
    街道 → addressDetail; 支付时间 → payTime; 承诺发货时间 → promiseShipTime; 发货时间 → shipTime;
    商品id → goodsId; 商品规格 → sku; 用户购买手机号 → buyerPhone; 样式ID → skuId; 商家编码-SKU维度 → skuCode;
    商家编码-商品维度 → goodsCode; 快递单号 → waybillNo; 快递公司 → carrier; 支付方式 → payChannel;
    商家备注 → sellerRemark; 售后状态 → refundStatus; 买家留言 → buyerRemark; 仓库名称 → warehouse;
    是否门店自提 → delivType`,
  douyin: `
    主订单编号 → orderNo; 子订单编号 → subOrderNo; 支付方式 → payChannel; 选购商品 → goodsName; 货号 → goodsCode;
    商品ID → goodsId; 商家编码 → skuCode; 商品数量 → quantity; 商品金额 → amount; 订单提交时间 → orderTime;
    支付完成时间 → payTime; 承诺发货时间 → promiseShipTime; 预约发货时间 → promiseShipTime; 买家留言 → buyerRemark;
    旗帜颜色 → flag; 商家备注 → sellerRemark; 订单状态 → status; 取消原因 → closeReason; 售后状态 → refundStatus;
    发货时间 → shipTime; 收件人 → receiverName; 收件人手机号 → receiverPhone; 省 → province; 市 → city;
    区 → district; 街道 → town; 详细地址 → addressDetail; 快递信息 → carrierAndNo`,
  jd: `
    订单号 → orderNo; 商品ID → goodsId; 商品名称 → goodsName; 订购数量 → quantity; 支付方式 → payChannel;
    下单时间 → orderTime; 京东价 → price; 订单金额 → amount; 订单状态 → status; 下单帐号 → buyer;
    客户姓名 → receiverName; 客户地址 → fullAddress; 联系电话 → receiverPhone; 订单备注 → buyerRemark;
    商家备注 → sellerRemark; 商家备注等级（等级1-5为由高到低） → flag; 付款确认时间 → payTime; 货号 → goodsCode;
    订单来源 → platform`,
  kuaishou: `
    订单号 → orderNo; 订单创建时间 → orderTime; 订单支付时间 → payTime; 订单状态 → status; 实付款 → paidAmount;
    支付方式 → payChannel; 成交数量 → quantity; 买家留言 → buyerRemark; 订单备注 → sellerRemark; 旗帜颜色 → flag;
    售后状态 → refundStatus; 预售/承诺发货时间 → promiseShipTime; 商品名称 → goodsName; 商品ID → goodsId;
    商品规格 → sku; SKU编码 → skuCode; 商品单价 → price; 收货人姓名 → receiverName; 收货人电话 → receiverPhone;
    收货地址-省 → province; 收货地址-市 → city; 收货地址-区 → district; 收货地址-街道 → town; 收货地址 → fullAddress;
    发货时间 → shipTime; 快递公司 → carrier; 快递单号 → waybillNo; 集运类型 → holdFlag; 仓库名称 → warehouse;
    实名姓名 → receiverIdName`,
  xiaohongshu: `
    订单号 → orderNo; 订单状态 → status; 售后状态 → refundStatus; 收件人姓名 → receiverName;
    收件人电话 → receiverPhone; 收件人地址 → fullAddress; 省 → province; 市 → city; 区 → district;
    小红书编码 → goodsId; 规格ID → skuId; SKU名称 → goodsName; SKU规格 → sku; SKU件数 → quantity;
    是否为赠品 → isGift; 商品总价(元) → amount; 包裹总净重(kg) → weight; 快递公司 → carrier;
    快递单号 → waybillNo; 大头笔/Paint Marker → sorting; 订购人身份证姓名/ID Name → receiverIdName;
    订购人身份证号/ID Number → receiverIdNo; 预售订单开始发货时间 → promiseShipTime;
    预售订单截止发货时间 → promiseShipTime; 承诺发货时间 → promiseShipTime; 用户备注 → buyerRemark;
    包裹备注标记 → flag; 包裹备注信息 → sellerRemark; 异常原因 → closeReason; 店铺名称 → shop;
    用户编号 → buyer; 商家编码 → skuCode`,
  weixin: `
    订单号 → orderNo; 订单下单时间 → orderTime; 订单发货时间 → shipTime; 订单状态 → status;
    发货方式 → delivType; 收件人姓名 → receiverName; 收件人地址 → fullAddress; 省 → province; 市 → city;
    区 → district; 收件人手机 → receiverPhone; 买家备注 → buyerRemark; 商家备注 → sellerRemark;
    打标颜色 → flag; 商品总价 → amount; 支付时间 → payTime; 物流公司 → carrier; 快递单号 → waybillNo;
    商品名称 → goodsName; 商品编码(平台) → goodsId; 商品编码(自定义) → goodsCode;
    SKU编码(自定义) → skuCode; 商品属性 → sku; 商品价格(单件) → price; 是否预售 → isPresale;
    商品数量 → quantity; 商品发货 → shipState; 商品售后 → refundStatus; 商品已退款金额 → refundAmount`,
  youzan: `
    订单号 → orderNo; 销售渠道 → platform; 归属店铺 → shop; 订单状态 → status; 订单创建时间 → orderTime;
    买家付款时间 → payTime; 付款方式 → payMode; 商品金额合计 → amount; 订单实付金额 → paidAmount; 全部商品名称 → goodsName;
    订单配送方式 → delivType; 收货人省份 → province; 收货人城市 → city; 收货人地区 → district;
    详细收货地址/提货地址 → fullAddress; 收货人/提货人 → receiverName; 收货人手机号/提货人手机号 → receiverPhone;
    买家备注 → buyerRemark; 订单星级 → flag; 买家昵称/买家姓名 → buyer; 买家手机号 → buyerPhone;
    订单退款状态 → refundStatus; 订单已退款金额 → refundAmount; 商家订单备注 → sellerRemark`,
  kuaituantuan: `
    跟团号 → orderNo; 下单人 → buyer; 团员备注 → buyerRemark; 支付时间 → payTime; 团长备注 → sellerRemark;
    商品 → goodsName; 数量 → quantity; 订单金额 → amount; 退款金额 → refundAmount; 订单状态 → status;
    收货人 → receiverName; 联系电话 → receiverPhone; 详细地址 → addressDetail`,
  weidian: `
    订单编号 → orderNo; 订单状态 → status; 商品型号 → sku; 商品件数 → quantity;
    收货人/提货人姓名 → receiverName; 收货人/提货人手机号 → receiverPhone;
    收货/提货详细地址 → fullAddress; 下单模板信息 → buyerRemark; 买家留言 → buyerRemark;
    卖家备注 → sellerRemark`,
  alibaba1688: `
    订单编号 → orderNo; 买家会员名 → buyer; 货品总价(元) → amount; 实付款(元) → paidAmount; 订单状态 → status;
    订单创建时间 → orderTime; 订单付款时间 → payTime; 收货人姓名 → receiverName; 收货地址 → fullAddress; 邮编 → zip;
    联系电话 → receiverTel; 联系手机 → receiverPhone; 货品标题 → goodsName; 单价(元) → price; 数量 → quantity;
    货号 → goodsCode; 型号 → sku; Offer ID → goodsId; SKU ID → skuId; 单品货号 → skuCode;
    买家留言 → buyerRemark; 物流公司 → carrier; 运单号 → waybillNo`,
  jushuitan: `
    订单号 → erpOrderNo; 线上订单号 → orderNo; 店铺编号 → shopId; 店铺 → shop; 买家账号 → buyer; 下单时间 → orderTime;
    付款日期 → payTime; 发货日期 → shipTime; 应付金额 → amount; 已付金额 → paidAmount; 状态 → status;
    异常类型 → closeReason; 快递公司 → carrier; 快递单号 → waybillNo; 收货人姓名 → receiverName; 省份 → province;
    城市 → city; 区县 → district; 街道 → town; 地址 → fullAddress; 手机 → receiverPhone; 固话 → receiverTel;
    买家留言 → buyerRemark; 订单备注 → sellerRemark; 发货仓 → warehouse; 平台站点 → platform;
    子订单编号 → subOrderNo; 原始线上订单号 → origOrderNo; 款号 → goodsCode; 商品编码 → skuCode; 商品名称 → goodsName;
    颜色及规格 → sku; 数量 → quantity; 商品单价 → price; 是否赠品 → isGift; 申请退货数量 → refundAmount;
    订单退款金额 → refundAmount`,
  wangdiantong: `
    订单编号 → erpOrderNo; 店铺 → shop; 订单来源 → platform; 仓库 → warehouse; 原始单号 → orderNo;
    原始子单号 → subOrderNo; 订单状态 → status; 订单退款状态 → refundStatus;
    订单明细退款状态 → refundStatus; 交易时间 → orderTime; 付款时间 → payTime; 客户网名 → buyer;
    收件人 → receiverName; 省市县 → regionFull; 地址 → fullAddress; 手机 → receiverPhone;
    电话 → receiverTel; 邮编 → zip; 物流公司 → carrier; 物流单号 → waybillNo; 买家留言 → buyerRemark;
    客服备注 → sellerRemark; 打印备注 → sellerRemark; 客服标旗 → flag; 应收金额 → amount;
    货到付款金额 → codAmount; 预估重量 → weight; 商家编码 → skuCode; 货品编号 → goodsCode;
    货品名称 → goodsName; 规格名称 → sku; 数量 → quantity; 最晚发货时间 → promiseShipTime`,
  oms: `
    平台单号 → orderNo; 平台名称 → platform; 店铺名称 → shop; 交易状态 → status; 下单时间 → orderTime;
    支付时间 → payTime; 会员昵称 → buyer; 卖家留言 → sellerRemark; 买家留言 → buyerRemark;
    商家留言 → sellerRemark; 应收金额 → amount; 收件人 → receiverName; 电话 → receiverPhone;
    收件地址 → fullAddress; 省 → province; 市 → city; 区 → district; 邮编 → zip`,
  crmeb: `
    订单编号 → orderNo; 物流公司 → carrier; 物流编码 → carrierCode; 物流单号 → waybillNo; 发货地址 → fullAddress;
    收货人姓名 → receiverName; 收货人电话 → receiverPhone; 订单实付金额 → paidAmount; 商品数量*售价 → quantity;
    商品ID → goodsId; 商品名称 → goodsName; 商品规格 → sku; 商家备注 → sellerRemark; 订单成交时间 → payTime`,
  shunfeng: `
    用户订单号 → orderNo; 寄件公司 → senderCompany; 联系人 → senderName; 联系电话 → senderPhone;
    寄件地址 → senderAddress; 收件公司 → receiverCompany; 联系人 → receiverName; 联系电话 → receiverTel;
    手机号码 → receiverPhone; 收件详细地址 → fullAddress; 付款方式 → payMode;
    第三方付月结卡号 → monthlyCard; 托寄物内容 → goodsName; 托寄物数量 → quantity; 件数 → packageCount;
    实际重量（KG） → weight; 业务类型 → serviceType; 代收货款金额 → codAmount; 保价金额 → insuredValue;
    寄方客户备注 → sellerRemark; 长(cm) → length; 宽(cm) → width; 高(cm) → height`,
  shunfengIntl: `
    *客戶訂單號 → orderNo; *寄件方姓名 → senderName; 寄件方手機號 → senderPhone;
    *寄件方詳細地址 → senderAddress; *寄件方城市 → senderCity; *收件方姓名 → receiverName;
    收件方手機號 → receiverPhone; 收件方固定電話 → receiverTel; *收件方詳細地址 → fullAddress;
    收件方縣/區 → district; *收件方城市 → city; *收件方州/省 → province; *收件方國家/地區 → country;
    *收件方郵編 → zip; 收件方公司 → receiverCompany; *商品名稱 → goodsName; *商品數量 → quantity;
    *商品單價 → price; *包裹總件數 → packageCount; *總重量 → weight; 長 → length; 寬 → width;
    高 → height; *快件類型 → serviceType; 代收貨款金額 → codAmount; 保價聲明價值 → insuredValue;
    *付款方式 → payMode; 月結卡號 → monthlyCard`,
  post: `
    面单号（必填） → waybillNo; 发件人（必填） → senderName; 发件地址（必填） → senderAddress;
    发件人省（必填） → senderProvince; 发件人市（必填） → senderCity; 发件人区（必填） → senderDistrict;
    买家姓名（必填） → receiverName; 买家手机号码（必填） → receiverPhone; 买家收货省（必填） → province;
    买家收货市（必填） → city; 买家收货区（必填） → district; 买家收货地址（必填） → fullAddress;
    商品名称(必填) → goodsName; 数量（必填） → quantity; 大头笔（必填） → sorting`,
  jdLogistics: `
    寄件人姓名 → senderName; 寄件人手机 → senderPhone; 寄件人地址 → senderAddress;
    寄件人公司 → senderCompany; 收件人姓名 → receiverName; 收件人手机 → receiverPhone;
    收件人座机 → receiverTel; 收件人地址 → fullAddress; 收件人公司 → receiverCompany;
    时效产品 → serviceType; 面单备注 → sellerRemark`,
  courierSheet: `
    订单号(选填) → orderNo; 收件人姓名* → receiverName; 收件人手机* → receiverPhone;
    收件人座机 → receiverTel; 收件人地址* → fullAddress; 寄件人姓名 → senderName;
    寄件人手机 → senderPhone; 寄件人地址 → senderAddress; 物品名称 → goodsName; 物品重量(kg) → weight;
    件数 → packageCount; 备注 → sellerRemark; 保价金额 → insuredValue; 代收货款 → codAmount`,
  outletScan: `
    运单号 → waybillNo; 寄件省份 → senderProvince; 寄件城市 → senderCity; 寄件区县 → senderDistrict;
    派件省份 → province; 派件城市 → city; 派件区县 → district; 收件人 → receiverName;
    手机 → receiverPhone; 重量 → weight; 收货详细地址 → addressDetail`,
  shopify: `
    Name → orderNo; Financial Status → status; Paid at → payTime; Fulfilled at → shipTime;
    Total → amount; Shipping Method → delivType; Created at → orderTime; Lineitem quantity → quantity;
    Lineitem name → goodsName; Lineitem price → price; Lineitem sku → skuCode;
    Lineitem fulfillment status → shipState; Shipping Name → receiverName;
    Shipping Address1 → addressDetail; Shipping Address2 → addressDetail2;
    Shipping Company → receiverCompany; Shipping City → city; Shipping Zip → zip;
    Shipping Country → country; Shipping Phone → receiverPhone; Notes → buyerRemark;
    Refunded Amount → refundAmount; Shipping Province Name → province`,
  amazon: `
    order-id → orderNo; order-item-id → subOrderNo; purchase-date → orderTime; payments-date → payTime;
    buyer-email → buyerEmail; buyer-name → buyer; buyer-phone-number → buyerPhone; sku → skuCode;
    product-name → goodsName; quantity-purchased → quantity; item-price → price;
    recepient-name → receiverName; ship-address-1 → addressDetail; ship-address-2 → addressDetail2;
    ship-address-3 → addressDetail2; ship-city → city; ship-state → province; ship-postal-code → zip;
    ship-country → country; ship-phone-number → receiverPhone; order-status → status`,
  woocommerce: `
    Order Number → orderNo; Order Date → orderTime; Order Status → status; Customer Note → buyerRemark;
    First Name (Shipping) → receiverFirstLast; Last Name (Shipping) → receiverFirstLast;
    Address 1&2 (Shipping) → addressDetail; City (Shipping) → city; Postcode (Shipping) → zip;
    Country Code (Shipping) → country; Phone (Billing) → receiverPhone; Item Name → goodsName;
    SKU → skuCode; Quantity → quantity; Item Cost → price`,
  plain: `
    单号 → orderNo; 收货人 → receiverName; 手机 → receiverPhone; 地址 → fullAddress;
    商品名称 → goodsName; 数量 → quantity; 备注 → sellerRemark`,
  bare: `
    订单号 → orderNo; 收货人 → receiverName; 手机 → receiverPhone; 地址 → fullAddress`,
  unknownHeaders: `
    乙 → receiverName; 丙 → receiverPhone; 丁 → fullAddress`,
  headerless: `
    1 → receiverName; 2 → receiverPhone; 3 → province; 4 → city; 5 → district; 6 → addressDetail`,
  oneCell: `
    1 → oneLineReceiver`,
  meaning: `
    订单号 → orderNo; 收货人 → receiverName; 手机 → receiverPhone; 地址 → fullAddress; 订单状态 → status;
    承诺发货时间 → promiseShipTime; 重量(kg) → weight; 代收货款 → codAmount`,
} as const;
