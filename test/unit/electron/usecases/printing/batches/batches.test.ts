import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookShipment } from '../../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../../electron/usecases/booking/plan.ts';
import {
  changeBatch,
  readBatches,
  readBatchWindow,
} from '../../../../../../electron/usecases/printing/batches/batches.ts';
import { queuePrints } from '../../../../../../electron/usecases/printing/queue.ts';
import { reprintLabel } from '../../../../../../electron/usecases/printing/reprint.ts';
import type { PrintJobState } from '../../../../../../shared/domain/printing/printJob.ts';
import { dayMs } from '../../../../../../shared/rules/shopTime.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

const uri = 'tcp://127.0.0.1:9100';
let workspace: TestWorkspace;
let accountId: string;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  accountId = (await testAccount(workspace)).id;
});
afterEach(() => workspace.close());

/** Plans orders as one act; the labels come as they are booked. */
async function plan(numbers: readonly number[], printerUri: string | null = uri): Promise<string[]> {
  const orders = numbers.map((no) => sampleOrder(no));
  await workspace.store.write((write) => write.orders.insertMany(orders));
  const orderIds = orders.map(({ id }) => id);
  await planBookings(workspace, { orderIds, accountId, carrier: 'ZTO', printerUri });
  return orderIds;
}

async function bookSome(limit = 100): Promise<void> {
  const now = workspace.clock.now();
  const jobs = await workspace.store.write((write) => write.jobs.claim(['book'], limit, now));
  for (const job of jobs) await bookShipment(workspace, job);
}

const batches = () => readBatches(workspace.store.read);
const shown = async () =>
  (await batches()).map(({ labels, isSingles }) => (isSingles ? `+${labels}` : labels));
/** Where there is one. */
async function onlyBatch(): Promise<string> {
  const [only, ...others] = await batches();
  if (only === undefined || others.length > 0) throw new Error('not one batch');
  return only.id;
}

const act = (batchId: string, what: 'retry' | 'hold' | 'release' | 'cancel') =>
  changeBatch(workspace, { batchId, act: what });
const statesOf = async (batchId: string): Promise<PrintJobState[]> =>
  (await workspace.store.read.printJobs.ofBatch(batchId, { offset: 0, limit: 100 })).map(
    ({ state }) => state,
  );

/** What became of a label at its printer. */
async function came(batchId: string, at: number, ...states: readonly PrintJobState[]): Promise<void> {
  for (const state of states) {
    const label = (await workspace.store.read.printJobs.ofBatch(batchId, { offset: at, limit: 1 }))[0]!;
    const errorCode = state === 'failed' ? 'PRINTER_OUT_OF_PAPER' : '';
    await workspace.store.write(async (write) => {
      await write.printJobs.move(label, state, { errorCode });
      const job = await write.jobs.ofSubject(label.id);
      if (job !== undefined) await write.jobs.settle(job);
    });
  }
}

describe('labels by batch', () => {
  it('labels of orders booked together are one batch, whichever comes first', async () => {
    await plan([1, 2, 3]);
    await workspace.clock.advance(1_000);
    await plan([4, 5]);
    await bookSome();
    expect(await shown()).toEqual([2, 3]);
    const { rows, total } = await readBatchWindow(workspace.store.read, { offset: 0, limit: 100 });
    expect(total).toBe(5);
    expect(rows.map(({ serialNo }) => serialNo)).toEqual([1, 2, 1, 2, 3]);
  });

  it('a window of the list begins and ends in the middle of batches', async () => {
    await plan([1, 2, 3]);
    await workspace.clock.advance(1_000);
    await plan([4, 5]);
    await bookSome();
    const window = await readBatchWindow(workspace.store.read, { offset: 1, limit: 3 });
    expect(window.rows.map(({ serialNo, serialTotal }) => `${serialNo}/${serialTotal}`)).toEqual([
      '2/2',
      '1/3',
      '2/3',
    ]);
    const last = await readBatchWindow(workspace.store.read, { offset: 4, limit: 100 });
    expect(last.rows.map(({ serialNo }) => serialNo)).toEqual([3]);
  });

  it('labels wanted one by one stand together between the batches, another day apart', async () => {
    await plan([1, 2]);
    await bookSome();
    await workspace.clock.advance(1_000);
    await plan([3]);
    await plan([4]);
    await bookSome();
    expect(await shown()).toEqual(['+2', 2]);
    await workspace.clock.advance(dayMs);
    await plan([5]);
    await bookSome();
    expect(await shown()).toEqual(['+1', '+2', 2]);
  });

  it('orders printed together after booking are a batch of their own, and a reprint stands alone', async () => {
    const ids = await plan([1, 2, 3], null);
    await bookSome();
    expect(await batches()).toEqual([]);
    await workspace.clock.advance(1_000);
    await queuePrints(workspace, ids, uri);
    const [batch] = await batches();
    expect(batch).toMatchObject({ labels: 3, waiting: 3, operator: workspace.actor.name });
    await came(batch!.id, 0, 'rendering', 'sending', 'confirmed');
    await workspace.clock.advance(1_000);
    await reprintLabel(workspace, { orderId: ids[0]!, printerUri: uri, reason: '卡纸' });
    expect(await shown()).toEqual(['+1', 3]);
  });

  it('the head counts what came out, what failed and why', async () => {
    await plan([1, 2, 3, 4]);
    await bookSome();
    const id = await onlyBatch();
    await came(id, 0, 'rendering', 'sending', 'confirmed');
    await came(id, 1, 'rendering', 'failed');
    await came(id, 2, 'rendering', 'sending', 'unsure');
    expect(await batches()).toMatchObject([
      {
        labels: 4,
        out: 1,
        failed: 1,
        unsure: 1,
        waiting: 1,
        failures: [{ errorCode: 'PRINTER_OUT_OF_PAPER', errorParams: {}, count: 1 }],
      },
    ]);
  });

  it('what failed in a batch prints again, and nothing else', async () => {
    await plan([1, 2, 3]);
    await bookSome();
    const id = await onlyBatch();
    await came(id, 0, 'rendering', 'failed');
    await came(id, 1, 'rendering', 'sending', 'unsure');
    expect(await act(id, 'retry')).toMatchObject({ ok: true, value: { changed: 1 } });
    expect(await statesOf(id)).toEqual(['waiting', 'unsure', 'waiting']);
  });

  it('a batch on hold holds the labels still to come as well, until there is a word', async () => {
    await plan([1, 2, 3]);
    await bookSome(1);
    const id = await onlyBatch();
    expect(await act(id, 'hold')).toMatchObject({ value: { changed: 1 } });
    await bookSome();
    expect(await statesOf(id)).toEqual(['held', 'held', 'held']);
    expect(await batches()).toMatchObject([{ isHeld: true, held: 3 }]);
    expect(await act(id, 'release')).toMatchObject({ value: { changed: 3 } });
    expect(await statesOf(id)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(await batches()).toMatchObject([{ isHeld: false, held: 0 }]);
  });

  it('cancelling the rest leaves what came out, and what is still being booked waits for a word', async () => {
    await plan([1, 2, 3]);
    await bookSome(2);
    const id = await onlyBatch();
    await came(id, 0, 'rendering', 'sending', 'confirmed');
    expect(await act(id, 'cancel')).toMatchObject({ value: { changed: 1 } });
    await bookSome();
    expect(await statesOf(id)).toEqual(['confirmed', 'failed', 'held']);
    expect(await batches()).toMatchObject([{ out: 1, failed: 0, held: 1, isHeld: true }]);
  });

  it('a batch that does not exist is refused', async () => {
    expect(await act('nothing', 'hold')).toMatchObject({ ok: false, code: 'PRINT_BATCH_NOT_FOUND' });
  });
});
