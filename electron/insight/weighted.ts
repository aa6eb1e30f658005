/** How often a value was met. */
export interface Weighted {
  readonly value: number;
  readonly count: number;
}

/** The value that this share of all is at most, by nearest rank; null: there is none. */
export function weightedPercentile(values: readonly Weighted[], share: number): number | null {
  const met = values.filter(({ count }) => count > 0).sort((one, other) => one.value - other.value);
  const total = met.reduce((sum, { count }) => sum + count, 0);
  let left = Math.max(1, Math.ceil(total * share));
  for (const { value, count } of met) {
    left -= count;
    if (left <= 0) return value;
  }
  return null;
}
