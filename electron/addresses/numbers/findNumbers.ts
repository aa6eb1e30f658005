import { isDigit, isIdeograph, isLatin, isSeparator } from '../text/characters.ts';
import { Gate } from '../text/gate.ts';
import type { NormalText } from '../text/normaliseText.ts';
import { UnitSet } from '../text/unitSet.ts';

/** All grammars are sticky and read the normalised text; a dash may be any of `-–—－_`. */
const dash = '[-–—−]';
const gap = `(?:${dash}|[ .·])`;

/** +86, and the 0 that was dialled in front of a mobile of another town. */
const countryPrefix = `(?:\\(?(?:\\+|00)?86\\)?${gap}{0,2}|0)?`;
/**
 * Mobile: optional country prefix, then 11 digits in one of the usual groupings, or in any grouping when no
 * further digits follow: otherwise 1743 170-6142-6674 would be read across a room number. 1 3 9 0 … with each
 * digit apart gets past a chat's filter for numbers.
 */
const mobileGrammar = new RegExp(
  `${countryPrefix}(1[3-9]\\d(?:\\d{8}|${gap}{1,2}\\d{4}${gap}{1,2}\\d{4}|${gap}\\d{8}|\\d{4}${gap}\\d{4}|(?:${gap}{0,2}\\d){8}(?!${gap}{0,2}\\d))|1${gap}[3-9](?:${gap}\\d){9}(?!${gap}{0,2}\\d))(?!\\d)`,
  'y',
);
/** 400-617-1205, 4006171205, 400 6171 205, 800-… */
const serviceGrammar = new RegExp(`([48]00(?:${gap}?\\d){7})(?!\\d)`, 'y');
/** Landline with an area code: 010-62345678, (0755)1234567, 059122223333, +86 10 6234 5678. */
const landlineGrammar = new RegExp(
  `(?:\\(?(?:\\+|00)86\\)?${gap}{0,2}|86${gap}{1,2})?\\(?(?:0(?=\\d)|(?<=86[-–—− ]?\\(?))(10|2\\d|[3-9]\\d\\d)\\)?${gap}{0,2}(\\d{3,4}${gap}?\\d{4})(?!\\d)`,
  'y',
);
/** 台湾 mobile 0912-345-678 and landline (02)2345-6789 or 02-2345-6789. */
const taiwanGrammar = new RegExp(
  `(09\\d\\d${gap}?\\d{3}${gap}?\\d{3}|\\(0[2-8]\\)${gap}?\\d{3,4}${gap}?\\d{4}|0[2-8]${dash}\\d{3,4}${gap}?\\d{4})(?!\\d)`,
  'y',
);
/** 香港, 澳门, 台湾 with their country code. */
const overseasGrammar = new RegExp(
  `\\(?(?:(?:\\+|00)(?=\\d)|(?=\\d{3}${dash}))(85[23]|886)\\)?${gap}{0,2}((?:\\d${gap}?){7,9}\\d)(?!\\d)`,
  'y',
);
/**
 * The same without plus and dash: 85291234567, (852)9123 4567, 886 912 345 678. Eleven digits may be an order's number and 852 an area code: only
 * where the text speaks of these places, or a mobile stands alone in its line, as in a cell.
 */
const plainOverseasGrammar = new RegExp(
  `\\(?(?:(852)\\)?${gap}{0,2}([2-9]\\d{3}${gap}?\\d{4})|(853)\\)?${gap}{0,2}([268]\\d{3}${gap}?\\d{4})|(886)\\)?${gap}{0,2}0?([2-8]${gap}?\\d{3,4}${gap}?\\d{4}|9\\d\\d${gap}?\\d{3}${gap}?\\d{3}))(?!\\d)`,
  'y',
);
const overseasMobile = /^(?:852-[5-79]|853-6|886-9)/;
const islandGate = new Gate('港澳新九台臺高');
const islandPlaces = /[港澳台臺]|新界|九[龙龍]|高雄|新竹/;
/** 香港 and 澳门 without the country code: 6123 4567. Only where the text speaks of these places. */
const eightDigitGrammar = /(?<![\d-])([235689]\d{3}[ -]?\d{4})(?![\d-])/y;
const eightDigitGate = new Gate('港澳新九');
const eightDigitPlaces = /[港澳]|新界|九[龙龍]/;
/** Identity card: 17 digits and a check character, with a plausible birth date. */
const idNumberGrammar =
  /[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/y;
const maskGate = new Gate('*＊');
/** 138****8000 or a longer number with its middle hidden. */
const maskedGrammar = /\d{2,7}[*＊]{2,8}\d{0,6}(?!\d)/y;

/** What may not follow an extension: then the digits count a house. */
const noHouse = '(?!\\d|\\s*[号號栋幢座楼室单單层弄巷组村路街年月日])';

/** Extension behind a number: -1234, 转1234, #1234, ext.1234, 分机1234, (转1234), [1234], and 1234 behind the pauses of a dialler. */
const extensionGrammars = [
  /[ ]{0,2}[,([【]?[ ]?(?:转接?|轉|分机号?|分機號?|短号|#|ext(?:ension)?\.?|x)[ ]?(?:转|轉|分机号?|分機號?)?[ ]?[:：]?[ ]?(\d{1,8})(?:[ ]?[)\]】]|#)?(?!\d)/iy,
  /[ ]?[([【][ ]?(\d{2,6})[ ]?[)\]】]/y,
  new RegExp(`(?:[ ]?(?:${dash}|_)[ ]?|\\*)(\\d{1,6})${noHouse}(?!${dash}\\d)(?:#(?!\\d))?`, 'y'),
  /(?:,,|;;)(\d{2,6})(?!\d)/y,
  new RegExp(`,(\\d{3,5})${noHouse}(?![,\\d])`, 'y'),
];

export interface FoundNumber {
  readonly kind: 'phone' | 'postcode' | 'idNumber' | 'orderNo' | 'local' | 'masked' | 'broken';
  readonly start: number;
  readonly end: number;
  /** Digits and dashes, in the usual grouping of its kind. */
  readonly number: string;
  readonly extension: string;
  /** Where the extension part begins, `end` when there is none. */
  readonly extensionStart: number;
  /** The extension is digits alone, behind a blank, and may be something else. */
  readonly isGuessed: boolean;
}

/** What numbers are written with; the shortest phone has nine digits, an identity number eighteen signs. */
const phoneSigns = new UnitSet('0123456789-–—− .·()+');
const fewestPhoneDigits = 9;
const idNumberDigits = 17;
const mobileDigits = 11;
/** A postcode; shorter runs number houses. */
const fewestRunDigits = 6;
/** What an extension may begin with, behind blanks. */
const extensionSigns = new UnitSet(',([【转轉分短#eExX-–—−_*;');

/** What may stand between a number and an extension that is digits alone. */
const bareSigns = new UnitSet(' ,');

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** A street number is no phone: few digits stand together with it. */
function hasPhoneDigits(text: string, at: number): boolean {
  let digits = 0;
  for (let next = at; phoneSigns.isAt(text, next) && digits < fewestPhoneDigits; next += 1)
    if (isDigit(text.charCodeAt(next))) digits += 1;
  return digits === fewestPhoneDigits;
}

/** Eleven digits without a gap, as most are written. */
function isPlainMobile(text: string, at: number, runEnd: number): boolean {
  return runEnd - at === mobileDigits && text.charAt(at) === '1' && text.charCodeAt(at + 1) >= 0x33;
}

const isLineEdge = (text: string, at: number): boolean => at < 0 || at >= text.length || text[at] === '\n';

function plainOverseasAt(
  text: string,
  at: number,
  isOfIslands: boolean,
): { end: number; number: string } | null {
  plainOverseasGrammar.lastIndex = at;
  const parts = plainOverseasGrammar.exec(text);
  if (parts === null) return null;
  const [code = '', digits = ''] = parts.slice(1).filter((part) => part !== undefined);
  const number = `${code}-${digitsOf(digits)}`;
  const end = at + parts[0].length;
  const isAlone = isLineEdge(text, at - 1) && isLineEdge(text, end) && overseasMobile.test(number);
  const isApart = isOfIslands && !/[\dA-Za-z-]/.test(text.charAt(at - 1));
  return isAlone || isApart ? { end, number } : null;
}

function phoneAt(
  text: string,
  at: number,
  runEnd: number,
  isOfIslands: boolean,
): { end: number; number: string } | null {
  if (isPlainMobile(text, at, runEnd)) return { end: runEnd, number: text.slice(at, runEnd) };
  if (!hasPhoneDigits(text, at)) return null;
  const match = (grammar: RegExp): RegExpExecArray | null => {
    grammar.lastIndex = at;
    return grammar.exec(text);
  };
  const mobile = match(mobileGrammar);
  if (mobile?.[1] !== undefined) return { end: at + mobile[0].length, number: digitsOf(mobile[1]) };
  const service = match(serviceGrammar);
  if (service?.[1] !== undefined) {
    const digits = digitsOf(service[1]);
    const number = `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
    return { end: at + service[0].length, number };
  }
  const overseas = match(overseasGrammar);
  if (overseas?.[2] !== undefined) {
    return { end: at + overseas[0].length, number: `${overseas[1]}-${digitsOf(overseas[2])}` };
  }
  const plainOverseas = plainOverseasAt(text, at, isOfIslands);
  if (plainOverseas !== null) return plainOverseas;
  const taiwan = match(taiwanGrammar);
  if (taiwan?.[1] !== undefined) {
    const digits = digitsOf(taiwan[1]);
    const number = digits.startsWith('09') ? digits : `${digits.slice(0, 2)}-${digits.slice(2)}`;
    return { end: at + taiwan[0].length, number };
  }
  const landline = match(landlineGrammar);
  if (landline?.[2] !== undefined) {
    return { end: at + landline[0].length, number: `0${landline[1]}-${digitsOf(landline[2])}` };
  }
  return null;
}

function extensionAt(text: string, at: number): { end: number; extension: string } | null {
  let sign = at;
  while (text.charAt(sign) === ' ') sign += 1;
  if (!extensionSigns.isAt(text, sign)) return null;
  for (const grammar of extensionGrammars) {
    grammar.lastIndex = at;
    const match = grammar.exec(text);
    if (match?.[1] !== undefined) return { end: at + match[0].length, extension: match[1] };
  }
  return null;
}

const bareExtension = /[ ,] {0,2}(\d{4})(?=\s*(?:$|[\n,;、。]))/y;

/** 18412345678 4521 or 18412345678,4521,: four digits behind a mobile that end a line or a field, as they are copied from a virtual number. */
function bareExtensionAt(
  text: string,
  { end, number }: { readonly end: number; readonly number: string },
): { end: number; extension: string } | null {
  let digits = end + (text.charAt(end) === ',' ? 1 : 0);
  while (text.charCodeAt(digits) === 0x20) digits += 1;
  if (
    digits === end ||
    !isDigit(text.charCodeAt(digits)) ||
    number.length !== mobileDigits ||
    !number.startsWith('1')
  )
    return null;
  bareExtension.lastIndex = end;
  const match = bareExtension.exec(text);
  return match?.[1] === undefined ? null : { end: end + match[0].length, extension: match[1] };
}

function digitRunEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

const isEdge = (text: string, at: number): boolean =>
  at < 0 || at >= text.length || isSeparator(text.charCodeAt(at)) || edgeMarks.isAt(text, at);
const edgeMarks = new UnitSet(':()[]【】/');

/** A run of digits that is no phone: postcode, order number or nothing we know. */
function otherKind(text: string, start: number, end: number): FoundNumber['kind'] | null {
  const length = end - start;
  const edgeBefore = isEdge(text, start - 1);
  const edgeAfter = isEdge(text, end);
  if (length === 6 && edgeAfter && /^[0-8]/.test(text.charAt(start))) {
    // Glued behind an address it is a postcode too, but not where it numbers a room.
    const before = text.charAt(start - 1);
    if (edgeBefore || (isIdeograph(before.charCodeAt(0)) && !/[号號栋幢座楼室元层户]/.test(before)))
      return 'postcode';
  }
  // 订单号2026…: the word in front says what it is.
  if (length >= 9 && edgeAfter && /[单單编編]号?[号號]?$/.test(text.slice(Math.max(0, start - 3), start)))
    return 'orderNo';
  if (!edgeBefore || !edgeAfter) return null;
  if (
    (length === 7 || length === 8) &&
    /^[2-9]/.test(text.charAt(start)) &&
    !/^20[0-3]\d[01]\d/.test(text.slice(start, end))
  ) {
    return 'local';
  }
  if ((length === 10 || length === 12) && /^1[3-9]/.test(text.slice(start))) return 'broken';
  return length >= 9 ? 'orderNo' : null;
}

/** 单元201 13800138000 without the blank: the last eleven digits of a longer run. */
function gluedMobile(text: string, start: number, end: number): number | null {
  const length = end - start;
  if (length < 12 || length > 16 || isEdge(text, start - 1)) return null;
  return /^1[3-9]/.test(text.slice(end - 11, end)) ? end - 11 : null;
}

function found(kind: FoundNumber['kind'], text: string, start: number, end: number): FoundNumber {
  return {
    kind,
    start,
    end,
    number: text.slice(start, end),
    extension: '',
    extensionStart: end,
    isGuessed: false,
  };
}

function idNumberAt(text: string, at: number, runEnd: number): FoundNumber | null {
  if (runEnd - at < idNumberDigits) return null;
  idNumberGrammar.lastIndex = at;
  return idNumberGrammar.test(text) ? found('idNumber', text, at, at + idNumberDigits + 1) : null;
}

function phoneWithExtension(
  text: string,
  at: number,
  runEnd: number,
  isOfIslands: boolean,
): FoundNumber | null {
  const phone = phoneAt(text, at, runEnd, isOfIslands);
  if (phone === null) return null;
  const told = extensionAt(text, phone.end);
  const extension = told ?? (bareSigns.isAt(text, phone.end) ? bareExtensionAt(text, phone) : null);
  return {
    kind: 'phone',
    start: at,
    end: extension?.end ?? phone.end,
    number: phone.number,
    extension: extension?.extension ?? '',
    extensionStart: phone.end,
    isGuessed: told === null && extension !== null,
  };
}

function eightDigitsAt(text: string, at: number): FoundNumber | null {
  eightDigitGrammar.lastIndex = at;
  const [, eight] = eightDigitGrammar.exec(text) ?? [];
  if (eight === undefined || !isEdge(text, at - 1) || !isEdge(text, at + eight.length)) return null;
  return { ...found('local', text, at, at + eight.length), number: digitsOf(eight) };
}

function maskedAt(text: string, at: number): FoundNumber | null {
  maskedGrammar.lastIndex = at;
  const masked = maskedGrammar.exec(text);
  return masked === null ? null : found('masked', text, at, at + masked[0].length);
}

/** A run of digits that is no phone. */
function runAt(text: string, at: number, end: number): FoundNumber | null {
  if (end - at < fewestRunDigits || gluedMobile(text, at, end) !== null) return null;
  // SF1234567890123: the letters in front belong to a waybill or order number.
  let start = at;
  while (end - at >= 9 && isLatin(text.charCodeAt(start - 1))) start -= 1;
  if (start < at)
    return isEdge(text, start - 1) && isEdge(text, end) ? found('orderNo', text, start, end) : null;
  const kind = otherKind(text, at, end);
  return kind === null ? null : found(kind, text, at, end);
}

/**
 * Finds every phone, postcode, identity and order number. House numbers are left alone.
 * Numbers are looked at once, from left to right, so that no digit serves two of them.
 */
export function findNumbers({ text, signs }: NormalText): FoundNumber[] {
  const numbers: FoundNumber[] = [];
  const isOverseas = eightDigitGate.isOpen(signs) && eightDigitPlaces.test(text);
  const isOfIslands = islandGate.isOpen(signs) && islandPlaces.test(text);
  const isMasked = maskGate.isOpen(signs);
  for (let at = 0; at < text.length; ) {
    if (!opensNumber(text, at)) {
      at += 1;
      continue;
    }
    const runEnd = digitRunEnd(text, at);
    const isRun = runEnd > at;
    const number =
      idNumberAt(text, at, runEnd) ??
      phoneWithExtension(text, at, runEnd, isOfIslands) ??
      (isRun && isOverseas ? eightDigitsAt(text, at) : null) ??
      (isRun && isMasked ? maskedAt(text, at) : null) ??
      (isRun ? runAt(text, at, runEnd) : null);
    if (number !== null) numbers.push(number);
    at = number?.end ?? gluedMobile(text, at, runEnd) ?? Math.max(runEnd, at + 1);
  }
  return numbers;
}

/** Digits, and what may stand in front of them: ( and +. */
function opensNumber(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (isDigit(unit)) return true;
  if (unit !== 0x28 && unit !== 0x2b) return false;
  return isDigit(text.charCodeAt(at + 1)) || (unit === 0x28 && text.charAt(at + 1) === '+');
}
