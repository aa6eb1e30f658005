import type { Divisions } from '../divisions/loadDivisions.ts';
import { readText } from '../readText.ts';
import { partSenders } from './senderParts.ts';

/** One receiver of a pasted message, with what the message says of goods and wishes. */
export interface PastedPerson {
  readonly receiverText: string;
  readonly goods: string;
  readonly quantity: number;
  readonly remark: string;
}

const phone = /(?<!\d)(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?!\d)|(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)/g;
const sparePhone = /(?:备用|另一|第二)个?(?:电话|手机|号码)/;
/** 小王 2026/11/25 10:21:33 and 10:21: what chat programs put above a message. */
const chatHead = /^\S{0,20}\s*(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?)?\s*\d{1,2}:\d{2}(?::\d{2})?$/;
const numbering = /^\s*(?:\d{1,2}[.、)）]|[①-⑳])\s*(?=\D)/;
const nameLabel = /^(?:收货人|收件人|姓名|联系人)\s*[:：]/;
const bareName = /^[一-龥·]{2,4}$/;
const goodsLabel = /^(?:商品|货品|品名|产品|货物|宝贝|款式|规格|要货)\s*[:：]\s*/;
const quantityLabel = /^(?:数量|件数)\s*[:：]\s*(\d{1,4})/;
const remarkLabel = /^(?:备注|留言|附言|说明)\s*[:：]\s*/;
const counted =
  /(\d{1,4}|[一二两三四五六七八九十]{1,3})\s*(?:箱|盒|件|个|袋|瓶|包|斤|公斤|套|条|只|份|罐|本|支|双|台|提|桶)|[x×*]\s*(\d{1,4})/i;
const chineseDigits = '零一二三四五六七八九';
const place = /[号室栋幢楼层座弄巷路街村组单元省市区县镇乡]/;
const wish =
  /请|麻烦|谢|门口|驿站|不要|别|尽快|加急|轻放|易碎|电话|周[一二三四五六日末]|上午|下午|今天|明天|发/;

interface Group {
  readonly lines: string[];
  readonly goods: string[];
  readonly remarks: string[];
  quantity: number | null;
  hasPhone: boolean;
  hasRegion: boolean;
  hasName: boolean;
}

const begin = (): Group => ({
  lines: [],
  goods: [],
  remarks: [],
  quantity: null,
  hasPhone: false,
  hasRegion: false,
  hasName: false,
});

/** Lines of the message; a line with several people parted by semicolons or full stops becomes several. */
function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .flatMap((line) => {
      const parts = line.split(/[;；。]/).filter((part) => part.trim() !== '');
      const isSeveral = parts.length > 1 && parts.every((part) => part.match(phone) !== null);
      return isSeveral ? parts : [line];
    })
    .map((line) => line.replace(numbering, '').trim())
    .filter((line) => line !== '' && !chatHead.test(line));
}

/**
 * Cuts a pasted message into the people it names: a new one begins where a phone, a region or a name comes again. What
 * stands in no receiver is goods (it counts something) or a remark, and so is who sends.
 */
export function splitPeople(text: string, divisions: Divisions): readonly PastedPerson[] {
  return partSenders(text).flatMap((part) =>
    receiversOf(part.text, divisions).map((person) => {
      const remark = [person.remark, part.sender].filter((said) => said !== '').join('; ');
      return { ...person, remark };
    }),
  );
}

function receiversOf(text: string, divisions: Divisions): readonly PastedPerson[] {
  const groups: Group[] = [begin()];
  for (const line of linesOf(text)) {
    const hasPhone = line.match(phone) !== null;
    const hasRegion = isRegion(line, divisions);
    const current = groups.at(-1) ?? begin();
    if (!hasPhone && !hasRegion && takeNote(line, current)) continue;
    const isName = !hasPhone && !hasRegion && (nameLabel.test(line) || bareName.test(line));
    const group = comesAgain(current, { hasPhone: hasPhone && !sparePhone.test(line), hasRegion, isName })
      ? begin()
      : current;
    if (group !== current) groups.push(group);
    group.lines.push(line);
    group.hasPhone ||= hasPhone;
    group.hasRegion ||= hasRegion;
    group.hasName ||= isName;
  }
  return joinFragments(groups).map(personOf);
}

function isRegion(line: string, divisions: Divisions): boolean {
  if (!place.test(line) && line.match(phone) === null) return false;
  const { province, city, candidates } = readText(line, divisions);
  return province !== '' || city !== '' || candidates.length > 0;
}

function comesAgain(
  { hasPhone, hasRegion, hasName }: Group,
  line: { readonly hasPhone: boolean; readonly hasRegion: boolean; readonly isName: boolean },
): boolean {
  if ((line.hasPhone && hasPhone) || (line.hasRegion && hasRegion)) return true;
  return line.isName && ((hasPhone && hasRegion) || (hasName && (hasPhone || hasRegion)));
}

/** Goods, a quantity or a wish? Taken up by the person before it. */
function takeNote(line: string, group: Group): boolean {
  const quantity = quantityLabel.exec(line)?.[1];
  if (quantity !== undefined) group.quantity = Number(quantity);
  else if (goodsLabel.test(line)) group.goods.push(line.replace(goodsLabel, ''));
  else if (remarkLabel.test(line)) group.remarks.push(line.replace(remarkLabel, ''));
  else if (counted.test(line) && !place.test(line)) group.goods.push(line);
  else if (wish.test(line) && !place.test(line) && !nameLabel.test(line)) group.remarks.push(line);
  else return false;
  return true;
}

/** A piece with neither region nor phone, or a lone second phone, belongs to the person before it. */
function joinFragments(groups: readonly Group[]): readonly Group[] {
  const people: Group[] = [];
  for (const group of groups) {
    const before = people.at(-1);
    const isFragment =
      !group.hasRegion && (!group.hasPhone || !group.hasName) && group.lines.join('').length < 24;
    if (before === undefined || !isFragment || !before.hasRegion) people.push(group);
    else {
      before.lines.push(...group.lines);
      before.goods.push(...group.goods);
      before.remarks.push(...group.remarks);
    }
  }
  return people.filter(({ lines }) => lines.length > 0);
}

/** 苹果2箱 behind the address, set off by a blank or comma; a house number is never goods. */
const goodsAtEnd = /[\s,，、]+([^\s,，、]{1,20})$/;

/** `12`, `两`, `十二`, `二十`: how many, 1 where it cannot be read. */
function countOf(written: string): number {
  if (/^\d+$/.test(written)) return Math.max(1, Number(written));
  const plain = written.replace('两', '二');
  const [, tens, units = ''] = /^(.?)十(.?)$/.exec(plain) ?? [];
  const digit = (sign: string): number => Math.max(0, chineseDigits.indexOf(sign));
  if (tens === undefined) return plain.length === 1 ? Math.max(1, digit(plain)) : 1;
  return (tens === '' ? 1 : digit(tens)) * 10 + (units === '' ? 0 : digit(units));
}

function personOf({ lines, goods, remarks, quantity }: Group): PastedPerson {
  const text = lines.join('\n');
  const tail = goods.length === 0 ? (goodsAtEnd.exec(text)?.[1] ?? '') : '';
  const isGoods = counted.test(tail) && !place.test(tail) && !/\d{7}/.test(tail);
  const named = (isGoods ? [tail.replace(/^(?:我?要|买)(?=.)/, '')] : goods).join('; ');
  const [, units, times] = counted.exec(named) ?? [];
  return {
    receiverText: isGoods ? text.slice(0, text.length - tail.length).replace(/[\s,，、]+$/, '') : text,
    goods: named,
    quantity: quantity ?? countOf(units ?? times ?? '1'),
    remark: remarks.join('; '),
  };
}
