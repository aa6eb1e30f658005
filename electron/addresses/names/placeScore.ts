import type { NormalText } from '../text/normaliseText.ts';
import type { Ownership } from '../text/ownership.ts';
import { isParted, neighbour } from '../text/tokens.ts';

/** 元阳县石头岭: what follows the district without a blank is its street or village. */
export function touchesRegion(text: string, owned: Ownership, start: number): boolean {
  let at = start - 1;
  while ('-–—'.includes(text.charAt(at)) && at >= 0) at -= 1;
  const owner = at >= 0 ? owned.ownerAt(at) : undefined;
  return owner === 'district' || owner === 'city' || owner === 'province';
}

/** How much the place of a word in its text speaks for a name: beside a phone, at an edge, between commas. */
export function placeScore(normal: NormalText, owned: Ownership, start: number, end: number): number {
  const before = neighbour(owned, normal.text, start - 1, -1, true);
  const behind = neighbour(owned, normal.text, end, 1, true);
  const isPhone = (owner: string | undefined) =>
    owner === 'phone' || owner === 'extension' || owner === 'otherPhone';
  const isOtherNumber = (owner: string | undefined) => owner === 'postcode' || owner === 'idNumber';
  let score = 0;
  if (isPhone(before) || isPhone(behind)) score += 3;
  if (before === undefined || behind === undefined) score += 1.5;
  if (behind === 'province' || behind === 'city' || behind === 'district') score += 1.5;
  else if (isOtherNumber(before) || isOtherNumber(behind)) score += 2;
  if (before === 'text' && behind === 'text') score -= 2;
  // The first word in front of a phone, or the last behind one, is nearly always the receiver.
  if ((before === undefined && isPhone(behind)) || (isPhone(before) && behind === undefined)) score += 1;
  if (touchesRegion(normal.text, owned, start)) score -= 3;
  // 兰州,138…,大山: between commas a word is a field of its own.
  const { text } = normal;
  if (
    isParted(text, start - 1, -1) &&
    isParted(text, end, 1) &&
    before !== undefined &&
    before !== 'district'
  )
    score += 1;
  // (东门进), (二楼) are notes on the address.
  if (text.charAt(start) === '(') score -= 4;
  // …珠江路1号 于洋: a word apart from the house number in front of it.
  if (
    before === 'text' &&
    behind === undefined &&
    /[号號室楼栋户\d][\s,;]+$/.test(normal.text.slice(0, start))
  )
    score += 1;
  return score;
}
