import { afterAll, describe, expect, it } from 'vitest';
import { type FaultPoint, faultPointsOf } from '../../electron/platform/faultPoint.ts';
import { recordFaults } from './recordFaults.ts';
import { openShipBench } from './shipBench.ts';
import { triedWays } from './triedWays.ts';

const orders = 3;

/** Steps before or within the mark: nothing has happened. */
const nothingYet: readonly FaultPoint[] = ['void.before-mark', 'void.in-mark'];
/** The answer is in the journal or the database: the next start knows it without asking. */
const isKnown: readonly FaultPoint[] = ['void.after-journal-end', 'void.in-settle', 'void.after-settle'];

const cases = faultPointsOf.void.flatMap((point, index) => triedWays(index).map((way) => ({ point, way })));

function stateBetween(point: FaultPoint): string {
  if (nothingYet.includes(point)) return 'booked';
  return point === 'void.after-settle' ? 'voided' : 'voiding';
}

describe('an end while a number is given back', () => {
  const startedAt = performance.now();
  let passed = 0;

  it.concurrent.each(cases)(
    '$way at $point: an open question until it is asked again',
    async ({ point, way }) => {
      const bench = await openShipBench(orders, 'virtual', 5);
      try {
        expect((await bench.ship()).exitCode).toBe(0);
        const orderNo = (await bench.store()).orders[0]?.orderNo ?? '';
        const ended = await bench.run(['orders', 'cancel', orderNo], {
          build: 'cli-faults',
          environment: { SHIPDESK_FAULT_POINT: `${point}:1:${way}` },
        });
        expect(ended.exitCode, ended.stderr).not.toBe(0);
        const between = (await bench.store()).shipments.map(({ state }) => state).sort();
        expect(between).toEqual(['booked', 'booked', stateBetween(point)].sort());
        const again = await bench.run(['orders', 'cancel', orderNo]);
        // What is given back already is refused, in words, not given back twice.
        expect(again.exitCode, again.stderr).toBe(isKnown.includes(point) ? 2 : 0);
        const after = (await bench.store()).shipments.map(({ state }) => state).sort();
        expect(after).toEqual(['booked', 'booked', 'voided']);
        passed++;
      } finally {
        await bench.close();
      }
    },
  );

  afterAll(() =>
    recordFaults('giving a number back, every durable step', {
      cases: cases.length,
      kills: faultPointsOf.void.length,
      violations: cases.length - passed,
      durationMs: performance.now() - startedAt,
    }),
  );
});
