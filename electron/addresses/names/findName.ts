import type { Label } from '../text/findLabels.ts';
import type { NormalText } from '../text/normaliseText.ts';
import type { Ownership } from '../text/ownership.ts';
import { freeTokens, type Token } from '../text/tokens.ts';
import { findGluedNames, placeScore, touchesRegion } from './findGluedNames.ts';
import {
  cleanName,
  cleanNameEnd,
  isBusiness,
  looksLikePlace,
  nameWorth,
  surnameLength,
} from './nameWorth.ts';

const withPhoneLimit = 3.5;
/** A short word that stands apart from the rest of the address: a text with a phone nearly always names somebody. */
const shortLimit = 2.4;
/** Without a phone most texts carry no name at all, so it takes more to believe in one. */
const withoutPhoneLimit = 7.4;
function labelled(normal: NormalText, owned: Ownership, labels: readonly Label[]): FoundName | null {
  for (const label of labels) {
    if (label.field !== 'name') continue;
    const lineEnd = normal.text.indexOf('\n', label.end);
    const next = labels.find((other) => other.start >= label.end)?.start ?? normal.text.length;
    const stop = Math.min(next, lineEnd === -1 ? normal.text.length : lineEnd);
    const token = joinNames(freeTokens(normal, owned, label.end, stop), normal.text)[0];
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

/** Less than any person is worth: a business is the receiver when nobody else is named. */
const businessWorth = 1.5;

/** Finds the receiver's name among the free text; call it after phones, labels and region have been taken. */
export function findName(
  normal: NormalText,
  owned: Ownership,
  labels: readonly Label[],
  hasPhone: boolean,
): FoundName | null {
  const byLabel = labelled(normal, owned, labels);
  if (byLabel !== null) return byLabel;
  const tokens = joinNames(freeTokens(normal, owned), normal.text).map((token) =>
    behindUnit(token, normal.text, owned),
  );
  let best: FoundName | null = null;
  let second = 0;
  const consider = (candidate: FoundName): void => {
    const overlaps = best !== null && candidate.start < best.end && best.start < candidate.end;
    if (best === null || candidate.score > best.score + 1e-9) {
      if (best !== null && !overlaps) second = Math.max(second, best.score);
      best = candidate;
    } else if (!overlaps) second = Math.max(second, candidate.score);
  };
  for (const token of tokens) {
    // 高二(5)班: a lone character behind a bracket goes on with the address.
    if (token.text.length === 1 && normal.text.charAt(token.start - 1) === ')') continue;
    const business = hasPhone && tokens.length > 1 && isBusiness(token.text);
    const worth = business ? businessWorth : nameWorth(token.text);
    if (worth !== null) {
      const dashes = /^[-–—]*/.exec(token.text)?.[0].length ?? 0;
      // 祁东县 石头岭 0571-…: the only text beside the region is rather the village.
      const onlyText =
        tokens.length > 1
          ? 0
          : looksLikePlace(token.text)
            ? 4
            : touchesRegion(normal.text, owned, token.start)
              ? 2
              : 0;
      const score = worth + placeScore(normal, owned, token.start + dashes, token.end) - onlyText;
      consider({
        start: token.start,
        end: token.end,
        name: cleanName(normal.text.slice(token.start, token.end)).replace(/^(.) (.)$/u, '$1$2'),
        score,
        rule: 'token',
      });
    }
    if (
      hasPhone &&
      !business &&
      token.text.length >= 4 &&
      (worth === null || looksLikePlace(token.text) || token.text.length > 4)
    ) {
      for (const glued of findGluedNames(normal, owned, token)) consider(glued);
    }
  }
  const found = best as FoundName | null;
  if (found === null) return null;
  const short = found.rule === 'token' && found.end - found.start <= 4 && tokens.length > 1;
  const limit = !hasPhone
    ? withoutPhoneLimit
    : short && !touchesRegion(normal.text, owned, found.start)
      ? shortLimit
      : withPhoneLimit;
  return found.score >= limit ? { ...found, ...(second > 0 ? { lead: found.score - second } : {}) } : null;
}

/** A receiver's name with what speaks for it. */
export interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly score: number;
  readonly rule: 'label' | 'token' | 'glued';
  /** How far the next best candidate lies behind, where there was one; a small lead is a guess. */
  readonly lead?: number;
}

/** 钟林 收: a mark apart from the name it belongs to. */
const markAlone = /^(?:[([【]?(?:收|亲收|亲启|启|签收)[)\]】]?|[([【](?:先生|女士|小姐|老师)[)\]】])$/;

/** Words that are one name: Amy Chen, 孙 悦 with a blank for looks, 钟林 收. */
function joinNames(tokens: readonly Token[], text: string): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined[joined.length - 1];
    const latin = /^[A-Z][A-Za-z.'-]*$/;
    const words =
      latin.test(cleanNameEnd(token.text)) && /^[[(【]?[A-Z][A-Za-z.' -]*$/.test(last?.text ?? '');
    const spaced = last?.text.length === 1 && token.text.length === 1 && surnameLength(last.text) === 1;
    const marked = last !== undefined && last.text.length <= 8 && markAlone.test(token.text);
    if (last !== undefined && (words || spaced || marked) && text.slice(last.end, token.start) === ' ') {
      joined[joined.length - 1] = {
        start: last.start,
        end: token.end,
        text: `${last.text}${words || marked ? ' ' : ''}${token.text}`,
      };
    } else {
      joined.push(token);
    }
  }
  return joined;
}

/** 1699 号都桥: 号 belongs to the number in front of it, not to the name. */
function behindUnit(token: Token, text: string, owned: Ownership): Token {
  const counted =
    owned.ownerAt(token.start - 2) === undefined &&
    /^[号號室楼栋幢座层]\p{L}/u.test(token.text) &&
    /\d $/.test(text.slice(0, token.start));
  const inClass = /^[班室楼栋]\p{L}/u.test(token.text) && text.charAt(token.start - 1) === ')';
  return counted || inClass ? { start: token.start + 1, end: token.end, text: token.text.slice(1) } : token;
}
