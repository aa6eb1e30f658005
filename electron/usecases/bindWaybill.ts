import { readCarrierCode } from '../../shared/domain/readCarrierCode.ts';
import type { Booking } from '../../shared/domain/shipment.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import type { BookingRequest } from '../carriers/kit/carrierPlatform.ts';
import type { OrdersTable, ShipmentsTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
import { itemsOf, phoneTail, receiverOf } from './orderRow.ts';
import { readSettings } from './settings.ts';
import type { Workspace } from './workspace.ts';

/** Shipments a person booked elsewhere: no platform knows them under a code of ours. */
export const manualPlatform = 'manual';

export interface WaybillBinding {
  readonly orderId: string;
  readonly waybillNo: string;
  readonly carrier: string;
}

/**
 * The manual channel: a pre-printed or hand-obtained number for an order. It also ends an unsure booking whose number
 * a person found at the platform. An order that may still be booked by itself is refused.
 */
export async function bindWaybill(
  workspace: Workspace,
  binding: WaybillBinding,
): Promise<Outcome<OrdersTable>> {
  const waybillNo = binding.waybillNo.trim().toUpperCase();
  if (!/^[A-Z0-9-]{6,30}$/.test(waybillNo)) return failure('WAYBILL_INVALID', { waybillNo });
  const carrier = readCarrierCode(binding.carrier) ?? binding.carrier.trim().toUpperCase();
  if (carrier === '') return failure('WAYBILL_CARRIER_MISSING');
  const settings = await readSettings(workspace);
  const outcome = await workspace.store.write(async (write): Promise<Outcome<OrdersTable>> => {
    const order = await write.orders.byId(binding.orderId);
    if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo: binding.orderId });
    const holder = await write.tracking.byWaybill(waybillNo);
    if (holder !== undefined && holder.order_id !== '')
      return failure('WAYBILL_TAKEN', { waybillNo, orderNo: holder.order_no });
    if (order.state === 'held') return failure('ORDER_HELD', { orderNo: order.order_no });
    const refused = failure('ORDER_STATE_REFUSES', {
      orderNo: order.order_no,
      state: order.shipment_state ?? order.state,
    });
    const shipments = await write.shipments.ofOrder(order.id);
    const unsure = shipments.find(({ state }) => state === 'unsure');
    const booking = bookingOf(waybillNo);
    const free = unsure === undefined ? await freeForHand(write, order, shipments) : order;
    if (unsure !== undefined) await settleUnsure(workspace, write, unsure, booking);
    else if (free.state === 'ready' && settings.sender !== null) {
      await write.shipments.insert(
        manualShipment(workspace, order, {
          carrier,
          booking,
          sender: settings.sender,
          count: shipments.length,
        }),
      );
      await write.orders.move(free, 'booking');
    } else return settings.sender === null && free.state === 'ready' ? failure('SENDER_MISSING') : refused;
    return finish(workspace, write, order.id, { waybillNo, carrier });
  });
  workspace.changed('orders', 'shipments', 'tracking', 'status');
  return outcome;
}

/**
 * The order made ready for a number of a person's own: one that an account certainly did not book, or whose booking
 * nobody has begun to send, is taken back. Every other one stays as it is.
 */
async function freeForHand(
  write: Repositories,
  order: OrdersTable,
  shipments: readonly ShipmentsTable[],
): Promise<OrdersTable> {
  const current = shipments.find(({ id }) => id === order.shipment_id);
  if (order.state === 'booking' && current?.state === 'planned') {
    const job = await write.jobs.ofSubject(current.id);
    if (job?.state === 'claimed' || !(await write.shipments.move(current, 'refused'))) return order;
    if (job !== undefined) await write.jobs.settle(job.id);
  } else if (order.state !== 'needs-review' || current?.state !== 'refused') return order;
  await write.orders.move(order, 'ready', { complaints_json: '[]', error_code: '' });
  return (await write.orders.byId(order.id)) ?? order;
}

/** The person's word is "found": the job that would go on asking ends with it. */
async function settleUnsure(
  workspace: Workspace,
  write: Repositories,
  shipment: ShipmentsTable,
  booking: Booking,
): Promise<void> {
  const job = await write.jobs.ofSubject(shipment.id);
  if (job !== undefined) await write.jobs.settle(job.id);
  await write.shipments.move(shipment, 'booked', {
    booking_json: JSON.stringify(booking),
    waybill_no: booking.waybillNo,
    booked_at: workspace.clock.now(),
    error_code: '',
    error_params_json: '{}',
  });
}

async function finish(
  workspace: Workspace,
  write: Repositories,
  orderId: string,
  { waybillNo, carrier }: { readonly waybillNo: string; readonly carrier: string },
): Promise<Outcome<OrdersTable>> {
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
  return done((await write.orders.byId(orderId)) ?? order);
}

function bookingOf(waybillNo: string): Booking {
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

function manualShipment(
  workspace: Workspace,
  order: OrdersTable,
  {
    carrier,
    booking,
    sender,
    count,
  }: {
    readonly carrier: string;
    readonly booking: Booking;
    readonly sender: BookingRequest['sender'];
    readonly count: number;
  },
): ShipmentsTable {
  const now = workspace.clock.now();
  const orderCode = `${order.id}-${count + 1}`;
  const request: BookingRequest = {
    orderCode,
    carrier,
    sender,
    receiver: receiverOf(order),
    goods: itemsOf(order).map(({ name, quantity }) => ({ name, quantity })),
    weightGrams: order.weight_grams,
    parcelCount: order.parcel_count,
    codAmountFen: order.cod_fen,
    insuredValueFen: order.insured_fen,
    remark: order.seller_remark,
  };
  return {
    id: workspace.nextId(),
    order_id: order.id,
    account_id: manualPlatform,
    platform: manualPlatform,
    carrier,
    order_code: orderCode,
    state: 'booked',
    version: 0,
    request_json: JSON.stringify(request),
    booking_json: JSON.stringify(booking),
    waybill_no: booking.waybillNo,
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
  };
}
