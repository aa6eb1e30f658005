import type { Label } from '../text/findLabels.ts';
import type { NormalText } from '../text/normaliseText.ts';
import type { Ownership } from '../text/ownership.ts';
import { freeTokens } from '../text/tokens.ts';
import { findGluedNames } from './findGluedNames.ts';
import type { FoundName } from './foundName.ts';
import { behindUnit, joinNames } from './joinNames.ts';
import { cleanName, isBusiness, looksLikePlace, nameWorth } from './nameWorth.ts';
import { placeScore, touchesRegion } from './placeScore.ts';

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
