/** Follows an outline, in font units, y upwards. A contour ends where the next one begins, or the outline. */
export interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticTo(bendX: number, bendY: number, x: number, y: number): void;
  cubicTo(aX: number, aY: number, bX: number, bY: number, x: number, y: number): void;
}

interface Point {
  readonly x: number;
  readonly y: number;
  /** The curve goes through it; the others bend it. */
  readonly isOnCurve: boolean;
}

/** Bits of a TrueType point. */
const [onCurve, shortX, shortY, repeated, sameX, sameY] = [1, 2, 4, 8, 16, 32] as const;

/** A glyph of the `glyf` table. The label fonts hold none that is put together out of others. */
export function drawTrueType(glyph: DataView, pen: Pen): void {
  const contourCount = glyph.getInt16(0);
  if (contourCount < 0) throw new Error('a glyph that is put together out of others');
  if (contourCount === 0) return;
  const lastOf = (contour: number): number => glyph.getUint16(10 + 2 * contour);
  const points = pointsOf(glyph, 10 + 2 * contourCount, lastOf(contourCount - 1) + 1);
  let first = 0;
  for (let contour = 0; contour < contourCount; contour += 1) {
    drawContour(points.slice(first, lastOf(contour) + 1), pen);
    first = lastOf(contour) + 1;
  }
}

/** `start`: where the instructions stand, which are for screens. */
function pointsOf(glyph: DataView, start: number, count: number): Point[] {
  let at = start + 2 + glyph.getUint16(start);
  const byte = (): number => {
    at += 1;
    return glyph.getUint8(at - 1);
  };
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = byte();
    for (let times = (flag & repeated) === 0 ? 1 : 1 + byte(); times > 0; times -= 1) flags.push(flag);
  }
  const axis = (short: number, same: number): number[] => {
    let place = 0;
    return flags.map((flag) => {
      if ((flag & short) !== 0) place += (flag & same) === 0 ? -byte() : byte();
      else if ((flag & same) === 0) {
        place += glyph.getInt16(at);
        at += 2;
      }
      return place;
    });
  };
  const [xs, ys] = [axis(shortX, sameX), axis(shortY, sameY)];
  return flags.map((flag, no) => ({
    x: xs[no] as number,
    y: ys[no] as number,
    isOnCurve: (flag & onCurve) !== 0,
  }));
}

const middle = (one: Point, other: Point): Point => ({
  x: (one.x + other.x) / 2,
  y: (one.y + other.y) / 2,
  isOnCurve: true,
});

/** Between two points that bend it the curve goes through their middle. */
function drawContour(points: readonly Point[], pen: Pen): void {
  const [head, last] = [points[0], points.at(-1)];
  if (head === undefined || last === undefined) return;
  const start = head.isOnCurve ? head : last.isOnCurve ? last : middle(head, last);
  pen.moveTo(start.x, start.y);
  let bend: Point | null = null;
  const goTo = (to: Point): void => {
    if (bend === null) pen.lineTo(to.x, to.y);
    else pen.quadraticTo(bend.x, bend.y, to.x, to.y);
    bend = null;
  };
  for (const point of head.isOnCurve ? points.slice(1) : points) {
    if (point.isOnCurve) goTo(point);
    else {
      if (bend !== null) goTo(middle(bend, point));
      bend = point;
    }
  }
  if (bend !== null) goTo(start);
}
