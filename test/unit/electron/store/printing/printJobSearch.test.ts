import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPrintJobRepository } from '../../../../../electron/store/printing/printJobRepository.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import type { MarkedPrints } from '../../../../../shared/domain/printing/printJob.ts';
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
  const claimed = await workspace.store.write((write) => write.jobs.claim(['book'], 10, now));
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

it('lists what the board counts of a time: first copies, any copy, and what did not come out', async () => {
  const account = await testAccount(workspace);
  const orders = [0, 1, 2, 3].map((no) => sampleOrder(no));
  await workspace.store.write((write) => write.orders.insertMany(orders));
  const orderIds = orders.map(({ id }) => id);
  await planBookings(workspace, { orderIds, accountId: account.id, carrier: 'ZTO', printerUri: 'virtual:' });
  const now = workspace.clock.now();
  const claimed = await workspace.store.write((write) => write.jobs.claim(['book'], 10, now));
  for (const job of claimed) await bookShipment(workspace, job);
  const { printJobs } = workspace.store.read;
  const jobs = await printJobs.inStates(['waiting']);
  const sent = [1_000, 2_000, 3_000, 9_000] as const;
  await workspace.store.write(async (write) => {
    for (const [no, job] of jobs.entries()) {
      const at = { sentAt: sent[no] ?? 0 };
      const rendering = await write.printJobs.move(job, 'rendering');
      const sending = rendering && (await write.printJobs.move(rendering, 'sending', at));
      const end = no === 1 ? 'unsure' : 'accepted';
      const told = sending && (await write.printJobs.move(sending, end));
      if (no !== 1 && told !== undefined) await write.printJobs.move(told, 'confirmed');
    }
  });
  const ids = async (mark: MarkedPrints['mark'], from: number, to: number) => {
    const printed = { mark, from, to };
    const rows = await printJobs.window({ printed }, { offset: 0, limit: 10 });
    expect(await printJobs.foundCount({ printed })).toBe(rows.length);
    return rows.map(({ id }) => jobs.findIndex((job) => job.id === id));
  };
  expect(await ids('printed', 0, 9_000)).toEqual([2, 0]);
  expect(await ids('printed', 1_000, 9_001)).toEqual([3, 2, 0]);
  expect(await ids('out', 2_000, 9_001)).toEqual([3, 2]);
  expect(await ids('notOut', 0, 9_001)).toEqual([1]);
});

it('goes along the time of the labels for a mark of the board', async () => {
  const plans = await openStorePlans();
  const printed = { mark: 'printed', from: 1, to: 2 } as const;
  const steps = await plans.planOf(() =>
    createPrintJobRepository(plans.db).window({ printed }, { offset: 0, limit: 100 }),
  );
  await plans.close();
  expect(steps.join('\n')).toMatch(/print_jobs USING (COVERING )?INDEX print_jobs_sent_or_wanted/);
  expect(steps.join('\n')).not.toMatch(/TEMP B-TREE/);
});

it('reads no whole ledger for it', async () => {
  const plans = await openStorePlans();
  const steps = await plans.planOf(() =>
    createPrintJobRepository(plans.db).window({ search: '1234' }, { offset: 0, limit: 100 }),
  );
  await plans.close();
  expect(steps.filter((step) => /^SCAN (print_jobs|tracking)/.test(step))).toEqual([]);
});
