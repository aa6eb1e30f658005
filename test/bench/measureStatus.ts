import { type Figure, whole } from './kit/figure.ts';
import { runChild } from './kit/runChild.ts';

interface StatusFigures {
  readonly statusP95Ms: number;
  readonly healthP95Ms: number;
  readonly monthP95Ms: number;
  readonly recordMs: number;
}

const shipments = 1_000_000;
const calls = 1_000_000;
const aimMs = 5;

/** What the window asks every few seconds, beside a large order book and call log. */
export async function measureStatus(): Promise<Figure[]> {
  const run = await runChild<StatusFigures>('readStatusOften', String(shipments), String(calls));
  const beside = `beside ${whole(shipments)} shipments and ${whole(calls)} calls of thirty days, 95 of 100`;
  const read = (name: string, ms: number): Figure => ({
    name: `${name}, ${beside}`,
    value: `${ms.toFixed(1)} ms`,
    aim: `≤ ${aimMs} ms`,
    isMet: ms <= aimMs,
    note: '',
  });
  return [
    read('Status bar read', run.statusP95Ms),
    read('Health of all accounts read, with their week of calls', run.healthP95Ms),
    {
      name: `Call figures of thirty days, each interface of each account, ${beside}`,
      value: `${run.monthP95Ms.toFixed(1)} ms`,
      aim: '≤ 200 ms',
      isMet: run.monthP95Ms <= 200,
      note: 'p50, p95, p99 and codes from whole days and hours, minutes at both ends',
    },
    {
      name: 'A call recorded with its minute, hour and day',
      value: `${run.recordMs.toFixed(2)} ms`,
      aim: '',
      isMet: null,
      note: '500 in one transaction',
    },
  ];
}
