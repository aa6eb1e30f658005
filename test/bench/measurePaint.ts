import { expectWindow } from './kit/benchWindow.ts';
import { type Figure, whole } from './kit/figure.ts';
import { keptLargeStore } from './kit/largeStore.ts';
import { median } from './kit/median.ts';
import { percentile } from './kit/percentile.ts';
import { runChild } from './kit/runChild.ts';

/** Milliseconds from the key to the frame; a round for each. */
interface Painted {
  readonly first: readonly number[];
  readonly whole: readonly number[];
  readonly again: readonly number[];
}

const shipments = 1_000_000;
const calls = 10_000_000;
const firstAimMs = 300;
const againAimMs = 200;

/** What somebody sees of Track and Board in the real window, beside a large order book. Needs what `window` needs. */
export async function measurePaint(): Promise<Figure[]> {
  expectWindow();
  const folder = await keptLargeStore(shipments, calls);
  const painted = await runChild<Readonly<Record<string, Painted>>>('paintScreens', folder);
  const beside = `beside ${whole(shipments)} shipments of 200 days and ${whole(calls)} calls of 90`;
  return Object.entries(painted).flatMap(([name, { first, whole: all, again }]) => {
    const figure = (what: string, ms: number, aimMs: number, note: string): Figure => ({
      name: `${name} in the window, ${what}, ${beside}`,
      value: `${ms.toFixed(0)} ms`,
      aim: `≤ ${aimMs} ms`,
      isMet: ms <= aimMs,
      note,
    });
    return [
      figure(
        'key to the first frame that shows it, the first time after a start',
        median(first),
        firstAimMs,
        `Electron 25.1.1; every part of it drawn after ${median(all).toFixed(0)} ms`,
      ),
      figure(
        'left and opened again, all of it read anew and drawn, 95 of 100',
        percentile(again, 0.95),
        againAimMs,
        '',
      ),
    ];
  });
}
