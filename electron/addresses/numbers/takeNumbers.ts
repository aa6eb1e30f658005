import { isIdeograph } from '../text/characters.ts';
import { Gate } from '../text/gate.ts';
import { matchesOf } from '../text/matchesOf.ts';
import type { NormalText } from '../text/normaliseText.ts';
import type { Ownership } from '../text/ownership.ts';
import { type FoundNumber, findNumbers } from './findNumbers.ts';

export interface TakenNumbers {
  readonly phone: string;
  readonly extension: string;
  /** Digits behind the number were taken for its extension, which nothing but their place says. */
  readonly isExtensionGuessed: boolean;
  readonly otherPhones: readonly string[];
  readonly postcode: string;
  readonly masked: boolean;
  readonly broken: boolean;
  /** 7 or 8 digits without an area code, told apart from a house number only by standing alone. */
  readonly local: boolean;
}

function own(numbers: readonly FoundNumber[], primary: FoundNumber | undefined, owned: Ownership): void {
  for (const found of numbers) {
    if (found.kind === 'phone' || found.kind === 'local') {
      owned.take(found.start, found.extensionStart, found === primary ? 'phone' : 'otherPhone');
      owned.take(found.extensionStart, found.end, found === primary ? 'extension' : 'otherPhone');
    } else if (found.kind === 'postcode' || found.kind === 'idNumber') {
      owned.take(found.start, found.end, found.kind);
    } else {
      owned.take(found.start, found.end, 'leftover');
    }
  }
}

/** 138… 或 139…: what joins two numbers belongs to them. */
const between = /^[\s/、,]*(?:或者?|和|及|以及|备用|另外?|或拨打?)[\s:]*$/;

function ownBetween(text: string, numbers: readonly FoundNumber[], owned: Ownership): void {
  numbers.forEach((found, index) => {
    const next = numbers[index + 1];
    if (next === undefined || found.kind !== 'phone' || next.kind !== 'phone') return;
    if (between.test(text.slice(found.end, next.start))) owned.take(found.end, next.start, 'otherPhone');
  });
}

const isNumber = ({ kind }: FoundNumber): boolean => kind === 'phone' || kind === 'local';

/** The first phone, or the first number without an area code where there is none. */
function primaryOf(numbers: readonly FoundNumber[]): FoundNumber | undefined {
  return numbers.find(({ kind }) => kind === 'phone') ?? numbers.find(isNumber);
}

const withExtension = ({ number, extension }: FoundNumber): string =>
  extension === '' ? number : `${number}-${extension}`;

/** Numbers besides the primary one, each once; the same told again, or without its extension, is none. */
function otherNumbers(used: readonly FoundNumber[], primary: FoundNumber | undefined): readonly string[] {
  const others: string[] = [];
  if (primary === undefined) return others;
  for (const found of used) {
    if (found === primary || !isNumber(found)) continue;
    const number = withExtension(found);
    const isTold = number === primary.number || number === withExtension(primary) || others.includes(number);
    if (!isTold) others.push(number);
  }
  return others;
}

/** Takes every number that is not part of the address. The first phone is the primary one. */
export function takeNumbers(normal: NormalText, owned: Ownership): TakenNumbers {
  const { text } = normal;
  const numbers = findNumbers(normal);
  if (numbers.length === 0) return { ...noNumbers, masked: text.includes('**') };
  const primary = primaryOf(numbers);
  // Beside a phone seven or eight digits may be a house.
  const used = numbers.filter((found) => found.kind !== 'local' || primary?.kind === 'local');
  own(used, primary, owned);
  if (numbers.length > 1) ownBetween(text, numbers, owned);
  const privacy =
    primary === undefined ? null : findPrivacyCode(normal, (at) => owned.isFree(at), primary.extension);
  const fits = privacy !== null && (primary?.extension === '' || primary?.extension === privacy.code);
  if (fits) for (const place of privacy.places) owned.take(place.start, place.end, 'extension');
  return {
    phone: primary?.number ?? '',
    extension: primary?.extension || (fits ? privacy.code : ''),
    isExtensionGuessed: primary?.isGuessed === true && !fits,
    otherPhones: otherNumbers(used, primary),
    postcode: numbers.find(({ kind }) => kind === 'postcode')?.number ?? '',
    masked: numbers.some(({ kind }) => kind === 'masked') || text.includes('**'),
    broken: primary === undefined && numbers.some(({ kind }) => kind === 'broken'),
    local: primary?.kind === 'local',
  };
}

const noNumbers: TakenNumbers = {
  phone: '',
  extension: '',
  isExtensionGuessed: false,
  otherPhones: [],
  postcode: '',
  masked: false,
  broken: false,
  local: false,
};

interface PrivacyCode {
  readonly code: string;
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

const placeOf = ({ index, 0: { length } }: RegExpExecArray): PrivacyCode['places'][number] => ({
  start: index,
  end: index + length,
});

/** (转1234), 分机:1234 away from the number it belongs to. */
const spoken =
  /[[(【]\s?(?:转|轉|分机号?|ext\.?)\s?:?\s?(\d{2,6})\s?[\])】]|(?<=[\s,;])(?:转|分机号?)\s?:?\s?(\d{3,6})(?![\d号栋楼室])/gi;
/** Every notation has one of these; most texts have none and are searched no further. */
const codeGate = new Gate('转轉分[(【xX');
const mayHoldCode = /[转轉分[(【]|ext/i;
const bracketed = /[[(【]\s?(\d{3,5})\s?[\])】]/g;

/**
 * Extension of a virtual number that a shop hangs on the name or the end of the address: 张三[7839]. One code, and
 * it must repeat, be the `extension` of the number, end a line, or follow a name-like word; anything else in brackets is part of
 * the address.
 */
export function findPrivacyCode(
  { text, signs }: NormalText,
  isFree: (at: number) => boolean = () => true,
  extension = '',
): PrivacyCode | null {
  if (!codeGate.isOpen(signs) || !mayHoldCode.test(text)) return null;
  const match = matchesOf(spoken, text).find(({ index }) => isFree(index));
  const saidCode = match?.[1] ?? match?.[2];
  if (match !== undefined && saidCode !== undefined) {
    // 张三(1234) … (转1234): told twice.
    const told = matchesOf(bracketed, text).filter(
      ({ index, 1: code }) => code === saidCode && isFree(index),
    );
    return { code: saidCode, places: [match, ...told].map(placeOf) };
  }
  if (!text.includes('[') && !text.includes('(') && !text.includes('【')) return null;
  const matches = matchesOf(bracketed, text).filter(({ index }) => isFree(index));
  const code = matches[0]?.[1];
  if (code === undefined || matches.some((match) => match[1] !== code)) return null;
  const places = matches.map(placeOf);
  const first = places[0];
  if (first === undefined) return null;
  const wordBefore = /[^\s,;|:]*$/.exec(text.slice(0, first.start))?.[0] ?? '';
  const followsName =
    wordBefore.length >= 1 &&
    wordBefore.length <= 4 &&
    isIdeograph(wordBefore.charCodeAt(0)) &&
    !/\d/.test(wordBefore);
  const square = text.charAt(first.start) === '[';
  const endsLine = /^\s*(?:$|\n)/.test(text.slice(first.end));
  return code === extension || matches.length > 1 || followsName || (square && endsLine)
    ? { code, places }
    : null;
}
