import type { PackAnswer } from '../../../shared/contracts/packing/packing.ts';
import type { PackCommand } from '../../../shared/domain/packing/packCommands.ts';
import { stopFacts } from '../../../shared/domain/packing/packStops.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { PrintJob } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { type Approval, checkRight } from '../operators/checkRight.ts';
import { addHistory } from '../orders/history.ts';
import { requeue } from '../printing/ledger.ts';
import { readPrintRules } from '../printing/printRules.ts';
import { insertReprint } from '../printing/reprint.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type BenchBox, hasPaper, missingPieces, readBenchBox } from './bench.ts';
import { dropBox } from './effects.ts';
import { extraAtBench } from './extra.ts';
import {
  type Bench,
  type GestureResult,
  judge,
  messageOnly,
  printerNow,
  runGesture,
  stoppedBy,
} from './gesture.ts';
import { takeParcel } from './take.ts';

interface Commanded {
  readonly gestureId: string;
  readonly command: Exclude<PackCommand, 'extra-parcel'>;
  /** A reason from the list, or typed; absent or null: none. */
  readonly reason?: string | null | undefined;
  readonly approvals?: readonly Approval[] | undefined;
  /** Said by a person: the parcel has left, and its label is to be printed all the same. */
  readonly hasLeft?: boolean | undefined;
}

/** What a command barcode does, by key or button. */
export function commandAtBench(
  workspace: Workspace,
  { command, ...asked }: Omit<Commanded, 'command'> & { readonly command: PackCommand },
): Promise<Outcome<PackAnswer>> {
  const { gestureId } = asked;
  if (command === 'extra-parcel') return extraAtBench(workspace, { gestureId, reason: asked.reason ?? '' });
  const commanded = { ...asked, command };
  return runGesture(workspace, { gestureId, kind: command }, (bench) => commandAct(bench, commanded));
}

/** The same in the transaction of a gesture. */
async function commandAct(bench: Bench, commanded: Commanded): Promise<Outcome<GestureResult>> {
  const { command, reason } = commanded;
  const why = (reason ?? '').trim();
  switch (command) {
    case 'next':
    case 'abort':
    case 'confirm':
      return done(await judge(bench, { kind: command }, { params: { count: missingPieces(bench.open) } }));
    case 'override':
      return why === '' ? failure('PACK_NEEDS_REASON') : letPass(bench, why, commanded.approvals ?? []);
    case 'reprint':
      return why === '' ? failure('PACK_NEEDS_REASON') : reprint(bench, why, commanded);
    case 'hold':
      return why === '' ? failure('PACK_NEEDS_REASON') : hold(bench, why);
    case 'print-last':
      return printLast(bench);
    case 'switch-operator':
    case 'help':
      return done(messageOnly(command, aboutOf(bench.open)));
  }
}

const aboutOf = (box: BenchBox | null): Partial<GestureResult> =>
  box === null ? {} : { orderId: box.order.id, parcelId: box.row?.id ?? '', parcelNo: box.parcelNo };

/**
 * A person with the right overrides what stopped the bench: the parcel that was refused last, or what the open one lacks. A parcel that is
 * open at another bench can be taken over by any packer: who has the goods in hand is for packers to decide.
 */
async function letPass(
  bench: Bench,
  reason: string,
  approvals: readonly Approval[],
): Promise<Outcome<GestureResult>> {
  const refused = await lastRefused(bench);
  const isTakenOver = refused?.stop === 'open-elsewhere';
  const allowed = isTakenOver
    ? done('')
    : checkRight(bench.context.workspace.actor, 'overridePacking', approvals);
  if (!allowed.ok) return allowed;
  const passing = { ...bench, context: { ...bench.context, reason, approver: allowed.value } };
  if (refused !== null)
    return done(await takeParcel(passing, refused.meaning, isTakenOver ? 'taken-over' : 'passed'));
  return done(bench.open === null ? stoppedBy('nothing-to-do') : await judge(passing, { kind: 'override' }));
}

/** The parcel that the last gesture would have opened, and what was against it; null: none, or it cannot be overridden. */
async function lastRefused({ open, context: { write } }: Bench) {
  const last = await write.bench.lastGesture();
  if (last === undefined || last.stop === '' || !stopFacts(last.stop).mayOverride) return null;
  // A refusal about the parcel on the bench, such as its weight, is overridden there.
  if (open?.order.id === last.orderId && open.parcelNo === last.parcelNo) return null;
  const order = await write.orders.byId(last.orderId);
  if (order === undefined) return null;
  const meaning = { order, parcelNo: last.parcelNo, isByLabel: last.isByLabel === 1 };
  return { stop: last.stop, meaning };
}

/** The box that is open, or else the one closed last. */
async function boxAtHand({ open, context: { write } }: Bench): Promise<BenchBox | null> {
  if (open !== null) return open;
  const row = await write.packedParcels.lastClosed();
  const order = row === undefined ? undefined : await write.orders.byId(row.orderId);
  return row === undefined || order === undefined ? null : readBenchBox(write, order, row.parcelNo);
}

/** Prints the same label again, with a reason; its paper must be scanned again. */
async function reprint(
  bench: Bench,
  reason: string,
  { approvals = [], hasLeft }: Commanded,
): Promise<Outcome<GestureResult>> {
  const { workspace, write, printer } = bench.context;
  const box = await boxAtHand(bench);
  if (box?.row == null || !hasPaper(box.copies)) return done(stoppedBy('nothing-to-do'));
  if (!printer.ok) return printer;
  const { reprintLimit } = await readPrintRules(workspace);
  const { order, parcelNo } = box;
  const wish = { reason, hasLeft, approvals, reprintLimit };
  const request = { orderId: order.id, parcelNo, printerUri: printer.value, ...wish };
  const made = await insertReprint(workspace, write, request);
  if (!made.ok) return made;
  if (box.row.state === 'open') await write.packedParcels.move(box.row, 'open', { labelSeenAt: null });
  return done(messageOnly('reprinted', { ...aboutOf(box), isPrinting: true }));
}

/** A label that was not printed is retried; one that was is printed again only with a reason. */
async function printLast(bench: Bench): Promise<Outcome<GestureResult>> {
  const { workspace, write, printer } = bench.context;
  const box = await boxAtHand(bench);
  const job = box?.copies.at(-1);
  // It may be at the printer: that is checked first.
  if (box !== null && job?.state === 'unsure')
    return done(stoppedBy('label-unsure', { orderNo: box.order.orderNo }, aboutOf(box)));
  const isLost = job?.state === 'failed' || job?.state === 'held';
  const isTriedAgain = job?.state === 'waiting' && job.errorCode !== '';
  if (box === null || job === undefined || !(isLost || isTriedAgain))
    return done(stoppedBy('nothing-to-do', {}, aboutOf(box)));
  if (!printer.ok) return done(stoppedBy('printer', { code: printer.code }, aboutOf(box)));
  const idle = isTriedAgain ? await calledBack(write, job) : job;
  if (idle !== undefined) await requeue(workspace, write, idle, printerNow(printer.value, job));
  return done(messageOnly('reprinted', { ...aboutOf(box), isPrinting: true }));
}

/** Stops a label from waiting for a printer that did not take it; undefined: the printer has just taken it. */
async function calledBack(write: Repositories, job: PrintJob): Promise<PrintJob | undefined> {
  const work = await write.jobs.ofSubject(job.id);
  if (work !== undefined) await write.jobs.settle(work);
  return write.printJobs.move(job, 'held', { holdReason: 'printer-away' });
}

/** Sets the parcel aside, with the reason: it opens again only when a person with the right overrides it. */
async function hold(bench: Bench, reason: string): Promise<Outcome<GestureResult>> {
  const { open, context } = bench;
  const { workspace, write } = context;
  if (open?.row == null) return done(stoppedBy('nothing-open'));
  await dropBox(context, { box: open, row: open.row });
  const dropped = await write.packedParcels.byId(open.row.id);
  if (dropped !== undefined) await write.packedParcels.move(dropped, 'dropped', { heldReason: reason });
  await addHistory(workspace, write, open.order.id, 'pack-held', { note: reason });
  return done(messageOnly('held', aboutOf(open)));
}
