import { createHash } from 'node:crypto';
import type { NoShipEntry } from '../../shared/domain/addressKnowledge.ts';
import type { Party } from '../../shared/domain/party.ts';
import { readCarrierCode } from '../../shared/domain/readCarrierCode.ts';
import type { Booking } from '../../shared/domain/shipment.ts';
import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import { done, type Failure, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { orderCodeFor } from '../../shared/rules/orderCode.ts';
import type { BookingRequest } from '../carriers/kit/carrierPlatform.ts';
import { cleanDocument } from '../labels/layout/cleanDocument.ts';
import { faultPoint } from '../platform/faultPoint.ts';
import type { OrdersTable, ShipmentsTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
import { buildLabelDocument } from './buildLabelDocument.ts';
import { reachBeforeBooking } from './judgeReach.ts';
import { readNoShip } from './noShipList.ts';
import { type OpenAccount, openAccount } from './openAccount.ts';
import { itemsOf, receiverOf } from './orderRow.ts';
import { readSettings } from './settings.ts';
import type { Workspace } from './workspace.ts';

export interface PlanBookings {
  readonly orderIds: readonly string[];
  readonly accountId: string;
  /** Wins over the carrier an order asks for; empty: the order's own, then the default of Settings. */
  readonly carrier: string;
  /** Prints the label here as soon as there is a number; null: no label now. */
  readonly printerUri: string | null;
  /** null: the sender of Settings. */
  readonly sender?: Party | null;
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

/** Stands for what the platform will give. */
const noBooking: Booking = {
  waybillNo: '',
  sortCode: '',
  packageCode: '',
  packageName: '',
  originName: '',
  destinationName: '',
  platformRef: '',
  templateHtml: '',
};

interface Plan {
  readonly request: PlanBookings;
  readonly opened: OpenAccount;
  readonly sender: Party;
  readonly defaultCarrier: string;
  readonly noShip: readonly NoShipEntry[];
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
  const settings = await readSettings(workspace);
  const sender = request.sender ?? settings.sender;
  if (sender === null) return failure('SENDER_MISSING');
  const plan: Plan = {
    request,
    opened: opened.value,
    sender,
    defaultCarrier: settings.defaultCarrier,
    noShip: await readNoShip(workspace.store.read),
    total: request.orderIds.length,
  };
  const refused: RefusedOrder[] = [];
  let planned = 0;
  for (let start = 0; start < request.orderIds.length; start += chunkSize) {
    const ids = request.orderIds.slice(start, start + chunkSize);
    await workspace.store.write(async (write) => {
      for (const [index, order] of (await write.orders.byIds(ids)).entries()) {
        const problem = await planOne(workspace, write, plan, order, start + index + 1);
        if (problem === null) planned++;
        else refused.push({ orderId: order.id, orderNo: order.order_no, failure: problem });
      }
    });
    faultPoint('plan.after-chunk');
    workspace.changed('orders', 'shipments', 'status');
  }
  return done({ planned, refused });
}

async function planOne(
  workspace: Workspace,
  write: Repositories,
  plan: Plan,
  order: OrdersTable,
  serialNo: number,
): Promise<Failure | null> {
  if (order.state === 'held')
    return failure(order.hold_reason === 'refund' ? 'ORDER_REFUNDED' : 'ORDER_HELD', {
      orderNo: order.order_no,
    });
  if (order.state !== 'ready')
    return failure('ORDER_STATE_REFUSES', { orderNo: order.order_no, state: order.state });
  const earlier = await write.shipments.ofOrder(order.id);
  const open = earlier.find((shipment) => shipment.state !== 'refused' && shipment.state !== 'voided');
  if (open !== undefined)
    return failure('ORDER_STATE_REFUSES', { orderNo: order.order_no, state: open.state });
  const frozen = freeze(plan, order, earlier);
  const barred = await reachBeforeBooking(write, order.id, frozen, plan.noShip);
  const checked = barred ?? checkRequest(workspace, plan, order, frozen);
  if (!checked.ok) {
    await sendToPerson(write, order, checked.code, checked.params ?? {});
    return checked;
  }
  const refusedHere = earlier.find(
    (shipment) => shipment.account_id === plan.request.accountId && shipment.order_code === frozen.orderCode,
  );
  const shipment = shipmentRow(workspace, plan, order, checked.value, serialNo);
  if (refusedHere === undefined) await write.shipments.insert(shipment);
  else await revive(write, refusedHere, shipment);
  const shipmentId = refusedHere?.id ?? shipment.id;
  await write.orders.move(order, 'booking', {
    shipment_id: shipmentId,
    platform: shipment.platform,
    booked_carrier: shipment.carrier,
    complaints_json: '[]',
    error_code: '',
    updated_at: workspace.clock.now(),
  });
  await write.jobs.insert({
    id: workspace.nextId(),
    kind: 'book',
    subject_id: shipmentId,
    lane: plan.request.accountId,
    state: 'waiting',
    run_at: workspace.clock.now(),
    attempts: 0,
    lease_until: null,
    created_at: workspace.clock.now(),
  });
  return null;
}

/** A new code only after a void: a refusal proves that nothing exists under the old one. */
function freeze(plan: Plan, order: OrdersTable, earlier: readonly ShipmentsTable[]): BookingRequest {
  const revision = earlier.filter((shipment) => shipment.state === 'voided').length + 1;
  const items = itemsOf(order);
  return {
    orderCode: orderCodeFor(order.order_no, fingerprintOf(order), revision),
    carrier: chooseCarrier(plan, order),
    sender: plan.sender,
    receiver: receiverOf(order),
    goods:
      items.length === 0
        ? [{ name: '商品', quantity: 1 }]
        : items.map(({ name, sku, quantity }) => ({ name: name || sku || '商品', quantity })),
    weightGrams: order.weight_grams,
    parcelCount: order.parcel_count,
    codAmountFen: order.cod_fen,
    insuredValueFen: order.insured_fen,
    remark: order.seller_remark,
  };
}

/** Of the order's identity and content: two orders with the same content are still two parcels. */
function fingerprintOf(order: OrdersTable): string {
  return createHash('sha256').update(`${order.order_key}\n${order.content_hash}`).digest('hex');
}

function chooseCarrier(plan: Plan, order: OrdersTable): string {
  const wanted =
    plan.request.carrier || order.carrier || plan.opened.account.fields.carrier || plan.defaultCarrier;
  return readCarrierCode(wanted) ?? wanted.trim().toUpperCase();
}

/** What platform, account or label could not take, told before anything is sent. */
function checkRequest(
  workspace: Workspace,
  plan: Plan,
  order: OrdersTable,
  frozen: BookingRequest,
): Outcome<BookingRequest> {
  const isBookable = plan.opened.platform.check(frozen, plan.opened.account);
  return isBookable.ok ? checkLabel(workspace, plan, order, isBookable.value) : isBookable;
}

/** A name or address the label cannot draw is told before a waybill is bought, not when it should be printed. */
function checkLabel(
  workspace: Workspace,
  plan: Plan,
  order: OrdersTable,
  request: BookingRequest,
): Outcome<BookingRequest> {
  const document = buildLabelDocument({
    orderNo: order.order_no,
    shipment: {
      platform: plan.opened.row.platform,
      carrier: request.carrier,
      request_json: JSON.stringify(request),
      serial_no: 1,
      serial_total: 1,
    },
    booking: noBooking,
    merchantText: '',
    reprintNo: 0,
    printedAt: workspace.clock.now(),
  });
  const drawable = cleanDocument(document, workspace.fonts);
  return drawable.ok ? done(request) : drawable;
}

function shipmentRow(
  workspace: Workspace,
  plan: Plan,
  order: OrdersTable,
  request: BookingRequest,
  serialNo: number,
): ShipmentsTable {
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
  };
}

/** The same code once more, with what the order says today. */
async function revive(write: Repositories, refused: ShipmentsTable, fresh: ShipmentsTable): Promise<void> {
  await write.shipments.move(refused, 'planned', {
    carrier: fresh.carrier,
    request_json: fresh.request_json,
    printer_uri: fresh.printer_uri,
    serial_no: fresh.serial_no,
    serial_total: fresh.serial_total,
    attempts: 0,
    find_count: 0,
    error_code: '',
    error_params_json: '{}',
  });
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
