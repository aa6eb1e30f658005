import { type AreaSides, type ElementBox, keepInside } from './elementBox.ts';

/** Tenths of a millimetre: an arrow key moves half a millimetre, with Shift a tenth. */
export const nudgeStep = { coarse: 5, fine: 1 } as const;

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The box after an arrow key, kept inside; null when the key is no arrow. */
export function nudgeBox(box: ElementBox, key: string, isFine: boolean, area: AreaSides): ElementBox | null {
  const direction = directions[key];
  if (direction === undefined) return null;
  const step = isFine ? nudgeStep.fine : nudgeStep.coarse;
  const [x, y] = direction;
  return keepInside({ ...box, left: box.left + x * step, top: box.top + y * step }, area);
}
