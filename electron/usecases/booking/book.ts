import type { Booking } from '../../../shared/domain/shipment.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import type { BookingRequest, PlatformReply } from '../../carriers/kit/carrierPlatform.ts';
import type { Pass } from '../../dispatch/breaker.ts';
import { believeFind, findTooLate } from '../../dispatch/findWindow.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import type { CallEnd } from '../../store/journal/openCallJournal.ts';
import type { Job, Shipment } from '../../store/schema.ts';
import { type OpenAccount, openAccount } from '../accounts/openAccount.ts';
import { stopBeforeSending } from '../orders/changes/stop.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { goodsOf, leaveToJournal } from './afterRestore/bookedBefore.ts';
import { noteJournal } from './callOutside.ts';
import { accountLock } from './goLive/checklist.ts';
import { admitOrWait, bookingRate, lineResultOf } from './lanes.ts';
import { refuseLocked, settleBooking } from './settle.ts';

/** What one worked job led to; counted by `ship` and `dispatch`. */
export interface WorkedBooking {
  readonly orderId: string;
  readonly shipmentId: string;
  readonly accountId: string;
  readonly kind: 'booked' | 'refused' | 'wait' | 'unsure' | 'halted' | 'planned';
  /** Of a wait: why. */
  readonly code?: ErrorCode;
  /** Orders that were refused along with this one because the account was. */
  readonly alsoRefused?: readonly string[];
}

/**
 * Works one `book` or `find` job. The *sending* mark is on disk before the first byte leaves; from then on only
 * the platform's answer, or asking it again with the same code, decides.
 */
export async function bookShipment(workspace: Workspace, job: Job): Promise<WorkedBooking | null> {
  const shipment = await workspace.store.read.shipments.byId(job.subjectId);
  if (shipment === undefined) return dropJob(workspace, job);
  const opened = await openAccount(workspace, shipment.accountId);
  if (!opened.ok) {
    await workspace.store.write((write) => write.jobs.park(job.id));
    return null;
  }
  // The shipment's state decides, the job's kind is only what it was queued for.
  if (shipment.state === 'unsure') return findBooking(workspace, job, shipment, opened.value);
  if (shipment.state === 'planned')
    return (await accountLock(workspace, opened.value.row)) === 'locked'
      ? refuseLocked(workspace, job, shipment, opened.value.row.name)
      : sendBooking(workspace, job, shipment, opened.value);
  return dropJob(workspace, job);
}

async function sendBooking(
  workspace: Workspace,
  job: Job,
  shipment: Shipment,
  opened: OpenAccount,
): Promise<WorkedBooking | null> {
  faultPoint('book.claimed');
  const rate = bookingRate(workspace, opened.row.id, opened.platform);
  await workspace.pacer.take(`${opened.row.id} book`, rate);
  const pass = await admitOrWait(workspace, job, 'book');
  if (pass === null) return null;
  try {
    return await sendAdmitted(workspace, job, shipment, opened, pass);
  } finally {
    // A booking that was stopped before it was sent gives its turn back.
    pass.settle('none');
  }
}

async function sendAdmitted(
  workspace: Workspace,
  job: Job,
  shipment: Shipment,
  opened: OpenAccount,
  pass: Pass,
): Promise<WorkedBooking | null> {
  faultPoint('book.before-mark');
  const startedAt = workspace.clock.now();
  const carried = await goodsOf(workspace.store.read, shipment.orderId);
  const isMarked = await workspace.store.write(async (write) => {
    if (await stopBeforeSending(workspace, write, shipment)) return false;
    if (await leaveToJournal(workspace, write, shipment)) return false;
    if (!(await noteJournal(workspace, write))) return false;
    const patch = { attempts: shipment.attempts + 1, sentAt: startedAt };
    const isMine = await write.shipments.move(shipment, 'sending', patch);
    faultPoint('book.in-mark');
    return isMine;
  });
  if (!isMarked) return dropJob(workspace, job);
  faultPoint('book.after-mark');
  workspace.changed('shipments');
  const request = JSON.parse(shipment.requestJson) as BookingRequest;
  const call = { call: 'book', accountId: shipment.accountId, orderCode: shipment.orderCode } as const;
  workspace.journal.begin({ ...call, ...carried });
  faultPoint('book.after-journal');
  // Mark and journal wait for the disk, now 2 ms, now 60: paced once more, so that two starts meet no closer than allowed.
  await workspace.pacer.take(`${opened.row.id} send`, bookingRate(workspace, opened.row.id, opened.platform));
  faultPoint('book.before-send');
  const outcome = await opened.platform.book(request, opened.account, workspace.ports);
  faultPoint('book.after-reply');
  workspace.journal.end(call, bookingEnd(outcome));
  pass.settle(lineResultOf(outcome));
  faultPoint('book.after-journal-end');
  const sending = {
    ...shipment,
    state: 'sending' as const,
    version: shipment.version + 1,
    attempts: shipment.attempts + 1,
  };
  return settle(workspace, job, sending, opened, 'book', startedAt, outcome);
}

async function findBooking(
  workspace: Workspace,
  job: Job,
  shipment: Shipment,
  opened: OpenAccount,
): Promise<WorkedBooking | null> {
  faultPoint('find.claimed');
  const rate = bookingRate(workspace, opened.row.id, opened.platform);
  await workspace.pacer.take(`${opened.row.id} book`, rate);
  const pass = await admitOrWait(workspace, job, 'find');
  if (pass === null) return null;
  try {
    return await findAdmitted(workspace, job, shipment, opened, pass);
  } finally {
    pass.settle('none');
  }
}

async function findAdmitted(
  workspace: Workspace,
  job: Job,
  shipment: Shipment,
  opened: OpenAccount,
  pass: Pass,
): Promise<WorkedBooking | null> {
  const startedAt = workspace.clock.now();
  const request = JSON.parse(shipment.requestJson) as BookingRequest;
  const { manifest } = opened.platform;
  faultPoint('find.before-send');
  const found =
    findTooLate(manifest, shipment.sentAt, startedAt) ??
    (await opened.platform.find(request, opened.account, workspace.ports));
  const outcome = believeFind(found, manifest, shipment, workspace.clock.now());
  faultPoint('find.after-reply');
  const call = { call: 'find', accountId: shipment.accountId, orderCode: shipment.orderCode } as const;
  workspace.journal.end(call, bookingEnd(outcome));
  pass.settle(lineResultOf(outcome));
  faultPoint('find.after-journal-end');
  return settle(workspace, job, shipment, opened, 'find', startedAt, outcome);
}

async function settle(
  workspace: Workspace,
  job: Job,
  shipment: Shipment,
  opened: OpenAccount,
  interfaceName: 'book' | 'find',
  startedAt: number,
  outcome: PlatformReply<Booking>,
): Promise<WorkedBooking | null> {
  const durationMs = workspace.clock.now() - startedAt;
  const call = {
    account: opened.row,
    interfaceName,
    orderId: shipment.orderId,
    orderCode: shipment.orderCode,
    startedAt,
    durationMs,
    outcome,
    attempt: interfaceName === 'book' ? shipment.attempts : shipment.findCount + 1,
  };
  const worked = await settleBooking(workspace, job, shipment, interfaceName, call);
  faultPoint(`${interfaceName}.after-settle`);
  workspace.changed('orders', 'shipments', 'printJobs', 'tracking', 'status');
  return worked;
}

function bookingEnd(outcome: PlatformReply<Booking>): CallEnd {
  return outcome.ok
    ? { certainty: 'happened', waybillNo: outcome.value.waybillNo }
    : { certainty: outcome.certainty };
}

async function dropJob(workspace: Workspace, job: Job): Promise<null> {
  await workspace.store.write((write) => write.jobs.settle(job.id));
  return null;
}
