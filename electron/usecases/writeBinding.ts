import type { Booking } from '../../shared/domain/shipment.ts';
import { type Failure, failure } from '../../shared/errors/outcome.ts';
import type { BookingRequest } from '../carriers/kit/carrierPlatform.ts';
import type { OrdersTable, OutsideReferencesTable, ShipmentsTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
import type { FreightBook } from './choosing/freightOfLane.ts';
import { noteFreight } from './choosing/noteFreight.ts';
import { phoneTail } from './orderRow.ts';
import type { Workspace } from './workspace.ts';

/** Shipments a person booked elsewhere: no platform knows them under a code of ours. */
export const manualPlatform = 'manual';

export interface Binding {
  readonly waybillNo: string;
  readonly carrier: string;
  /** Where its code belongs: `manualPlatform`, or the account whose unsure booking a person settled. */
  readonly accountId: string;
  readonly platform: string;
}

/** Where a binding is written, and by what its freight is told. */
export interface BindingDesk {
  readonly workspace: Workspace;
  readonly write: Repositories;
  readonly freight: FreightBook;
}

/** The shipment of a number bound by hand, and its order brought to *booked*. The order is ready. */
export async function insertBound(
  desk: BindingDesk,
  order: OrdersTable,
  binding: Binding,
  request: BookingRequest,
): Promise<void> {
  const { workspace, write } = desk;
  await write.shipments.insert(boundShipment(desk, order, binding, request));
  await write.orders.move(order, 'booking');
  await finishBinding(workspace, write, order.id, binding);
}

/** What follows for the order once its shipment has the number: state, tracking, history. The order is being booked. */
export async function finishBinding(
  workspace: Workspace,
  write: Repositories,
  orderId: string,
  { waybillNo, carrier }: Pick<Binding, 'waybillNo' | 'carrier'>,
): Promise<OrdersTable> {
  const now = workspace.clock.now();
  const order = await write.orders.byId(orderId);
  if (order === undefined) throw new Error('an order vanished inside its transaction');
  await write.orders.move(order, 'booked', {
    waybill_no: waybillNo,
    booked_carrier: carrier,
    complaints_json: '[]',
    error_code: '',
    updated_at: now,
  });
  const account = (await write.accounts.all()).find(({ platform }) => platform !== 'practice');
  await write.tracking.follow({
    waybill_no: waybillNo,
    carrier,
    order_id: order.id,
    order_no: order.order_no,
    account_id: account?.id ?? '',
    phone_tail: phoneTail(order.receiver_phone),
    state: 'none',
    exception: '',
    last_text: '',
    last_at: null,
    checked_at: null,
    // Without an account there is nobody to ask.
    next_due_at: account === undefined ? Number.MAX_SAFE_INTEGER : now,
    booked_at: now,
  });
  await write.history.add({
    id: workspace.nextId(),
    order_id: order.id,
    at: now,
    kind: 'bound',
    code: '',
    note: waybillNo,
    data_json: '{}',
  });
  return (await write.orders.byId(orderId)) ?? order;
}

/** A number without what a platform would have told with it. */
export function bookingOf(waybillNo: string): Booking {
  return {
    waybillNo,
    sortCode: '',
    packageCode: '',
    packageName: '',
    originName: '',
    destinationName: '',
    platformRef: '',
    templateHtml: '',
  };
}

/**
 * The journal says that a person bound a number to this order before the restored backup was put back: it is taken as it
 * was, with the carrier and the account it belonged to. A failure: another order has the number by now.
 */
export async function adoptBound(
  desk: BindingDesk,
  order: OrdersTable,
  known: OutsideReferencesTable,
  request: BookingRequest,
): Promise<Failure | null> {
  const { write } = desk;
  const holder = await write.tracking.byWaybill(known.waybill_no);
  if (holder !== undefined && holder.order_id !== '' && holder.order_id !== order.id)
    return failure('WAYBILL_TAKEN', { waybillNo: known.waybill_no, orderNo: holder.order_no });
  const account = await write.accounts.byId(known.account_id);
  const carrier = known.carrier || request.carrier;
  const binding: Binding = {
    waybillNo: known.waybill_no,
    carrier,
    accountId: known.account_id,
    platform: account?.platform ?? manualPlatform,
  };
  await insertBound(desk, order, binding, { ...request, carrier });
  await write.outsideReferences.move(known, 'adopted');
  return null;
}

function boundShipment(
  { workspace, freight }: BindingDesk,
  order: OrdersTable,
  { waybillNo, carrier, accountId, platform }: Binding,
  request: BookingRequest,
): ShipmentsTable {
  const now = workspace.clock.now();
  return {
    id: workspace.nextId(),
    order_id: order.id,
    account_id: accountId,
    platform,
    carrier,
    order_code: request.orderCode,
    state: 'booked',
    version: 0,
    request_json: JSON.stringify(request),
    booking_json: JSON.stringify(bookingOf(waybillNo)),
    waybill_no: waybillNo,
    attempts: 0,
    find_count: 0,
    error_code: '',
    error_params_json: '{}',
    printer_uri: '',
    serial_no: 1,
    serial_total: 1,
    created_at: now,
    sent_at: null,
    booked_at: now,
    chosen_by_json: '',
    path: 'manual',
    replace_reason: '',
    ...noteFreight(freight, order, { accountId, carrier }),
    asked_by: workspace.actor.name,
  };
}
