import type { OrderState } from '../../../shared/domain/order.ts';
import type { Booking } from '../../../shared/domain/shipment.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { type CallOutcome, type Failure, unknownOutcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest, PlatformReply } from '../../carriers/kit/carrierPlatform.ts';
import { type BookingDecision, decideBooking, needsPerson } from '../../dispatch/decideBooking.ts';
import { existsUnseen } from '../../dispatch/findWindow.ts';
import { findDelayMs } from '../../dispatch/laneWaits.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import type { EndingWrite } from '../../queue/jobLoop.ts';
import type { StateBeforeSettling } from '../../store/booking/bookingStates.ts';
import { errorColumnsOf, errorParamsOf } from '../../store/database/storedJson.ts';
import type { Job, Order, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { addHistory } from '../orders/history.ts';
import { complaintColumnsOf, complaintOf } from '../orders/order.ts';
import { bookedBatch } from '../printing/batches/batch.ts';
import { queueParcelLabels } from '../printing/queue.ts';
import { followParcels } from '../tracking/storeSnapshot.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { noteLabelsOfBefore } from './afterRestore/labelsOfBefore.ts';
import type { WorkedBooking } from './book.ts';
import { type CallMade, recordCall } from './callOutside.ts';
import { giveBack } from './givingBack/giveBack.ts';
import { breakerLane } from './lanes.ts';
import { bookedElsewhere, bookedNumbers, holderOf, parcelComplaint, parcelsOfBooking } from './parcels.ts';
import { bookedColumnsOf } from './shipment.ts';

/** Why a booking got no number. */
type RefusalReason = Required<Pick<Failure, 'code' | 'params'>>;

type Settling = CallMade & { readonly outcome: PlatformReply<Booking> };

interface Settlement {
  readonly workspace: Workspace;
  readonly write: Repositories;
  readonly job: Job;
  readonly shipment: Shipment;
  /** UTC ms: when the call to settle started. */
  readonly startedAt: number;
}

/** A booking in progress and its request. */
interface AnsweredSettlement extends Settlement {
  readonly call: 'book' | 'find';
  readonly request: BookingRequest;
  readonly state: StateBeforeSettling;
}

/** Writes everything that follows from one answer in one transaction: call record, shipment, order, print job, next job. */
export async function settleBooking(
  workspace: Workspace,
  {
    job,
    ending,
    request,
  }: { readonly job: Job; readonly ending: EndingWrite; readonly request: BookingRequest },
  shipment: Shipment,
  call: 'book' | 'find',
  made: Settling,
): Promise<WorkedBooking | null> {
  return ending(async (write) => {
    // In the transaction that stores the number, so that two answers arriving together cannot both pass.
    const numbers = made.outcome.ok ? bookedNumbers(made.outcome.value) : [];
    const state = await write.bookingStates.beforeSettling(job, shipment, numbers);
    const isForeign = state.isForeign && (await areOfAnother(write, shipment, numbers));
    const checked = { ...made, outcome: isForeign ? foreignWaybill(made.outcome) : made.outcome };
    await recordCall(workspace, checked, write);
    // The present holder of the job asks with the same code and writes the one answer.
    if (state.isTakenOver) return null;
    const changed = state.version === shipment.version ? undefined : await write.shipments.byId(shipment.id);
    if (changed !== undefined) {
      await settleLateAnswer(workspace, write, { job, shipment: changed, outcome: checked.outcome });
      return null;
    }
    const decision = decideBooking(call, checked.outcome);
    if (decision.kind !== 'wait') workspace.laneWaits.clear(job.lane);
    await holdBack(workspace, write, job.lane);
    const settlement = { workspace, write, job, shipment, call, request, state, startedAt: made.startedAt };
    const worked = await apply(settlement, decision);
    faultPoint(`${call}.in-settle`);
    return worked;
  });
}

async function areOfAnother(
  write: Repositories,
  { orderId }: Shipment,
  waybillNos: readonly string[],
): Promise<boolean> {
  for (const waybillNo of waybillNos) {
    const holder = await holderOf(write, waybillNo);
    if (holder !== undefined && holder.orderId !== orderId) return true;
  }
  return false;
}

/** One waybill number belongs to one order: a number we already hold for another is an alarm, never a booking. */
function foreignWaybill({ note }: PlatformReply<Booking>): PlatformReply<Booking> {
  return { ...unknownOutcome('CARRIER_WRONG_REPLY'), ...(note === undefined ? {} : { note }) };
}

/** Holds back all jobs of a lane whose breaker has just opened until it probes. */
async function holdBack({ breaker }: Workspace, write: Repositories, lane: string): Promise<void> {
  for (const kind of ['book', 'find'] as const) {
    const { retryAt } = breaker.view(breakerLane(lane, kind));
    if (retryAt !== null) await write.jobs.delayLane(lane, kind, retryAt);
  }
}

function apply(settlement: AnsweredSettlement, decision: BookingDecision): Promise<WorkedBooking> {
  switch (decision.kind) {
    case 'booked':
      return settleBooked(settlement, decision.booking);
    case 'refused':
      return settleRefused(settlement, decision, 'needs-review');
    case 'halt-account':
      return haltAccount(settlement, decision);
    case 'wait':
      return waitForLane(settlement, decision);
    case 'find':
      return askLater(settlement, decision);
    case 'book-again':
      return bookAgain(settlement);
  }
}

async function settleBooked(settlement: AnsweredSettlement, booking: Booking): Promise<WorkedBooking> {
  const { workspace, write, job, shipment, request, state } = settlement;
  const { order: seen } = state;
  const now = workspace.clock.now();
  if (seen === null) throw new Error('a shipment without its order');
  const columns = bookedColumnsOf(booking, now);
  const parcels = parcelsOfBooking(booking, request);
  const isFromElsewhere = await wasBookedElsewhere(settlement, booking);
  const complaint = isFromElsewhere
    ? { code: bookedElsewhere, field: '', params: { orderNo: seen.orderNo, waybillNo: booking.waybillNo } }
    : parcelComplaint(seen.orderNo, parcels);
  const complaints = complaintColumnsOf(complaint === null ? [] : [complaint]);
  let order: Order | undefined;
  const booked = await write.shipments.move(shipment, 'booked', columns, async (shown) => {
    order = await write.orders.move(seen, 'booked', { ...shown, ...complaints, updatedAt: now });
    if (order === undefined) await write.orders.show(seen.id, shown);
  });
  order ??= await write.orders.byId(seen.id);
  if (booked === undefined || order === undefined)
    throw new Error('a sending shipment changed under its only worker');
  await followParcels(write, order, booked, now, parcels);
  await write.jobs.settle(job);
  if (state.isHalted) await write.lanes.lift(shipment.accountId);
  await addHistory(workspace, write, order.id, 'booked', {
    code: complaint?.code ?? '',
    note: booking.waybillNo,
  });
  if (settlement.call === 'find') await noteLabelsOfBefore(workspace, write, { order, shipment, booking });
  const hasLabel = shipment.printerUri !== '' && !isFromElsewhere;
  if (hasLabel)
    await queueParcelLabels(workspace, write, {
      order,
      shipment: booked,
      printerUri: shipment.printerUri,
      operator: shipment.askedBy,
      batch: bookedBatch(shipment),
    });
  return { ...nameOf(shipment), kind: 'booked', hasLabel };
}

/**
 * The first call of this workspace under an order code is answered with a number of before: another copy of the workspace got it, and
 * its label may be on paper there. So none is printed here without a person's word.
 */
async function wasBookedElsewhere(
  { call, write, shipment }: Pick<AnsweredSettlement, 'call' | 'write' | 'shipment'>,
  { isKnownBefore }: Booking,
): Promise<boolean> {
  if (call !== 'book' || isKnownBefore !== true) return false;
  const calls = await write.calls.chain(shipment.orderCode, 10);
  return calls.filter(({ interfaceName }) => interfaceName === 'book').length <= 1;
}

async function settleRefused(
  settlement: Settlement,
  why: RefusalReason,
  orderState: OrderState,
): Promise<WorkedBooking> {
  const { workspace, write, job, shipment } = settlement;
  await write.shipments.move(shipment, 'refused', errorColumnsOf(why));
  const order = await write.orders.byId(shipment.orderId);
  if (order !== undefined) {
    await write.orders.move(order, orderState, {
      ...complaintColumnsOf([complaintOf(why)]),
      updatedAt: workspace.clock.now(),
    });
  }
  await write.jobs.settle(job);
  await addHistory(workspace, write, shipment.orderId, 'refused', { code: why.code });
  return { ...nameOf(shipment), kind: 'refused' };
}

/** Stops a lane before anything is sent: the account may not make real bookings yet. */
export function refuseLocked(
  workspace: Workspace,
  job: Job,
  shipment: Shipment,
  name: string,
): Promise<WorkedBooking> {
  return workspace.store.write((write) =>
    haltAccount(
      { workspace, write, job, shipment, startedAt: workspace.clock.now() },
      { code: 'ACCOUNT_LOCKED', params: { name } },
    ),
  );
}

/** The frozen request cannot be read. If it was not sent, the order waits for a person; if it may have been, no one can ask about it. */
export function settleUnreadable(workspace: Workspace, job: Job, shipment: Shipment): Promise<WorkedBooking> {
  const why: RefusalReason = { code: 'RECORD_UNREADABLE', params: { record: 'request_json' } };
  return workspace.store.write(async (write) => {
    const settlement = { workspace, write, job, shipment, startedAt: workspace.clock.now() };
    if (shipment.state === 'planned') return settleRefused(settlement, why, 'needs-review');
    await write.shipments.note(shipment.id, errorColumnsOf(why));
    await write.orders.show(shipment.orderId, { errorCode: why.code });
    await write.jobs.park(job);
    return { ...nameOf(shipment), kind: 'unsure' as const };
  });
}

/** Gives back every waiting booking of the account without trying it: the key or the balance must be fixed first. */
async function haltAccount(settlement: Settlement, why: RefusalReason): Promise<WorkedBooking> {
  const { workspace, write, shipment } = settlement;
  const { code, params } = why;
  const unsent: string[] = [];
  for (const waiting of await write.jobs.waitingOfLane(shipment.accountId, 'book')) {
    const other = await write.shipments.byId(waiting.subjectId);
    const order = other === undefined ? undefined : await write.orders.byId(other.orderId);
    if (other?.state !== 'planned' || order === undefined) continue;
    const complaint = complaintOf(why);
    if ((await giveBack(workspace, write, order, other, { code, params, complaint })) === null) continue;
    await addHistory(workspace, write, order.id, 'refused', { code });
    unsent.push(order.id);
  }
  await settleRefused(settlement, why, 'ready');
  await write.lanes.put(shipment.accountId, {
    haltCode: code,
    haltParamsJson: JSON.stringify(params),
    haltedAt: workspace.clock.now(),
  });
  // After a person's retry the lane starts with one order, not with ten.
  workspace.breaker.doubt(breakerLane(shipment.accountId, 'book'));
  return { ...nameOf(shipment), kind: 'halted', unsent };
}

/** Nothing happened: the order stays in the queue, and its whole lane pauses briefly. */
async function waitForLane(
  { workspace, write, job, shipment, startedAt }: Settlement,
  { code, params }: RefusalReason,
): Promise<WorkedBooking> {
  const errorColumns = errorColumnsOf({ code, params });
  await write.shipments.move(shipment, 'planned', errorColumns);
  const runAt = workspace.laneWaits.after({
    lane: job.lane,
    startedAt,
    failedAt: workspace.clock.now(),
    chance: workspace.chance(),
    askedMs: typeof params.waitSeconds === 'number' ? params.waitSeconds * 1_000 : null,
    retries: workspace.laneRules.retries,
  });
  await write.jobs.putBack(job, runAt, 'book');
  await write.jobs.delayLane(job.lane, 'book', runAt);
  await write.shipments.noteWaiting(shipment.accountId, code, errorColumns.errorParamsJson);
  return { ...nameOf(shipment), kind: 'wait', code };
}

/** It may have happened: from here on the platform is only asked. */
async function askLater(
  { workspace, write, job, shipment }: Settlement,
  why: RefusalReason,
): Promise<WorkedBooking> {
  const findCount = shipment.findCount + 1;
  // Why it is not known stays the reason: a later question that fails is news of the line, not of the booking.
  const isKept =
    shipment.state === 'unsure' &&
    shipment.errorCode !== '' &&
    (shipment.errorCode === existsUnseen || !(needsPerson(why.code) || why.code === existsUnseen));
  const patch = { findCount, ...(isKept ? {} : errorColumnsOf(why)) };
  if (shipment.state === 'unsure') {
    await write.shipments.note(shipment.id, patch);
  } else {
    await write.shipments.move(shipment, 'unsure', { ...patch, findCount: 0 });
    await addHistory(workspace, write, shipment.orderId, 'unsure', { code: why.code });
  }
  const delayMs = findDelayMs(shipment.state === 'unsure' ? shipment.findCount + 1 : 0);
  if (delayMs === null || needsPerson(why.code)) await write.jobs.park(job, 'find');
  else await write.jobs.putBack(job, workspace.clock.now() + delayMs, 'find');
  return { ...nameOf(shipment), kind: 'unsure' };
}

/** One per booking whose answer was lost and for which `find` said that nothing exists. */
const maxRounds = 3;

async function bookAgain(settlement: Settlement): Promise<WorkedBooking> {
  const { workspace, write, job, shipment } = settlement;
  if ((await unsureRounds(settlement)) >= maxRounds) {
    const code = shipment.errorCode as ErrorCode;
    return settleRefused(
      settlement,
      { code, params: errorParamsOf(shipment.errorParamsJson) },
      'needs-review',
    );
  }
  await write.shipments.move(shipment, 'planned', { errorCode: '', errorParamsJson: '{}' });
  await write.jobs.putBack(job, workspace.clock.now(), 'book');
  return { ...nameOf(shipment), kind: 'planned' };
}

/** How often the outcome was unknown since a person last decided about this order. */
async function unsureRounds({ write, shipment }: Settlement): Promise<number> {
  const kinds = (await write.history.ofOrder(shipment.orderId)).map(({ kind }) => kind);
  return kinds.slice(kinds.lastIndexOf('refused') + 1).filter((kind) => kind === 'unsure').length;
}

function nameOf({ id, orderId, accountId }: Shipment) {
  return { orderId, shipmentId: id, accountId };
}

interface LateAnswer {
  readonly job: Job;
  /** The shipment as it is now. */
  readonly shipment: Shipment;
  readonly outcome: CallOutcome<Booking>;
}

/**
 * An answer that arrives after a person has settled the question, for example by entering the number. The person's answer stays; a second
 * number at the platform is reported, since it would be charged.
 */
async function settleLateAnswer(
  workspace: Workspace,
  write: Repositories,
  { job, shipment, outcome }: LateAnswer,
): Promise<void> {
  await write.jobs.settle(job);
  if (!outcome.ok || outcome.value.waybillNo === shipment.waybillNo) return;
  const code = 'WAYBILL_LEFT_OVER';
  const params = { waybillNo: outcome.value.waybillNo };
  await write.orders.show(shipment.orderId, complaintColumnsOf([{ code, field: '', params }]));
  await addHistory(workspace, write, shipment.orderId, 'unsure', { code, note: params.waybillNo });
}
