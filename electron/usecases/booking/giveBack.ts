import type { OrderComplaint } from '../../../shared/domain/order.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import type { ErrorParams } from '../../../shared/errors/outcome.ts';
import { errorColumnsOf } from '../../store/database/storedJson.ts';
import type { Order, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';

interface GivingBack {
  /** Why it was not sent, for the story of its bookings; absent: what its lane waited for stays the reason. */
  readonly code?: ErrorCode;
  readonly params?: ErrorParams;
  /** Whoever asks holds the job and has sent nothing, or no worker runs yet; else a job in other hands may be on its way. */
  readonly isInHand?: boolean;
  /** What the ready order shows; absent: nothing is wrong with it. */
  readonly complaint?: OrderComplaint;
  /** Absent: that of the complaint. */
  readonly errorCode?: ErrorCode;
}

/** Is it certain that nothing of the order was sent? A job that a worker has in hand is another question. */
export function isUnsent({ state }: Order, current: Shipment | undefined): boolean {
  if (state === 'booking') return current?.state === 'planned';
  if (state === 'needs-review') return current?.state === 'refused';
  return state === 'ready';
}

/**
 * Gives back an order that an account certainly did not book: its booking ends as refused, its job is gone, and the
 * order is ready to go another way. null: it may be on its way, or a person or another account has it; nothing changed.
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

interface InHand {
  readonly order: Order;
  readonly shipment: Shipment;
}

/** Orders given back in one transaction. */
const chunkSize = 200;

/** Lets `take` see each of these orders that the account has in hand now, some of them in one transaction. */
export async function eachInHand(
  { store }: Workspace,
  orderIds: readonly string[],
  accountId: string,
  take: (write: Repositories, one: InHand) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < orderIds.length; start += chunkSize)
    await store.write(async (write) => {
      for (const order of await write.orders.byIds(orderIds.slice(start, start + chunkSize))) {
        // An older refusal of this account says nothing of a booking another one is making.
        const shipment = order.shipmentId === null ? undefined : await write.shipments.byId(order.shipmentId);
        if (shipment?.accountId === accountId) await take(write, { order, shipment });
      }
    });
}

/** Gives back what the account refused, and what still waits because nothing got through. Unsure ones stay where they are. */
export async function giveBackUnsent(
  workspace: Workspace,
  orderIds: readonly string[],
  accountId: string,
): Promise<number> {
  let released = 0;
  await eachInHand(workspace, orderIds, accountId, async (write, { order, shipment }) => {
    if (order.state === 'ready') return;
    if ((await giveBack(workspace, write, order, shipment)) !== null) released++;
  });
  if (released > 0) workspace.changed('orders', 'shipments', 'status');
  return released;
}
