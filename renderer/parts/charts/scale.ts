/** Below so many a share says little: its mark is hollow, and words say so. */
export const fewestForShares = 20;

const tickCount = 4;

/** Round steps from nought to at least the largest value. */
export function ticksTo(largest: number): readonly number[] {
  if (largest <= 0) return [0, 1];
  const rough = largest / tickCount;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * magnitude >= rough) ?? 10) * magnitude);
  return Array.from({ length: Math.ceil(largest / step) + 1 }, (_, index) => index * step);
}

export const percentOf = (part: number, whole: number): number => (whole <= 0 ? 0 : (100 * part) / whole);

/** 99.996 is not called 100 and 0.004 not nought: neither what failed nor what did not is rounded away. */
export function percentText(share: number): string {
  const percent = 100 * share;
  if (percent === 100 || percent === 0) return `${percent}%`;
  if (percent < 0.01) return '< 0.01%';
  return `${(Math.floor(percent * 100) / 100).toFixed(percent >= 99 || percent < 1 ? 2 : 1)}%`;
}
