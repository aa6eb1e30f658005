import type { WeightSource } from '../../shared/domain/packing/packing.ts';
import type { PackStop } from '../../shared/domain/packing/packStops.ts';

/** One word of a scale. */
export interface ScaleReading {
  readonly source: WeightSource;
  readonly grams: number;
  /** How long ago the scale said so. */
  readonly ageMs: number;
  readonly isStable: boolean;
  /** How long ago it last stood at about zero; null: not since it was connected. */
  readonly zeroAgeMs: number | null;
}

/** Older is no reading. */
const freshMs = 1_000;

/** Less than a letter: nothing lies on it. */
const leastGrams = 3;

/** What is wrong with a reading; null: it may be taken. `lastWeighedAgeMs`: since the last parcel was weighed; null: none was. */
export function readingFault(
  { source, grams, ageMs, isStable, zeroAgeMs }: ScaleReading,
  lastWeighedAgeMs: number | null,
): PackStop | null {
  if (!Number.isFinite(grams) || grams < leastGrams) return 'no-weight';
  if (source === 'typed') return null;
  if (ageMs > freshMs) return 'weight-old';
  if (!isStable) return 'weight-moving';
  const wasEmptied = lastWeighedAgeMs === null || (zeroAgeMs !== null && zeroAgeMs <= lastWeighedAgeMs);
  return wasEmptied ? null : 'weight-carried';
}

export interface WeightRange {
  readonly leastGrams: number;
  readonly mostGrams: number;
  readonly samples: number;
}

/** As many equal parcels as it takes to say what is usual. */
const leastSamples = 3;

/** A box is never weighed to the gram: tape, filling and the scale itself. */
const slackGrams = 20;
const slackShare = 0.03;

/** Spreads away from the middle that still are chance. */
const spreads = 4;
/** Of a normal distribution: from the middle of the distances to its spread. */
const spreadOfDistance = 1.4826;

function middle(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  const [below = 0, above = 0] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return (below + above) / 2;
}

const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((one, other) => one - other);

/**
 * Between what parcels with the same goods weigh, by the middle of those weighed so far: one wrong one among them changes
 * nothing. null: too few to say.
 */
export function weightRange(grams: readonly number[]): WeightRange | null {
  if (grams.length < leastSamples) return null;
  const usual = middle(ascending(grams));
  const distance = middle(ascending(grams.map((one) => Math.abs(one - usual))));
  const slack = Math.max(slackGrams, usual * slackShare, spreads * spreadOfDistance * distance);
  return {
    leastGrams: Math.max(0, Math.floor(usual - slack)),
    mostGrams: Math.ceil(usual + slack),
    samples: grams.length,
  };
}

export const isWithin = (grams: number, range: WeightRange | null): boolean =>
  range === null || (grams >= range.leastGrams && grams <= range.mostGrams);

/** What a parcel of these goods is learned under; lines in any order are the same set. Empty: nothing is known of its goods. */
export function goodsSetOf(lines: readonly { readonly key: string; readonly pieces: number }[]): string {
  const pieces = new Map<string, number>();
  for (const line of lines) pieces.set(line.key, (pieces.get(line.key) ?? 0) + line.pieces);
  const filled = [...pieces].filter(([key, count]) => key !== '' && count > 0).sort(byKey);
  return filled.map(([key, count]) => `${key}×${count}`).join('+');
}

const byKey = ([one]: readonly [string, number], [other]: readonly [string, number]): number =>
  one < other ? -1 : 1;
