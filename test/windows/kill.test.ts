import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type FaultPoint, faultPointsOf } from '../../electron/platform/faultPoint.ts';
import { orderSheet, sheetOrder } from '../doubles/files/orderSheet.ts';
import { expectPapersTrue, expectPromisesKept, openShipBench, type ShipBench } from '../faults/shipBench.ts';
import { recordWindows } from './recordWindows.ts';
import { runOnWindows } from './windowsProgram.ts';

let kills = 0;

/** Every point was there: a program that runs past it ends with a report. */
async function killAt(bench: ShipBench, point: FaultPoint, words: readonly string[] | 'ship'): Promise<void> {
  const options = { build: 'cli-faults', environment: { SHIPDESK_FAULT_POINT: `${point}:1` } } as const;
  const ended = words === 'ship' ? await bench.ship(options) : await bench.run(words, options);
  expect([ended.exitCode, ended.stdout], `${point}: ${ended.stderr}`).toEqual([1, '']);
  kills++;
}

async function withBench(
  orderCount: number,
  printerKind: 'tcp' | 'virtual',
  work: (bench: ShipBench) => Promise<void>,
): Promise<void> {
  const bench = await openShipBench(orderCount, printerKind, 5, 3, runOnWindows);
  try {
    await work(bench);
  } finally {
    await bench.close();
  }
}

const named = (...starts: string[]): readonly FaultPoint[] =>
  faultPointsOf.booking.filter((point) => starts.some((start) => point.startsWith(start)));

/**
 * TerminateProcess at each durable step. Each program ends at the next step of a list and thereby recovers from the end
 * before it; the last one ends the work.
 */
describe('an end at each durable step, on Windows', () => {
  it.concurrent('import and plan: no order lost', () =>
    withBench(12, 'virtual', async (bench) => {
      const points = named('import', 'plan').filter((point) => point !== 'plan.after-all');
      for (const point of points) await killAt(bench, point, 'ship');
      await expectPromisesKept(bench, await bench.ship());
    }));

  it.concurrent('booking: none twice', () =>
    withBench(12, 'virtual', async (bench) => {
      const points = ['plan.after-all' as const, ...named('book', 'http')];
      for (const point of points) await killAt(bench, point, 'ship');
      await expectPromisesKept(bench, await bench.ship());
    }));

  it.concurrent('asking for a booking whose reply was lost', () =>
    withBench(6, 'virtual', async (bench) => {
      for (const point of named('find')) {
        await bench.platform.add({ kind: 'accept-then-drop', requestType: '1007', call: 1, times: 1 });
        await killAt(bench, point, 'ship');
      }
      await expectPromisesKept(bench, await bench.ship());
    }));

  it.concurrent('printing: no label twice, and what may be paper is asked about', () =>
    withBench(12, 'tcp', async (bench) => {
      for (const point of named('print')) await killAt(bench, point, 'ship');
      const store = await expectPromisesKept(bench, await bench.ship());
      await expectPapersTrue(bench, store);
    }));

  it.concurrent('giving numbers back', () =>
    withBench(3, 'virtual', async (bench) => {
      expect((await bench.ship()).exitCode).toBe(0);
      const orderNos = (await bench.store()).orders.map(({ orderNo }) => orderNo);
      for (const point of faultPointsOf.void) {
        // From the end in the journal on, the next start knows that its number is given back.
        const at = ['void.in-settle', 'void.after-settle'].indexOf(point) + 1;
        await killAt(bench, point, ['orders', 'cancel', orderNos[at] ?? '']);
      }
      expect((await bench.run(['orders', 'list'])).exitCode).toBe(0);
      const states = (await bench.store()).shipments.map(({ state }) => state);
      expect(states).toEqual(['voided', 'voided', 'voided']);
    }));

  it.concurrent('taking in files of the watched folder', () =>
    withBench(1, 'virtual', async (bench) => {
      const drop = join(bench.folder, 'drop');
      mkdirSync(drop);
      for (const [no, point] of faultPointsOf.watch.entries()) {
        writeFileSync(join(drop, `${no}.csv`), orderSheet([sheetOrder(2 * no), sheetOrder(2 * no + 1)]));
        await killAt(bench, point, ['watch', drop, '--once']);
      }
      const { exitCode, stderr } = await bench.run(['watch', drop, '--once', '--json']);
      expect(exitCode, stderr).toBe(0);
      expect(readdirSync(drop).filter((name) => !name.startsWith('.'))).toEqual(['done']);
      expect((await bench.store()).orders).toHaveLength(2 * faultPointsOf.watch.length);
    }));

  it.concurrent('putting a backup in the workspace’s place', () =>
    withBench(3, 'virtual', async (bench) => {
      expect((await bench.ship()).exitCode).toBe(0);
      const backup = join(bench.folder, 'shop.sdbackup');
      expect((await bench.run(['backup', '--out', backup])).exitCode).toBe(0);
      for (const point of faultPointsOf.restore) {
        // Keys are put in place only where there are none: on a new computer.
        const place = point === 'restore.between-keys' ? ['--data', join(bench.folder, 'new')] : [];
        await killAt(bench, point, ['restore', backup, ...place]);
      }
      expect((await bench.run(['orders', 'list'])).exitCode).toBe(0);
      expect(await bench.store()).toMatchObject({ orders: { length: 3 }, shipments: { length: 3 } });
      expect(bench.platform.ledger()).toHaveLength(3);
    }));

  it.concurrent('the process ended from outside, at moments nobody chose', () =>
    withBench(12, 'tcp', async (bench) => {
      for (const endAfterMs of [900, 1_300, 1_700, 2_300, 2_900, 3_500]) {
        await bench.ship({ endAfterMs });
        kills++;
      }
      await expectPapersTrue(bench, await expectPromisesKept(bench, await bench.ship()));
    }));

  afterAll(() => recordWindows('ends of the process at durable steps', kills));
});
