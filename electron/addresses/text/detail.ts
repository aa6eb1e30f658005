import type { AddressReading } from '../../../shared/domain/addressReading.ts';
import { isDigit, isLatin, isSeparator } from './characters.ts';
import type { NormalText } from './normaliseText.ts';
import type { Ownership } from './ownership.ts';

export interface Detail {
  /** As written, with full-width letters and digits narrowed. */
  readonly text: string;
  /** The same simplified, for looking up towns and zones. Unit for unit with `places`. */
  readonly plain: string;
  /** For each unit of `plain` its place in the normalised text. */
  readonly places: readonly number[];
}

const edge = /^[\s,，。、;；:：|/\\·>》\-–—_=~～!！?？.+&]+|[\s,，。、;；:：|/\\·>《<\-–—_=~～!！?？.+&]+$/g;

const emptyBrackets = /[([（【［]\s*[)\]）】］]/g;

/** Takes away what the removed fields leave behind: empty brackets, a lone bracket and commas at the ends. */
function tidy(text: string): string {
  let tidied = text.replace(emptyBrackets, ' ').replace(edge, '');
  if (/^[)\]）】］]/.test(tidied)) tidied = tidied.slice(1);
  if (/^[([（【［]/.test(tidied) && !/[)\]）】］]/.test(tidied)) tidied = tidied.slice(1);
  if (/[([（【［]$/.test(tidied)) tidied = tidied.slice(0, -1);
  return tidied.replace(edge, '');
}

function written(normal: NormalText, at: number): string {
  const unit = normal.text.charAt(at);
  const code = unit.charCodeAt(0);
  if (code === 0x20 || code === 0x5f || isDigit(code) || isLatin(code)) return unit;
  const start = normal.starts[at] ?? 0;
  // A character that became several (㎡ → m2) is written once.
  return at > 0 && normal.starts[at - 1] === start ? '' : normal.original.slice(start, normal.ends[at]);
}

/** Joins what belongs to the detail. Blanks and commas inside stay, everything between two pieces becomes one blank. */
export function assembleDetail(normal: NormalText, owned: Ownership): Detail {
  let text = '';
  let plain = '';
  const places: number[] = [];
  let pending = '';
  for (let at = 0; at < normal.text.length; at += 1) {
    const owner = owned.ownerAt(at);
    if (owner !== 'detail') {
      const blank = owner === undefined && isSeparator(normal.text.charCodeAt(at));
      pending += blank ? written(normal, at) : ' ';
      continue;
    }
    if (text !== '' && pending !== '') text += /^\s*$/.test(pending) ? ' ' : pending.replace(/\s+/g, ' ');
    pending = '';
    text += written(normal, at);
    plain += normal.plain.charAt(at);
    places.push(at);
  }
  return { text: tidy(text), plain, places };
}

/** Town and detail in one, as it stands on a label behind the district: 坎门镇渔港路77号. */
export function fullDetail(reading: Pick<AddressReading, 'town' | 'detail'>): string {
  return `${reading.town}${reading.detail}`;
}

/** A label we do not know; 9:00 is none. */
const colon = /(?<!\d)[:：]|[:：](?!\d)/;
const numberLeft = /\d{7,}/;
const talk = /电话(?!联系)|手机|收件|收货|姓名|订单|分机|转\d|微信|QQ|先生|女士|小姐|@/;
const bar = /[|｜\t]/;

function isUnbalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if ('([【（［'.includes(character)) depth += 1;
    else if (')]】）］'.includes(character)) depth -= 1;
    if (depth < 0) return true;
  }
  return depth !== 0;
}

/** How many things in a detail say that something else has been read into it. */
export function detailDoubts(detail: string): number {
  const signs = [colon, numberLeft, talk, bar].filter((sign) => sign.test(detail)).length;
  return signs + (isUnbalanced(detail) ? 1 : 0);
}
