import type { AreaSides, ElementBox } from './elementBox.ts';

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
function nearestStep(moving: Span, others: readonly Span[], reach: number): number {
  const lines = others.flatMap(anchors);
  const steps = anchors(moving).flatMap((anchor) => lines.map((line) => line - anchor));
  const near = steps.filter((step) => Math.abs(step) <= reach);
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
 * which lines it then stands on.
 */
export function snapBox(
  box: ElementBox,
  others: readonly ElementBox[],
  area: AreaSides,
  reach: number = snapReach,
): { readonly box: ElementBox; readonly lines: readonly SnapLine[] } {
  const fixed = [...others, { ...area, left: 0, top: 0 }];
  const xs = fixed.map(({ left, width }) => ({ start: left, length: width }));
  const ys = fixed.map(({ top, height }) => ({ start: top, length: height }));
  const settle = (moving: Span, lines: readonly Span[]): Span => ({
    ...moving,
    start: Math.round(moving.start + nearestStep(moving, lines, reach)),
  });
  const x = settle({ start: box.left, length: box.width }, xs);
  const y = settle({ start: box.top, length: box.height }, ys);
  return {
    box: { ...box, left: x.start, top: y.start },
    lines: [...sharedLines('x', x, xs), ...sharedLines('y', y, ys)],
  };
}
