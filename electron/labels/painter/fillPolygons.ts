import { type GlyphDots, glyphDots } from './glyphDots.ts';
import type { Pen } from './trueTypeOutline.ts';

/** Sub-rows a dot row is cut into; across, coverage is exact. */
const subRows = 8;

/** A dot prints when at least half of it is ink. */
const coverageThreshold = 0.5;

interface Extent {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function extentOf(polygons: readonly number[][]): Extent | null {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of polygons) {
    for (let i = 0; i < polygon.length; i += 2) {
      const [x, y] = [polygon[i] as number, polygon[i + 1] as number];
      minX = Math.min(minX, x);
      maxX = Math.max(maxX, x);
      minY = Math.min(minY, y);
      maxY = Math.max(maxY, y);
    }
  }
  if (minX === Infinity) return null;
  const [left, top] = [Math.floor(minX), Math.floor(minY)];
  return { left, top, width: Math.ceil(maxX) - left + 1, height: Math.ceil(maxY) - top + 1 };
}

/** Where the polygons cross the middle of each sub-row: `[x, direction, x, direction, …]` a sub-row, from left to right. */
function crossingsOf(polygons: readonly number[][], extent: Extent): number[][] {
  const crossings: number[][] = Array.from({ length: extent.height * subRows }, () => []);
  for (const polygon of polygons) {
    for (let i = 0; i < polygon.length; i += 2) {
      const next = (i + 2) % polygon.length;
      const [x0, x1] = [polygon[i] as number, polygon[next] as number];
      const y0 = ((polygon[i + 1] as number) - extent.top) * subRows;
      const y1 = ((polygon[next + 1] as number) - extent.top) * subRows;
      if (y0 === y1) continue;
      const slope = (x1 - x0) / (y1 - y0);
      const direction = y0 < y1 ? 1 : -1;
      const last = Math.ceil(Math.max(y0, y1) - 0.5);
      for (let row = Math.ceil(Math.min(y0, y1) - 0.5); row < last; row += 1) {
        insert(crossings[row] as number[], x0 + (row + 0.5 - y0) * slope - extent.left, direction);
      }
    }
  }
  return crossings;
}

function addCoverage(coverage: Float32Array, from: number, to: number): void {
  const first = Math.floor(from);
  const last = Math.floor(to);
  if (first === last) {
    coverage[first] = (coverage[first] ?? 0) + (to - from);
    return;
  }
  coverage[first] = (coverage[first] ?? 0) + (first + 1 - from);
  for (let x = first + 1; x < last; x += 1) coverage[x] = (coverage[x] ?? 0) + 1;
  coverage[last] = (coverage[last] ?? 0) + (to - last);
}

/** Puts a crossing where it belongs from left to right: a sub-row has some six of them. */
function insert(crossings: number[], x: number, direction: number): void {
  let at = crossings.length;
  for (; at > 0 && (crossings[at - 2] as number) > x; at -= 2) {
    crossings[at] = crossings[at - 2] as number;
    crossings[at + 1] = crossings[at - 1] as number;
  }
  crossings[at] = x;
  crossings[at + 1] = direction;
}

/** Non-zero winding, so that outlines which overlap themselves stay solid. */
function coverSubRow(coverage: Float32Array, crossings: readonly number[]): void {
  let winding = 0;
  let from = 0;
  for (let at = 0; at < crossings.length; at += 2) {
    const before = winding;
    winding += crossings[at + 1] as number;
    if (before === 0) from = crossings[at] as number;
    else if (winding === 0) addCoverage(coverage, from, crossings[at] as number);
  }
}

/** Fills polygons (dots, y downwards) and keeps the dots of which at least half is ink. */
export function fillPolygons(polygons: readonly number[][]): GlyphDots {
  const extent = extentOf(polygons);
  if (extent === null) return glyphDots([]);
  const crossings = crossingsOf(polygons, extent);
  const runs: number[] = [];
  const coverage = new Float32Array(extent.width + 1);
  for (let row = 0; row < extent.height; row += 1) {
    coverage.fill(0);
    for (let sub = 0; sub < subRows; sub += 1) {
      coverSubRow(coverage, crossings[row * subRows + sub] as number[]);
    }
    let start = -1;
    for (let x = 0; x <= extent.width; x += 1) {
      const isInk = (coverage[x] as number) >= coverageThreshold * subRows;
      if (isInk && start < 0) start = x;
      if (!isInk && start >= 0) {
        runs.push(row + extent.top, start + extent.left, x + extent.left);
        start = -1;
      }
    }
  }
  return glyphDots(runs);
}

/** Largest distance between a curve and the lines that stand for it. */
const toleranceDots = 0.05;

/** Lines a quadratic needs: its error falls with the square of their number. */
function quadraticSteps(bendDots: number): number {
  return Math.max(1, Math.ceil(Math.sqrt(bendDots / (4 * toleranceDots))));
}

/**
 * Follows outlines of a font and leaves closed polygons in dots (y downwards from the baseline), as flat `[x0, y0, x1, y1, …]` lists.
 */
export class PolygonPen implements Pen {
  readonly polygons: number[][] = [];
  readonly #dotsPerUnit: number;
  #current: number[] = [];
  #x = 0;
  #y = 0;

  constructor(dotsPerUnit: number) {
    this.#dotsPerUnit = dotsPerUnit;
  }

  moveTo(x: number, y: number): void {
    this.#current = [];
    this.polygons.push(this.#current);
    this.lineTo(x, y);
  }

  lineTo(x: number, y: number): void {
    this.#add(...this.#dots(x, y));
  }

  quadraticTo(...[bendAcross, bendUp, across, up]: Parameters<Pen['quadraticTo']>): void {
    const [fromX, fromY] = [this.#x, this.#y];
    const [bendX, bendY] = this.#dots(bendAcross, bendUp);
    const [toX, toY] = this.#dots(across, up);
    const steps = quadraticSteps(Math.hypot(fromX - 2 * bendX + toX, fromY - 2 * bendY + toY));
    for (let step = 1; step <= steps; step += 1) {
      const t = step / steps;
      const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
      this.#add(a * fromX + b * bendX + c * toX, a * fromY + b * bendY + c * toY);
    }
  }

  cubicTo(...[aAcross, aUp, bAcross, bUp, across, up]: Parameters<Pen['cubicTo']>): void {
    const [fromX, fromY] = [this.#x, this.#y];
    const [aX, aY] = this.#dots(aAcross, aUp);
    const [bX, bY] = this.#dots(bAcross, bUp);
    const [toX, toY] = this.#dots(across, up);
    const spread = Math.hypot(aX - fromX, aY - fromY) + Math.hypot(bX - aX, bY - aY);
    const steps = quadraticSteps(spread + Math.hypot(toX - bX, toY - bY));
    for (let step = 1; step <= steps; step += 1) {
      const t = step / steps;
      const s = 1 - t;
      const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
      this.#add(a * fromX + b * aX + c * bX + d * toX, a * fromY + b * aY + c * bY + d * toY);
    }
  }

  #dots(x: number, y: number): [number, number] {
    return [x * this.#dotsPerUnit, -y * this.#dotsPerUnit];
  }

  #add(x: number, y: number): void {
    this.#current.push(x, y);
    this.#x = x;
    this.#y = y;
  }
}
