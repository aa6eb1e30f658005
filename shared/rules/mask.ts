interface DigitMask {
  readonly keepHead: number;
  readonly keepTail: number;
  /** Wins over both: the head gives way last, the tail first. */
  readonly hideAtLeast: number;
}

/** Also those of an input method that writes １３８, and those a shop platform hid before (139****2201): each was a digit. */
const digits = /[\p{Nd}*＊]/gu;
const countDigits = (text: string): number => text.match(digits)?.length ?? 0;

/** Replaces the middle digits of a number by asterisks; every character that is no digit stays where it is. */
function hideDigits(text: string, mask: DigitMask): string {
  const digitCount = countDigits(text);
  const mayKeep = Math.max(0, digitCount - mask.hideAtLeast);
  const keepHead = Math.min(mask.keepHead, mayKeep);
  const keepTail = Math.min(mask.keepTail, mayKeep - keepHead);
  let seen = 0;
  return text.replace(digits, (digit) => {
    seen += 1;
    return seen <= keepHead || seen > digitCount - keepTail ? digit : '*';
  });
}

/**
 * Name as others may see it: first character and one or two asterisks, so that its length is not told
 * (张*, 张**, 努**, A**). A name of one character is hidden whole: at least one must be (GB/T 41833-2022).
 */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  const first = characters[0];
  if (first === undefined) return '';
  if (characters.length === 1) return '*';
  return `${first}${characters.length === 2 ? '*' : '**'}`;
}

/**
 * Phone as a screen shows it: 138****8000, 0755-****5678. At least four digits are hidden, and all of a number
 * shorter than five digits. Dashes stay so that the kind of number is still readable.
 */
export function maskPhone(phone: string): string {
  const digitCount = countDigits(phone);
  const areaCode = /^(0\d{2,3})-/.exec(phone)?.[1];
  const keepHead = areaCode?.length ?? (digitCount > 7 ? 3 : 0);
  return hideDigits(phone, { keepHead, keepTail: 4, hideAtLeast: 4 });
}

/**
 * Phone as it is printed on a parcel: 1******8000, at least six digits hidden (GB/T 41833-2022). The last four
 * stay, since pick-up points sort by them. An extension is printed whole: the courier dials it, and alone it
 * leads to nobody.
 */
export function maskPhoneForLabel(phone: string, extension = ''): string {
  const digitCount = countDigits(phone);
  const masked = hideDigits(phone, { keepHead: digitCount > 10 ? 1 : 0, keepTail: 4, hideAtLeast: 6 });
  return extension === '' ? masked : `${masked}转${extension}`;
}

const numeral = '(?:[A-Za-z]?\\d+|[A-Za-z]|[一二三四五六七八九十百]+)';
const dash = '[-－—–_/]';

/** 3栋 · 2单元 · B座 · 12号楼 · 四层 · 501室 · 1# */
const namedUnit = `${numeral}(?:${dash}${numeral})*\\s*(?:号楼|號樓|号院|号房|号铺|栋|棟|幢|座|单元|單元|楼|樓|层|層|室|户|戶|房|铺|档|门|梯|#|[Ff](?![A-Za-z]))`;
/** 1-7-701, but not the house number 45-5号. */
const unitChain = `[A-Za-z]?\\d+(?:${dash}[A-Za-z]?\\d+)+(?!\\d|\\s*[号號]|${dash}\\d+\\s*[号號])`;
/** 704 at the end of 永乐苑1#704; digits that count a road, a group or a distance are no room. */
const bareNumber = '\\d{2,}(?![\\d-]|\\s*[号號路弄巷街道组組队隊村里年中小米公线線国國省县縣团團连連师師])';

const firstUnit = new RegExp(`${namedUnit}|${unitChain}|${bareNumber}`, 'u');

/** By which an English address is known: it begins with the room and ends with the street. Pinyin keeps the order of Chinese. */
const streetWord = /\b(?:road|rd|street|st|avenue|ave|lane|boulevard|blvd|highway|hwy)\b\.?/i;
/** Of Room 1203 · Building A · Unit 3-2 · 12/F · 5th floor · #801 · 801 before a house number: what tells the unit. */
const latinUnit =
  /(?<=\b(?:room|rm|unit|flat|apartment|apt|suite|ste|floor|building|bldg|block|blk|tower|villa)\b\.?\s*(?:no\.?\s*)?)(?:[A-Za-z]?\d[\w/-]*|[A-Za-z]\b)|\b\d+(?=(?:st|nd|rd|th)?\s*(?:floor\b|\/?[Ff]\b))|(?<=#\s*)\w+|\b[A-Za-z]?\d[\w-]*(?=\s+\d)/gi;
/** Numbers and single letters where no street is named, or behind it. */
const latinNumber = /\b(?:[A-Za-z]?\d[\w/-]*|[A-Z])(?!\w)/g;

interface Span {
  readonly from: number;
  readonly to: number;
}

const spansOf = (pattern: RegExp, text: string, offset: number): Span[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    from: offset + index,
    to: offset + index + found.length,
  }));

function latinUnits(detail: string): readonly Span[] {
  const spans: Span[] = [];
  let offset = 0;
  for (const part of detail.split(/(?<=[,;])/)) {
    const street = streetWord.exec(part);
    const streetEnd = street === null ? 0 : street.index + street[0].length;
    spans.push(...spansOf(latinUnit, part.slice(0, streetEnd), offset));
    spans.push(...spansOf(latinNumber, part.slice(streetEnd), offset + streetEnd));
    offset += part.length;
  }
  return spans;
}

/** Digits and letters that an input method wrote as wide as hanzi, as ordinary ones: the text stays as long. */
const inUsualWidth = (text: string): string =>
  text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/** Where a detail address tells building, unit or room, and so where it is hidden. */
export function unitsOf(written: string): readonly Span[] {
  const detail = inUsualWidth(written);
  if (!/\p{Script=Han}/u.test(detail) && streetWord.test(detail)) return latinUnits(detail);
  const unit = firstUnit.exec(detail);
  return unit === null ? [] : [{ from: unit.index, to: detail.length }];
}

/**
 * Detail address with everything from the first building, unit or room number on hidden
 * (丹溪路811号永乐苑***). Road and house number stay: the parcel must still find its street (GB/T 41833-2022). In an
 * English one the room comes first, so its units alone are hidden (Room ***, 8 Jianguo Road).
 * An address without a unit is returned as it is.
 */
export const maskDetail = (detail: string): string =>
  unitsOf(detail).reduceRight(
    (shown, { from, to }) => `${shown.slice(0, from)}***${shown.slice(to)}`,
    detail,
  );
