import type { AddressReading } from '../../../shared/domain/addressReading.ts';
import { saysWait } from '../../../shared/domain/intake/noteWords.ts';
import { isDigit } from './characters.ts';
import { Gate, signsOf } from './gate.ts';
import { endOf, type NormalText, shownNarrow, startOf } from './normaliseText.ts';
import type { Owner, Ownership, Run } from './ownership.ts';
import { blanks, UnitSet } from './unitSet.ts';

/** The detail as one text, wherever its pieces stand. */
export interface JoinedDetail {
  /** Simplified, for looking up towns and zones. */
  readonly plain: string;
  /** Where its pieces stand in the normalised text. */
  readonly runs: readonly Run[];
}

/** Gathers what belongs to the detail. */
export function findDetail(normal: NormalText, owned: Ownership): JoinedDetail {
  let plain = '';
  const runs = owned.runsOf('detail');
  for (const { start, end } of runs) plain += normal.plain.slice(start, end);
  return { plain, runs };
}

/** How much of the detail stands in front of a place of the normalised text. */
export function lengthBefore({ runs }: JoinedDetail, place: number): number {
  let length = 0;
  for (const { start, end } of runs) if (start < place) length += Math.min(end, place) - start;
  return length;
}

/** Gives a part of the detail to another field. */
export function moveFromDetail(
  { runs }: JoinedDetail,
  from: number,
  to: number,
  owner: Owner,
  owned: Ownership,
): void {
  let before = 0;
  for (const { start, end } of runs) {
    const shift = start - before;
    owned.give(Math.max(start, from + shift), Math.min(end, to + shift), owner);
    before += end - start;
  }
}

const blankUnits = new UnitSet(blanks);
const mark = `${blanks},，。、;；:：|/\\·>-–—_=~～!！?？.+&`;
const frontMarks = new UnitSet(`${mark}》`);
const endMarks = new UnitSet(`${mark}《<`);
const brackets = new Gate('([（【［)]）】］');
const emptyBrackets = /[([（【［]\s*[)\]）】］]/g;

function trimMarks(text: string): string {
  let start = 0;
  let end = text.length;
  while (frontMarks.isAt(text, start)) start += 1;
  while (end > start && endMarks.isAt(text, end - 1)) end -= 1;
  return text.slice(start, end);
}

/** Takes away what the removed fields leave behind: empty brackets, a lone bracket and commas at the ends. */
function tidy(text: string): string {
  let tidied = trimMarks(text.replace(emptyBrackets, ' '));
  if (/^[)\]）】］]/.test(tidied)) tidied = tidied.slice(1);
  if (/^[([（【［]/.test(tidied) && !/[)\]）】］]/.test(tidied)) tidied = tidied.slice(1);
  if (/[([（【［]$/.test(tidied)) tidied = tidied.slice(0, -1);
  if (/[)\]）】］]$/.test(tidied) && !/[([（【［]/.test(tidied)) tidied = tidied.slice(0, -1);
  return trimMarks(tidied);
}

/** Letters, digits and blanks narrowed, other signs as they were written. */
function written(normal: NormalText, from: number, to: number): string {
  if (normal.written !== null) return normal.written.slice(from, to);
  let text = '';
  for (let at = from; at < to; at += 1) {
    const start = startOf(normal, at);
    if (shownNarrow.isAt(normal.text, at)) text += normal.text.charAt(at);
    // A character that became several (㎡ → m2) is written once.
    else if (at === 0 || startOf(normal, at - 1) !== start)
      text += normal.original.slice(start, endOf(normal, at));
  }
  return text;
}

/** What stands between two pieces: blanks and commas as they are, one blank for all that other fields have taken. */
function between(normal: NormalText, owned: Ownership, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) {
    const sign = owned.isBlank(at) ? written(normal, at, at + 1) : ' ';
    if (sign !== ' ' || !text.endsWith(' ')) text += sign;
  }
  // The middle of a character that became several is nothing.
  if (text === '') return '';
  return blankUnits.isAllOf(text) ? ' ' : text.replace(/\s+/g, ' ');
}

/** The detail as written, with full-width letters and digits narrowed; everything between two pieces becomes one blank. */
export function writeDetail(normal: NormalText, owned: Ownership): string {
  let text = '';
  let last = 0;
  for (const { start, end } of owned.runsOf('detail')) {
    if (text !== '') text += between(normal, owned, last, start);
    text += written(normal, start, end);
    last = end;
  }
  return brackets.isOpen(normal.signs) ? tidy(text) : trimMarks(text);
}

/** Town and detail in one, as it stands on a label behind the district: 坎门镇渔港路77号. */
export function fullDetail(reading: Pick<AddressReading, 'town' | 'detail'>): string {
  return `${reading.town}${reading.detail}`;
}

/** A label we do not know; 9:00 is none. */
const colon = /(?<!\d)[:：]|[:：](?!\d)/;
/** A number that was left over. */
const numberLength = 7;
const talk = /电话(?!联系)|手机|收件|收货|姓名|订单|分机|(?<![左右直])转\d|微信|QQ|先生|女士|小姐|@/;
const bar = /[|｜\t]/;
/** 2件, x3盒 as a word of its own: goods. */
const goods = /[\s,，;；][x×*]?\d{1,3}\s?(?:件|双|套|条|盒|瓶|斤|公斤|袋|罐|支|箱|包)(?![\u3400-\u9fff\d])/;
const doubtful = [
  { gate: new Gate(':：'), sign: colon },
  { gate: new Gate('电机收姓订转微Q先女小@'), sign: talk },
  { gate: new Gate('|｜\t'), sign: bar },
  { gate: new Gate('件双套条盒瓶斤袋罐支箱包'), sign: goods },
];

const waitGate = new Gate('发寄');

function isUnbalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if ('([【（［'.includes(character)) depth += 1;
    else if (')]】）］'.includes(character)) depth -= 1;
    if (depth < 0) return true;
  }
  return depth !== 0;
}

function longestDigitRun(text: string): number {
  let longest = 0;
  let run = 0;
  for (let at = 0; at < text.length; at += 1) {
    run = isDigit(text.charCodeAt(at)) ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}

/** How many things in a detail say that something else has been read into it. */
export function detailDoubts(detail: string): number {
  let doubts = longestDigitRun(detail) >= numberLength ? 1 : 0;
  const signs = signsOf(detail);
  for (const { gate, sign } of doubtful) if (gate.isOpen(signs) && sign.test(detail)) doubts += 1;
  if (waitGate.isOpen(signs) && saysWait(detail)) doubts += 1;
  return doubts + (brackets.isOpen(signs) && isUnbalanced(detail) ? 1 : 0);
}
