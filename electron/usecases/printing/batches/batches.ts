import type { PrintBatchView } from '../../../../shared/contracts/printing.ts';
import type { BatchAct, PrintJobState } from '../../../../shared/domain/printing/printJob.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { errorParamsOf } from '../../../store/database/storedJson.ts';
import type { WindowRequest } from '../../../store/orders/orderRepository.ts';
import type { PrintBatchTotal } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { cancelPrints, releasePrints } from '../hold.ts';
import { changeLedger } from '../ledger.ts';
import { retryFailedPrints } from '../resolve.ts';

/** Batches with their own heading; older labels are found by search, or without headings. */
export const batchesShown = 100;

/** Labels from before batches were stored. */
const older = '';

const countIn = (totals: readonly PrintBatchTotal[], ...states: readonly PrintJobState[]): number =>
  totals.filter((row) => states.includes(row.state)).reduce((sum, row) => sum + row.total, 0);

/** The newest batches, their progress and what failed. */
export async function readBatches({ printBatches }: Repositories): Promise<readonly PrintBatchView[]> {
  const newest = await printBatches.newest(batchesShown);
  const ids = newest.map(({ id }) => id);
  if (newest.length < batchesShown) ids.push(older);
  const totals = await printBatches.totalsOf(ids);
  const of = (id: string) => totals.filter(({ batchId }) => batchId === id);
  const failed = ids.filter((id) => of(id).some((row) => row.state === 'failed' && row.isCancelled === 0));
  const failures = failed.length === 0 ? [] : await printBatches.failuresOf(failed);
  return ids.flatMap((id) => {
    const mine = of(id);
    if (mine.length === 0) return [];
    const batch = newest.find((one) => one.id === id);
    const failedHere = mine.filter((row) => row.state === 'failed' && row.isCancelled === 0);
    return {
      id,
      createdAt: batch?.createdAt ?? null,
      operator: batch?.operator ?? '',
      isSingles: batch?.isSingles === 1,
      isHeld: batch !== undefined && batch.heldAt !== null,
      labels: mine.reduce((sum, row) => sum + row.total, 0),
      out: countIn(mine, 'accepted', 'confirmed', 'scanned'),
      waiting: countIn(mine, 'waiting'),
      underWay: countIn(mine, 'rendering', 'sending'),
      held: countIn(mine, 'held'),
      unsure: countIn(mine, 'unsure'),
      failed: countIn(failedHere, 'failed'),
      failures: failures
        .filter(({ batchId }) => batchId === id)
        .map(({ errorCode, errorParamsJson, total }) => ({
          errorCode,
          errorParams: errorParamsOf(errorParamsJson),
          count: total,
        })),
    };
  });
}

/** Rows of the shown batches in turn, each batch in printing order. */
export async function readBatchWindow(read: Repositories, { offset, limit }: WindowRequest) {
  const batches = await readBatches(read);
  const rows: Awaited<ReturnType<Repositories['printJobs']['ofBatch']>> = [];
  let first = 0;
  for (const { id, labels } of batches) {
    const skipped = Math.max(0, offset + rows.length - first);
    const wanted = Math.min(labels - skipped, limit - rows.length);
    if (wanted > 0) rows.push(...(await read.printJobs.ofBatch(id, { offset: skipped, limit: wanted })));
    first += labels;
    if (rows.length >= limit) break;
  }
  return { total: batches.reduce((sum, { labels }) => sum + labels, 0), rows };
}

/** A person's decision about a batch's labels that have not been printed. */
export async function changeBatch(
  workspace: Workspace,
  { batchId, act }: { readonly batchId: string; readonly act: BatchAct },
): Promise<Outcome<{ readonly changed: number }>> {
  const { printBatches } = workspace.store.read;
  if ((await printBatches.byId(batchId)) === undefined) return failure('PRINT_BATCH_NOT_FOUND');
  return done({ changed: await acts[act](workspace, batchId) });
}

const acts: Readonly<Record<BatchAct, (workspace: Workspace, batchId: string) => Promise<number>>> = {
  retry: (workspace, batchId) => retryFailedPrints(workspace, batchId),
  hold: holdBatch,
  release: releaseBatch,
  cancel: cancelBatch,
};

/** Holds what waits and what is still to come: nothing of it is printed before a person releases it. */
function holdBatch(workspace: Workspace, batchId: string): Promise<number> {
  return changeLedger(workspace, async (write) => {
    const batch = await write.printBatches.byId(batchId);
    // A label requested alone later is a request of its own.
    if (batch?.isSingles === 0) await write.printBatches.setHeld(batchId, workspace.clock.now());
    let held = 0;
    for (const label of await write.printBatches.jobsOf(batchId, ['waiting'])) {
      const job = await write.jobs.ofSubject(label.id);
      if (!(await write.printJobs.move(label, 'held', { holdReason: 'batch' }))) continue;
      if (job !== undefined) await write.jobs.settle(job);
      held += 1;
    }
    return held;
  });
}

async function releaseBatch(workspace: Workspace, batchId: string): Promise<number> {
  const held = await changeLedger(workspace, async (write) => {
    await write.printBatches.setHeld(batchId, null);
    return write.printBatches.jobsOf(batchId, ['held']);
  });
  return releasePrints(workspace, held.map(seen));
}

/** Labels whose booking still runs are held when they arrive: they were not among those given up. */
async function cancelBatch(workspace: Workspace, batchId: string): Promise<number> {
  const open = await changeLedger(workspace, async (write) => {
    const isAwaited = await write.printBatches.isAwaited(batchId);
    await write.printBatches.setHeld(batchId, isAwaited ? workspace.clock.now() : null);
    return write.printBatches.jobsOf(batchId, ['waiting', 'held']);
  });
  return cancelPrints(workspace, open.map(seen));
}

const seen = ({ id, version }: { readonly id: string; readonly version: number }) => ({ jobId: id, version });
