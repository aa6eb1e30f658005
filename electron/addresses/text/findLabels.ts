import { isIdeograph, isLatin } from './characters.ts';
import { chatLead, labelFields, labelGrammar } from './labelWords.ts';
import type { Ownership } from './ownership.ts';

/** `chat` says nothing about the receiver. */
export type LabelField = (typeof labelFields)[number] | 'chat';

export interface Label {
  readonly field: LabelField;
  readonly start: number;
  readonly end: number;
}

const labelPattern = labelGrammar();
/** Every label has one of these; most texts have none and are spared the long grammar. */
const labelHint =
  /[:=]|[收联聯客顾买用签接姓]|名字|名称|称呼|手 ?机|手機|电 ?话|電話|座机|固|地 ?址|住址|地区|地區|区域|區域|所在|省市|邮|郵|身份|身分|单号|單號|订单|编号|备注|備註|留言|商品|[货产]品|规格|[tT][eE][lL]|[pP]hone|[mM]obile|[cC]ell|QQ|微信|旺旺|昵称/;

/** 买家豆豆, 顾客Amy: a short word and then a comma or the end, but no 客户经理. */
const shortNameBehind = /^(?!经理|服务|中心|端|部)[\p{L}·]{2,5}(?:$|[\s,;。、(])/u;

function standsAlone(
  text: string,
  label: RegExpMatchArray,
  end: number,
  owned: Ownership,
  chatEnds: ReadonlySet<number>,
): boolean {
  const start = label.index ?? 0;
  const before = text.charCodeAt(start - 1);
  const { tail = '', phone, address, name, other } = label.groups ?? {};
  const colon = /[:=]/.test(tail);
  const facesNumber = (phone ?? other) !== undefined && !owned.isFree(end);
  if (/^\W?[A-Za-z]/.test(label[0]))
    return !isLatin(before) && (colon || (facesNumber && label[0].length > 1));
  const freeBefore = !owned.isContent(start - 1) || !isIdeograph(before) || chatEnds.has(start);
  if (colon) return freeBefore || end - start >= 3;
  if (!freeBefore) return facesNumber;
  if (tail !== '' || facesNumber || !owned.isContent(end)) return true;
  // 收件人孙悦 and 收货地址上海市 glue the label to what it names.
  return (
    (address !== undefined && (end - start >= 4 || /^(?:省市|所在)|址$/.test(address))) ||
    (name !== undefined &&
      (end - start >= 3 || /^[姓名]/.test(name) || shortNameBehind.test(text.slice(end, end + 8))))
  );
}

/** 1) · 2、 in front of the first word of a list. */
const listNumber = /^\s*(?:\(?\d{1,3}[.、)](?=\s*[^\s\d]))/;

/** 寄到, 麻烦发到: where a chat turns to the address. */
function findChat(text: string, owned: Ownership): Label[] {
  const found: Label[] = [];
  for (const match of text.matchAll(chatLead)) {
    const start = match.index;
    const end = start + match[0].length;
    const clear = owned.isTokenStart(start) && (match[0].length > 1 || text[end - 1] === ':');
    if (clear && owned.isFree(start)) found.push({ field: 'chat', start, end });
  }
  return found;
}

/** Finds the words that say what follows; they win over every guess. */
export function findLabels(text: string, owned: Ownership): Label[] {
  const labels: Label[] = [];
  const numbered = listNumber.exec(text);
  if (numbered !== null) labels.push({ field: 'chat', start: 0, end: numbered[0].length });
  const chat = findChat(text, owned);
  const chatEnds = new Set(chat.map(({ end }) => end));
  const worded = text.search(labelHint) === -1 ? [] : text.matchAll(labelPattern);
  for (const match of worded) {
    const start = match.index;
    const end = start + match[0].length;
    if (!owned.isFree(start) || !standsAlone(text, match, end, owned, chatEnds)) continue;
    const field = labelFields.find((name) => match.groups?.[name] !== undefined);
    if (field !== undefined) labels.push({ field, start, end });
  }
  for (const lead of chat) {
    if (!labels.some((label) => label.start < lead.end && lead.start < label.end)) labels.push(lead);
  }
  return labels.sort((a, b) => a.start - b.start);
}
