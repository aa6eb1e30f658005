import { type Figure, whole } from './kit/figure.ts';
import { runChild } from './kit/runChild.ts';

interface BoardFigures {
  /** First answer of a program that has just opened the workspace, and the answers after it. */
  readonly first: Readonly<Record<string, number>>;
  readonly refreshP95: Readonly<Record<string, number>>;
}

const shipments = 1_000_000;
const calls = 10_000_000;
const firstAimMs = 300;
const refreshAimMs = 200;

/** Every read of the board beside a large order book and call log. */
export async function measureBoard(): Promise<Figure[]> {
  const { first, refreshP95 } = await runChild<BoardFigures>('readBoard', String(shipments), String(calls));
  const beside = `beside ${whole(shipments)} shipments of 200 days and ${whole(calls)} calls of 90`;
  return Object.keys(first).flatMap((name) => {
    const ms = first[name] ?? Number.NaN;
    const again = refreshP95[name] ?? Number.NaN;
    return [
      {
        name: `Board, ${name}, first read after the start, ${beside}`,
        value: `${ms.toFixed(0)} ms`,
        aim: `≤ ${firstAimMs} ms`,
        isMet: ms <= firstAimMs,
        note: 'the reads of the core; drawing is not in it',
      },
      {
        name: `Board, ${name}, read again, 95 of 100`,
        value: `${again.toFixed(0)} ms`,
        aim: `≤ ${refreshAimMs} ms`,
        isMet: again <= refreshAimMs,
        note: '',
      },
    ];
  });
}
