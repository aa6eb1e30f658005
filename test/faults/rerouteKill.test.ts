import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { faultPointsOf } from '../../electron/platform/faultPoint.ts';
import { recordFaults } from './recordFaults.ts';
import { openShipBench, type ShipBench } from './shipBench.ts';
import { triedWays } from './triedWays.ts';

const orders = 3;
const cases = faultPointsOf.reroute.flatMap((point, index) =>
  triedWays(index).map((way) => ({ point, way })),
);

/** An account whose key the platform does not take, with the bench's own as its backup. */
async function addRefusedAccount({ run, platform }: ShipBench): Promise<void> {
  const words = ['account', 'add', 'kdniao', '--name', 'refused', '--id', platform.merchantId];
  const added = await run([...words, '--endpoint', platform.url, '--key-stdin'], { input: 'another key\n' });
  expect(added.exitCode, added.stderr).toBe(0);
  const set = await run(['account', 'fallback', 'refused', '--to', 'kdn']);
  expect(set.exitCode, set.stderr).toBe(0);
}

describe('an end between giving orders back and handing them to the backup account', () => {
  const startedAt = performance.now();
  let passed = 0;

  it.concurrent.each(cases)('$way at $point: each gets one number, none is lost', async ({ point, way }) => {
    const bench = await openShipBench(orders, 'virtual', 5);
    try {
      await addRefusedAccount(bench);
      const words = ['ship', join(bench.folder, 'orders.csv'), '--account', 'refused', '--json'];
      const desk = [...words, '--sender', join(bench.folder, 'sender.json'), '--printer', 'virtual:'];
      const ended = await bench.run(desk, {
        build: 'cli-faults',
        environment: { SHIPDESK_FAULT_POINT: `${point}:1:${way}` },
      });
      expect(ended.exitCode, ended.stderr).not.toBe(0);
      expect(bench.platform.ledger()).toEqual([]);
      const between = await bench.store();
      expect(between.orders.map(({ state }) => state)).toEqual(Array(orders).fill('ready'));
      const again = await bench.run(desk);
      expect(again.exitCode, again.stderr).toBe(0);
      const after = await bench.store();
      const numbers = bench.platform.ledger().map(({ waybillNo }) => waybillNo);
      expect(after.orders.map(({ state }) => state)).toEqual(Array(orders).fill('booked'));
      expect(after.orders.map(({ waybillNo }) => waybillNo).sort()).toEqual(numbers.sort());
      expect(after.shipments.filter(({ state }) => state === 'booked')).toHaveLength(orders);
      expect(after.printJobs).toHaveLength(orders);
      passed++;
    } finally {
      await bench.close();
    }
  });

  afterAll(() =>
    recordFaults('handing orders to a backup account, every durable step', {
      cases: cases.length,
      kills: faultPointsOf.reroute.length,
      violations: cases.length - passed,
      durationMs: performance.now() - startedAt,
    }),
  );
});
