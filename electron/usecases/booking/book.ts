import type { Booking } from '../../../shared/domain/shipment.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { didNotHappen, type Failure } from '../../../shared/errors/outcome.ts';
import type { BookingRequest } from '../../carriers/kit/carrierPlatform.ts';
import type { Pass } from '../../dispatch/breaker.ts';
import { believeFind, findTooLate } from '../../dispatch/findWindow.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import type { EndingWrite } from '../../queue/jobLoop.ts';
import { bookingRequestJson } from '../../store/booking/bookingJson.ts';
import type { Job, Shipment } from '../../store/schema.ts';
import { keysOfNow, type OpenAccount, openAccount } from '../accounts/openAccount.ts';
import { stopBeforeSending } from '../orders/changes/stop.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { goodsOf, leaveToJournal } from './afterRestore/bookedBefore.ts';
import { type AnsweredCall, callOutside, noteJournal } from './callOutside.ts';
import { accountLock } from './goLive/checklist.ts';
import { admitOrWait, bookingRate } from './lanes.ts';
import { refuseLocked, settleBooking, settleUnreadable } from './settle.ts';

/** The outcome of one job; counted by `ship` and `dispatch`. */
export interface WorkedBooking {
  readonly orderId: string;
  readonly shipmentId: string;
  readonly accountId: string;
  readonly kind: 'booked' | 'refused' | 'wait' | 'unsure' | 'halted' | 'planned';
  /** The reason, when the job waits. */
  readonly code?: ErrorCode;
  /** Its label is queued for a printer. */
  readonly hasLabel?: boolean;
  /** Orders given back unsent together with this one because the account was refused. */
  readonly unsent?: readonly string[];
}

/** One job, claimed by the worker. */
interface Turn {
  readonly workspace: Workspace;
  readonly job: Job;
  readonly ending: EndingWrite;
  readonly shipment: Shipment;
  readonly request: BookingRequest;
  readonly opened: OpenAccount;
}

/**
 * Works one `book` or `find` job. The *sending* mark is on disk before the first byte leaves; from then on only
 * the platform's answer, or asking it again with the same code, decides.
 */
export async function bookShipment(
  workspace: Workspace,
  job: Job,
  ending: EndingWrite = (work) => workspace.store.write(work),
): Promise<WorkedBooking | null> {
  const shipment = await workspace.store.read.shipments.byId(job.subjectId);
  if (shipment === undefined) return dropJob(workspace, job);
  const opened = await openAccount(workspace, shipment.accountId);
  if (!opened.ok) {
    await workspace.store.write((write) => write.jobs.park(job));
    return null;
  }
  // The shipment's state decides; the job's kind only says why it was queued.
  if (shipment.state !== 'unsure' && shipment.state !== 'planned') return dropJob(workspace, job);
  const request = bookingRequestJson.readOr(shipment.requestJson, null);
  if (request === null) return settleUnreadable(workspace, job, shipment);
  const turn: Turn = { workspace, job, ending, shipment, request, opened: opened.value };
  if (shipment.state === 'unsure') return inTurn(turn, 'find', findBooking);
  return (await accountLock(workspace, opened.value.row)) === 'locked'
    ? refuseLocked(workspace, job, shipment, opened.value.row.name)
    : inTurn(turn, 'book', sendBooking);
}

/** Runs at the account's pace, and only while its lane lets calls through. */
async function inTurn(
  turn: Turn,
  interfaceName: 'book' | 'find',
  action: (turn: Turn, pass: Pass) => Promise<WorkedBooking | null>,
): Promise<WorkedBooking | null> {
  const { workspace, job, opened } = turn;
  const refused = workspace.journal.refusal();
  if (refused !== null && needsJournal(turn, interfaceName, refused)) return waitForJournal(turn, refused);
  faultPoint(`${interfaceName}.claimed`);
  const rate = bookingRate(workspace, opened.row.id, opened.platform);
  (await workspace.pacer.take(`${opened.row.id} book`, rate)).staysHere();
  const pass = await admitOrWait(workspace, job, interfaceName);
  if (pass === null) return null;
  try {
    return await action(turn, pass);
  } finally {
    // A booking stopped before it was sent gives its turn back.
    pass.settle('none');
  }
}

/**
 * Some platforms can only be asked by sending the order again: for a booking this database never sent, the question itself may create it.
 */
const isUnsent = ({ attempts }: Shipment): boolean => attempts === 0;

function needsJournal({ shipment }: Turn, interfaceName: 'book' | 'find', { code }: Failure): boolean {
  return interfaceName === 'book' || isUnsent(shipment) || code === 'WORKSPACE_TAKEN';
}

/** Longer than a command waits; renewing the journal wakes the queue anyway. */
const journalWaitMs = 10 * 60_000;

async function waitForJournal({ workspace, job, shipment }: Turn, { code }: Failure): Promise<null> {
  // When another program has taken over, the queue belongs to that program.
  if (code === 'WORKSPACE_TAKEN') return null;
  const runAt = workspace.clock.now() + journalWaitMs;
  await workspace.store.write(async (write) => {
    await write.jobs.putBack(job, runAt);
    await write.jobs.delayLane(job.lane, 'book', runAt);
    await write.shipments.noteWaiting(shipment.accountId, code, '{}');
  });
  return null;
}

async function sendBooking(turn: Turn, pass: Pass): Promise<WorkedBooking | null> {
  const { workspace, job, shipment, request, opened } = turn;
  const { platform, row } = opened;
  const { orderId, orderCode } = shipment;
  faultPoint('book.before-mark');
  const startedAt = workspace.clock.now();
  const attempts = shipment.attempts + 1;
  const marked = await workspace.store.write(async (write) => {
    const state = await write.bookingStates.beforeSending(job, orderId);
    if (!state.isHeld) return undefined;
    if (state.isDoubtful) {
      const order = await write.orders.byId(orderId);
      if (await stopBeforeSending(workspace, write, order, shipment)) return undefined;
      if (await leaveToJournal(workspace, write, order, shipment)) return undefined;
    }
    const carried = state.carriesOthers ? await goodsOf(write, orderId) : {};
    await noteJournal(workspace, write);
    const sending = await write.shipments.move(shipment, 'sending', { attempts, sentAt: startedAt });
    faultPoint('book.in-mark');
    return sending === undefined ? undefined : { sending, carried };
  });
  if (marked === undefined) return dropJob(workspace, job);
  faultPoint('book.after-mark');
  workspace.changed('shipments');
  const { made } = await callOutside(workspace, opened, {
    interfaceName: 'book',
    orderId,
    orderCode,
    attempt: attempts,
    startedAt,
    journal: { call: 'book', carried: marked.carried, waybillNoOf },
    pass,
    steps: 'book',
    async send() {
      // Writing mark and journal takes between 2 and 60 ms, so the call is paced again: two starts are never closer than allowed.
      const start = await workspace.pacer.take(`${row.id} send`, bookingRate(workspace, row.id, platform));
      if (!(await workspace.lease.mayCall(job))) return didNotHappen('SERVER_OUT_OF_TOUCH');
      // A key that was changed while the call waited for its turn is no longer used.
      const keys = await keysOfNow(workspace, opened);
      faultPoint('book.before-send');
      start.leaves();
      const answer = await platform.book(request, keys, workspace.ports);
      start.answered(answer.ok);
      return answer;
    },
  });
  return settle(turn, marked.sending, 'book', made);
}

async function findBooking(turn: Turn, pass: Pass): Promise<WorkedBooking | null> {
  const { workspace, job, shipment, request, opened } = turn;
  const { platform } = opened;
  const { orderId, orderCode, sentAt, findCount } = shipment;
  const { made } = await callOutside(workspace, opened, {
    interfaceName: 'find',
    orderId,
    orderCode,
    attempt: findCount + 1,
    journal: isUnsent(shipment)
      ? { call: 'book', waybillNoOf }
      : { call: 'find', isQuestion: true, waybillNoOf },
    pass,
    steps: 'find',
    async send() {
      // Some platforms are asked by repeating the booking: then the question counts as a booking call.
      const rate = bookingRate(workspace, opened.row.id, platform);
      const start = await workspace.pacer.take(`${opened.row.id} send`, rate);
      if (!(await workspace.lease.mayCall(job))) return didNotHappen('SERVER_OUT_OF_TOUCH');
      const keys = await keysOfNow(workspace, opened);
      faultPoint('find.before-send');
      start.leaves();
      const tooLate = findTooLate(platform.manifest, sentAt, workspace.clock.now());
      const found = tooLate ?? (await platform.find(request, keys, workspace.ports));
      // Questions and bookings take different times to answer.
      start.answered(false);
      return believeFind(found, platform.manifest, shipment, workspace.clock.now());
    },
  });
  return settle(turn, shipment, 'find', made);
}

async function settle(
  { workspace, ...turn }: Turn,
  shipment: Shipment,
  interfaceName: 'book' | 'find',
  made: AnsweredCall<Booking>['made'],
): Promise<WorkedBooking | null> {
  const settled = await settleBooking(workspace, turn, shipment, interfaceName, made);
  faultPoint(`${interfaceName}.after-settle`);
  workspace.changed('orders', 'shipments', 'printJobs', 'tracking', 'status');
  return settled;
}

const waybillNoOf = ({ waybillNo }: Booking): string => waybillNo;

async function dropJob(workspace: Workspace, job: Job): Promise<null> {
  await workspace.store.write((write) => write.jobs.settle(job));
  return null;
}
