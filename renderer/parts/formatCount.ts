const separated = new Intl.NumberFormat('en-US');

/** 100,000 with separators, so that a long number is read right from two metres. */
export function formatCount(count: number): string {
  return separated.format(count);
}
