import type { SlipState } from '../../../shared/domain/packing/packing.ts';
import { type CallOutcome, done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import type { PrintReceipt } from '../../printers/kit/printerTransport.ts';
import type { Receipt } from '../../printers/receipts/receiptRows.ts';
import type { Job, Order, PackedParcel } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { recordOutside } from '../operators/outsideActs.ts';
import { openReceiptPrinter, printPaper } from '../printing/papers/printReceipts.ts';
import { provisionalSlip, withHead } from '../printing/papers/receipts.ts';
import { change, tryChange, type Workspace, waitingJob } from '../workspace/workspace.ts';
import { readPackingRules } from './rules.ts';

/** Characters a line of the narrowest roll. */
const columns = 32;

/** A slip that certainly did not come out is tried again; the packer waits for it. */
const retryDelaysMs: readonly number[] = [2_000, 8_000];

/** None was asked for, or it certainly did not come out: a new one makes no second. */
const isMissing = ({ slipState }: PackedParcel): boolean => slipState === '' || slipState === 'failed';

/**
 * In the transaction that puts a parcel aside: its slip is on its way from then on, whatever becomes of this program, once. What is to be
 * noted of the parcel; without a printer for slips nothing is.
 */
export async function queueSlip(
  workspace: Workspace,
  write: Repositories,
  row: PackedParcel,
  slipPrinterUri: string,
): Promise<{ readonly slipState?: SlipState }> {
  if (slipPrinterUri === '' || !isMissing(row)) return {};
  await write.jobs.insert(waitingJob(workspace, { kind: 'slip', subjectId: row.id, lane: slipPrinterUri }));
  return { slipState: 'waiting' };
}

interface ClaimedSlip {
  readonly row: PackedParcel;
  readonly order: Order;
}

/** Prints a slip that waits. The mark is on disk before the first byte leaves: an end in between never prints it again. */
export async function workSlip(workspace: Workspace, job: Job): Promise<void> {
  const taken = await change(workspace, ['packing'], (write) => takeSlip(write, job));
  if (taken === null) return;
  faultPoint('slip.after-mark');
  const { slipPrinterUri } = await readPackingRules(workspace);
  // Another one may have been chosen since, because that one is broken.
  const printed = await send(workspace, slipOf(workspace, taken), slipPrinterUri || job.lane);
  faultPoint('slip.after-send');
  await change(workspace, ['packing'], async (write) => {
    const delayMs = isUnsent(printed) ? retryDelaysMs[job.attempts - 1] : undefined;
    await noteSlip(workspace, write, taken.row.id, printed, delayMs !== undefined);
    if (delayMs === undefined) await write.jobs.settle(job);
    else await write.jobs.putBack(job, workspace.clock.now() + delayMs);
  });
}

/** null: nobody waits for it any more, or it is in other hands. */
async function takeSlip(write: Repositories, job: Job): Promise<ClaimedSlip | null> {
  if (!(await write.jobs.isHeld(job))) return null;
  const row = await write.packedParcels.byId(job.subjectId);
  const order = row === undefined ? undefined : await write.orders.byId(row.orderId);
  const isWanted = row?.slipState === 'waiting' && row.state === 'aside' && order !== undefined;
  if (isWanted) {
    const marked = await write.packedParcels.move(row, 'aside', { slipState: 'sending', slipError: '' });
    if (marked === undefined) throw new Error('a parcel changed inside the transaction that read it');
    return { row: marked, order };
  }
  // Taken up again before it came: it gets one when it is put aside once more.
  if (row?.slipState === 'waiting') await write.packedParcels.move(row, row.state, { slipState: '' });
  await write.jobs.settle(job);
  return null;
}

const slipOf = ({ clock }: Workspace, { order, row }: ClaimedSlip): Receipt =>
  provisionalSlip(order, row, clock.now(), columns);

async function send(workspace: Workspace, paper: Receipt, uri: string): Promise<CallOutcome<PrintReceipt>> {
  const printer = await openReceiptPrinter(workspace, uri);
  return printer.ok
    ? printPaper(workspace, printer.value, paper)
    : { ...printer, certainty: 'did-not-happen' as const };
}

const isUnsent = (printed: CallOutcome<unknown>): boolean =>
  !printed.ok && printed.certainty === 'did-not-happen';

async function noteSlip(
  { clock }: Workspace,
  write: Repositories,
  parcelId: string,
  printed: CallOutcome<PrintReceipt>,
  isTriedAgain = false,
): Promise<void> {
  const row = await write.packedParcels.byId(parcelId);
  if (row === undefined) return;
  const unprinted = isTriedAgain ? 'waiting' : isUnsent(printed) ? 'failed' : 'unsure';
  const patch = printed.ok
    ? ({ slipState: 'printed', slipPrintedAt: clock.now(), slipError: '' } as const)
    : ({ slipState: unprinted, slipError: printed.code } as const);
  await write.packedParcels.move(row, row.state, patch);
}

/**
 * What a slip was that the end of the program cut off: it may have come out, so nobody but a person prints it again. `inHand`: parcels
 * whose slip somebody is printing.
 */
export async function recoverSlips(
  write: Repositories,
  slips: Awaited<ReturnType<Repositories['packedParcels']['slipsSending']>>,
  inHand: ReadonlySet<string>,
): Promise<void> {
  for (const row of slips)
    if (!inHand.has(row.id))
      await write.packedParcels.move(row, row.state, {
        slipState: 'unsure',
        slipError: 'PRINTER_INTERRUPTED',
      });
}

/** The slip of a parcel that waits for its number, by a person's word: also when one is on its way, which then is this one. */
export async function printSlip(
  workspace: Workspace,
  { parcelId }: { readonly parcelId: string },
): Promise<Outcome<{ readonly printed: number }>> {
  const { slipPrinterUri } = await readPackingRules(workspace);
  const taken = await tryChange(workspace, ['packing'], async (write): Promise<Outcome<ClaimedSlip>> => {
    const row = await write.packedParcels.byId(parcelId);
    const order = row === undefined ? undefined : await write.orders.byId(row.orderId);
    if (row === undefined || order === undefined || row.slipCode === '')
      return failure('PACK_PARCEL_NOT_FOUND');
    if (slipPrinterUri === '') return failure('PACK_NO_SLIP_PRINTER', { code: row.slipCode });
    const marked = await write.packedParcels.move(row, row.state, { slipState: 'sending', slipError: '' });
    return marked === undefined ? failure('PACK_CHANGED_MEANWHILE') : done({ row: marked, order });
  });
  if (!taken.ok) return taken;
  const act = { kind: 'receipts-printed', what: 'provisional 1' } as const;
  let printed: CallOutcome<PrintReceipt> | null = null;
  const outcome = await recordOutside<PrintReceipt>(
    workspace,
    act,
    async (head) => {
      printed = await send(workspace, withHead(slipOf(workspace, taken.value), head), slipPrinterUri);
      return printed;
    },
    () => act.what,
  );
  await change(workspace, ['packing'], async (write) => {
    if (printed !== null) await noteSlip(workspace, write, parcelId, printed);
  });
  return outcome.ok ? done({ printed: 1 }) : failure(outcome.code, outcome.params);
}
