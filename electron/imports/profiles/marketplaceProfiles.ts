import type { ImportProfile } from './importProfile.ts';

/** Exports of the sales platforms, most specific first. */
export const marketplaceProfiles: readonly ImportProfile[] = [
  {
    id: 'taobao',
    name: { 'zh-CN': '淘宝/天猫', en: 'Taobao / Tmall' },
    must: ['订单编号', '买家会员名', '收货人姓名', '收货地址'],
    helps: ['宝贝标题', '宝贝种类', '店铺Id', '联系手机', '修改后的收货地址'],
    not: ['货品标题'],
    // 订单编号 comes first and is what the platform wants back; 订单备注 is the seller's note here.
    headers: { 主订单编号: null, 联系电话: 'receiverTel', 订单备注: 'sellerRemark', 宝贝种类: null },
  },
  {
    id: 'taobao-items',
    name: { 'zh-CN': '淘宝/天猫 宝贝报表', en: 'Taobao / Tmall item report' },
    must: ['购买数量', '商品属性', '商家编码'],
    oneOf: [
      ['标题', '商品标题'],
      ['订单编号', '主订单编号'],
    ],
    helps: ['外部系统编号', '套餐信息'],
    not: ['收货地址', '收货人姓名'],
  },
  {
    id: 'pinduoduo',
    name: { 'zh-CN': '拼多多', en: 'Pinduoduo' },
    must: ['订单号', '商品规格', '样式ID'],
    oneOf: [['商品id', '商品']],
    helps: ['商家编码-规格维度', '商家编码-SKU维度', '订单成交时间', '团ID', '是否抽奖或0元试用'],
    headers: {
      商品: 'goodsName',
      用户购买手机号: 'buyerPhone',
      充值号码: null,
      配送员手机号: null,
      配送状态: null,
      支付ID: null,
    },
  },
  {
    id: 'douyin',
    name: { 'zh-CN': '抖店', en: 'Douyin shop' },
    must: ['主订单编号', '子订单编号', '选购商品'],
    helps: ['旗帜颜色', '鲁班落地页ID', '达人ID', '流量体裁', '收件人手机号'],
    headers: { 快递信息: 'carrierAndNo', 预约送达时间: null, 货号: 'goodsCode' },
  },
  {
    id: 'jd',
    name: { 'zh-CN': '京东 POP', en: 'JD marketplace' },
    must: ['订单号', '订购数量', '京东价', '客户姓名'],
    helps: ['下单帐号', '结算金额', '客户地址'],
    // The opposite of Taobao: the phone is the mobile and 订单备注 is the buyer's.
    headers: { 联系电话: 'receiverPhone', 订单备注: 'buyerRemark', 订单渠道: null, 单位电话: null },
  },
  {
    id: 'kuaishou',
    name: { 'zh-CN': '快手小店', en: 'Kuaishou shop' },
    must: ['订单号', '成交数量'],
    oneOf: [['收货地址-省', 'CPS达人ID']],
    helps: ['快赚客ID', '预售/承诺发货时间'],
    headers: {
      渠道: null,
      订单备注: 'sellerRemark',
      集运类型: 'holdFlag',
      赠品订单号: null,
      '预售/承诺发货时间': 'promiseShipTime',
    },
  },
  {
    id: 'xiaohongshu',
    name: { 'zh-CN': '小红书', en: 'Xiaohongshu' },
    must: ['订单号', 'SKU件数'],
    oneOf: [['规格ID', '小红书编码']],
    helps: ['包裹备注信息', '大头笔/Paint Marker'],
    headers: { 用户备注: 'buyerRemark', 商品名称: null, 支付渠道订单号: null, 第三方机构订单号: null },
  },
  {
    id: 'weixin',
    name: { 'zh-CN': '微信小店/视频号小店', en: 'WeChat shop' },
    must: ['订单号', '商品编码(平台)', 'SKU编码(自定义)'],
    helps: ['带货账号昵称', '打标颜色', '礼物单号'],
    headers: { 交易单号: null, 礼物单号: null, 商品发货: 'shipState', 商品售后: 'refundStatus' },
  },
  {
    id: 'youzan',
    name: { 'zh-CN': '有赞', en: 'Youzan' },
    must: ['订单号', '收货人/提货人', '全部商品名称'],
    helps: ['详细收货地址/提货地址', '订单星级'],
    headers: { 外部订单号: null, '买家昵称/买家姓名': 'buyer' },
  },
  {
    id: 'youzan-items',
    name: { 'zh-CN': '有赞 商品维度', en: 'Youzan item report' },
    must: ['订单号', '订单商品状态', '商品发货状态'],
    helps: ['商品留言', '周期购信息'],
    headers: { 外部订单号: null },
  },
  {
    id: 'weidian',
    name: { 'zh-CN': '微店', en: 'Weidian' },
    must: ['订单编号', '商品型号', '收货/提货详细地址'],
    helps: ['下单模板信息'],
    headers: { 下单模板信息: 'buyerRemark', 商品件数: 'quantity' },
  },
  {
    id: 'alibaba1688',
    name: { 'zh-CN': '1688', en: '1688' },
    must: ['订单编号', '货品总价(元)', '货品标题'],
    helps: ['Offer ID', '单品货号', '涨价或折扣(元)'],
    headers: { 联系电话: 'receiverTel', 关联编号: null, 买家公司名: null, 卖家会员名: null },
  },
];
