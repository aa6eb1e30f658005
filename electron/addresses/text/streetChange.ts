import { type AddressChange, withoutMarks } from './changeLead.ts';
import { Gate } from './gate.ts';
import { matchesOf } from './matchesOf.ts';
import type { NormalText } from './normaliseText.ts';

const changeGate = new Gate('改换換转轉更');
/**
 * …1号，改寄科技园2号, …1栋301 改2栋402: the words that change a street, behind a mark or the end of an address. 转到 is not
 * among them, which is a turn on the way.
 */
const streetLead =
  /(?<=[\s,;。、!:()[\]【】\d号室栋幢座楼层户元])(?:麻烦|帮忙|帮我|给我|现在?|已经?|想|要|请){0,3}(?:(?:[改换]|变更|更正)(?:[寄发送][到给往]?|[到成为])|转寄[到给往]?|改(?=\s?\d))/g;

const counted = '(?:\\d{1,5}|[A-Za-z]\\d{0,3}|[一二三四五六七八九十]{1,3})';
const unit = '(?:号楼|号院|号|栋|幢|座|室|单元|弄|楼|层|组|期|户)';
/** What is read of a text behind such words. */
const streetReach = 40;
/** 12号下午, 5月2号: a day to deliver on. */
const day = /^[^\d,;。]{0,4}(?:\d{1,2}月\d|\d{1,2}[号日](?:[上下中]午|[早晚送发寄再]|之?[前后]))/;
const numberedStreet = new RegExp(`^[^,;。、!?\\n]{0,24}?${counted}\\s?${unit}`);
const roomAlone = /^\d{3,4}(?![\d:点时分件个元年])/;
/** Not 我公司路口, 门口, 楼下小区. */
const namedStreet =
  /^(?![我你您他她门楼])[^\s,;。、!?]{2,12}?(?:[路街巷弄](?![边口上过])|大道|胡同|[镇村乡]|小区|花园|家园|公寓|大厦|广场|学校|[中小大]学|医院)/;

const courier = /^(?:顺丰|圆通|中通|申通|韵达|极兔|邮政|京东|德邦|ems)/i;

/** Is this a street or a part of one, rather than a day, a wish or another courier? What is 寄 leaves for it whatever it is. */
function isMeant(words: string, text: string): boolean {
  if (day.test(text) || courier.test(text)) return false;
  const isSent = words.includes('寄') && /^\p{L}{2}/u.test(text);
  return isSent || numberedStreet.test(text) || roomAlone.test(text) || namedStreet.test(text);
}

/** Where behind `from` one street is changed for another; null: nowhere. */
export function findStreetChange({ plain, signs }: NormalText, from: number): AddressChange | null {
  if (!changeGate.isOpen(signs)) return null;
  for (const { index, 0: words } of matchesOf(streetLead, plain)) {
    const change = index > from ? withoutMarks(plain, index, index + words.length) : null;
    if (change === null || change.front <= from) continue;
    if (isMeant(words, plain.slice(change.behind, change.behind + streetReach))) return change;
  }
  return null;
}

const buildings: readonly string[] = ['号楼', '栋', '幢', '座'];
const opening = new RegExp(`^第?${counted}\\s?(${unit})`);
const lastNumber = /\d{1,5}(?:室|户)?$/;

/**
 * How much of a former street (`front`) the new one still stands behind: of 科技园1栋301, 科技园 for 2栋402 and 科技园1栋 for
 * 402; nothing where the new one has a name of its own.
 */
export function keptStreet(front: string, behind: string): string {
  const [, kind = ''] = opening.exec(behind) ?? [];
  if (kind === '') return roomAlone.test(behind) ? front.replace(lastNumber, '') : '';
  const same = buildings.includes(kind) ? `(?:${buildings.join('|')})` : `${kind}(?!楼|院)`;
  const last = matchesOf(new RegExp(`${counted}\\s?${same}`, 'g'), front).at(-1);
  return last === undefined ? front : front.slice(0, last.index);
}
