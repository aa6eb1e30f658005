/** Longer words first where one begins with another; phone and address before name, since 收货人电话 is no name. */
const words = {
  phone:
    '(?:收货人|收件人|联系人)?(?:手机号码|手机号|手機號碼|手機|手机|电话号码|电话|電話號碼|電話|联系电话|联系方式|联系号码|联络电话|聯絡電話|座机|固定电话|固话)|手机/电话|phone(?: number| no)?|mobile(?: phone| number)?|telephone|tel|cell(?:phone)?|contact number|[tmp](?=:)',
  address:
    '(?:收货人|收件人|我的|新)?(?:收货地址|收件地址|收貨地址|详细地址|詳細地址|联系地址|送货地址|配送地址|邮寄地址|寄件地址|寄送地址|街道地址|所在地区|所在地區|所在地址|所在地|所在区域|收货地区|省市区|地址|地区|區域|区域|住址)(?:改成|改为|换成|更新为)?|(?:省份|城市|区县|区/县|街道/镇|乡镇|省|市|区|县|街道|镇)(?=\\s*:)|(?:shipping |delivery |street )?address|addr|add',
  postcode: '邮政编码|郵政編碼|邮编|郵編|郵遞區號|zip(?: ?code)?|post ?code|postal code',
  idNumber: '身份证号码|身份证号|身份证|身分證',
  other:
    '订单编号|订单号|订单|單號|单号|编号|买家备注|卖家备注|买家留言|备注|備註|留言|商品名称|商品|货品|规格|数量|物品|昵称|旺旺|微信号?|邮箱|email|e-mail|remark|order(?: no)?|note',
  name: '(?:收货人|收件人|客户|买家|联系人)(?:姓名|名称)|收货姓名|收件姓名|收货人|收件人|收貨人|收件者|联系人|聯絡人|联络人|聯系人|姓名|名字|称呼|收方|收(?=\\s*:)|(?:receiver|recipient|consignee|contact|full)(?: name)?|name|attn|to',
} as const;

export const labelFields = Object.keys(words) as readonly (keyof typeof words)[];

/** One group a field, and `tail`: the colon or closing bracket behind the word. */
export function labelGrammar(): RegExp {
  const fields = labelFields.map((field) => `(?<${field}>${words[field]})`).join('|');
  return new RegExp(`[\\[【(]?(?:${fields})\\.?(?<tail>\\s*[:=]|\\s*是|\\s*为(?=[:\\s])|[\\]】])?`, 'gi');
}

/** Words of a chat in front of an address. */
export const chatLead =
  /(?:(?:你好|您好|老板|亲|麻烦|请|帮忙|帮我)[,，~!! ]{0,2})*(?:寄给|寄到|寄往|发给|发到|发往|送到|送给|邮寄到|快递到|寄|(?:收货|收件|快递|邮寄)信息(?=:))(?:这里|这个地址)?\s*:?/g;
