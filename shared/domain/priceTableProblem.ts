import type { PriceTable, PriceZone } from './freight.ts';

/** `dates`: ends before it begins · `steps`: a zone's weights do not rise · `place`: stands in two zones. */
export interface PriceTableProblem {
  readonly kind: 'dates' | 'steps' | 'place';
  /** The dates, the zone or the place, as they are written. */
  readonly detail: string;
}

/** A table that could be read two ways is refused: what it says would be chance. null: it is sound. */
export function priceTableProblem({
  validFrom,
  validTo,
  zones,
}: Pick<PriceTable, 'validFrom' | 'validTo' | 'zones'>): PriceTableProblem | null {
  if (validFrom !== '' && validTo !== '' && validTo < validFrom)
    return { kind: 'dates', detail: `${validFrom} – ${validTo}` };
  const unsorted = zones.find((zone) => !isAscending(zone));
  if (unsorted !== undefined) return { kind: 'steps', detail: unsorted.name };
  const seen = new Set<string>();
  for (const { province, city } of zones.flatMap(({ places }) => places)) {
    const place = `${province}${city}`;
    if (seen.has(place)) return { kind: 'place', detail: place };
    seen.add(place);
  }
  return null;
}

/** Only the last step may be without limit. */
function isAscending({ steps }: PriceZone): boolean {
  return steps.every(({ upToGrams }, index) => {
    const next = steps[index + 1];
    if (next === undefined) return true;
    return upToGrams !== null && (next.upToGrams === null || upToGrams < next.upToGrams);
  });
}
