import { isWithin } from '../divisions/division.ts';
import type { RegionChoice } from '../regions/chooseRegion.ts';
import type { RegionHit } from '../regions/findRegionHits.ts';
import type { NormalText } from '../text/normaliseText.ts';
import type { Ownership } from '../text/ownership.ts';
import type { Token } from '../text/tokens.ts';
import { UnitSet } from '../text/unitSet.ts';
import { touchesRegion } from './findGluedNames.ts';
import type { FoundName } from './findName.ts';
import { surnameLength } from './nameWorth.ts';

const gender = /^[([【]?[男女][)\]】]?$/;
const genderUnits = new UnitSet('男女');
const parts = new UnitSet(' \t\n,;|/、');

function isBeside({ start, end }: Token, name: FoundName, text: string): boolean {
  const [from, to] = start >= name.end ? [name.end, start] : [end, name.start];
  return parts.isAllOf(text.slice(from, to));
}

/** 男 or 女 beside the name, or the name once more. */
function belongsToName(token: Token, name: FoundName, { text }: NormalText, owned: Ownership): boolean {
  if (genderUnits.isIn(token.text) && gender.test(token.text)) return isBeside(token, name, text);
  const isName = token.text === name.name && name.name.length > 1 && surnameLength(name.name) > 0;
  return isName && !touchesRegion(text, owned, token.start);
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

/** In front of the path one place is enough; behind it a town or a village may be named so, and it takes two. */
function takePlaces(
  { start, end }: Token,
  owned: Ownership,
  choice: RegionChoice,
  hits: readonly RegionHit[],
): void {
  const [place] = choice.divisions;
  if (place === undefined || choice.divisions.length > 1) return;
  const told: RegionHit[] = [];
  for (let at = start; at < end; ) {
    const hit = hits.findLast((one) => one.start === at && one.end <= end && isWithin(place, one.division));
    if (hit === undefined) return;
    told.push(hit);
    at = hit.end;
  }
  if (end > choice.start && told.length < 2) return;
  for (const hit of told) owned.take(hit.start, hit.end, hit.division.level);
}
