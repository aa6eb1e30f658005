import { cleanCellText } from '../kit/cellText.ts';

/** One kind of goods of a cell that lists several. `苹果2箱` is 苹果1箱 twice, as in pasted messages: nobody packs two single apples. */
interface CountedGoods {
  readonly name: string;
  readonly count: number;
}

/** What goods are packed and counted in. Never 斤, 片, 张 or 粒: those say how large one of them is. */
const units =
  '件|个|份|箱|盒|袋|包|瓶|套|条|双|只|台|桶|提|罐|本|把|支|枚|篮|筐|串|棵|株|盆|板|组|听|坛|杯|块|床|副|对|顶|卷|pcs?';
const pieces = /^(?:件|个|份|pcs?)$/i;
const digits = '零一二三四五六七八九';
const chinese = '[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]';
/** Taken for no end of a longer number: 二 in front of 十箱. */
const notChinese = '(?<![一二两三四五六七八九十百半几])';

/** 12, 两, 十二, 二十. */
function countOf(written: string): number {
  const [, tens, ones = ''] = /^(.?)十(.?)$/.exec(written) ?? [];
  if (tens !== undefined)
    return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + Math.max(0, digits.indexOf(ones));
  return written === '两' ? 2 : digits.includes(written) ? digits.indexOf(written) : Number(written);
}

/** `×2`, `*2箱`, `x 2`. Behind a digit it is a measure (120*80) but for that of a colour (#201), and an x of a word is none. */
const times = new RegExp(
  `^(.*(?:[^\\d\\s.×*✕]|#\\d{1,4}))(?:\\s*[×*✕]|(?<=[^a-z\\d\\s])x|\\s+x)\\s*(\\d{1,4})\\s*(${units})?$`,
  'iu',
);
/** `2箱`, `：2`, `两箱`; not of 第1件 or 满2件. */
const counted = new RegExp(
  `^(.*[^\\d\\s.×*✕第买送满每约共前后])\\s*(?:[:：]\\s*(\\d{1,4})|[:：]?\\s*(\\d{1,4}|${notChinese}(?:${chinese}))\\s*(${units}))$`,
  'iu',
);
/** `2箱苹果`, `2*苹果`. */
const countedBefore = new RegExp(
  `^(?:(\\d{1,4}|${chinese})\\s*(${units})|(\\d{1,4})\\s*[×*✕])\\s*的?([^\\d].*)$`,
  'iu',
);
const inBrackets = new RegExp(
  `\\s*[(（【\\[]\\s*([×*✕x]\\s*\\d{1,4}(?:${units})?|\\d{1,4}\\s*(?:${units}))\\s*[)）】\\]]$`,
  'iu',
);

/** `香梨×1(赠)`: that it is free belongs to its name. */
const freeBehind = /(\s*[×*✕x]\s*\d{1,4})\s*[(（]\s*(赠品?|赠送|送)\s*[)）]$/iu;

function goodsOf(name: string, count: string, unit: string, isBefore = false): CountedGoods | null {
  const number = countOf(count);
  const trimmed = name.replace(/^[\s,，、]+|[\s,，、:：]+$/gu, '');
  if (number < 1 || !/\p{L}/u.test(trimmed)) return null;
  const pack = unit === '' || pieces.test(unit) ? '' : `1${unit}`;
  return { name: isBefore ? `${pack}${trimmed}` : `${trimmed}${pack}`, count: number };
}

/** `A-101*2`: a code ends in digits as often as not, and nobody writes a measure among codes. */
const timesCode = /^([a-z\d][\w./-]*)\s*[×*✕x]\s*(\d{1,4})$/iu;

function readCodePart(part: string): CountedGoods | null {
  const [, code = '', count = ''] = timesCode.exec(part) ?? [];
  return count === '' || Number(count) < 1 ? null : { name: code, count: Number(count) };
}

/** One part of a list that says how many, null when it does not. */
function readPart(part: string): CountedGoods | null {
  const text = part.replace(freeBehind, '（$2）$1').replace(inBrackets, ' $1');
  const [, name = '', count = '', unit = ''] = times.exec(text) ?? [];
  if (count !== '') return goodsOf(name, count, unit);
  const [, behind = '', bare = '', some = '', pack = ''] = counted.exec(text) ?? [];
  if (behind !== '') return goodsOf(behind, bare || some, pack);
  const [, few = '', box = '', many = '', front = ''] = countedBefore.exec(text) ?? [];
  return front === '' ? null : goodsOf(front, few || many, box, true);
}

/** The parts of a text, parted nowhere inside brackets. */
function partsOf(text: string, separators: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if (/[(（【[]/u.test(character)) depth += 1;
    else if (/[)）】\]]/u.test(character)) depth = Math.max(0, depth - 1);
    if (depth > 0 || !separators.test(character)) part += character;
    else {
      parts.push(part);
      part = '';
    }
  }
  return [...parts, part].map(cleanCellText).filter((one) => one !== '');
}

/** The surest first: a comma stands inside names too (`T恤，白色，XL`). */
const separators: readonly RegExp[] = [/[\r\n]/u, /[;；|\r\n]/u, /[+＋]/u, /[;；|+＋、，,\r\n]/u, /\//u];
const mostCharacters = 2_000;
const mostKinds = 100;

/** The signs for times that keyboards and exports of a shop have besides × and *. */
const otherTimes = /[＊✖╳∗﹡]/g;
/** `SKU12345*2,SKU67890*1`: nothing but codes, each longer than a measure. */
const codeList =
  /^\s*(?=[^\s]*[a-z])(?=[^\s]*\d)[a-z\d][\w./-]{4,}\s*[×*✕x]\s*\d{1,4}(?:\s*[;；,，+|\r\n]\s*(?=[^\s]*\d)[a-z][\w./-]{4,}\s*[×*✕x]\s*\d{1,4})+\s*$/iu;
const listNumber = /^[(（]?(\d{1,2})[)）.、．]\s*(?=\D)/u;

/** 1、苹果 2、香梨 are numbered, where every part is, in turn. */
function withoutNumbers(parts: readonly string[]): readonly string[] {
  const isNumbered = parts.every((part, at) => Number(listNumber.exec(part)?.[1]) === at + 1);
  return isNumbered ? parts.map((part) => part.replace(listNumber, '')) : parts;
}

/** One count; a list has two, or a single one that multiplies. */
const anyCount = new RegExp(`[×*✕x:：]\\s*\\d|\\d\\s*(?:${units}|[×*✕])|(?:${chinese})(?:${units})`, 'giu');
/** The blanks of `苹果 x 2`, which part nothing. */
const blankTimes = /\s+([×*✕])\s*(?=\d)|([×*✕])\s+(?=\d)|\s+x\s*(?=\d)|(?<=[^a-z\d\s])x\s+(?=\d)/giu;
const anyParting = /[\r\n;；|+＋、，,]/u;

/**
 * The goods of a cell that lists several with how many of each: `苹果*2;香梨*1`, `苹果2箱，香梨1箱`. Null unless every part says its
 * count: what stands there then is one name. A single part is a list only where it is multiplied and no pack is named (`苹果*2`). `isCodes`: of a
 * column of codes.
 */
export function readGoodsList(written: string, isCodes = false): readonly CountedGoods[] | null {
  if (written.length > mostCharacters) return null;
  const text = written.replace(otherTimes, '×');
  const read = isCodes || codeList.test(text) ? readCodePart : readPart;
  const counts = text.match(anyCount)?.length ?? 0;
  if (counts === 0) return null;
  for (const separator of counts > 1 ? separators : []) {
    const parts = partsOf(text, separator);
    if (parts.length < 2 || parts.length > mostKinds) continue;
    const goods = withoutNumbers(parts).map(read);
    if (goods.every((one) => one !== null)) return goods;
  }
  if (anyParting.test(text)) return null;
  const parts = counts > 1 ? withoutNumbers(partsOf(text.replace(blankTimes, '×'), /\s/u)) : [];
  const goods = parts.map(read);
  if (parts.length > 1 && goods.every((one) => one !== null)) return goods;
  if (isCodes) return null;
  const [, name = '', count = '', unit = ''] = times.exec(text.trim()) ?? [];
  const only = count === '' || unit !== '' ? null : goodsOf(name, count, unit);
  return only === null ? null : [only];
}
