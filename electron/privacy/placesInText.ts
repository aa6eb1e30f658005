import type { FoldedText, TextRange } from './foldedText.ts';

const hanNumeral = '[一二三四五六七八九十百零〇两]{1,4}';
const number = `(?:[a-z]?\\d{1,4}|${hanNumeral})`;
const part = '(?:单元|單元|门|層|层|楼|樓|室|房|号|號|户|戶|#)';
/** 8栋 · 3号楼 · B座 · 2座1203 (but not 5座 of a car) */
const building = `(?:(?:${number}|[a-z])\\s*(?:号楼|號樓|栋|棟|幢)|(?<![a-z])[a-h]\\s*座|\\d{1,2}座(?=\\s*\\d{2,4}(?!\\d)))`;
/** What follows a building: 2单元 · 1203 · -1203 · 十二层 */
const inside = `(?:\\s*[-、,]?\\s*(?:${number}\\s*${part}|[a-z]?\\d{3,4}(?!\\d)|[一二三四五六七八九零〇]{3,4}))`;

/** Units and rooms; storeys, doors and sizes of goods are none. */
const places: readonly RegExp[] = [
  new RegExp(`${building}${inside}*`, 'gu'),
  new RegExp(`${number}\\s*(?:单元|單元)\\s*-?\\s*(?:${number}\\s*${part}|\\d{2,4}(?!\\d))`, 'gu'),
  /(?<!\d)[a-z]?\d{3,4}\s*(?:室|房(?!间?型)|户(?!型)|戶)/gu,
  /(?<![\d.])\d{1,3}\s*(?:楼|樓)(?!梯)(?:\s*-?\s*[a-z]?\d{1,4}\s*(?:室|房|号|户)?(?!\d))?/gu,
  /(?<![\d-])[a-z]?\d{1,3}[-#][a-z]?\d{1,2}[-#]\d{3,4}(?![\d-])/gu,
  /(?<![\d.])\d{1,2}#\s*-?\d{3,4}(?!\d)/gu,
];
/** What says that a number is one of a door. */
const doors =
  /(?:住在?|房号|房间号?|门牌号?|室号|送到|放到|单元)\s*[:：]?\s*([a-z]?\d{1,3}[-#]\d{2,4}|\d{3,4})(?!\d)/gu;

export function placesIn({ plain }: FoldedText): TextRange[] {
  const found: TextRange[] = [];
  for (const place of places)
    for (const { 0: text, index } of plain.matchAll(place))
      found.push({ from: index, to: index + text.length });
  for (const { 0: text, 1: roomNumber = '', index } of plain.matchAll(doors))
    found.push({ from: index + text.length - roomNumber.length, to: index + text.length });
  return found;
}

const mail = /[a-z0-9][\w.+-]*@[\w-]+(?:\.[\w-]+)+/gu;
const chat =
  /(?:微信|威信|wechat|weixin|(?<![a-z])[wv]x|v信|扣扣|(?<![a-z])qq)\s*(?:号|id)?\s*(?:[:：=是]\s*[a-z\d][\w-]{4,19}|(?=[\w-]*[\d_])[a-z\d][\w-]{4,19})/gu;

/** E-mail addresses, and names in chats that are said to be some. */
export function addressesIn({ plain }: FoldedText): TextRange[] {
  const found: TextRange[] = [];
  for (const pattern of [mail, chat])
    for (const { 0: text, index } of plain.matchAll(pattern))
      found.push({ from: index, to: index + text.length });
  return found;
}
