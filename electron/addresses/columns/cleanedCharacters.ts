import { type NormalText, normaliseText } from '../text/normaliseText.ts';

/** Characters of a text that a label cannot print, or prints otherwise. */
export interface CleanedCharacters {
  /** Where in the text, in UTF-16 units. */
  readonly start: number;
  readonly from: string;
  readonly to: string;
}

/** Ideographs, half-width signs and the usual Chinese marks: nothing to clean. */
const cleanText =
  /^[\u0020-\u007e\u00b7\u3001-\u3003\u3008-\u3011\u2014\u2018-\u201d\u2026\u4e00-\u9fff\uff08\uff09\uff0c\uff1a]*$/;
const narrowed = /^[\dA-Za-z_]$/;

/** Ａ → A; ㎡, which became two, stays as it is. */
function isNarrowed({ text, starts }: NormalText, unit: number): boolean {
  const start = starts[unit];
  return narrowed.test(text.charAt(unit)) && starts[unit - 1] !== start && starts[unit + 1] !== start;
}

/** Emoji, controls and invisible signs that go, and full-width letters and digits that are narrowed, run by run. */
export function cleanedCharacters(text: string): readonly CleanedCharacters[] {
  if (cleanText.test(text)) return [];
  const normal = normaliseText(text);
  const found: { start: number; from: string; to: string }[] = [];
  const put = (start: number, from: string, to: string): void => {
    const last = found[found.length - 1];
    const joins = last !== undefined && last.start + last.from.length === start;
    if (joins && (last.to === '') === (to === '')) {
      last.from += from;
      last.to += to;
    } else found.push({ start, from, to });
  };
  let at = 0;
  for (let unit = 0; unit < normal.text.length; unit += 1) {
    const start = normal.starts[unit] ?? at;
    const end = normal.ends[unit] ?? start;
    if (start > at) put(at, text.slice(at, start), '');
    const written = text.slice(start, end);
    const read = normal.text.charAt(unit);
    if (read === ' ' && written.trim() !== '') put(start, written, '');
    else if (isNarrowed(normal, unit) && read !== written) put(start, written, read);
    at = Math.max(at, end);
  }
  // What lies behind the reading limit was not read at all, which is told as left over.
  const rest = text.slice(at);
  if (rest !== '' && at > 0 && normal.text.length < text.length && /^[\p{C}\p{M}]+$/u.test(rest))
    put(at, rest, '');
  return found;
}
