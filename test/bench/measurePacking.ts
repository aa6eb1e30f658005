import { type Figure, whole } from './kit/figure.ts';
import { runChild } from './kit/runChild.ts';

interface PackingFigures {
  readonly scans: number;
  readonly packed: number;
  readonly wanted: number;
  readonly slips: number;
  readonly p99Ms: number;
  readonly orderP99Ms: number;
  readonly labelP99Ms: number;
  readonly goodsP99Ms: number;
  readonly strangeP99Ms: number;
  readonly firstByteP95Ms: number;
  readonly papers: number;
  readonly heapGrownMb: number;
}

const orders = 1_000_000;
const parcels = 2_000;

/** A day at the packing bench beside a large order book. */
export async function measurePacking(): Promise<Figure[]> {
  const run = await runChild<PackingFigures>('packParcels', String(orders), String(parcels));
  const beside = `beside ${whole(orders)} orders`;
  const figure = (name: string, ms: number, aimMs: number, note = ''): Figure => ({
    name: `Bench, ${name}, ${beside}`,
    value: `${ms.toFixed(1)} ms`,
    aim: `≤ ${aimMs} ms`,
    isMet: ms <= aimMs,
    note,
  });
  const { labelP99Ms, goodsP99Ms, orderP99Ms, strangeP99Ms } = run;
  const ways = [labelP99Ms, goodsP99Ms, orderP99Ms, strangeP99Ms].map((ms) => ms.toFixed(1)).join(' / ');
  return [
    figure(
      'scan to answer, 99 of 100',
      run.p99Ms,
      50,
      `labels / goods / orders / codes nobody knows: ${ways} ms; each is on disk before it is answered`,
    ),
    figure('last piece scanned to first byte at the printer, 95 of 100', run.firstByteP95Ms, 150),
    {
      name: `Bench, ${whole(parcels)} parcels by their scans, ${beside}`,
      value: `${whole(run.packed)} packed, ${run.slips} answered wrong`,
      aim: `${whole(run.wanted)} packed, 0 wrong`,
      isMet: run.packed === run.wanted && run.slips === 0,
      note: `${whole(run.scans)} scans; memory grew by ${run.heapGrownMb} MB`,
    },
  ];
}
