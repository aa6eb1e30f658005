import { type Figure, whole } from './kit/figure.ts';
import { runChild } from './kit/runChild.ts';

interface RetentionFigures {
  readonly due: number;
  readonly showMs: number;
  readonly sweepMs: number;
  readonly erased: number;
  readonly longestMs: number;
  readonly p99Ms: number;
}

const orders = 100_000;

/** Personal data of many orders at once, as after the first choice of a time in an old workspace. */
export async function measureRetention(): Promise<Figure[]> {
  const run = await runChild<RetentionFigures>('eraseOrders', String(orders));
  if (run.erased < orders) throw new Error(`only ${run.erased} orders were erased`);
  const seconds = run.sweepMs / 1_000;
  return [
    {
      name: `Orders of which personal data is due counted, with why the others keep it, ${whole(orders)} orders`,
      value: `${whole(run.showMs)} ms`,
      aim: '',
      isMet: null,
      note: 'in pieces of 5,000',
    },
    {
      name: `Personal data of ${whole(orders)} orders erased, with bookings, labels, tracking and history`,
      value: `${whole(run.erased / seconds)} orders/s (${whole(seconds)} s)`,
      aim: '',
      isMet: null,
      note: '50 in one transaction',
    },
    {
      name: 'The core held up meanwhile, 99 of 100 turns',
      value: `${whole(run.p99Ms)} ms`,
      aim: '≤ 100 ms',
      isMet: run.p99Ms <= 100,
      note: `the longest ${whole(run.longestMs)} ms`,
    },
  ];
}
