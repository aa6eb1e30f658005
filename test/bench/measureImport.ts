import { type Figure, whole } from './kit/figure.ts';
import { makeOrderFile } from './kit/makeOrderFile.ts';
import { median, repeat } from './kit/median.ts';
import { runChild } from './kit/runChild.ts';

interface ImportFigures {
  readonly rows: number;
  readonly orders: number;
  readonly needsReview: number;
  readonly durationMs: number;
  readonly cpuMs: number;
  readonly peakRssMb: number;
}

const rowCount = 100_000;
const aimRowsPerSecond = 10_000;
const aimRssMb = 600;

/** A whole import beside a library that only reads the file; the two take turns, so that both meet the same machine. */
export async function measureImport(): Promise<Figure[]> {
  const path = await makeOrderFile(rowCount);
  const runs = await repeat(3, async () => ({
    ours: await runChild<ImportFigures>('importOrders', path),
    theirs: await runChild<ImportFigures>('readWithSheetJs', path),
  }));
  const [first] = runs;
  if (first?.ours.orders !== rowCount || first.theirs.rows !== rowCount) throw new Error('rows were lost');
  const ours = median(runs.map((run) => run.ours.durationMs));
  const theirs = median(runs.map((run) => run.theirs.durationMs));
  const cpuMs = median(runs.map((run) => run.ours.cpuMs));
  const rssMb = median(runs.map((run) => run.ours.peakRssMb));
  const rowsPerSecond = rowCount / (ours / 1000);
  return [
    {
      name: '100,000 × 12 xlsx: read, understood, corrected, stored encrypted',
      value: `${whole(rowsPerSecond)} rows/s (${(ours / 1000).toFixed(1)} s, ${(cpuMs / 1000).toFixed(1)} s of processor)`,
      aim: `≥ ${whole(aimRowsPerSecond)} rows/s`,
      isMet: rowsPerSecond >= aimRowsPerSecond,
      note: `${whole(first.ours.needsReview)} of ${whole(rowCount)} orders wait for a person`,
    },
    {
      name: 'Peak memory of that import',
      value: `${rssMb} MB`,
      aim: `< ${aimRssMb} MB`,
      isMet: rssMb < aimRssMb,
      note: 'the whole process',
    },
    {
      name: 'The same file merely read by @e965/xlsx',
      value: `${(theirs / 1000).toFixed(1)} s, ${median(runs.map((run) => run.theirs.peakRssMb))} MB`,
      aim: '',
      isMet: null,
      note: 'cells in memory; nothing understood, corrected or stored',
    },
  ];
}
