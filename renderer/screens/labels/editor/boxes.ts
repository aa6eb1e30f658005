/** A place in the merchant area, whole tenths of a millimetre from its top left corner, as templates are kept. */
export interface ElementBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface AreaSides {
  readonly width: number;
  readonly height: number;
}

/** Two tenths: nothing smaller can be caught with a mouse or seen on paper. */
export const smallestSide = 2;

const clampTo = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), Math.max(low, high));

/** The same box wholly inside the area: first made small enough, then moved in. */
export function keepInside(box: ElementBox, area: AreaSides): ElementBox {
  const width = Math.round(clampTo(box.width, smallestSide, area.width));
  const height = Math.round(clampTo(box.height, smallestSide, area.height));
  return {
    left: Math.round(clampTo(box.left, 0, area.width - width)),
    top: Math.round(clampTo(box.top, 0, area.height - height)),
    width,
    height,
  };
}

/** Tenths of a millimetre: an arrow key moves half a millimetre, with Shift a tenth. */
const nudgeStep = { coarse: 5, fine: 1 } as const;

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

/** A line two boxes share, drawn while one of them is dragged along it; `at` in tenths of a millimetre. */
export interface SnapLine {
  readonly axis: 'x' | 'y';
  readonly at: number;
}

/** 0.8 mm: closer than this a dragged edge jumps onto the other. */
export const snapReach = 8;

interface Span {
  readonly start: number;
  readonly length: number;
}

/** Both edges and the middle. */
const anchors = ({ start, length }: Span): readonly number[] => [start, start + length / 2, start + length];

/** The smallest step that brings an edge or the middle of `moving` onto one of the others; 0 when none is near. */
function nearestStep(moving: Span, others: readonly Span[]): number {
  const lines = others.flatMap(anchors);
  const steps = anchors(moving).flatMap((anchor) => lines.map((line) => line - anchor));
  const near = steps.filter((step) => Math.abs(step) <= snapReach);
  return near.reduce(
    (best, step) => (Math.abs(step) < Math.abs(best) ? step : best),
    near.length === 0 ? 0 : Number.POSITIVE_INFINITY,
  );
}

function sharedLines(axis: SnapLine['axis'], moved: Span, others: readonly Span[]): SnapLine[] {
  // Middles of odd lengths fall between two tenths; rounding moved them by half a tenth at most.
  const isShared = (line: number): boolean => anchors(moved).some((anchor) => Math.abs(anchor - line) <= 0.5);
  return [...new Set(others.flatMap(anchors).filter(isShared))].map((at) => ({ axis, at }));
}

/**
 * Moves a dragged box the little way to the edges and middles of the others and of the area, each axis for itself, and says
 * which lines it then is on.
 */
export function snapBox(
  box: ElementBox,
  others: readonly ElementBox[],
  area: AreaSides,
): { readonly box: ElementBox; readonly lines: readonly SnapLine[] } {
  const fixed = [...others, { ...area, left: 0, top: 0 }];
  const xs = fixed.map(({ left, width }) => ({ start: left, length: width }));
  const ys = fixed.map(({ top, height }) => ({ start: top, length: height }));
  const settle = (moving: Span, lines: readonly Span[]): Span => ({
    ...moving,
    start: Math.round(moving.start + nearestStep(moving, lines)),
  });
  const x = settle({ start: box.left, length: box.width }, xs);
  const y = settle({ start: box.top, length: box.height }, ys);
  return {
    box: { ...box, left: x.start, top: y.start },
    lines: [...sharedLines('x', x, xs), ...sharedLines('y', y, ys)],
  };
}
