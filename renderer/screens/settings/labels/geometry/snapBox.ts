import { type AreaMm, type BoxMm, roundMm } from './boxMm.ts';

/** A line two boxes share, drawn while one of them is dragged along it. */
export interface SnapLine {
  readonly axis: 'x' | 'y';
  readonly atMm: number;
}

/** Closer than this a dragged edge jumps onto the other. */
export const snapReachMm = 0.8;

interface Span {
  readonly start: number;
  readonly length: number;
}

/** Both edges and the middle. */
const anchors = ({ start, length }: Span): readonly number[] => [start, start + length / 2, start + length];

/** The smallest step that brings an edge or the middle of `moving` onto one of the others; 0 when none is near. */
function nearestStep(moving: Span, others: readonly Span[], reachMm: number): number {
  const lines = others.flatMap(anchors);
  const steps = anchors(moving).flatMap((anchor) => lines.map((line) => line - anchor));
  return steps.reduce(
    (best, step) => (Math.abs(step) <= reachMm && Math.abs(step) < Math.abs(best) ? step : best),
    Number.POSITIVE_INFINITY,
  );
}

/** What rounding to tenths may leave between two lines that are one. */
const sameMm = 0.051;

function sharedLines(axis: SnapLine['axis'], moved: Span, others: readonly Span[]): SnapLine[] {
  const lines = others.flatMap(anchors);
  const shared = lines.filter((line) => anchors(moved).some((anchor) => Math.abs(anchor - line) < sameMm));
  return [...new Set(shared.map(roundMm))].map((atMm) => ({ axis, atMm }));
}

/**
 * Moves a dragged box the little way to the edges and middles of the others and of the area, each axis for itself, and says
 * which lines it now stands on.
 */
export function snapBox(
  box: BoxMm,
  others: readonly BoxMm[],
  area: AreaMm,
  reachMm: number = snapReachMm,
): { readonly box: BoxMm; readonly lines: readonly SnapLine[] } {
  const across = [...others, { ...area, leftMm: 0, topMm: 0 }];
  const xs = across.map(({ leftMm, widthMm }) => ({ start: leftMm, length: widthMm }));
  const ys = across.map(({ topMm, heightMm }) => ({ start: topMm, length: heightMm }));
  const settle = (moving: Span, fixed: readonly Span[]): Span => {
    const step = nearestStep(moving, fixed, reachMm);
    return Number.isFinite(step) ? { ...moving, start: roundMm(moving.start + step) } : moving;
  };
  const x = settle({ start: box.leftMm, length: box.widthMm }, xs);
  const y = settle({ start: box.topMm, length: box.heightMm }, ys);
  return {
    box: { ...box, leftMm: x.start, topMm: y.start },
    lines: [...sharedLines('x', x, xs), ...sharedLines('y', y, ys)],
  };
}
