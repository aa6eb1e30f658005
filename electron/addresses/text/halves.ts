import type { RegionChoice } from '../regions/chooseRegion.ts';
import { withoutChangeLead } from './changeLead.ts';
import { isWordUnit } from './characters.ts';
import { type NormalText, startOf } from './normaliseText.ts';
import type { Ownership } from './ownership.ts';
import { findStreetChange, keptStreet } from './streetChange.ts';

/** Of a text with two addresses, of two districts or of one, each by itself, the chosen one first; empty: there is one alone. */
export function halvesOf(normal: NormalText, choice: RegionChoice): readonly string[] {
  const { start, end, otherStart, retold } = choice;
  const { original, plain } = normal;
  if (otherStart !== null) {
    const at = startOf(normal, Math.max(otherStart, start));
    const [front, behind] = [withoutChangeLead(original.slice(0, at)), original.slice(at)];
    return otherStart > start ? [front, behind] : [behind, front];
  }
  const change = findStreetChange(normal, end);
  if (change === null) {
    if (retold === null) return [];
    const at = startOf(normal, retold.start);
    return [original.slice(0, at), original.slice(at)];
  }
  const kept = keptStreet(plain.slice(end, change.front), plain.slice(change.behind));
  const behind =
    original.slice(0, startOf(normal, end + kept.length)) + original.slice(startOf(normal, change.behind));
  return [original.slice(0, startOf(normal, change.front)), behind];
}

/** Shorter streets stand in longer ones. */
const shortestStreet = 4;

/** Takes an address that is told twice with the same street, from its second region on. Answers how much that is. */
export function takeToldAgain(
  { plain }: NormalText,
  owned: Ownership,
  { end, retold }: RegionChoice,
): number {
  if (retold === null) return 0;
  let street = '';
  const isWord = (at: number): boolean => owned.isContent(at) && isWordUnit(plain.charCodeAt(at));
  for (let at = end; at < retold.start; at += 1) if (isWord(at)) street += plain.charAt(at);
  if (street.length < shortestStreet) return 0;
  let at = retold.end;
  for (let told = 0; told < street.length; at += 1) {
    if (!isWord(at)) {
      if (owned.isFree(at) && at < plain.length) continue;
      return 0;
    }
    if (plain.charAt(at) !== street.charAt(told)) return 0;
    told += 1;
  }
  // 478号 and then 478号3楼 are not the same.
  if (isWord(at)) return 0;
  owned.take(retold.start, at, 'leftover');
  return at - retold.start;
}
