import { type HoldReason, type OrderComplaint, unsentStates } from '../../../../shared/domain/order.ts';
import type { ErrorCode } from '../../../../shared/errors/catalogue.ts';
import { writePrevious } from '../../../store/orders/orderChangeRepository.ts';
import type { OrderPatch } from '../../../store/orders/orderRepository.ts';
import type { Order, Shipment } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { giveBack } from '../../booking/givingBack/giveBack.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { addHistory } from '../history.ts';
import { canBeStopped, stopChangeCode } from './list.ts';
import { type ChangeSource, changeRow, closeStops, refreshAlarm } from './record.ts';

type StopReason = Extract<HoldReason, 'refund' | 'platform'>;

/** Complaints of a row that mean: do not ship this order (any more). The strongest first. */
const stopReasons: Readonly<Record<string, StopReason>> = {
  IMPORT_REFUNDED: 'refund',
  IMPORT_ORDER_CLOSED: 'refund',
  IMPORT_REFUND_OPEN: 'refund',
  IMPORT_HELD: 'platform',
};

const stopCodes = Object.keys(stopReasons);

const reasonOf = ({ code }: Pick<OrderStop, 'code'>): StopReason => stopReasons[code] ?? 'refund';

/** The kind of stop for an order in this state. */
export const codeOfStop = (stop: OrderStop, { state }: Pick<Order, 'state'>): ErrorCode =>
  stopChangeCode(reasonOf(stop), state);

/** Its parcel has arrived, or it is not to leave anyway. */
export const isPastStopping = ({ state }: Pick<Order, 'state'>): boolean =>
  state === 'delivered' || state === 'returned' || state === 'cancelled';

export interface OrderStop {
  /** Complaint of the row. */
  readonly code: string;
  readonly rowNumber: number;
}

/** null: these rows do not forbid shipping. */
export function stopCodeOf(complaints: readonly OrderComplaint[]): string | null {
  return stopCodes.find((code) => complaints.some((complaint) => complaint.code === code)) ?? null;
}

/** A newer file's statement about an order, and where the consequences are written. */
interface Stopping {
  readonly workspace: Workspace;
  readonly write: Repositories;
  readonly source: ChangeSource;
  readonly stop: OrderStop;
}

/**
 * Stops an order that a newer file calls refunded, cancelled or held, with its extra parcels. An unsent one is held at once; for one with
 * a number an alarm is raised, which blocks printing, packing and hand-over. Returns the code of what was done; null: too late to stop.
 */
export async function stopOrder(stopping: Stopping, order: Order): Promise<ErrorCode | null> {
  const { workspace, write, stop } = stopping;
  const isInOthers = order.state === 'merged' || order.state === 'split';
  const held = { holdReason: reasonOf(stop), heldAt: workspace.clock.now() } as const;
  await write.orders.show(order.id, { stopCode: stop.code, ...(isInOthers ? held : {}) });
  const code = isInOthers ? null : await stopOne(stopping, order);
  return strongest(code, await stopCarriers(stopping, order));
}

async function stopOne(stopping: Stopping, order: Order): Promise<ErrorCode | null> {
  const { workspace, write, source, stop } = stopping;
  const code = codeOfStop(stop, order);
  const change = changeRow(workspace, source, order, {
    kind: 'stop',
    code,
    rowNumber: stop.rowNumber,
    contentHash: '',
    fields: [],
    patch: {},
  });
  const held = await hold(stopping, order);
  if (held !== null) {
    const heldCode = codeOfStop(stop, { state: 'held' });
    await write.orderChanges.insert({
      ...change,
      code: heldCode,
      state: 'accepted',
      beforeJson: writePrevious({
        state: order.state === 'booking' ? 'ready' : order.state,
        columns: held,
      }),
      settledAt: change.at,
    });
    return heldCode;
  }
  if (!canBeStopped(order.state)) return null;
  await write.orderChanges.insert(change);
  await refreshAlarm(write, order.id);
  await addHistory(workspace, write, order.id, 'stopped', { code, note: source.fileName });
  return code;
}

/** The previous columns; null: it could not be held. */
async function hold({ workspace, write, stop }: Stopping, order: Order): Promise<OrderPatch | null> {
  const now = workspace.clock.now();
  const code = codeOfStop(stop, { state: 'held' });
  const free = order.state === 'booking' ? await takeFromQueue(workspace, write, order, code) : order;
  if (free === null || !unsentStates.includes(free.state)) return null;
  const { holdReason, holdNote, heldAt } = free;
  const isHeld = await write.orders.move(free, 'held', {
    holdReason: reasonOf(stop),
    heldAt: now,
    updatedAt: now,
  });
  if (!isHeld) return null;
  await addHistory(workspace, write, order.id, 'stopped', { code });
  return { holdReason, holdNote, heldAt };
}

/** Takes back a booking of which nothing was sent; null: it may have been sent. */
async function takeFromQueue(
  workspace: Workspace,
  write: Repositories,
  order: Order,
  code: ErrorCode,
): Promise<Order | null> {
  const shipment = order.shipmentId === null ? undefined : await write.shipments.byId(order.shipmentId);
  return shipment === undefined ? null : giveBack(workspace, write, order, shipment, { code });
}

/**
 * Called in the transaction that would mark a booking as sent: an order stopped after its job was claimed is held instead. true: it must
 * not be sent.
 */
export async function stopBeforeSending(
  workspace: Workspace,
  write: Repositories,
  order: Order | undefined,
  shipment: Shipment,
): Promise<boolean> {
  if (order?.state !== 'booking' || (order.alarm !== 'refund' && order.alarm !== 'platform')) return false;
  const now = workspace.clock.now();
  const free = await giveBack(workspace, write, order, shipment, {
    code: stopChangeCode(order.alarm, 'held'),
    isInHand: true,
  });
  if (free !== null)
    await write.orders.move(free, 'held', { holdReason: order.alarm, heldAt: now, updatedAt: now });
  await closeStops(write, order.id, now);
  return true;
}

/** Orders that carry its goods stop with it. When the merge is undone it alone stays held. */
async function stopCarriers(stopping: Stopping, order: Order): Promise<ErrorCode | null> {
  const { write } = stopping;
  const ids = (await write.orderParts.ofOrigins([order.id])).map((part) => part.orderId);
  let found: ErrorCode | null = null;
  for (const carrier of ids.length === 0 ? [] : await write.orders.byIds(ids))
    found = strongest(found, await stopOrder(stopping, carrier));
  return found;
}

/** The most serious first. */
const strength: readonly ErrorCode[] = [
  'ORDER_REFUNDED_ON_THE_WAY',
  'ORDER_HELD_ON_THE_WAY',
  'ORDER_REFUNDED_AFTER_BOOKING',
  'ORDER_HELD_AFTER_BOOKING',
  'ORDER_REFUNDED',
  'ORDER_HELD_BY_PLATFORM',
];

function strongest(found: ErrorCode | null, code: ErrorCode | null): ErrorCode | null {
  if (found === null || code === null) return code ?? found;
  return strength.indexOf(code) < strength.indexOf(found) ? code : found;
}
