import { keysOf } from '../../../shared/rules/typedRecord.ts';
import { fullNameWorth, nameWorth, surnameLength } from '../names/nameWorth.ts';
import { isIdeograph, isLatin } from './characters.ts';
import { Gate } from './gate.ts';
import { matchesOf } from './matchesOf.ts';
import type { NormalText } from './normaliseText.ts';
import type { Ownership } from './ownership.ts';
import { blanks, UnitSet } from './unitSet.ts';

/** 收 货 人 and 电 话: words of a form are spaced out for looks. */
const spread = (word: string): string => Array.from(word).join(' ?');

const person =
  '(?:收货人|收件人|收貨人|收件者|联系人|聯絡人|联络人|聯系人|签收人|接收人|收货方|收件方|客户|客人|顾客|买家|用户|会员)';
const purpose =
  '(?:收货|收件|收貨|联系|聯絡|联络|送货|配送|邮寄|寄件|寄送|发货|快递|详细|詳細|街道|家庭|公司|新|我的)';
const device = `(?:${spread('手机')}|手機|${spread('电话')}|電話|座机|固定电话|固话)(?:号码|號碼|号)?`;

/** Longer words first where one begins with another; phone and address before name, since 收货人电话 is no name. */
const words = {
  phone: `(?:${person}的?|${purpose}|备用|另一个?|第二)?(?:${device})(?:[/、或]${device})?|(?:联系|聯絡|联络)(?:方式|号码|方法)|phone(?: number| no)?|mobile(?: phone| number)?|telephone|tel|cell(?:phone)?|contact number|[tmp](?=:)`,
  address: `(?:${person}的?|${purpose})?(?:${spread('地址')}|住址|邮寄地址)(?:信息|详情|[省市区县](?=\\s))?(?:改成|改为|换成|更新为)?|(?:${person}的?|${purpose})?(?:所在)?(?:地区|地區|区域|區域)|所在(?:省市区?|地址|地)|省市区县?|省/市/区|(?<![^\\n])(?:省份|城市|区县|街道|乡镇|详细)(?=[\\s])|(?:省份|城市|区县|区/县|街道/镇|乡镇|省|市|区|县|街道|镇|${spread('门牌')}号?)(?=\\s*:)|(?:shipping |delivery |street )?address|addr|add`,
  postcode: '邮政编码|郵政編碼|邮编|郵編|郵遞區號|zip(?: ?code)?|post ?code|postal code',
  idNumber: '身份证号码|身份证号|身份证|身分證',
  other:
    '订单编号|订单号|订单|單號|单号|快递单号|运单号|编号|性别|年龄|商品名称|商品|(?:淘宝|旺旺|买家|用户|会员|抖音|快手)(?:ID|账号|帐号|昵称|用户名|号)|用户名|账号|帐号|货品|产品|规格|款式|颜色|尺码|数量|件数|物品|昵称|旺旺号?|微信号?|QQ号?|邮箱|付款方式|email|e-mail|order(?: no)?|qty',
  remark: '买家备注|卖家备注|买家留言|备注|備註|留言|remarks?|note',
  name: `${person}(?:的?姓名|的?名称|的?名字)|(?:收货|收件|真实|联系)(?:姓名|人名)|${spread('收货人')}|${spread('收件人')}|${person}|${spread('姓名')}|名字|名称(?=\\s*:)|称呼|收方|收[件货]?(?=\\s*:)|(?:receiver|recipient|consignee|contact|full|customer)(?: name| person)?|name|attn|to`,
} as const;

const labelFields = keysOf(words);

/**
 * One group a field, in their order, and a last one for the colon or closing bracket behind the word. Groups with names would
 * make an object of all of them at each match.
 */
export function labelGrammar(): RegExp {
  const fields = labelFields.map((field) => `(${words[field]})`).join('|');
  return new RegExp(
    `[\\[【(]?(?:${fields})\\.?(\\s*\\*?\\s*[:=]|\\s*[呢嘛]?(?:还|就)?[是叫]|\\s*(?:改成|改为|换成|更新为)|\\s*为(?=[:\\s])|[\\]】])?`,
    'gi',
  );
}

/** Words of a chat in front of an address. */
export const chatLead =
  /(?:(?:你好|您好|老板|亲|麻烦|请|帮忙|帮我|给我|嗯|那|就|呃)[,，~!! ]{0,2})+发(?!货|票|的|出|给|到|往|顺丰|[圆中申]通|韵达|邮)|(?:(?:你好|您好|老板|亲|麻烦|请|帮忙|帮我|给我|嗯|那|就|呃)[,，~!! ]{0,2})*(?:寄给|寄到|寄往|发给|发到|发往|送到|送给|邮寄到|快递到|寄|发(?=[\u4e00-\u9fff]{2,3}(?:[省市]|自治区))|(?:收货|收件|快递|邮寄)信息(?=:))(?:这里|这边|这个(?:地址)?)?\s*:?/g;

/** `chat` says nothing about the receiver. */
type LabelField = (typeof labelFields)[number] | 'chat';

export interface Label {
  readonly field: LabelField;
  readonly start: number;
  readonly end: number;
}

const labelPattern = new RegExp(labelGrammar().source, 'iy');
/** What any label begins with: at most places of a text a look at one unit spares the long grammar. */
const labelFront = new UnitSet(
  '[【(另第收联聯送配邮寄发快详詳街家公新我签接客顾买用会手电電座固地住所区區省城乡市县镇门郵身订單单运编卖备備留商货产规款颜尺数件物昵旺微付真姓名称性年淘抖账帐acdefmnopqrstzACDEFMNOPQRSTZ',
);
/** A label is looked for only in a text with one of these or of the words below; most have none and are spared the long grammar. */
const hintGate = new Gate(':=收联聯客顾买用签接姓固邮郵');
const hintWords =
  /名字|名称|称呼|手 ?机|手機|电 ?话|電話|座机|地 ?址|住址|地区|地區|区域|區域|所在|身份|身分|单号|單號|订单|编号|备注|備註|留言|商品|[货产]品|规格|[tT][eE][lL]|[pP]hone|[mM]obile|[cC]ell|QQ|微信|旺旺|昵称/;
/** Each of these words has one of them. */
const hintWordGate = new Gate('字称呼机機话話址地域所身单單订编备備留商品规tTpPmMcCQ微旺');

function hasHint({ text, signs }: NormalText): boolean {
  if (hintGate.isOpen(signs) || text.includes('省市')) return true;
  return hintWordGate.isOpen(signs) && hintWords.test(text);
}

/** 买家豆豆, 顾客Amy: a short word and then a comma or the end, but no 客户经理. */
const shortNameBehind = /^(?!经理|服务|中心|端|部)[\p{L}·]{2,5}(?:$|[\s,;。、(])/u;

/** 程磊 in 三零二收件人程磊电话…: dictated without a mark, a label is one where a person stands behind it and then a phone or the end. */
const personBehind = /^[\u3400-\u9fff·]{2,4}?(?=$|[\s,;。、\d(]|(?:联系)?(?:电话|手机)|联系方式|地址)/;

function namesPerson(behind: string): boolean {
  const person = personBehind.exec(behind)?.[0] ?? '';
  return surnameLength(person) > 0 && (person.length <= 3 || (nameWorth(person) ?? 0) >= fullNameWorth);
}

/** Words between the beginning of a sentence and 地址: 这是我的收货地址, 麻烦改下地址. */
const leadsOn =
  /(?:^|[\s,;。、!~:])(?:麻烦|请|帮忙|帮我|给我)?[这那是我你您的新老收发寄送改换下个到在就还喂好嗯]{0,6}$/;

/** 订单号2511…: no blank, and a number with dashes. */
const orderWord = /(?:订单|單號|单号|编号)$/;
const orderCode = /^(?:\d|[A-Za-z]{1,4}\d{3})/;

/** A match of the grammar: `word` without the marks in front, `tail` the sign behind it. */
interface WordedLabel extends Label {
  readonly word: string;
  readonly tail: string;
}

function standsAlone(text: string, label: WordedLabel, owned: Ownership, chat: readonly Label[]): boolean {
  const { field, start, end, word, tail } = label;
  const before = text.charCodeAt(start - 1);
  const colon = /[:=]/.test(tail);
  const facesNumber =
    ((field === 'phone' || field === 'other' || field === 'remark') && !owned.isFree(end)) ||
    (field === 'other' && orderWord.test(word) && orderCode.test(text.slice(end, end + 8)));
  if (isLatin(word.charCodeAt(0))) return !isLatin(before) && (colon || (facesNumber && end - start > 1));
  const freeBefore =
    !owned.isContent(start - 1) || !isIdeograph(before) || chat.some((lead) => lead.end === start);
  if (colon) return freeBefore || end - start >= 3;
  if (!freeBefore) {
    if (field === 'name' && word.length >= 2) return namesPerson(text.slice(end, end + 8));
    return facesNumber || (field === 'address' && leadsOn.test(text.slice(Math.max(0, start - 9), start)));
  }
  if (tail !== '' || facesNumber || !owned.isContent(end)) return true;
  // 收件人孙悦 and 收货地址上海市 glue the label to what it names.
  if (field === 'address') return end - start >= 4 || /^(?:省市|所在)|址$/.test(word);
  return (
    field === 'name' &&
    (end - start >= 3 || /^[姓名]/.test(word) || shortNameBehind.test(text.slice(end, end + 8)))
  );
}

/** 1) · 2、 in front of the first word of a list. */
const listNumber = /^\s*(?:\(?\d{1,3}[.、)](?=\s*[^\s\d]))/;
const listNumberFront = new UnitSet(`${blanks}(0123456789`);

/** 从义乌发往, 由广州市天河区体育西路103号寄到: where a parcel sets out from, as far as its goal; 从化 and 从江 are places. */
const origin = /(?:从(?![化江])|由)(?:(?!\d{7})[^\n]){2,40}?[寄发][到往]\s*:?/g;

/** Each of the words a chat leads on with has one of these. */
const leadGate = new Gate('发寄送递息');
const originGate = new Gate('从由');

/** 快递寄到, 包裹发到. */
const sentThings: readonly string[] = ['快递', '包裹', '东西'];

/** 寄到, 麻烦发到: where a chat turns to the address. */
function findChat({ text, signs }: NormalText, owned: Ownership): readonly Label[] {
  if (!leadGate.isOpen(signs)) return [];
  const found: Label[] = [];
  if (originGate.isOpen(signs))
    for (const { index, 0: words } of matchesOf(origin, text))
      if (owned.isTokenStart(index)) found.push({ field: 'chat', start: index, end: index + words.length });
  for (const match of matchesOf(chatLead, text)) {
    const { index } = match;
    const start = sentThings.includes(text.slice(index - 2, index)) ? index - 2 : index;
    const end = index + match[0].length;
    const clear = owned.isTokenStart(start) && (match[0].length > 1 || text[end - 1] === ':');
    if (clear && owned.isFree(start)) found.push({ field: 'chat', start, end });
  }
  return found;
}

function findWorded(text: string, owned: Ownership, chat: readonly Label[], labels: Label[]): void {
  for (let start = 0; start < text.length; start += 1) {
    if (!labelFront.isAt(text, start)) continue;
    labelPattern.lastIndex = start;
    const match = labelPattern.exec(text);
    if (match === null) continue;
    const end = labelPattern.lastIndex;
    const group = labelFields.findIndex((_, at) => match[at + 1] !== undefined);
    const field = labelFields[group];
    if (field !== undefined && owned.isFree(start)) {
      const word = match[group + 1] ?? '';
      const tail = match[labelFields.length + 1] ?? '';
      if (standsAlone(text, { field, start, end, word, tail }, owned, chat))
        labels.push({ field, start, end });
    }
    start = end - 1;
  }
}

/** Finds the words that say what follows; they win over every guess. */
export function findLabels(normal: NormalText, owned: Ownership): Label[] {
  const { text } = normal;
  const labels: Label[] = [];
  const numbered = listNumberFront.isAt(text, 0) ? listNumber.exec(text) : null;
  if (numbered !== null) labels.push({ field: 'chat', start: 0, end: numbered[0].length });
  const chat = findChat(normal, owned);
  if (hasHint(normal)) findWorded(text, owned, chat, labels);
  for (const lead of chat) {
    if (!labels.some((label) => label.start < lead.end && lead.start < label.end)) labels.push(lead);
  }
  return labels.sort((a, b) => a.start - b.start);
}
