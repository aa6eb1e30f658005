/** 收 货 人 and 电 话: words of a form are spaced out for looks. */
const spread = (word: string): string => Array.from(word).join(' ?');

const person =
  '(?:收货人|收件人|收貨人|收件者|联系人|聯絡人|联络人|聯系人|签收人|接收人|收货方|收件方|客户|客人|顾客|买家|用户|会员)';
const purpose =
  '(?:收货|收件|收貨|联系|聯絡|联络|送货|配送|邮寄|寄件|寄送|发货|快递|详细|詳細|街道|家庭|公司|新|我的)';
const device = `(?:${spread('手机')}|手機|${spread('电话')}|電話|座机|固定电话|固话)(?:号码|號碼|号)?`;

/** Longer words first where one begins with another; phone and address before name, since 收货人电话 is no name. */
const words = {
  phone: `(?:${person}的?|${purpose})?(?:${device})(?:[/、或]${device})?|(?:联系|聯絡|联络)(?:方式|号码|方法)|phone(?: number| no)?|mobile(?: phone| number)?|telephone|tel|cell(?:phone)?|contact number|[tmp](?=:)`,
  address: `(?:${person}的?|${purpose})?(?:${spread('地址')}|住址|邮寄地址)(?:信息|详情)?(?:改成|改为|换成|更新为)?|(?:${person}的?|${purpose})?(?:所在)?(?:地区|地區|区域|區域)|所在(?:省市区?|地址|地)|省市区县?|省/市/区|(?:省份|城市|区县|区/县|街道/镇|乡镇|省|市|区|县|街道|镇|${spread('门牌')}号?)(?=\\s*:)|(?:shipping |delivery |street )?address|addr|add`,
  postcode: '邮政编码|郵政編碼|邮编|郵編|郵遞區號|zip(?: ?code)?|post ?code|postal code',
  idNumber: '身份证号码|身份证号|身份证|身分證',
  other:
    '订单编号|订单号|订单|單號|单号|快递单号|运单号|编号|买家备注|卖家备注|买家留言|备注|備註|留言|商品名称|商品|货品|产品|规格|款式|颜色|尺码|数量|件数|物品|昵称|旺旺号?|微信号?|QQ号?|邮箱|付款方式|email|e-mail|remarks?|order(?: no)?|note|qty',
  name: `${person}(?:的?姓名|的?名称|的?名字)|(?:收货|收件|真实|联系)(?:姓名|人名)|${spread('收货人')}|${spread('收件人')}|${person}|${spread('姓名')}|名字|名称(?=\\s*:)|称呼|收方|收(?=\\s*:)|(?:receiver|recipient|consignee|contact|full|customer)(?: name| person)?|name|attn|to`,
} as const;

export const labelFields = Object.keys(words) as readonly (keyof typeof words)[];

/** One group a field, and `tail`: the colon or closing bracket behind the word. */
export function labelGrammar(): RegExp {
  const fields = labelFields.map((field) => `(?<${field}>${words[field]})`).join('|');
  return new RegExp(`[\\[【(]?(?:${fields})\\.?(?<tail>\\s*[:=]|\\s*是|\\s*为(?=[:\\s])|[\\]】])?`, 'gi');
}

/** Words of a chat in front of an address. */
export const chatLead =
  /(?:(?:你好|您好|老板|亲|麻烦|请|帮忙|帮我|给我)[,，~!! ]{0,2})+发(?!货|票|的|出|给|到|往|顺丰|[圆中申]通|韵达|邮)|(?:(?:你好|您好|老板|亲|麻烦|请|帮忙|帮我|给我)[,，~!! ]{0,2})*(?:寄给|寄到|寄往|发给|发到|发往|送到|送给|邮寄到|快递到|寄|发(?=[\u4e00-\u9fff]{2,3}(?:[省市]|自治区))|(?:收货|收件|快递|邮寄)信息(?=:))(?:这里|这个地址)?\s*:?/g;
