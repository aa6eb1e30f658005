import type { FieldChange, OrderAlarm, OrderChangeKind } from '../../../../shared/domain/order.ts';
import type { ErrorCode } from '../../../../shared/errors/catalogue.ts';
import { writePatch } from '../../../store/orders/orderChangeRepository.ts';
import type { OrderPatch } from '../../../store/orders/orderRepository.ts';
import type { Order, OrderChange } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { canBeStopped, isAlarm, isPlatformHold } from './list.ts';

/** The source of a change. */
export interface ChangeSource {
  readonly importId: string;
  readonly fileName: string;
  /** When the file was written: an older file never overrules a newer one. */
  readonly informationAt: number;
  readonly isDryRun: boolean;
}

export interface ChangeContent {
  readonly kind: OrderChangeKind;
  readonly code: ErrorCode;
  readonly rowNumber: number;
  readonly contentHash: string;
  readonly fields: readonly FieldChange[];
  readonly patch: OrderPatch;
}

/** A stored change, waiting for a person. */
export function changeRow(
  workspace: Workspace,
  source: ChangeSource,
  order: Pick<Order, 'id' | 'orderNo'>,
  content: ChangeContent,
): OrderChange {
  return {
    id: workspace.nextId(),
    orderId: order.id,
    orderNo: order.orderNo,
    kind: content.kind,
    state: 'pending',
    version: 0,
    code: content.code,
    importId: source.importId,
    fileName: source.fileName,
    rowNumber: content.rowNumber,
    contentHash: content.contentHash,
    fieldsJson: JSON.stringify(content.fields),
    patchJson: writePatch(content.patch),
    beforeJson: '{}',
    at: workspace.clock.now(),
    informationAt: source.informationAt,
    settledAt: null,
  };
}

/**
 * Shows an order's pending changes on it: an alarm while it has a number, or is about to get one, and a file says that it changed or must
 * not be shipped.
 */
export async function refreshAlarm(write: Repositories, orderId: string): Promise<void> {
  const order = await write.orders.byId(orderId);
  if (order === undefined) return;
  const pending = (await write.orderChanges.ofOrder(orderId)).filter(({ state }) => state === 'pending');
  const stops = pending.filter(({ kind }) => kind === 'stop');
  const alarm = isAlarm(order.state) ? alarmOf(pending) : canBeStopped(order.state) ? alarmOf(stops) : '';
  if (alarm !== order.alarm) await write.orders.show(orderId, { alarm });
}

/** The most serious of what files say about it. */
function alarmOf(pending: readonly OrderChange[]): OrderAlarm | '' {
  const stops = pending.filter(({ kind }) => kind === 'stop');
  if (stops.some(({ code }) => !isPlatformHold(code))) return 'refund';
  if (stops.length > 0) return 'platform';
  return pending.length > 0 ? 'changed' : '';
}

/** The requested stop is done: the order is cancelled or held. */
export async function closeStops(write: Repositories, orderId: string, now: number): Promise<void> {
  for (const change of await write.orderChanges.ofOrder(orderId))
    if (change.kind === 'stop' && change.state === 'pending')
      await write.orderChanges.move(change, 'accepted', { settledAt: now });
  await refreshAlarm(write, orderId);
}
