import type { NoShipEntry } from '../../../shared/domain/addressKnowledge.ts';
import type { BookingPath } from '../../../shared/domain/booking.ts';
import type { ChosenBy } from '../../../shared/domain/bookingRule.ts';
import type { Party } from '../../../shared/domain/party.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { done, type Failure, failure, ifReadable, type Outcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest } from '../../carriers/kit/carrierPlatform.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import type { Order, Shipment, StoredOutsideReference } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { type OpenAccount, openAccount, wantsTemplate } from '../accounts/openAccount.ts';
import { readNoShip } from '../correcting/noShip.ts';
import { reachBeforeBooking } from '../correcting/reach.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { askIfBookedBefore } from './afterRestore/bookedBefore.ts';
import { adoptBound } from './bind.ts';
import { checkBeforeBooking, heldFailure } from './check.ts';
import { type FreightBook, noteFreight, openFreight } from './choosing/freight.ts';
import { noteChoice } from './choosing/whyChosen.ts';
import { freezeRequest } from './freezeRequest.ts';
import { accountLock } from './goLive/checklist.ts';

export interface PlanBookings {
  readonly orderIds: readonly string[];
  readonly accountId: string;
  /** Wins over the carrier an order asks for; empty: the order's own, then the default of Settings. */
  readonly carrier: string;
  /** Prints the label here as soon as there is a number; null: no label now. */
  readonly printerUri: string | null;
  /** null: the sender of Settings. */
  readonly sender?: Party | null;
  /** Why account and carrier were chosen, by order id; absent: nobody kept a reason. */
  readonly chosenBy?: ReadonlyMap<string, ChosenBy>;
  /** The carrier's product and label template, empty: as the account says. */
  readonly product?: string;
  readonly template?: string;
  /** `backup`: another account certainly did not book them. */
  readonly path?: BookingPath;
  /** The core goes on by itself with what somebody asked for: it stays that person's. */
  readonly isContinued?: boolean;
}

export interface RefusedOrder {
  readonly orderId: string;
  readonly orderNo: string;
  readonly failure: Failure;
}

export interface PlannedBookings {
  readonly planned: number;
  readonly refused: readonly RefusedOrder[];
}

/** Orders planned in one transaction: keeps other writers waiting for a few milliseconds at most. */
const chunkSize = 200;

interface Plan {
  readonly request: PlanBookings;
  readonly opened: OpenAccount;
  readonly sender: Party;
  readonly defaultCarrier: string;
  readonly noShip: readonly NoShipEntry[];
  readonly freight: FreightBook;
  readonly total: number;
}

/**
 * Freezes what will be sent for each order and puts it into the booking queue: order, shipment and job in one
 * transaction, so that an intent is either whole on disk or not there. Nothing leaves the machine here.
 */
export async function planBookings(
  workspace: Workspace,
  request: PlanBookings,
): Promise<Outcome<PlannedBookings>> {
  const opened = await openAccount(workspace, request.accountId);
  if (!opened.ok) return opened;
  if ((await accountLock(workspace, opened.value.row)) === 'locked')
    return failure('ACCOUNT_LOCKED', { name: opened.value.row.name });
  const settings = await readSettings(workspace);
  const sender = request.sender ?? settings.sender;
  if (sender === null) return failure('SENDER_MISSING');
  const plan: Plan = {
    request,
    opened: opened.value,
    sender,
    defaultCarrier: settings.defaultCarrier,
    noShip: await readNoShip(workspace.store.read),
    freight: await openFreight(workspace, sender),
    total: request.orderIds.length,
  };
  const refused: RefusedOrder[] = [];
  let planned = 0;
  for (let start = 0; start < request.orderIds.length; start += chunkSize) {
    const ids = request.orderIds.slice(start, start + chunkSize);
    faultPoint('plan.before-chunk');
    await workspace.store.write(async (write) => {
      for (const [index, order] of (await write.orders.byIds(ids)).entries()) {
        const problem = await planReadable(workspace, write, plan, order, start + index + 1);
        if (problem === 'queued') planned++;
        else if (problem !== 'bound')
          refused.push({ orderId: order.id, orderNo: order.orderNo, failure: problem });
        faultPoint('plan.in-chunk');
      }
      faultPoint('plan.before-commit');
    });
    faultPoint('plan.after-chunk');
    workspace.changed('orders', 'shipments', 'status');
  }
  faultPoint('plan.after-all');
  return done({ planned, refused });
}

/** An order whose content cannot be read waits for a person alone; the others go on. */
async function planReadable(...hand: Parameters<typeof planOne>): ReturnType<typeof planOne> {
  const [, write, , order] = hand;
  const planned = await ifReadable(() => planOne(...hand));
  if (typeof planned !== 'string' && planned.code === 'RECORD_UNREADABLE')
    await sendToPerson(write, order, planned.code, planned.params ?? {});
  return planned;
}

/** `bound`: the journal knows of a number that a person gave this order by hand; it has it again. */
async function planOne(
  workspace: Workspace,
  write: Repositories,
  plan: Plan,
  order: Order,
  serialNo: number,
): Promise<Failure | 'queued' | 'bound'> {
  if (order.state === 'held') return heldFailure(order);
  if (order.state !== 'ready')
    return failure('ORDER_STATE_REFUSES', { orderNo: order.orderNo, state: order.state });
  const earlier = await write.shipments.ofOrder(order.id);
  const open = earlier.find((shipment) => shipment.state !== 'refused' && shipment.state !== 'voided');
  if (open !== undefined)
    return failure('ORDER_STATE_REFUSES', { orderNo: order.orderNo, state: open.state });
  const { frozen, known } = await freezeRequest(write, order, earlier, {
    sender: plan.sender,
    carrierAsked: plan.request.carrier,
    carrierOfAccount: plan.opened.account.fields.carrier ?? '',
    carrierByDefault: plan.defaultCarrier,
    product: plan.request.product ?? '',
    template: plan.request.template ?? '',
    wantsTemplate: wantsTemplate(plan.opened),
  });
  if (known?.state === 'voided') return tellVoided(write, order, known);
  if (known?.state === 'bound') {
    const taken = await adoptBound({ workspace, write, freight: plan.freight }, order, known, frozen);
    if (taken !== null) await sendToPerson(write, order, taken.code, taken.params ?? {});
    return taken ?? 'bound';
  }
  if (known !== undefined) return adopt(workspace, write, { plan, order, frozen, known, serialNo });
  const asked = await askIfBookedBefore(workspace, write, order);
  if (asked !== null) return asked;
  const barred = await reachBeforeBooking(write, order.id, frozen, plan.noShip);
  const checked = barred ?? checkBeforeBooking(workspace, plan.opened, order.orderNo, frozen);
  if (!checked.ok) {
    await sendToPerson(write, order, checked.code, checked.params ?? {});
    return checked;
  }
  const refusedHere = earlier.find(
    (shipment) => shipment.accountId === plan.request.accountId && shipment.orderCode === frozen.orderCode,
  );
  const fresh = shipmentRow(workspace, plan, order, checked.value, serialNo);
  const askedBy = plan.request.isContinued === true ? (earlier.at(-1)?.askedBy ?? '') : fresh.askedBy;
  const shipment = { ...fresh, askedBy };
  if (refusedHere === undefined) await write.shipments.insert(shipment);
  else await revive(write, refusedHere, shipment);
  const shipmentId = refusedHere?.id ?? shipment.id;
  // A second try of the same way keeps the reason it had, and its place in a share on trial.
  if (plan.request.chosenBy !== undefined)
    await noteChoice(write, { id: shipmentId, orderId: order.id }, plan.request.chosenBy.get(order.id));
  await queue(workspace, write, order, { ...shipment, id: shipmentId }, 'book');
  return 'queued';
}

async function queue(
  workspace: Workspace,
  write: Repositories,
  order: Order,
  shipment: Shipment,
  kind: 'book' | 'find',
): Promise<void> {
  const now = workspace.clock.now();
  await write.orders.move(order, 'booking', {
    shipmentId: shipment.id,
    platform: shipment.platform,
    bookedCarrier: shipment.carrier,
    complaintsJson: '[]',
    errorCode: kind === 'find' ? 'BOOKING_INTERRUPTED' : '',
    updatedAt: now,
  });
  await write.jobs.insert({
    id: workspace.nextId(),
    kind,
    subjectId: shipment.id,
    lane: shipment.accountId,
    state: 'waiting',
    runAt: now,
    attempts: 0,
    leaseUntil: null,
    createdAt: now,
  });
}

interface Adoption {
  readonly plan: Plan;
  readonly order: Order;
  readonly frozen: BookingRequest;
  readonly known: StoredOutsideReference;
  readonly serialNo: number;
}

/**
 * The journal says that this order may have been booked before the restored backup was put back: it is asked for at
 * the account that booked it, never booked anew, whatever account is wanted now.
 */
async function adopt(
  workspace: Workspace,
  write: Repositories,
  { plan, order, frozen, known, serialNo }: Adoption,
): Promise<Failure | 'queued'> {
  const opened = await openAccount(workspace, known.accountId);
  const checked = opened.ok ? opened.value.platform.check(frozen, opened.value.account) : null;
  if (!opened.ok || checked?.ok !== true) {
    const params = { orderNo: order.orderNo, orderCode: known.orderCode };
    await sendToPerson(write, order, 'BOOKED_BEFORE_RESTORE', params);
    return failure('BOOKED_BEFORE_RESTORE', params);
  }
  const there = { ...plan, opened: opened.value, request: { ...plan.request, accountId: known.accountId } };
  const shipment = shipmentRow(workspace, there, order, checked.value, serialNo);
  await write.shipments.insert(shipment);
  await write.shipments.move(shipment, 'sending');
  const sending = { ...shipment, state: 'sending' as const, version: 1 };
  await write.shipments.move(sending, 'unsure', { errorCode: 'BOOKING_INTERRUPTED' });
  await queue(workspace, write, order, shipment, 'find');
  await write.outsideReferences.move(known, 'adopted');
  return 'queued';
}

function shipmentRow(
  workspace: Workspace,
  plan: Plan,
  order: Order,
  request: BookingRequest,
  serialNo: number,
): Shipment {
  const chosen = plan.request.chosenBy?.get(order.id);
  const freight = noteFreight(plan.freight, order, {
    accountId: plan.request.accountId,
    carrier: request.carrier,
  });
  return {
    id: workspace.nextId(),
    orderId: order.id,
    accountId: plan.request.accountId,
    platform: plan.opened.row.platform,
    carrier: request.carrier,
    orderCode: request.orderCode,
    state: 'planned',
    version: 0,
    requestJson: JSON.stringify(request),
    bookingJson: null,
    waybillNo: '',
    attempts: 0,
    findCount: 0,
    errorCode: '',
    errorParamsJson: '{}',
    printerUri: plan.request.printerUri ?? '',
    serialNo,
    serialTotal: plan.total,
    createdAt: workspace.clock.now(),
    sentAt: null,
    bookedAt: null,
    // A person's choice is not priced beforehand; what it costs is told all the same.
    chosenByJson:
      chosen === undefined
        ? ''
        : JSON.stringify({ ...chosen, freightFen: chosen.freightFen ?? freight.freightFen }),
    path: plan.request.path ?? 'first',
    replaceReason: '',
    ...freight,
    askedBy: workspace.actor.name,
  };
}

/** The same code once more, with what the order says today. */
async function revive(write: Repositories, refused: Shipment, fresh: Shipment): Promise<void> {
  await write.shipments.move(refused, 'planned', {
    carrier: fresh.carrier,
    requestJson: fresh.requestJson,
    printerUri: fresh.printerUri,
    chosenByJson: fresh.chosenByJson === '' ? refused.chosenByJson : fresh.chosenByJson,
    path: fresh.path,
    freightJson: fresh.freightJson,
    freightFen: fresh.freightFen,
    askedBy: fresh.askedBy,
    serialNo: fresh.serialNo,
    serialTotal: fresh.serialTotal,
    attempts: 0,
    findCount: 0,
    errorCode: '',
    errorParamsJson: '{}',
  });
}

/** Somebody gave this order's number back after the backup: booking it again is a person's decision, made once. */
async function tellVoided(
  write: Repositories,
  order: Order,
  known: StoredOutsideReference,
): Promise<Failure> {
  const params = { orderNo: order.orderNo, waybillNo: known.waybillNo };
  await sendToPerson(write, order, 'VOIDED_BEFORE_RESTORE', params);
  await write.outsideReferences.move(known, 'told');
  return failure('VOIDED_BEFORE_RESTORE', params);
}

async function sendToPerson(
  write: Repositories,
  order: Order,
  code: ErrorCode,
  params: Readonly<Record<string, string | number>>,
): Promise<void> {
  const complaint = { code, field: String(params.field ?? ''), params };
  await write.orders.move(order, 'needs-review', {
    complaintsJson: JSON.stringify([complaint]),
    errorCode: code,
  });
}
