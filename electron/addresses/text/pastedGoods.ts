const units = '箱|盒|件|个|袋|瓶|包|套|条|只|份|罐|本|支|双|台|提|桶|筐|板';
/** What a thing weighs or holds is no number of things. */
const measures = '公斤|千克|斤|克|毫升|升|kg|g|ml|l';
const number = '\\d{1,4}|[一二两三四五六七八九十]{1,3}';
const counted = new RegExp(`(?:${number})\\s*(?:${units}|${measures})|[x×*]\\s*\\d{1,4}`, 'i');
const times = new RegExp(`\\s*[x×*]\\s*(\\d{1,4})(?!\\d|\\s*(?:${measures}|[x×*]|cm|mm))`, 'gi');
const pieces = new RegExp(`(${number})(\\s*(?:${units}))`, 'g');
const place = /[号室栋幢楼层座弄巷路街村组省市区县镇乡]|单元/;
/** 黑色, XL, 藏青色L码, 3号链接: which of the goods it is. */
const variant =
  /^(?=.*[色码SMLX接])(?:[一-龥]{1,4}色)?(?:[SMLX]{1,4}|\d{1,2}XL|\d{2,3}|均)?码?(?:\d{1,3}号链接)?$/i;
/** 帮我发三个地方, 以下每人一箱, 周三沃柑团: of the whole message. */
const ofMessage = /地方|地址|以下|下面|如下|每人|各[一1]|截单|接龙|[团单][:：]?$/;
export const isOfMessage = (words: string): boolean => ofMessage.test(words) && !place.test(words);
/** What parts one kind of goods from the next. */
const several = /[\s,，、;；+和]/;
const chineseDigits = '零一二三四五六七八九';

/** `12`, `两`, `十二`, `二十`: how many, 1 where it cannot be read. */
function countOf(written: string): number {
  if (/^\d+$/.test(written)) return Math.max(1, Number(written));
  const plain = written.replace('两', '二');
  const [, tens, rest = ''] = /^(.?)十(.?)$/.exec(plain) ?? [];
  const digit = (sign: string): number => Math.max(0, chineseDigits.indexOf(sign));
  if (tens === undefined) return plain.length === 1 ? Math.max(1, digit(plain)) : 1;
  return (tens === '' ? 1 : digit(tens)) * 10 + (rest === '' ? 0 : digit(rest));
}

/** Words that count something which is no part of an address. */
export function isGoods(words: string): boolean {
  return counted.test(words) && !place.test(words) && !/\d{7}/.test(words) && !ofMessage.test(words);
}

export interface CountedGoods {
  readonly goods: string;
  readonly quantity: number;
}

/**
 * 苹果2箱 is 苹果1箱 twice and A款*2 is A款 twice: what is told of one thing stands in its name, how many beside it, so that nobody packs
 * twice two. 紫菜3包 虾皮2斤 are several in one and stay as they are written, and so is a weight.
 */
export function countGoods(written: string): CountedGoods {
  if (written.split(several).filter((part) => counted.test(part)).length > 1)
    return { goods: written, quantity: 1 };
  const multiplied = [...written.matchAll(times)];
  const [first] = multiplied;
  const told = [...written.matchAll(pieces)];
  const [piece] = told;
  if (first !== undefined) {
    if (multiplied.length > 1) return { goods: written, quantity: 1 };
    const goods = `${written.slice(0, first.index)}${written.slice(first.index + first[0].length)}`.trim();
    return goods === '' ? { goods: written, quantity: 1 } : { goods, quantity: countOf(first[1] ?? '1') };
  }
  if (piece === undefined || told.length > 1) return { goods: written, quantity: 1 };
  const [whole, count = '', unit = ''] = piece;
  const quantity = countOf(count);
  if (quantity === 1) return { goods: written, quantity };
  const { index } = piece;
  return { goods: `${written.slice(0, index)}1${unit}${written.slice(index + whole.length)}`, quantity };
}

/** Where the goods begin that end a line, each set off by a blank or comma: 黑色 L 1件, 面粉5公斤x1、大米1袋; its length where there are none. */
export function goodsStart(line: string): number {
  let start = line.length;
  let hasCount = false;
  for (;;) {
    const word = /[\s,，、;；]+([^\s,，、;；]{1,20})[\s,，、;；]*$/.exec(line.slice(0, start));
    const text = word?.[1] ?? '';
    const isCount = isGoods(text);
    if (word === null || !(isCount || variant.test(text))) return hasCount ? start : line.length;
    hasCount ||= isCount;
    start = word.index;
  }
}

const wordGoods =
  /(?<=^|[\s,，、])(?:\d{1,4}|[一二两三四五六七八九十])(?:箱|盒|件|袋|瓶|包|份|罐|公斤|斤)(?:装|一箱|一份)?(?:[x×*]\d{1,3})?(?=$|[\s,，、])/gi;

/** 10斤*2 between the words of a line: a count that stands alone. */
export function takeCounts(line: string): { readonly text: string; readonly goods: readonly string[] } {
  const goods = [...line.matchAll(wordGoods)].map(([word]) => word);
  return {
    text: goods.length === 0 ? line : line.replace(wordGoods, ' ').replace(/ {2,}/g, ' ').trim(),
    goods,
  };
}
