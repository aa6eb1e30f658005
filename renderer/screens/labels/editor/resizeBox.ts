import { type AreaSides, clampTo, type ElementBox, smallestSide } from './elementBox.ts';

/** Compass points of the eight grips. */
export const grips = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;
export type Grip = (typeof grips)[number];

/** Pulls one grip by a distance: the opposite edge stays where it is, and neither leaves the area. */
export function resizeBox(
  box: ElementBox,
  grip: Grip,
  by: { readonly x: number; readonly y: number },
  area: AreaSides,
): ElementBox {
  let [left, right] = [box.left, box.left + box.width];
  let [top, bottom] = [box.top, box.top + box.height];
  if (grip.includes('w')) left = Math.round(clampTo(left + by.x, 0, right - smallestSide));
  if (grip.includes('e')) right = Math.round(clampTo(right + by.x, left + smallestSide, area.width));
  if (grip.includes('n')) top = Math.round(clampTo(top + by.y, 0, bottom - smallestSide));
  if (grip.includes('s')) bottom = Math.round(clampTo(bottom + by.y, top + smallestSide, area.height));
  return { left, top, width: right - left, height: bottom - top };
}
