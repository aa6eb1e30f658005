import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPrintJobRepository } from '../../../../../electron/store/printing/printJobRepository.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { openStorePlans } from '../../../../doubles/workspace/storePlans.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

it('finds a label by its whole waybill number, by its last four digits and by its order', async () => {
  const account = await testAccount(workspace);
  const orders = [0, 1, 2].map((no) => sampleOrder(no));
  await workspace.store.write((write) => write.orders.insertMany(orders));
  const orderIds = orders.map(({ id }) => id);
  await planBookings(workspace, { orderIds, accountId: account.id, carrier: 'ZTO', printerUri: 'virtual:' });
  const now = workspace.clock.now();
  const claimed = await workspace.store.write((write) => write.jobs.claim(['book'], 10, now, now + 1));
  for (const job of claimed) await bookShipment(workspace, job);
  const { printJobs } = workspace.store.read;
  const [wanted] = await printJobs.ofOrder(orderIds[1] ?? '');
  const waybillNo = wanted?.waybillNo ?? '';
  expect(waybillNo).not.toBe('');
  for (const search of [waybillNo, waybillNo.toLowerCase(), orders[1]?.orderNo ?? '']) {
    const rows = await printJobs.window({ search }, { offset: 0, limit: 10 });
    expect(rows.map(({ id }) => id)).toEqual([wanted?.id]);
    expect(await printJobs.foundCount({ search })).toBe(1);
  }
  const byTail = await printJobs.window({ search: waybillNo.slice(-4) }, { offset: 0, limit: 10 });
  expect(byTail.map(({ id }) => id)).toContain(wanted?.id);
  expect(await printJobs.foundCount({ search: waybillNo, state: 'failed' })).toBe(0);
});

it('reads no whole ledger for it', async () => {
  const plans = await openStorePlans();
  const steps = await plans.planOf(() =>
    createPrintJobRepository(plans.db).window({ search: '1234' }, { offset: 0, limit: 100 }),
  );
  await plans.close();
  expect(steps.filter((step) => /^SCAN (print_jobs|tracking)/.test(step))).toEqual([]);
});
