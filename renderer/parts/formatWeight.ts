/** Kilograms with two decimals; an unknown weight is a dash. */
export function formatWeight(weightGrams: number | null): string {
  return weightGrams === null ? '–' : `${(weightGrams / 1000).toFixed(2)} kg`;
}
