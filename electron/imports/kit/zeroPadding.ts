/** A number format that shows a number with leading zeros: a postcode (`000000`), an order number (`0000-0000`). */
export interface ZeroPadding {
  /** What stands before the first digit place. */
  readonly before: string;
  /** Digit places from the left; `after` is the text between this place and the next. */
  readonly places: readonly { readonly isPadded: boolean; readonly after: string }[];
  /** The format has a form of its own for zero, which is not read here. */
  readonly hasOwnZero: boolean;
}

/** Colour and language marks say nothing about the digits; conditions and Chinese numerals do, and are not read here. */
const harmlessMark =
  /^\[(?:\$-[^\]]*|black|blue|cyan|green|magenta|red|white|yellow|colou?r ?\d+|[黑蓝青绿洋红白黄]+色?)\]/i;
/** Quoted text, an escaped character, the width of a character, a fill character, or one character. */
const token = /"([^"]*)"|\\(.)|_.|\*.|([^"\\_*])/gy;
/** Characters that stand for more than themselves: decimals, thousands, percent, fractions, text, letters of dates. */
const meaningful = /[.,%/@?eE[\]"a-zA-Z]/;

function firstSection(code: string): string {
  // A semicolon inside quotes or after a backslash parts nothing.
  return /^(?:"[^"]*"|\\.|[^;"\\])*/.exec(code)?.[0] ?? '';
}

/** The zero padding of a number format, null for every other format. A single `0` pads nothing. */
export function readZeroPadding(code: string): ZeroPadding | null {
  const section = firstSection(code);
  let body = section;
  for (let mark = harmlessMark.exec(body); mark !== null; mark = harmlessMark.exec(body)) {
    body = body.slice(mark[0].length);
  }
  let before = '';
  const places: { isPadded: boolean; after: string }[] = [];
  let at = 0;
  for (const [whole, quoted, escaped, single] of body.matchAll(token)) {
    at += whole.length;
    if (single === '0' || single === '#') {
      places.push({ isPadded: single === '0', after: '' });
      continue;
    }
    if (single !== undefined && meaningful.test(single)) return null;
    const text = quoted ?? escaped ?? single ?? '';
    const last = places.at(-1);
    if (last === undefined) before += text;
    else last.after += text;
  }
  if (at < body.length || places.filter((place) => place.isPadded).length < 2) return null;
  const hasOwnZero = code.slice(section.length).split(';').length > 2;
  return { before, places, hasOwnZero };
}
