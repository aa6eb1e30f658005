import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { faultPointsOf } from '../../electron/platform/faultPoint.ts';
import { WaybillLedger } from '../doubles/platforms/waybillLedger.ts';
import { recordFaults } from './recordFaults.ts';
import { openShipBench, type ShipBench } from './shipBench.ts';
import { triedWays } from './triedWays.ts';

const cases = faultPointsOf.pickup.flatMap((point, index) => triedWays(index).map((way) => ({ point, way })));

interface Listed {
  readonly pickups: readonly { readonly state: string; readonly orderCode: string }[];
}

async function list(bench: ShipBench): Promise<Listed['pickups']> {
  const listed = await bench.run(['pickup', 'list', '--ask', '--json']);
  return (JSON.parse(listed.stdout) as Listed).pickups;
}

/** What the platform was told, read from the file it appends to before a reply leaves. */
function couriers(bench: ShipBench) {
  return new WaybillLedger(join(bench.folder, 'ledger.jsonl.pickups')).lines;
}

describe('an end while a courier is called, or called off', () => {
  const startedAt = performance.now();
  let passed = 0;

  it.concurrent.each(cases)(
    '$way at $point: one courier at most, and none unasked for',
    async ({ point, way }) => {
      const bench = await openShipBench(1, 'virtual', 5);
      try {
        expect((await bench.ship()).exitCode).toBe(0);
        const orderNo = (await bench.store()).orders[0]?.orderNo ?? '';
        const isCancel = point.includes('cancel');
        if (isCancel) expect((await bench.run(['pickup', 'book', orderNo])).exitCode).toBe(0);
        const ended = await bench.run(['pickup', isCancel ? 'cancel' : 'book', orderNo], {
          build: 'cli-faults',
          environment: { SHIPDESK_FAULT_POINT: `${point}:1:${way}` },
        });
        expect(ended.exitCode, ended.stderr).not.toBe(0);
        const between = await list(bench);
        if (isCancel) {
          expect(between.map(({ state }) => state)).toEqual(['cancelled']);
          expect(couriers(bench).map(({ isCancelled }) => isCancelled)).toEqual([true]);
        } else {
          // Nothing is on disk yet, or what was begun is asked for and found, or ordered by the asking.
          expect(between.every(({ state }) => state === 'placed')).toBe(true);
          const again = await bench.run(['pickup', 'book', orderNo]);
          expect(again.exitCode).toBe(between.length === 0 ? 0 : 3);
          expect(couriers(bench).map(({ orderCode }) => orderCode)).toEqual([`${orderNo}P1`]);
          expect((await list(bench)).map(({ state }) => state)).toEqual(['placed']);
        }
        passed++;
      } finally {
        await bench.close();
      }
    },
  );

  afterAll(() =>
    recordFaults('calling a courier, every durable step', {
      cases: cases.length,
      kills: faultPointsOf.pickup.length,
      violations: cases.length - passed,
      durationMs: performance.now() - startedAt,
    }),
  );
});
