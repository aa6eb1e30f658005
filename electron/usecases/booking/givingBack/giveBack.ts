import type { OrderComplaint } from '../../../../shared/domain/order.ts';
import type { ErrorCode } from '../../../../shared/errors/catalogue.ts';
import type { ErrorParams } from '../../../../shared/errors/outcome.ts';
import { errorColumnsOf } from '../../../store/database/storedJson.ts';
import type { Order, Shipment } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';

interface GivingBack {
  /** Why it was not sent, for the booking's history; absent: the reason its lane waited for. */
  readonly code?: ErrorCode;
  readonly params?: ErrorParams;
  /** The caller has claimed the job and sent nothing, or no worker runs yet; otherwise a job claimed elsewhere may have been sent. */
  readonly isInHand?: boolean;
  /** What the ready order shows; absent: no complaint. */
  readonly complaint?: OrderComplaint;
  /** Absent: the complaint's. */
  readonly errorCode?: ErrorCode;
}

/** Is it certain that nothing of the order was sent? Whether a worker has claimed its job is a separate question. */
export function isUnsent({ state }: Order, current: Shipment | undefined): boolean {
  if (state === 'booking') return current?.state === 'planned';
  if (state === 'needs-review') return current?.state === 'refused';
  return state === 'ready';
}

/**
 * Gives back an order that an account certainly did not book: its booking ends as refused, its job is removed, and the order is ready to
 * be booked another way. null: it may have been sent, or a person or another account has it; nothing changed.
 */
export async function giveBack(
  { clock }: Workspace,
  write: Repositories,
  order: Order,
  shipment: Shipment,
  { code, params = {}, isInHand = false, complaint, errorCode }: GivingBack = {},
): Promise<Order | null> {
  if (!isUnsent(order, shipment)) return null;
  if (shipment.state === 'planned') {
    const job = await write.jobs.ofSubject(shipment.id);
    if (job?.state === 'claimed' && !isInHand) return null;
    const why = code === undefined ? {} : errorColumnsOf({ code, params });
    if (!(await write.shipments.move(shipment, 'refused', why))) return null;
    if (job !== undefined) await write.jobs.settle(job);
  }
  const ready = await write.orders.move(order, 'ready', {
    complaintsJson: JSON.stringify(complaint === undefined ? [] : [complaint]),
    errorCode: errorCode ?? complaint?.code ?? '',
    updatedAt: clock.now(),
  });
  return ready ?? null;
}

interface OpenBooking {
  readonly order: Order;
  readonly shipment: Shipment;
}

/** Orders given back in one transaction. */
const chunkSize = 200;

/** Calls `take` for each order the account has in *booking* now, several per transaction. */
export async function eachOpenBooking(
  { store }: Workspace,
  orderIds: readonly string[],
  accountId: string,
  take: (write: Repositories, one: OpenBooking) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < orderIds.length; start += chunkSize)
    await store.write(async (write) => {
      for (const order of await write.orders.byIds(orderIds.slice(start, start + chunkSize))) {
        // An older refusal by this account says nothing about a booking that another account is making.
        const shipment = order.shipmentId === null ? undefined : await write.shipments.byId(order.shipmentId);
        if (shipment?.accountId === accountId) await take(write, { order, shipment });
      }
    });
}

/** Gives back what the account refused and what still waits because no call got through. Unsure ones stay. */
export async function giveBackUnsent(
  workspace: Workspace,
  orderIds: readonly string[],
  accountId: string,
): Promise<number> {
  let released = 0;
  await eachOpenBooking(workspace, orderIds, accountId, async (write, { order, shipment }) => {
    if (order.state === 'ready') return;
    if ((await giveBack(workspace, write, order, shipment)) !== null) released++;
  });
  if (released > 0) workspace.changed('orders', 'shipments', 'status');
  return released;
}
