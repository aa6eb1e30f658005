import { type Figure, whole } from './kit/figure.ts';
import { makeBillFile } from './kit/makeBillFile.ts';
import { median, repeat } from './kit/median.ts';
import { runChild } from './kit/runChild.ts';

interface BillFigures {
  readonly lines: number;
  readonly durationMs: number;
  readonly cpuMs: number;
  readonly longestTurnMs: number;
  readonly peakRssMb: number;
}

const billLines = 100_000;
const aimLinesPerSecond = 10_000;
const aimRssMb = 400;

/** A carrier's bill against the own ledger, the whole way a merchant waits for. */
export async function measureBills(): Promise<Figure[]> {
  const path = await makeBillFile(billLines);
  const runs = await repeat(3, async () => {
    const run = await runChild<BillFigures>('reconcileBill', path, String(billLines));
    if (run.lines !== billLines) throw new Error('lines of the bill were lost');
    return run;
  });
  const of = (field: keyof BillFigures) => median(runs.map((run) => run[field]));
  const perSecond = billLines / (of('durationMs') / 1000);
  return [
    {
      name: `Bill of ${whole(billLines)} lines (xlsx) reconciled with ${whole(billLines)} parcels`,
      value: `${whole(perSecond)} rows/s (${(of('durationMs') / 1000).toFixed(1)} s, ${(of('cpuMs') / 1000).toFixed(1)} s of processor)`,
      aim: `≥ ${whole(aimLinesPerSecond)} rows/s`,
      isMet: perSecond >= aimLinesPerSecond,
      note: `others wait at most ${whole(of('longestTurnMs'))} ms meanwhile`,
    },
    {
      name: `Bill of ${whole(billLines)} lines: peak memory`,
      value: `${of('peakRssMb')} MB`,
      aim: `≤ ${aimRssMb} MB`,
      isMet: of('peakRssMb') <= aimRssMb,
      note: 'the whole process',
    },
  ];
}
