import type { ImportProfile } from '../profiles/importProfile.ts';
import { genericProfile, importProfiles } from '../profiles/importProfiles.ts';
import { normaliseHeader } from '../profiles/normaliseHeader.ts';

function score(profile: ImportProfile, headers: ReadonlySet<string>): number {
  const has = (header: string): boolean => headers.has(normaliseHeader(header));
  const oneOf = profile.oneOf ?? [];
  if (!profile.must.every(has)) return 0;
  if (!oneOf.every((group) => group.some(has))) return 0;
  if (profile.not?.some(has) === true) return 0;
  return 10 * (profile.must.length + oneOf.length) + (profile.helps ?? []).filter(has).length;
}

/** The profile whose signature the headers fit best; `generic` when none fits. */
export function recogniseProfile(headers: readonly string[]): ImportProfile {
  const normalised = new Set(headers.map(normaliseHeader));
  let best = genericProfile;
  let bestScore = 0;
  for (const profile of importProfiles) {
    const points = score(profile, normalised);
    if (points > bestScore) {
      best = profile;
      bestScore = points;
    }
  }
  return best;
}
