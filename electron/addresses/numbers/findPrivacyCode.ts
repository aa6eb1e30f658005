import { isIdeograph } from '../text/characters.ts';

export interface PrivacyCode {
  readonly code: string;
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

/** (转1234), 分机:1234 away from the number it belongs to. */
const spoken =
  /[[(【]\s?(?:转|轉|分机号?|ext\.?)\s?:?\s?(\d{2,6})\s?[\])】]|(?<=[\s,;])(?:转|分机号?)\s?:?\s?(\d{3,6})(?![\d号栋楼室])/gi;
/** Every notation has one of these; most texts have none and are searched no further. */
const mayHoldCode = /[转轉分[(【]|ext/i;
const bracketed = /[[(【]\s?(\d{3,5})\s?[\])】]/g;

/**
 * Extension of a virtual number that a shop hangs on the name or the end of the address: 张三[7839]. One code, and
 * it must repeat, end a line, or follow a name-like word; anything else in brackets is part of the address.
 */
export function findPrivacyCode(
  text: string,
  isFree: (at: number) => boolean = () => true,
): PrivacyCode | null {
  if (!mayHoldCode.test(text)) return null;
  const said = [...text.matchAll(spoken)].find(({ index }) => isFree(index));
  const saidCode = said?.[1] ?? said?.[2];
  if (said !== undefined && saidCode !== undefined) {
    return { code: saidCode, places: [{ start: said.index, end: said.index + said[0].length }] };
  }
  if (!text.includes('[') && !text.includes('(') && !text.includes('【')) return null;
  const matches = [...text.matchAll(bracketed)].filter(({ index }) => isFree(index));
  const code = matches[0]?.[1];
  if (code === undefined || matches.some((match) => match[1] !== code)) return null;
  const places = matches.map((match) => ({ start: match.index, end: match.index + match[0].length }));
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
  return matches.length > 1 || followsName || (square && endsLine) ? { code, places } : null;
}
