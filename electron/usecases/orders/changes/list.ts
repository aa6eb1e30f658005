import { alarmCode, type FieldChange, hasLeft, type OrderState } from '../../../../shared/domain/order.ts';
import type { ErrorCode } from '../../../../shared/errors/catalogue.ts';
import type { OrderChangeFilter } from '../../../store/orders/orderChangeRepository.ts';
import { fieldChangesJson } from '../../../store/orders/orderJson.ts';
import type { WindowRequest } from '../../../store/orders/orderRepository.ts';
import type { Order, OrderChange } from '../../../store/schema.ts';
import type { Workspace } from '../../workspace/workspace.ts';

export interface ListedChange {
  readonly change: OrderChange;
  readonly order: Order;
  readonly fields: readonly FieldChange[];
  readonly isAlarm: boolean;
  readonly code: ErrorCode;
}

/** Changes, newest first after those that are still alarms, each with its order in its present state. */
export async function listChanges(
  { store }: Workspace,
  filter: OrderChangeFilter,
  window: WindowRequest,
): Promise<{ readonly total: number; readonly rows: readonly ListedChange[] }> {
  const changes = await store.read.orderChanges.window(filter, window, withNumber);
  const ids = [...new Set(changes.map(({ orderId: id }) => id))];
  const orders = new Map(
    ids.length === 0 ? [] : (await store.read.orders.byIds(ids)).map((order) => [order.id, order]),
  );
  const rows = changes.flatMap((change) => {
    const order = orders.get(change.orderId);
    return order === undefined ? [] : [listed(change, order)];
  });
  return { total: await store.read.orderChanges.count(filter), rows };
}

function listed(change: OrderChange, order: Order): ListedChange {
  return {
    change,
    order,
    fields: fieldChangesJson.readOr(change.fieldsJson, []),
    isAlarm: change.kind === 'stop' ? canBeStopped(order.state) : isAlarm(order.state),
    code: changeCode(change, order.state),
  };
}

/** The present kind of a change: the order may have been booked since. */
export function changeCode({ kind, code }: Pick<OrderChange, 'kind' | 'code'>, state: OrderState): ErrorCode {
  if (kind === 'stop') return stopChangeCode(isPlatformHold(code) ? 'platform' : 'refund', state);
  return contentChangeCode(state);
}

export function contentChangeCode(state: OrderState): ErrorCode {
  return isAlarm(state) ? 'ORDER_CHANGED_AFTER_BOOKING' : 'ORDER_CONTENT_CHANGED';
}

/** The kind of a newer file's request not to ship. */
export function stopChangeCode(reason: 'refund' | 'platform', state: OrderState): ErrorCode {
  if (hasLeft(state)) return alarmCode(reason, state);
  if (reason === 'platform') return isAlarm(state) ? 'ORDER_HELD_AFTER_BOOKING' : 'ORDER_HELD_BY_PLATFORM';
  return isAlarm(state) ? 'ORDER_REFUNDED_AFTER_BOOKING' : 'ORDER_REFUNDED';
}

/** The platform only holds the order: nothing was refunded. */
export const isPlatformHold = (code: string): boolean =>
  code === 'ORDER_HELD_AFTER_BOOKING' ||
  code === 'ORDER_HELD_BY_PLATFORM' ||
  code === 'ORDER_HELD_ON_THE_WAY';

const withNumber: readonly OrderState[] = ['booking', 'booked', 'packed', 'handed-over'];

/** Something of the order was sent, or is about to be, and can still be stopped. */
export function isAlarm(state: OrderState): boolean {
  return withNumber.includes(state);
}

/** A newer file that forbids shipping is still of use: the shop itself, or the carrier on its way, can stop the parcel. */
export function canBeStopped(state: OrderState): boolean {
  return isAlarm(state) || state === 'in-transit';
}
