import { type AreaMm, type BoxMm, keepInside } from './boxMm.ts';

/** An arrow key moves half a millimetre, with Shift a tenth. */
export const nudgeMm = { coarse: 0.5, fine: 0.1 } as const;

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The box after an arrow key, kept inside; null when the key is no arrow. */
export function nudgeBox(box: BoxMm, key: string, isFine: boolean, area: AreaMm): BoxMm | null {
  const direction = directions[key];
  if (direction === undefined) return null;
  const step = isFine ? nudgeMm.fine : nudgeMm.coarse;
  return keepInside(
    { ...box, leftMm: box.leftMm + direction[0] * step, topMm: box.topMm + direction[1] * step },
    area,
  );
}
