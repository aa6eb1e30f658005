import { isDigit, isIdeograph, isLatin, isSeparator } from '../text/characters.ts';
import {
  eightDigitGrammar,
  eightDigitPlaces,
  extensionGrammars,
  idNumberGrammar,
  landlineGrammar,
  maskedGrammar,
  mobileGrammar,
  overseasGrammar,
  serviceGrammar,
  taiwanGrammar,
} from './numberGrammar.ts';

export interface FoundNumber {
  readonly kind: 'phone' | 'postcode' | 'idNumber' | 'orderNo' | 'local' | 'masked' | 'broken';
  readonly start: number;
  readonly end: number;
  /** Digits and dashes, in the usual grouping of its kind. */
  readonly number: string;
  readonly extension: string;
  /** Where the extension part begins, `end` when there is none. */
  readonly extensionStart: number;
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

function phoneAt(text: string, at: number): { end: number; number: string } | null {
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
  for (const grammar of extensionGrammars) {
    grammar.lastIndex = at;
    const match = grammar.exec(text);
    if (match?.[1] !== undefined) return { end: at + match[0].length, extension: match[1] };
  }
  return null;
}

function digitRunEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

const isEdge = (text: string, at: number): boolean =>
  at < 0 || at >= text.length || isSeparator(text.charCodeAt(at)) || ':()[]【】/'.includes(text.charAt(at));

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

/**
 * Finds every phone, postcode, identity and order number. House numbers are left alone.
 * Numbers are looked at once, from left to right, so that no digit serves two of them.
 */
export function findNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  const overseas = eightDigitPlaces.test(text);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const opens = unit === 0x28 || unit === 0x2b; // ( and + may open a number
    if (
      !isDigit(unit) &&
      !(opens && isDigit(text.charCodeAt(at + 1))) &&
      !(unit === 0x28 && text[at + 1] === '+')
    )
      continue;
    const add = (kind: FoundNumber['kind'], start: number, end: number, number: string) =>
      found.push({ kind, start, end, number, extension: '', extensionStart: end });
    idNumberGrammar.lastIndex = at;
    if (idNumberGrammar.test(text)) {
      add('idNumber', at, at + 18, text.slice(at, at + 18));
      at += 17;
      continue;
    }
    const phone = phoneAt(text, at);
    if (phone !== null) {
      const extension = extensionAt(text, phone.end);
      found.push({
        kind: 'phone',
        start: at,
        end: extension?.end ?? phone.end,
        number: phone.number,
        extension: extension?.extension ?? '',
        extensionStart: phone.end,
      });
      at = (extension?.end ?? phone.end) - 1;
      continue;
    }
    if (opens) continue;
    eightDigitGrammar.lastIndex = at;
    const eight = overseas ? eightDigitGrammar.exec(text)?.[1] : undefined;
    if (eight !== undefined && isEdge(text, at - 1) && isEdge(text, at + eight.length)) {
      add('local', at, at + eight.length, digitsOf(eight));
      at += eight.length - 1;
      continue;
    }
    maskedGrammar.lastIndex = at;
    const masked = maskedGrammar.exec(text);
    if (masked !== null) {
      add('masked', at, at + masked[0].length, masked[0]);
      at += masked[0].length - 1;
      continue;
    }
    const end = digitRunEnd(text, at);
    const glued = gluedMobile(text, at, end);
    if (glued !== null) {
      at = glued - 1;
      continue;
    }
    // SF1234567890123: the letters in front belong to a waybill or order number.
    let start = at;
    while (end - at >= 9 && isLatin(text.charCodeAt(start - 1))) start -= 1;
    const kind =
      start < at
        ? isEdge(text, start - 1) && isEdge(text, end)
          ? 'orderNo'
          : null
        : otherKind(text, at, end);
    if (kind !== null) add(kind, start, end, text.slice(start, end));
    at = end - 1;
  }
  return found;
}
