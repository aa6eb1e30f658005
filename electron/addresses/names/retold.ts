import { type Division, isWithin } from '../divisions/division.ts';
import type { RegionChoice } from '../regions/chooseRegion.ts';
import type { RegionHit } from '../regions/findRegionHits.ts';
import type { NormalText } from '../text/normaliseText.ts';
import type { Ownership } from '../text/ownership.ts';
import type { Token } from '../text/tokens.ts';
import { touchesRegion } from './findGluedNames.ts';
import type { FoundName } from './findName.ts';
import { surnameLength } from './nameWorth.ts';

const gender = /^[([【]?[男女][)\]】]?$/;
const longestGender = 3;
const parts = /^[\s,;|/、]*$/;

function isBeside({ start, end }: Token, name: FoundName, text: string): boolean {
  const [from, to] = start >= name.end ? [name.end, start] : [end, name.start];
  return parts.test(text.slice(from, to));
}

/** 男 or 女 beside the name, or the name once more. */
function belongsToName(token: Token, name: FoundName, { text }: NormalText, owned: Ownership): boolean {
  if (token.text.length <= longestGender && gender.test(token.text)) return isBeside(token, name, text);
  if (token.text !== name.name || name.name.length < 2) return false;
  return surnameLength(name.name) > 0 && !touchesRegion(text, owned, token.start);
}

/**
 * Takes what is no part of the street: the name told once more, 男 or 女 beside it, and places of the chosen path as a word of
 * their own (吉林 李雪 138… 吉林省吉林市…).
 */
export function takeRetold(
  normal: NormalText,
  owned: Ownership,
  name: FoundName | null,
  tokens: readonly Token[],
  choice: RegionChoice | null,
  hits: readonly RegionHit[],
): void {
  for (const token of tokens) {
    const { start, end } = token;
    if (name !== null && start < name.end && name.start < end) continue;
    if (name !== null && belongsToName(token, name, normal, owned)) owned.take(start, end, 'name');
    else if (choice !== null) takePlaces(token, owned, choice, hits);
  }
}

/** The longest name of a place that holds the one chosen. Hits stand in the order of the text. */
function placeAt(start: number, end: number, chosen: Division, hits: readonly RegionHit[]): RegionHit | null {
  let found: RegionHit | null = null;
  for (const hit of hits) {
    if (hit.start > start) break;
    if (hit.start === start && hit.end <= end && isWithin(chosen, hit.division)) found = hit;
  }
  return found;
}

/** In front of the path one place is enough, as a province is behind it; a town or a village may be named like others, and it takes two. */
function takePlaces(
  { start, end }: Token,
  owned: Ownership,
  choice: RegionChoice,
  hits: readonly RegionHit[],
): void {
  const [place] = choice.divisions;
  if (place === undefined || choice.divisions.length > 1) return;
  let hit = placeAt(start, end, place, hits);
  if (hit === null) return;
  const told = [hit];
  while (hit.end < end) {
    hit = placeAt(hit.end, end, place, hits);
    if (hit === null) return;
    told.push(hit);
  }
  if (end > choice.start && told.length < 2 && hit.division.level !== 'province') return;
  for (const one of told) owned.take(one.start, one.end, one.division.level);
}
