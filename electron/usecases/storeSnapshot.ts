import type { OrderState } from '../../shared/domain/order.ts';
import type { TrackingSnapshot, TrackingState } from '../../shared/domain/tracking.ts';
import type { TrackingTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
import { nextCheckAt } from '../tracking/nextCheckAt.ts';
import type { Workspace } from './workspace.ts';

/** Writes what is known of one parcel now, and moves its order along; inside the caller's transaction. */
export async function storeSnapshot(
  workspace: Workspace,
  write: Repositories,
  row: TrackingTable,
  snapshot: TrackingSnapshot,
): Promise<void> {
  const now = workspace.clock.now();
  const last = snapshot.events.at(-1);
  // "No trace yet" from one side while another has told some: what is known stays known.
  if (last === undefined && snapshot.state === 'none' && row.last_at !== null) {
    await write.tracking.update(row.waybill_no, {
      checked_at: now,
      next_due_at: nextCheckAt(row.state, now),
    });
    return;
  }
  await write.tracking.update(row.waybill_no, {
    carrier: snapshot.carrier === '' ? row.carrier : snapshot.carrier,
    state: snapshot.state,
    exception: snapshot.exception,
    last_text: last?.text ?? row.last_text,
    last_at: last?.at ?? row.last_at,
    checked_at: now,
    next_due_at: nextCheckAt(snapshot.state, now),
  });
  await write.tracking.addEvents(
    snapshot.events.map((event) => ({
      waybill_no: row.waybill_no,
      at: event.at,
      text: event.text,
      location: event.location,
      status: event.status,
      raw_status: event.rawStatus,
    })),
  );
  const target = orderStateFor(snapshot.state);
  const order = row.order_id === '' || target === null ? undefined : await write.orders.byId(row.order_id);
  if (order !== undefined && target !== null && order.state !== target)
    await write.orders.move(order, target, { updated_at: now });
}

/** What the parcel's way says about the order; null: nothing new. */
function orderStateFor(state: TrackingState): OrderState | null {
  if (state === 'signed') return 'delivered';
  if (state === 'returned') return 'returned';
  if (state === 'none' || state === 'awaiting-collection' || state === 'cancelled') return null;
  return 'in-transit';
}
