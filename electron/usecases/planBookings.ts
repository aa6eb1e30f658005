import type { NoShipEntry } from '../../shared/domain/addressKnowledge.ts';
import type { ChosenBy } from '../../shared/domain/bookingRule.ts';
import type { BookingPath } from '../../shared/domain/lane.ts';
import type { Party } from '../../shared/domain/party.ts';
import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import { done, type Failure, failure, type Outcome } from '../../shared/errors/outcome.ts';
import type { BookingRequest } from '../carriers/kit/carrierPlatform.ts';
import { faultPoint } from '../platform/faultPoint.ts';
import type { OrdersTable, OutsideReferencesTable, ShipmentsTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
import { accountLock } from './accountLock.ts';
import { askIfBookedBefore } from './askIfBookedBefore.ts';
import { checkBeforeBooking } from './checkBeforeBooking.ts';
import { type FreightBook, openFreight } from './choosing/freightOfLane.ts';
import { noteChoice } from './choosing/noteChoice.ts';
import { noteFreight } from './choosing/noteFreight.ts';
import { freezeRequest } from './freezeRequest.ts';
import { heldFailure } from './heldFailure.ts';
import { reachBeforeBooking } from './judgeReach.ts';
import { readNoShip } from './noShipList.ts';
import { type OpenAccount, openAccount, wantsTemplate } from './openAccount.ts';
import { readSettings } from './settings.ts';
import type { Workspace } from './workspace.ts';
import { adoptBound } from './writeBinding.ts';

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
        const problem = await planOne(workspace, write, plan, order, start + index + 1);
        if (problem === 'queued') planned++;
        else if (problem !== 'bound')
          refused.push({ orderId: order.id, orderNo: order.order_no, failure: problem });
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

/** `bound`: the journal knows of a number that a person gave this order by hand; it has it again. */
async function planOne(
  workspace: Workspace,
  write: Repositories,
  plan: Plan,
  order: OrdersTable,
  serialNo: number,
): Promise<Failure | 'queued' | 'bound'> {
  if (order.state === 'held') return heldFailure(order);
  if (order.state !== 'ready')
    return failure('ORDER_STATE_REFUSES', { orderNo: order.order_no, state: order.state });
  const earlier = await write.shipments.ofOrder(order.id);
  const open = earlier.find((shipment) => shipment.state !== 'refused' && shipment.state !== 'voided');
  if (open !== undefined)
    return failure('ORDER_STATE_REFUSES', { orderNo: order.order_no, state: open.state });
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
  const checked = barred ?? checkBeforeBooking(workspace, plan.opened, order.order_no, frozen);
  if (!checked.ok) {
    await sendToPerson(write, order, checked.code, checked.params ?? {});
    return checked;
  }
  const refusedHere = earlier.find(
    (shipment) => shipment.account_id === plan.request.accountId && shipment.order_code === frozen.orderCode,
  );
  const fresh = shipmentRow(workspace, plan, order, checked.value, serialNo);
  const asked_by = plan.request.isContinued === true ? (earlier.at(-1)?.asked_by ?? '') : fresh.asked_by;
  const shipment = { ...fresh, asked_by };
  if (refusedHere === undefined) await write.shipments.insert(shipment);
  else await revive(write, refusedHere, shipment);
  const shipmentId = refusedHere?.id ?? shipment.id;
  // A second try of the same way keeps the reason it had, and its place in a share on trial.
  if (plan.request.chosenBy !== undefined)
    await noteChoice(write, { id: shipmentId, order_id: order.id }, plan.request.chosenBy.get(order.id));
  await queue(workspace, write, order, { ...shipment, id: shipmentId }, 'book');
  return 'queued';
}

async function queue(
  workspace: Workspace,
  write: Repositories,
  order: OrdersTable,
  shipment: ShipmentsTable,
  kind: 'book' | 'find',
): Promise<void> {
  const now = workspace.clock.now();
  await write.orders.move(order, 'booking', {
    shipment_id: shipment.id,
    platform: shipment.platform,
    booked_carrier: shipment.carrier,
    complaints_json: '[]',
    error_code: kind === 'find' ? 'BOOKING_INTERRUPTED' : '',
    updated_at: now,
  });
  await write.jobs.insert({
    id: workspace.nextId(),
    kind,
    subject_id: shipment.id,
    lane: shipment.account_id,
    state: 'waiting',
    run_at: now,
    attempts: 0,
    lease_until: null,
    created_at: now,
  });
}

interface Adoption {
  readonly plan: Plan;
  readonly order: OrdersTable;
  readonly frozen: BookingRequest;
  readonly known: OutsideReferencesTable;
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
  const opened = await openAccount(workspace, known.account_id);
  const checked = opened.ok ? opened.value.platform.check(frozen, opened.value.account) : null;
  if (!opened.ok || checked?.ok !== true) {
    const params = { orderNo: order.order_no, orderCode: known.order_code };
    await sendToPerson(write, order, 'BOOKED_BEFORE_RESTORE', params);
    return failure('BOOKED_BEFORE_RESTORE', params);
  }
  const there = { ...plan, opened: opened.value, request: { ...plan.request, accountId: known.account_id } };
  const shipment = shipmentRow(workspace, there, order, checked.value, serialNo);
  await write.shipments.insert(shipment);
  await write.shipments.move(shipment, 'sending');
  const sending = { ...shipment, state: 'sending' as const, version: 1 };
  await write.shipments.move(sending, 'unsure', { error_code: 'BOOKING_INTERRUPTED' });
  await queue(workspace, write, order, shipment, 'find');
  await write.outsideReferences.move(known, 'adopted');
  return 'queued';
}

function shipmentRow(
  workspace: Workspace,
  plan: Plan,
  order: OrdersTable,
  request: BookingRequest,
  serialNo: number,
): ShipmentsTable {
  const chosen = plan.request.chosenBy?.get(order.id);
  const freight = noteFreight(plan.freight, order, {
    accountId: plan.request.accountId,
    carrier: request.carrier,
  });
  return {
    id: workspace.nextId(),
    order_id: order.id,
    account_id: plan.request.accountId,
    platform: plan.opened.row.platform,
    carrier: request.carrier,
    order_code: request.orderCode,
    state: 'planned',
    version: 0,
    request_json: JSON.stringify(request),
    booking_json: null,
    waybill_no: '',
    attempts: 0,
    find_count: 0,
    error_code: '',
    error_params_json: '{}',
    printer_uri: plan.request.printerUri ?? '',
    serial_no: serialNo,
    serial_total: plan.total,
    created_at: workspace.clock.now(),
    sent_at: null,
    booked_at: null,
    // A person's choice is not priced beforehand; what it costs is told all the same.
    chosen_by_json:
      chosen === undefined
        ? ''
        : JSON.stringify({ ...chosen, freightFen: chosen.freightFen ?? freight.freight_fen }),
    path: plan.request.path ?? 'first',
    replace_reason: '',
    ...freight,
    asked_by: workspace.actor.name,
  };
}

/** The same code once more, with what the order says today. */
async function revive(write: Repositories, refused: ShipmentsTable, fresh: ShipmentsTable): Promise<void> {
  await write.shipments.move(refused, 'planned', {
    carrier: fresh.carrier,
    request_json: fresh.request_json,
    printer_uri: fresh.printer_uri,
    chosen_by_json: fresh.chosen_by_json === '' ? refused.chosen_by_json : fresh.chosen_by_json,
    path: fresh.path,
    freight_json: fresh.freight_json,
    freight_fen: fresh.freight_fen,
    asked_by: fresh.asked_by,
    serial_no: fresh.serial_no,
    serial_total: fresh.serial_total,
    attempts: 0,
    find_count: 0,
    error_code: '',
    error_params_json: '{}',
  });
}

/** Somebody gave this order's number back after the backup: booking it again is a person's decision, made once. */
async function tellVoided(
  write: Repositories,
  order: OrdersTable,
  known: OutsideReferencesTable,
): Promise<Failure> {
  const params = { orderNo: order.order_no, waybillNo: known.waybill_no };
  await sendToPerson(write, order, 'VOIDED_BEFORE_RESTORE', params);
  await write.outsideReferences.move(known, 'told');
  return failure('VOIDED_BEFORE_RESTORE', params);
}

async function sendToPerson(
  write: Repositories,
  order: OrdersTable,
  code: ErrorCode,
  params: Readonly<Record<string, string | number>>,
): Promise<void> {
  const complaint = { code, field: String(params.field ?? ''), params };
  await write.orders.move(order, 'needs-review', {
    complaints_json: JSON.stringify([complaint]),
    error_code: code,
  });
}
