import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './kit/benchFolders.ts';
import { type Figure, whole } from './kit/figure.ts';
import { makeOrderFile } from './kit/makeOrderFile.ts';
import { median, repeat } from './kit/median.ts';
import { runChild } from './kit/runChild.ts';

interface ShipFigures {
  readonly rows: number;
  readonly booked: number;
  readonly printed: number;
  readonly needsReview: number;
  readonly durationMs: number;
}

const orderCount = 1_000;
const aimSeconds = 40;

/** Needs the built command line (`npm run build:cli`). */
export async function measureShip(): Promise<Figure[]> {
  if (!existsSync(join(projectFolder, 'out/cli/cli.cjs'))) throw new Error('build first: npm run build:cli');
  const path = await makeOrderFile(orderCount);
  const runs = await repeat(3, () => runChild<ShipFigures>('shipPractice', path));
  const [first] = runs;
  if (first === undefined || first.booked !== first.printed || first.rows !== orderCount)
    throw new Error('the run was not complete');
  const seconds = median(runs.map(({ durationMs }) => durationMs / 1000));
  return [
    {
      name: '`ship --practice` of 1,000 orders, start of the process to its end',
      value: `${seconds.toFixed(1)} s`,
      aim: `≤ ${aimSeconds} s`,
      isMet: seconds <= aimSeconds,
      note: `${whole(first.booked)} booked and printed, ${whole(first.needsReview)} wait for a person`,
    },
  ];
}
