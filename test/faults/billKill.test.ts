import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultPointsOf } from '../../electron/platform/faultPoint.ts';
import { type ProgramOptions, runShipdesk } from '../doubles/program/shipdeskProgram.ts';
import { recordFaults } from './recordFaults.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bill-kill-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (words: readonly string[], options?: ProgramOptions) =>
  runShipdesk([...words, '--data', join(folder, 'workspace'), '--json'], options);

async function answer(...words: string[]) {
  const { exitCode, stdout, stderr } = await run(words);
  expect(exitCode, stderr).toBeLessThan(4);
  return JSON.parse(stdout);
}

/** As many orders to be paid at the door as a bill can be broken off at, each booked with its own number. */
async function shipOrders(): Promise<readonly { readonly waybillNo: string; readonly carrier: string }[]> {
  const file = join(folder, 'orders.csv');
  const rows = faultPointsOf.bill.map(
    (_, no) =>
      `2026000000${no},李四光,1380013800${no},浙江省,杭州市,余杭区,样板路${no + 1}号101室,样品绿茶,1,99`,
  );
  writeFileSync(file, ['订单号,收货人,手机,省,市,区,详细地址,商品名称,数量,代收货款', ...rows].join('\r\n'));
  return (await answer('ship', file, '--practice')).waybills;
}

describe('kill -9 while a bill of a carrier is compared', () => {
  const startedAt = performance.now();
  let passed = 0;

  it('leaves no half of it: the file can come again, and all money that it names is known', async () => {
    const orders = await shipOrders();
    expect(orders).toHaveLength(faultPointsOf.bill.length);
    for (const [no, point] of faultPointsOf.bill.entries()) {
      const { waybillNo = '', carrier = '' } = orders[no] ?? {};
      const bill = join(folder, `bill-${no}.csv`);
      writeFileSync(bill, ['运单号,计费重量,金额,代收货款', `${waybillNo},1,3.5,99`].join('\r\n'));
      const words = ['reconcile', bill, '--carrier', carrier];
      const killed = await run(words, {
        build: 'cli-faults',
        environment: { SHIPDESK_FAULT_POINT: point },
      });
      expect(killed.signal, killed.stderr).toBe('SIGKILL');
      const again = await run(words);
      expect(again.exitCode, again.stderr).toBeLessThan(2);
      passed++;
    }
    const { bills } = await answer('bills', 'list');
    expect(bills).toHaveLength(faultPointsOf.bill.length);
    const { parcels } = await answer('bills', 'cod');
    expect(parcels).toHaveLength(faultPointsOf.bill.length);
    for (const { toldFen } of parcels) expect(toldFen).toBe(9_900);
  });

  afterAll(() =>
    recordFaults('comparing a bill, every durable step', {
      cases: faultPointsOf.bill.length,
      kills: faultPointsOf.bill.length,
      violations: faultPointsOf.bill.length - passed,
      durationMs: performance.now() - startedAt,
    }),
  );
});
