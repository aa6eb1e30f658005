import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultPointsOf } from '../../electron/platform/faultPoint.ts';
import { receiverTextOf } from '../../electron/usecases/orders/order.ts';
import { dayMs } from '../../shared/rules/shopTime.ts';
import { recordFaults } from './recordFaults.ts';
import { openShipBench, type ShipBench } from './shipBench.ts';
import { triedWays } from './triedWays.ts';

/** More than one transaction takes. */
const orders = 230;
/** Of them went out: frozen requests, labels and history name their receivers. */
const sent = 6;
const cases = faultPointsOf.sweep.flatMap((point, index) => triedWays(index).map((way) => ({ point, way })));

const later = new Date(Date.now() + 400 * dayMs).toISOString();
const run = ['retention', 'run', '--now', later, '--json'];

/** All have ended; one of them waits for its money, and an old file names their receivers. */
async function endAll(bench: ShipBench): Promise<void> {
  const sender = ['--account', 'kdn', '--sender', join(bench.folder, 'sender.json')];
  expect((await bench.run(['import', join(bench.folder, 'orders.csv')])).exitCode).toBe(0);
  await bench.withStore((store) =>
    store.write(async (write) => {
      const all = await write.orders.window({}, { offset: 0, limit: orders });
      for (const order of all.slice(sent)) await write.orders.move(order, 'cancelled', {});
    }),
  );
  expect((await bench.run(['dispatch', '--until-empty', '--printer', 'virtual:', ...sender])).exitCode).toBe(
    0,
  );
  await bench.withStore((store) =>
    store.write(async (write) => {
      const all = await write.orders.window({}, { offset: 0, limit: orders });
      for (const order of all.filter(({ state }) => state === 'booked'))
        await write.orders.move(order, 'delivered', order.id === all[0]?.id ? { codFen: 9_900 } : {});
    }),
  );
  mkdirSync(join(bench.data, 'results'), { recursive: true });
  writeFileSync(join(bench.data, 'results', 'old.csv'), 'receivers');
}

describe('an end while personal data is erased', () => {
  const startedAt = performance.now();
  let passed = 0;
  let bench: ShipBench;
  let ended: string;

  beforeAll(async () => {
    bench = await openShipBench(orders, 'virtual', 5);
    await endAll(bench);
    ended = join(mkdtempSync(join(tmpdir(), 'retention-kill-')), 'workspace');
    cpSync(bench.data, ended, { recursive: true });
  });
  /** Orders that still name their receiver anywhere, and those that are marked as erased. */
  async function standing() {
    return bench.withStore(async ({ read }) => {
      const all = await read.orders.window({}, { offset: 0, limit: orders });
      const erased = await read.retention.erased(all.map(({ id }) => id));
      const named: string[] = [];
      for (const order of all) {
        const { id, receiverPhone, detail } = order;
        const shipments = await read.shipments.ofOrder(id);
        const jobs = await read.printJobs.ofOrder(id);
        const frozen = [
          ...shipments.map(({ requestJson }) => requestJson),
          ...jobs.map(({ documentJson }) => documentJson),
        ];
        const isNamed =
          `${receiverPhone}${receiverTextOf(order)}${detail}` !== '' || frozen.join('').includes('号');
        if (isNamed) named.push(id);
      }
      return { all: all.map(({ id }) => id), named, erased: erased.map(({ orderId }) => orderId) };
    });
  }

  it.each(cases)(
    '$way at $point: no order is half erased, and the next run erases the rest',
    async ({ point, way }) => {
      rmSync(bench.data, { recursive: true });
      cpSync(ended, bench.data, { recursive: true });
      const environment = { SHIPDESK_FAULT_POINT: `${point}:1:${way}` };
      const dead = await bench.run(run, { build: 'cli-faults', environment });
      expect(dead.exitCode, dead.stderr).not.toBe(0);
      const between = await standing();
      expect(between.all).toHaveLength(orders);
      expect(new Set([...between.named, ...between.erased]).size).toBe(orders);
      expect(between.named.length + between.erased.length).toBe(orders);
      const again = await bench.run(run);
      expect(again.exitCode, again.stderr).toBe(0);
      const after = await standing();
      expect(after.named).toHaveLength(1);
      expect(after.erased).toHaveLength(orders - 1);
      expect(JSON.parse(again.stdout)).toMatchObject({
        erased: orders - 1 - between.erased.length,
        waiting: [{ reason: 'cod-open', orders: 1 }],
      });
      const results = join(bench.data, 'results');
      expect(existsSync(results) ? readdirSync(results) : []).toEqual([]);
      passed++;
    },
    120_000,
  );

  afterAll(async () => {
    recordFaults('erasing personal data, every durable step', {
      cases: cases.length,
      kills: faultPointsOf.sweep.length,
      violations: cases.length - passed,
      durationMs: performance.now() - startedAt,
    });
    await bench.close();
    rmSync(join(ended, '..'), { recursive: true });
  });
});
