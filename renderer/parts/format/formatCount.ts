/** 100,000 with separators, so that a long number is read right from two metres. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}
