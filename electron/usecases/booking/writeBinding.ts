import type { Booking } from '../../../shared/domain/shipment.ts';
import { type Failure, failure } from '../../../shared/errors/outcome.ts';
import type { BookingRequest } from '../../carriers/kit/carrierPlatform.ts';
import type { Order, Shipment, StoredOutsideReference } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { phoneTail } from '../orders/orderRow.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { FreightBook } from './choosing/freightOfLane.ts';
import { noteFreight } from './choosing/noteFreight.ts';

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
  order: Order,
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
): Promise<Order> {
  const now = workspace.clock.now();
  const order = await write.orders.byId(orderId);
  if (order === undefined) throw new Error('an order vanished inside its transaction');
  await write.orders.move(order, 'booked', {
    waybillNo,
    bookedCarrier: carrier,
    complaintsJson: '[]',
    errorCode: '',
    updatedAt: now,
  });
  const account = (await write.accounts.all()).find(({ platform }) => platform !== 'practice');
  await write.tracking.follow({
    waybillNo,
    carrier,
    orderId: order.id,
    orderNo: order.orderNo,
    accountId: account?.id ?? '',
    phoneTail: phoneTail(order.receiverPhone),
    state: 'none',
    exception: '',
    lastText: '',
    lastAt: null,
    checkedAt: null,
    // Without an account there is nobody to ask.
    nextDueAt: account === undefined ? Number.MAX_SAFE_INTEGER : now,
    bookedAt: now,
  });
  await write.history.add({
    id: workspace.nextId(),
    orderId: order.id,
    at: now,
    kind: 'bound',
    code: '',
    note: waybillNo,
    dataJson: '{}',
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
  order: Order,
  known: StoredOutsideReference,
  request: BookingRequest,
): Promise<Failure | null> {
  const { write } = desk;
  const holder = await write.tracking.byWaybill(known.waybillNo);
  if (holder !== undefined && holder.orderId !== '' && holder.orderId !== order.id)
    return failure('WAYBILL_TAKEN', { waybillNo: known.waybillNo, orderNo: holder.orderNo });
  const account = await write.accounts.byId(known.accountId);
  const carrier = known.carrier || request.carrier;
  const binding: Binding = {
    waybillNo: known.waybillNo,
    carrier,
    accountId: known.accountId,
    platform: account?.platform ?? manualPlatform,
  };
  await insertBound(desk, order, binding, { ...request, carrier });
  await write.outsideReferences.move(known, 'adopted');
  return null;
}

function boundShipment(
  { workspace, freight }: BindingDesk,
  order: Order,
  { waybillNo, carrier, accountId, platform }: Binding,
  request: BookingRequest,
): Shipment {
  const now = workspace.clock.now();
  return {
    id: workspace.nextId(),
    orderId: order.id,
    accountId,
    platform,
    carrier,
    orderCode: request.orderCode,
    state: 'booked',
    version: 0,
    requestJson: JSON.stringify(request),
    bookingJson: JSON.stringify(bookingOf(waybillNo)),
    waybillNo,
    attempts: 0,
    findCount: 0,
    errorCode: '',
    errorParamsJson: '{}',
    printerUri: '',
    serialNo: 1,
    serialTotal: 1,
    createdAt: now,
    sentAt: null,
    bookedAt: now,
    chosenByJson: '',
    path: 'manual',
    replaceReason: '',
    ...noteFreight(freight, order, { accountId, carrier }),
    askedBy: workspace.actor.name,
  };
}
