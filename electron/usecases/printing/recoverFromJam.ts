import type { Answered, Asked } from '../../../shared/contracts/contract.ts';
import { afterBackup } from '../../../shared/domain/printing/printJob.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { PrintJob } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { addHistory } from '../orders/history.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { changeLedger, requeue } from './ledger.ts';
import { copiesOnPaper, markScanned } from './scanLabel.ts';

interface JamRecovery {
  /** The last good label. */
  readonly scanned: PrintJob;
  /** Accepted before it: a later label was printed completely, so they were too. */
  readonly confirmed: readonly PrintJob[];
  /** Cut off before it: a later good label proves nothing about them. */
  readonly stillUnsure: readonly PrintJob[];
  /** Sent after it, in that order. */
  readonly rest: readonly PrintJob[];
}

/** What the scan of the last good label of a printer says about the labels before and after it. Changes nothing. */
export async function planJamRecovery(
  read: Repositories,
  printerUri: string,
  code: string,
): Promise<Outcome<JamRecovery>> {
  const copies = await copiesOnPaper(read, code);
  if (copies.length === 0) return failure('PRINT_SCAN_UNKNOWN');
  // A label of after a restored backup says nothing of what this printer did since.
  const scanned = copies.find(
    ({ printerUri: uri, state, errorCode }) =>
      uri === printerUri && state !== 'failed' && state !== 'waiting' && errorCode !== afterBackup,
  );
  if (scanned === undefined) return failure('PRINT_SCAN_OTHER_PRINTER');
  const after = await read.printJobs.sentAfter(printerUri, scanned);
  if (after.some(({ state }) => state === 'scanned')) return failure('PRINT_SCAN_NOT_LAST');
  return done({
    scanned,
    confirmed: await read.printJobs.sentBefore(printerUri, scanned, ['accepted']),
    stillUnsure: await read.printJobs.sentBefore(printerUri, scanned, ['unsure']),
    // A label that is being sent now belongs to its worker.
    rest: after.filter(({ state }) => state !== 'sending'),
  });
}

/**
 * A person scanned the last good label after a jam: that is the word by which spoiled labels may print again. `ask`
 * leaves the decision about each of them for later. Refused as a whole when `restIds` is not what would be done.
 */
export async function recoverFromJam(
  workspace: Workspace,
  request: Asked<'print', 'recover'>,
): Promise<Outcome<Answered<'print', 'recover'>>> {
  return changeLedger(workspace, async (write): Promise<Outcome<Answered<'print', 'recover'>>> => {
    const planned = await planJamRecovery(write, request.printerUri, request.code);
    if (!planned.ok) return planned;
    const { scanned, confirmed, rest } = planned.value;
    if (rest.map(({ id }) => id).join() !== request.restIds.join())
      return failure('PRINT_JOB_CHANGED_MEANWHILE');
    const now = workspace.clock.now();
    if (scanned.state !== 'scanned') await markScanned(workspace, write, scanned);
    for (const job of confirmed)
      await write.printJobs.move(job, 'confirmed', { settledAt: now, errorCode: '' });
    for (const job of rest) await spoil(workspace, write, job, request.rest);
    const count = rest.length;
    return done({
      confirmed: confirmed.length,
      resumed: request.rest === 'print' ? count : 0,
      asking: request.rest === 'ask' ? count : 0,
    });
  });
}

async function spoil(
  workspace: Workspace,
  write: Repositories,
  job: PrintJob,
  rest: 'print' | 'ask',
): Promise<void> {
  const code = 'PRINTER_JAMMED';
  const unsure =
    job.state === 'unsure' ? job : await write.printJobs.move(job, 'unsure', { errorCode: code });
  if (unsure === undefined) throw new Error('a label changed inside the transaction that read it');
  if (rest === 'ask') return;
  const failed = await write.printJobs.move(unsure, 'failed', { errorCode: code });
  await addHistory(workspace, write, job.orderId, 'print-missing', { code });
  if (failed !== undefined) await requeue(workspace, write, failed, job.printerUri);
}
