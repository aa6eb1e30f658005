import type { Divisions } from '../divisions/loadDivisions.ts';
import { readText } from '../readText.ts';
import {
  type CountedGoods,
  countGoods,
  goodsStart,
  isGoods,
  isOfMessage,
  takeCounts,
} from './pastedGoods.ts';
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
const numbering = /^\s*(?:\d{1,2}[.、)）]|[①-⑳]|\d{1,2}\ufe0f?\u20e3|订单\d{1,3}[:：])\s*(?=\D|$)/;
const nameLabel = /^(?:收货人|收件人|姓名|联系人)\s*[:：]/;
const bareName = /^[一-龥·]{2,4}$/;
const goodsLabel = /^(?:商品|货品?|品名|产品|货物|宝贝|款式|规格|要货)\s*[:：]\s*/;
const quantityLabel = /^(?:数量|件数)\s*[:：]\s*(\d{1,4})/;
const remarkLabel = /^(?:备注|留言|附言|说明)\s*[:：]\s*/;
const place = /[号室栋幢楼层座弄巷路街村组省市区县镇乡]|单元/;
const wish =
  /请|麻烦|谢|门口|驿站|不要|别|尽快|加急|轻放|易碎|电话|周[一二三四五六日末]|上午|下午|今天|明天|发|到付|保价|顺丰/;
/** 姓名 电话 地址 数量: the names of columns. */
const columnNames =
  /^(?:[\s,，、|/]*(?:姓名|收[件货]人|电话|手机号?|地址|数量|件数|商品|品名|规格|备注)){3,}[\s|]*$/;
const countColumn = /(?:数量|件数)[\s|]*$/;
/** 张兴 … 同上: the goods of the one before. */
const sameGoods = /[\s,，、]+同上$/;
/** What stands in front of the people of a numbered list, of all of them or of none. */
const isTitle = (line: Line): boolean => !line.isNumbered && !line.hasPhone && !line.hasRegion;

interface Line {
  readonly text: string;
  /** Behind an empty line. */
  readonly opensBlock: boolean;
  readonly isNumbered: boolean;
  readonly hasPhone: boolean;
  readonly hasRegion: boolean;
}

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
function linesOf(text: string, divisions: Divisions): readonly Line[] {
  const lines: Line[] = [];
  let opensBlock = true;
  for (const whole of text.split(/\r?\n/)) {
    const parts = whole.split(/[;；。]/).filter((part) => part.trim() !== '');
    const isSeveral = parts.length > 1 && parts.every((part) => part.match(phone) !== null);
    for (const part of isSeveral ? parts : [whole]) {
      const bare = part.replace(numbering, '').trim();
      if (bare === '') opensBlock = true;
      else if (!chatHead.test(bare)) {
        const hasPhone = bare.match(phone) !== null;
        const hasRegion = isRegion(bare, divisions);
        lines.push({ text: bare, opensBlock, isNumbered: numbering.test(part), hasPhone, hasRegion });
        opensBlock = false;
      }
    }
  }
  return lines;
}

/**
 * Cuts a pasted message into the people it names: a new one begins where a phone, a region or a name comes again, and at each
 * number of a list of people. What stands in no receiver is goods (it counts something) or a remark, and so is who sends.
 */
export function splitPeople(text: string, divisions: Divisions): readonly PastedPerson[] {
  return partSenders(text).flatMap((part) =>
    receiversOf(part.text, divisions).map((person) => {
      const remark = [person.remark, part.sender].filter((note) => note !== '').join('; ');
      return { ...person, remark };
    }),
  );
}

function receiversOf(text: string, divisions: Divisions): readonly PastedPerson[] {
  const all = linesOf(text, divisions);
  const names = all.find((line) => columnNames.test(line.text));
  const lines = all.filter((line) => line !== names);
  const isList = lines.filter((line) => line.isNumbered && (line.hasPhone || line.hasRegion)).length > 1;
  const isGoodsFirst = isNote(lines[0]) && !isNote(lines.at(-1));
  const groups: Group[] = [begin()];
  lines.forEach((line, index) => {
    const { hasPhone, hasRegion, isNumbered } = line;
    let group = groups.at(-1) ?? begin();
    const isNext = (): void => {
      group = begin();
      groups.push(group);
    };
    if (isList && isNumbered) {
      if (group.lines.length > 0) isNext();
      addListed(group, line);
      return;
    }
    if (isList && group.lines.length === 0 && isTitle(line)) {
      group.remarks.push(line.text);
      return;
    }
    const isWhole = group.hasPhone && group.hasRegion;
    const isOfNext = isGoodsFirst || (line.opensBlock && lines[index + 1]?.opensBlock === false);
    if (isWhole && isOfNext && isNote(line) && lines.slice(index).some((later) => later.hasPhone)) isNext();
    if (!hasPhone && !hasRegion && takeNote(line.text, group)) return;
    const isName = !hasPhone && !hasRegion && (nameLabel.test(line.text) || bareName.test(line.text));
    const lineParts = { hasPhone: hasPhone && !sparePhone.test(line.text), hasRegion, isName };
    if (comesAgain(group, lineParts, divisions)) isNext();
    addLine(group, line, isName);
  });
  return peopleOf(joinFragments(groups, isList), names?.text ?? '', divisions);
}

function addLine(group: Group, { text, hasPhone, hasRegion }: Line, isName: boolean): void {
  group.lines.push(text);
  group.hasPhone ||= hasPhone;
  group.hasRegion ||= hasRegion;
  group.hasName ||= isName;
}

/** A line of a numbered list, as heads of a group order write it: 2. 王姐 10斤 浙江省… 王巧云 135…. */
function addListed(group: Group, line: Line): void {
  const start = goodsStart(line.text);
  const { text, goods } = takeCounts(line.text.slice(0, start));
  const behind = line.text.slice(start).replace(/^[\s,，、;；]+/, '');
  group.goods.push(...goods, ...(behind === '' ? [] : [behind]));
  addLine(group, { ...line, text }, false);
}

function isRegion(line: string, divisions: Divisions): boolean {
  if (!place.test(line) && line.match(phone) === null) return false;
  const { province, city, candidates } = readText(line, divisions);
  return province !== '' || city !== '' || candidates.length > 0;
}

function comesAgain(
  { lines, hasPhone, hasRegion, hasName }: Group,
  line: { readonly hasPhone: boolean; readonly hasRegion: boolean; readonly isName: boolean },
  divisions: Divisions,
): boolean {
  if ((line.hasPhone && hasPhone) || (line.hasRegion && hasRegion)) return true;
  if (!line.isName || !(hasPhone || hasRegion)) return false;
  if (hasName) return true;
  // Phone, place and then the name: it is of those in front, and not of the next.
  return hasPhone && hasRegion && readText(lines.join('\n'), divisions).name !== '';
}

/** Does a line tell of goods and nothing else? */
function isNote(line: Line | undefined): boolean {
  if (line === undefined || line.hasPhone || line.hasRegion) return false;
  return goodsLabel.test(line.text) || quantityLabel.test(line.text) || isGoods(line.text);
}

/** 商品: 小米礼盒 2: how many stands behind the name. */
const countBehind = /^(.*\p{L})\s+(\d{1,3})$/u;

/** Goods, a quantity or a wish? Taken up by the person before it. */
function takeNote(line: string, group: Group): boolean {
  const quantity = quantityLabel.exec(line)?.[1];
  if (quantity !== undefined) group.quantity = Number(quantity);
  else if (goodsLabel.test(line)) {
    const named = line.replace(goodsLabel, '');
    const [, name = named, count] = countBehind.exec(named) ?? [];
    group.goods.push(name);
    if (count !== undefined) group.quantity = Number(count);
  } else if (remarkLabel.test(line)) group.remarks.push(line.replace(remarkLabel, ''));
  else if (isGoods(line)) group.goods.push(line);
  else if (isOfMessage(line)) group.remarks.push(line);
  else if (wish.test(line) && !place.test(line) && !nameLabel.test(line)) group.remarks.push(line);
  else return false;
  return true;
}

/** A piece with neither region nor phone, or a lone second phone, belongs to the person before it; one of a list is a person. */
function joinFragments(groups: readonly Group[], isList: boolean): readonly Group[] {
  const people: Group[] = [];
  for (const group of groups) {
    const before = people.at(-1);
    const isFragment =
      !group.hasRegion && (!group.hasPhone || !group.hasName) && group.lines.join('').length < 24;
    if (before === undefined || isList || !isFragment || !before.hasRegion) people.push(group);
    else {
      before.lines.push(...group.lines);
      before.goods.push(...group.goods);
      before.remarks.push(...group.remarks);
    }
  }
  return people.filter(({ lines }) => lines.length > 0);
}

function peopleOf(groups: readonly Group[], names: string, divisions: Divisions): readonly PastedPerson[] {
  const people: PastedPerson[] = [];
  for (const group of groups) {
    const person = personOf(group, countColumn.test(names), divisions);
    const last = people.at(-1);
    const isSame = last !== undefined && person.goods === '' && sameGoods.test(person.receiverText);
    const receiverText = person.receiverText.replace(sameGoods, '');
    people.push(isSame ? { ...person, receiverText, goods: last.goods, quantity: last.quantity } : person);
  }
  return people;
}

/** 王姐 浙江省… 王巧云 135…, 刘姐：…, A01 …: how the chat calls who ordered, in front of who receives. */
const calledAs =
  /^([A-Z]{1,2}\d{1,4}(?=[\s,，])|(?:[小老阿大][一-龥]|[一-龥]{1,3}[姐哥妹弟姨叔婶嫂总]))(?:\s*[:：]\s*|[\s,，]+)(?=\S)/;

/** Empty: nobody else is named. */
function callerOf(text: string, divisions: Divisions): string {
  const [whole = '', name = ''] = calledAs.exec(text) ?? [];
  if (name === '') return '';
  const { status, name: receiver } = readText(text.slice(whole.length), divisions);
  return status === 'ok' && receiver !== '' && receiver !== name ? whole : '';
}

/** The cells of a table's row behind receiver and phone: 剑柄挂件, 2, and a day. */
function takeCells(
  line: string,
  divisions: Divisions,
): { readonly text: string; readonly cells: readonly string[] } {
  const cells = line.split('\t').map((cell) => cell.trim());
  const isReceiver = (cell: string): boolean => cell.match(phone) !== null || isRegion(cell, divisions);
  const last = cells.reduce((end, cell, index) => (isReceiver(cell) ? index + 1 : end), 0);
  if (cells.length < 4 || !cells.slice(0, last).some((cell) => cell.match(phone) !== null))
    return { text: line, cells: [] };
  return { text: cells.slice(0, last).join('\t'), cells: cells.slice(last).filter((cell) => cell !== '') };
}

const day = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}/;
const countAlone = /^\d{1,3}$/;

function personOf(group: Group, endsWithCount: boolean, divisions: Divisions): PastedPerson {
  const { lines, goods, remarks } = group;
  const [only = ''] = lines;
  const row = lines.length === 1 && only.includes('\t') ? takeCells(only, divisions) : null;
  const told = row?.cells ?? [];
  const text = row?.text ?? lines.join('\n');
  const start = goods.length === 0 && told.length === 0 ? goodsStart(text) : text.length;
  const tail = text
    .slice(start)
    .replace(/^[\s,，、;；]+/, '')
    .replace(/^(?:我?要|买)(?=.)/, '');
  const words = told.filter((cell) => !countAlone.test(cell) && !day.test(cell));
  const named = [...goods, ...(words.length > 0 ? [words.join(' ')] : []), ...(tail === '' ? [] : [tail])];
  const front = text.slice(0, start).replace(/[\s,，、;；]+$/, '');
  const column = endsWithCount ? /\s(\d{1,3})$/.exec(front) : null;
  const count = told.find((cell) => countAlone.test(cell)) ?? column?.[1];
  const counted: CountedGoods = countGoods(named.join('; '));
  const receiver = column === null ? (start < text.length ? front : text) : front.slice(0, column.index);
  const caller = callerOf(receiver, divisions);
  if (caller !== '') remarks.unshift(caller.replace(/[\s,，:：]+$/, ''));
  return {
    receiverText: receiver.slice(caller.length),
    goods: counted.goods,
    quantity: group.quantity ?? (count === undefined ? counted.quantity : Number(count)),
    remark: [...remarks, ...told.filter((cell) => day.test(cell))].join('; '),
  };
}
