import { type AreaMm, type BoxMm, roundMm, smallestSideMm } from './boxMm.ts';

/** Compass points of the eight grips. */
export const grips = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;
export type Grip = (typeof grips)[number];

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** Pulls one grip by a distance: the opposite edge stays where it is, and neither leaves the area. */
export function resizeBox(box: BoxMm, grip: Grip, byXMm: number, byYMm: number, area: AreaMm): BoxMm {
  let [left, right] = [box.leftMm, box.leftMm + box.widthMm];
  let [top, bottom] = [box.topMm, box.topMm + box.heightMm];
  if (grip.includes('w')) left = clamp(left + byXMm, 0, right - smallestSideMm);
  if (grip.includes('e')) right = clamp(right + byXMm, left + smallestSideMm, area.widthMm);
  if (grip.includes('n')) top = clamp(top + byYMm, 0, bottom - smallestSideMm);
  if (grip.includes('s')) bottom = clamp(bottom + byYMm, top + smallestSideMm, area.heightMm);
  return {
    leftMm: roundMm(left),
    topMm: roundMm(top),
    widthMm: roundMm(right - left),
    heightMm: roundMm(bottom - top),
  };
}
