import { withDigits } from '../numbers/spokenNumbers.ts';
import { simplifyUnit, traditionalGate } from './characters.ts';
import { Gate, signsOf } from './gate.ts';
import { UnitSet } from './unitSet.ts';

/** Longer inputs are read up to here, so that any input is answered within 5 ms; the rest is leftover. */
export const readLimit = 800;

export interface NormalText {
  readonly original: string;
  /** Half-width (NFKC), emoji as spaces, controls and zero-width characters gone. */
  readonly text: string;
  /** The same with traditional characters simplified, unit for unit: for matching only. */
  readonly plain: string;
  /** For each unit of `text` where it stands in `original`; null where it stands at the same place, as in nearly all. */
  readonly places: UnitPlaces | null;
  /** `original` as far as it was read, where each of its units became one of `text` and none was narrowed to a digit or letter. */
  readonly written: string | null;
  /** The gates that `text` opens. */
  readonly signs: number;
}

interface UnitPlaces {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Where a unit of the normal form stands in the original. */
export function startOf({ places }: NormalText, at: number): number {
  return places === null ? at : (places.starts[at] ?? 0);
}

export function endOf({ places }: NormalText, at: number): number {
  return places === null ? at + 1 : (places.ends[at] ?? 0);
}

const pictograph = /[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}]/u;
/** ★ ● ▶ and the like; ℃ and ㎡ (letter-like) stay. */
const ornament = /[\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u2b00-\u2bff]/;
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Mn}\p{Co}]/u;
const space = /\s/u;
/** What scans of a screen give for a colon: a ratio, a modifier letter, a Hebrew and an Armenian sign. */
const colonLike = '∶ː׃։꞉︰';

function computeNormal(character: string, code: number): string {
  if (character === '\n' || character === '\t') return character;
  if (character === '\r') return '\n';
  if (space.test(character)) return ' ';
  if (invisible.test(character)) return '';
  if (colonLike.includes(character)) return ':';
  if (code >= 0x2000 && (pictograph.test(character) || ornament.test(character))) return ' ';
  return character.normalize('NFKC');
}

/** The same few signs come again in every text; the limit keeps a hostile text from filling the memory. */
const remembered = new Map<number, string>();
const rememberLimit = 2000;

function normalUnit(character: string, code: number): string {
  const known = remembered.get(code);
  if (known !== undefined) return known;
  const normal = computeNormal(character, code);
  if (remembered.size < rememberLimit) remembered.set(code, normal);
  return normal;
}

const dashGate = new Gate('-—');
const dashRun = /[-–—―─]{2,}/g;
const doorInFront = /(?:^|[^A-Za-z\d])(?:\d{1,4}|[A-Za-z])$/;
const doorBehind = /^(?:\d{1,4}|[A-Za-z])(?![A-Za-z\d])/;

/** —— and -- between two words part them, so they become bars; 21--2604 is a door. */
function barDashes(text: string): string {
  return text.replace(dashRun, (run, at: number) => {
    const isDoor =
      doorInFront.test(text.slice(Math.max(0, at - 6), at)) &&
      doorBehind.test(text.slice(at + run.length, at + run.length + 6));
    return isDoor ? run : '|'.repeat(run.length);
  });
}

function isPlainUnit(unit: number): boolean {
  return (unit >= 0x20 && unit < 0x7f) || (unit >= 0x4e00 && unit <= 0x9fff);
}

/** The text with traditional characters simplified, in runs of what stays the same. */
function simplify(text: string): string {
  let plain = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const simple = simplifyUnit(unit);
    if (simple === unit) continue;
    plain += text.slice(from, at) + String.fromCharCode(simple);
    from = at + 1;
  }
  return plain + text.slice(from);
}

/** Letters, digits and blanks are shown as they were read, other signs as they were written. */
export const shownNarrow = new UnitSet(' _').with(0x30, 0x39).with(0x41, 0x5a).with(0x61, 0x7a);

/** A text as nearly all are: every unit of it became one unit. Null: not so. */
function normaliseUnits(original: string): NormalText | null {
  let text = '';
  let from = 0;
  let isNarrowed = false;
  const length = Math.min(original.length, readLimit);
  for (let at = 0; at < length; at += 1) {
    const unit = original.charCodeAt(at);
    if (isPlainUnit(unit)) continue;
    if (unit >= 0xd800 && unit <= 0xdfff) return null;
    const normal = normalUnit(original.charAt(at), unit);
    if (normal.length !== 1) return null;
    const read = normal.charCodeAt(0);
    if (read === unit) continue;
    isNarrowed ||= shownNarrow.has(read);
    text += original.slice(from, at) + normal;
    from = at + 1;
  }
  const whole = length === original.length ? original : original.slice(0, length);
  text = from === 0 ? whole : text + whole.slice(from);
  const written = isNarrowed ? null : whole;
  return finish(original, text, null, written);
}

/** A text with signs that vanish, become several or have two units. */
function normaliseSigns(original: string): NormalText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const limit = Math.min(original.length, readLimit);
  // One sign may become eighteen (ﷺ), so both lengths are bounded.
  for (let at = 0; at < limit && starts.length < readLimit; ) {
    const code = original.codePointAt(at) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    const sign = original.slice(at, at + width);
    const normal = isPlainUnit(code) ? sign : normalUnit(sign, code);
    for (let i = 0; i < normal.length; i += 1) {
      starts.push(at);
      ends.push(at + width);
    }
    text += normal;
    at += width;
  }
  return finish(original, text, { starts, ends }, null);
}

function finish(
  original: string,
  read: string,
  places: UnitPlaces | null,
  written: string | null,
): NormalText {
  const signsRead = signsOf(read);
  const mayBePaired = dashGate.isOpen(signsRead) && (read.includes('--') || read.includes('——'));
  const parted = mayBePaired ? barDashes(read) : read;
  const text = withDigits(parted, signsRead);
  const signs = text === read ? signsRead : signsOf(text);
  const plain = traditionalGate.isOpen(signs) ? simplify(text) : text;
  return { original, text, plain, places, written, signs };
}

/** Lossless: whatever is found in `text` can be shown as a place in the original. */
export function normaliseText(original: string): NormalText {
  return normaliseUnits(original) ?? normaliseSigns(original);
}
