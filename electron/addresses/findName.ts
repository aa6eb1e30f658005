import type { Label } from './findLabels.ts';
import { cleanName, cleanNameEnd, looksLikePlace, nameWorth } from './nameWorth.ts';
import type { NormalText } from './normaliseText.ts';
import type { Ownership } from './ownership.ts';
import { surnameLength } from './surnames.ts';
import { freeTokens, neighbour, type Token } from './tokens.ts';

export interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly score: number;
  readonly rule: 'label' | 'token' | 'glued';
}

const withPhoneLimit = 3.5;
/** Without a phone most texts carry no name at all, so it takes more to believe in one. */
const withoutPhoneLimit = 7.4;
const unitTail =
  /(?:[号號楼樓栋幢座室户戶层層元村组組队屯店门門口院厂校局苑园園城厦廈旁侧站场区區里路街巷弄镇乡司馆部]|[\d)#A-Za-z])$/;

/** Adjacent Latin words are one name: Amy Chen. */
function joinLatin(tokens: readonly Token[], text: string): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined[joined.length - 1];
    const latin = /^[A-Z][A-Za-z.'-]*$/;
    if (
      last !== undefined &&
      latin.test(token.text) &&
      /^[A-Z][A-Za-z.' -]*$/.test(last.text) &&
      text.slice(last.end, token.start) === ' '
    ) {
      joined[joined.length - 1] = { start: last.start, end: token.end, text: `${last.text} ${token.text}` };
    } else {
      joined.push(token);
    }
  }
  return joined;
}

function placeScore(normal: NormalText, owned: Ownership, start: number, end: number): number {
  const before = neighbour(owned, normal.text, start - 1, -1);
  const behind = neighbour(owned, normal.text, end, 1);
  const isPhone = (owner: string | undefined) =>
    owner === 'phone' || owner === 'extension' || owner === 'otherPhone';
  let score = 0;
  if (isPhone(before) || isPhone(behind)) score += 3;
  if (before === undefined || behind === undefined) score += 1.5;
  if (behind === 'province' || behind === 'city' || behind === 'district') score += 1;
  if (before === 'text' && behind === 'text') score -= 2;
  // …珠江路1号 于洋: a word apart from the house number in front of it.
  if (
    before === 'text' &&
    behind === undefined &&
    /[号號室楼栋户\d][\s,;]+$/.test(normal.text.slice(0, start))
  )
    score += 1;
  return score;
}

function gluedNames(normal: NormalText, owned: Ownership, token: Token): FoundName[] {
  const found: FoundName[] = [];
  const atEnd = neighbour(owned, normal.text, token.end, 1) !== 'text';
  if (!atEnd) return found;
  const tail = cleanNameEnd(token.text);
  for (let length = Math.min(6, tail.length - 2); length >= 2; length -= 1) {
    const start = token.start + tail.length - length;
    const name = tail.slice(-length);
    const worth = nameWorth(name);
    const front = tail.slice(0, -length);
    if (worth === null || surnameLength(name) === 0 || cleanName(name) !== name || !unitTail.test(front))
      continue;
    const unit = /[号號楼栋幢座室户层元#\d组]$/.test(front) ? 1 : 0;
    const score = worth + placeScore(normal, owned, start, token.end) + unit - 2;
    found.push({
      start,
      end: token.end,
      name: normal.text.slice(start, start + length),
      score,
      rule: 'glued',
    });
  }
  return found;
}

function labelled(normal: NormalText, owned: Ownership, labels: readonly Label[]): FoundName | null {
  for (const label of labels) {
    if (label.field !== 'name') continue;
    const lineEnd = normal.text.indexOf('\n', label.end);
    const next = labels.find((other) => other.start >= label.end)?.start ?? normal.text.length;
    const stop = Math.min(next, lineEnd === -1 ? normal.text.length : lineEnd);
    const token = joinLatin(freeTokens(normal, owned, label.end, stop), normal.text)[0];
    if (token === undefined) continue;
    const between = normal.text.slice(label.end, token.start);
    if (/[^\s,]/.test(between)) continue;
    const name = cleanName(normal.text.slice(token.start, token.end));
    if (name === '' || token.text.length > 25) continue;
    return {
      start: token.start,
      end: token.end,
      name,
      score: 10 + Math.max(-3, nameWorth(name) ?? -5),
      rule: 'label',
    };
  }
  return null;
}

/** Finds the receiver's name among the free text; call it after phones, labels and region have been taken. */
export function findName(
  normal: NormalText,
  owned: Ownership,
  labels: readonly Label[],
  hasPhone: boolean,
): FoundName | null {
  const byLabel = labelled(normal, owned, labels);
  if (byLabel !== null) return byLabel;
  const tokens = joinLatin(freeTokens(normal, owned), normal.text);
  let best: FoundName | null = null;
  const consider = (candidate: FoundName): void => {
    if (best === null || candidate.score > best.score + 1e-9) best = candidate;
  };
  for (const token of tokens) {
    const worth = nameWorth(token.text);
    if (worth !== null) {
      const score = worth + placeScore(normal, owned, token.start, token.end);
      consider({
        start: token.start,
        end: token.end,
        name: cleanName(normal.text.slice(token.start, token.end)),
        score,
        rule: 'token',
      });
    }
    if (
      hasPhone &&
      token.text.length >= 4 &&
      (worth === null || looksLikePlace(token.text) || token.text.length > 4)
    ) {
      for (const glued of gluedNames(normal, owned, token)) consider(glued);
    }
  }
  const limit = hasPhone ? withPhoneLimit : withoutPhoneLimit;
  const found = best as FoundName | null;
  return found !== null && found.score >= limit ? found : null;
}
