import type { OutlineCommand } from 'fontkit';

/** Largest distance between a curve and the lines that stand for it. */
const toleranceDots = 0.05;

/** Lines a quadratic needs: its error falls with the square of their number. */
function quadraticSteps(bendDots: number): number {
  return Math.max(1, Math.ceil(Math.sqrt(bendDots / (4 * toleranceDots))));
}

/**
 * Outline in font units (y upwards) → closed polygons in dots (y downwards from the baseline), as flat
 * `[x0, y0, x1, y1, …]` lists. TrueType outlines hold lines and quadratics; cubics are taken too.
 */
export function flattenOutline(commands: readonly OutlineCommand[], dotsPerUnit: number): number[][] {
  const polygons: number[][] = [];
  let current: number[] = [];
  let penX = 0;
  let penY = 0;
  const lineTo = (x: number, y: number): void => {
    current.push(x, y);
    penX = x;
    penY = y;
  };
  for (const { command, args } of commands) {
    const point = (index: number): [number, number] => [
      (args[index * 2] ?? 0) * dotsPerUnit,
      -(args[index * 2 + 1] ?? 0) * dotsPerUnit,
    ];
    if (command === 'moveTo') {
      current = [];
      polygons.push(current);
      lineTo(...point(0));
    } else if (command === 'lineTo') {
      lineTo(...point(0));
    } else if (command === 'quadraticCurveTo') {
      const [fromX, fromY, [bendX, bendY], [toX, toY]] = [penX, penY, point(0), point(1)];
      const steps = quadraticSteps(Math.hypot(fromX - 2 * bendX + toX, fromY - 2 * bendY + toY));
      for (let step = 1; step <= steps; step += 1) {
        const t = step / steps;
        const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
        lineTo(a * fromX + b * bendX + c * toX, a * fromY + b * bendY + c * toY);
      }
    } else if (command === 'bezierCurveTo') {
      const [fromX, fromY, [aX, aY], [bX, bY], [toX, toY]] = [penX, penY, point(0), point(1), point(2)];
      const spread = Math.hypot(aX - fromX, aY - fromY) + Math.hypot(bX - aX, bY - aY);
      const steps = quadraticSteps(spread + Math.hypot(toX - bX, toY - bY));
      for (let step = 1; step <= steps; step += 1) {
        const t = step / steps;
        const s = 1 - t;
        const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
        lineTo(a * fromX + b * aX + c * bX + d * toX, a * fromY + b * aY + c * bY + d * toY);
      }
    }
  }
  return polygons;
}
