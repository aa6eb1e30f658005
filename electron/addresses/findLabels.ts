import { isIdeograph, isLatin } from './characters.ts';
import type { Ownership } from './ownership.ts';

export type LabelField = 'name' | 'phone' | 'address' | 'postcode' | 'idNumber' | 'other' | 'chat';

export interface Label {
  readonly field: LabelField;
  readonly start: number;
  readonly end: number;
}

const words: Readonly<Record<Exclude<LabelField, 'chat'>, string>> = {
  name: '收货人姓名|收件人姓名|收货人名称|收件人名称|收货姓名|收件姓名|客户姓名|买家姓名|收货人|收件人|收貨人|收件者|联系人|聯絡人|联络人|聯系人|姓名|名字|称呼|收方|(?:receiver|recipient|consignee|contact|full)(?: name)?|name|attn|to',
  phone:
    '(?:收货人|收件人|联系人)?(?:手机号码|手机号|手機號碼|手機|手机|电话号码|电话|電話號碼|電話|联系电话|联系方式|联系号码|联络电话|聯絡電話|座机|固定电话|固话)|手机/电话|phone(?: number| no)?|mobile(?: phone| number)?|telephone|tel|cell(?:phone)?|contact number',
  address:
    '(?:收货人|收件人)?(?:收货地址|收件地址|收貨地址|详细地址|詳細地址|联系地址|送货地址|配送地址|邮寄地址|寄件地址|寄送地址|街道地址|所在地区|所在地區|所在地址|所在地|所在区域|收货地区|省市区|省份|城市|区县|区/县|街道/镇|乡镇|省(?=\\s*:)|市(?=\\s*:)|区(?=\\s*:)|县(?=\\s*:)|街道(?=\\s*:)|镇(?=\\s*:)|地址|地区|區域|区域|住址)|(?:shipping |delivery |street )?address|addr|add',
  postcode: '邮政编码|郵政編碼|邮编|郵編|郵遞區號|zip(?: ?code)?|post ?code|postal code',
  idNumber: '身份证号码|身份证号|身份证|身分證',
  other:
    '订单编号|订单号|订单|單號|单号|编号|买家备注|卖家备注|买家留言|备注|備註|留言|商品名称|商品|货品|规格|数量|物品|昵称|旺旺|微信号?|邮箱|email|e-mail|remark|order(?: no)?|note',
};

const fields = Object.keys(words) as (keyof typeof words)[];
const labelPattern = new RegExp(
  `[\\[【(]?(?:${fields.map((field) => `(?<${field}>${words[field]})`).join('|')})\\.?(?<tail>\\s*[:=]|\\s*是|\\s*为(?=[:\\s])|[\\]】])?`,
  'gi',
);
/** Words of a chat in front of an address: they say nothing about the receiver. */
const chatLead =
  /(?:(?:你好|您好|老板|亲|麻烦|请|帮忙|帮我)[,，~!! ]{0,2})*(?:寄给|寄到|寄往|发给|发到|发往|送到|送给|邮寄到|快递到|寄)(?:这里|这个地址)?\s*:?/g;

function standsAlone(
  text: string,
  label: RegExpMatchArray,
  start: number,
  end: number,
  owned: Ownership,
): boolean {
  const latin = /^\W?[A-Za-z]/.test(label[0]);
  const before = text.charCodeAt(start - 1);
  const tail = label.groups?.tail ?? '';
  const colon = /[:=]/.test(tail);
  if (latin) {
    if (isLatin(before)) return false;
    return (
      colon || (label.groups?.phone !== undefined && !owned.isContent(end) && !isLatin(text.charCodeAt(end)))
    );
  }
  const freeBefore = !owned.isContent(start - 1) || !isIdeograph(before);
  if (colon) return freeBefore || end - start >= 3;
  if (!freeBefore) return label.groups?.phone !== undefined && !owned.isFree(end);
  if (tail !== '') return true;
  if (label.groups?.phone !== undefined && !owned.isFree(end)) return true;
  return !owned.isContent(end) || (label.groups?.address !== undefined && end - start >= 4);
}

/** 1) · 2、 in front of the first word of a list. */
const listNumber = /^\s*(?:\(?\d{1,3}[.、)](?=\s*[^\s\d]))/;

/** Finds the words that say what follows; they win over every guess. */
export function findLabels(text: string, owned: Ownership): Label[] {
  const labels: Label[] = [];
  const numbered = listNumber.exec(text);
  if (numbered !== null) labels.push({ field: 'chat', start: 0, end: numbered[0].length });
  for (const match of text.matchAll(labelPattern)) {
    const start = match.index;
    const end = start + match[0].length;
    if (!owned.isFree(start) || !standsAlone(text, match, start, end, owned)) continue;
    const field = fields.find((name) => match.groups?.[name] !== undefined);
    if (field !== undefined) labels.push({ field, start, end });
  }
  for (const match of text.matchAll(chatLead)) {
    const start = match.index;
    const end = start + match[0].length;
    const clear = owned.isTokenStart(start) && (match[0].length > 1 || text[end - 1] === ':');
    if (clear && owned.isFree(start) && !labels.some((label) => label.start < end && start < label.end)) {
      labels.push({ field: 'chat', start, end });
    }
  }
  return labels.sort((a, b) => a.start - b.start);
}
