import { asksToShip } from '../../../shared/domain/intake/shippingQuestions.ts';
import type { BookedBeforeAnswer, HoldReason, OrderState } from '../../../shared/domain/order.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import type { OrderPatch } from '../../store/orders/orderRepository.ts';
import type { Order } from '../../store/schema.ts';
import { answerBookedBefore } from '../booking/afterRestore/answerBookedBefore.ts';
import { heldFailure } from '../booking/check.ts';
import { voidBooking } from '../booking/givingBack/void.ts';
import { recordAct } from '../operators/acts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { addHistory } from './history.ts';
import { complaintColumnsOf, complaintsOf, stateRefuses } from './order.ts';
import { changeSeen, type SeenOrder } from './select.ts';

/** Cancels an order; for a booked one the waybill number is given back first. */
export async function cancelOrder(workspace: Workspace, seen: SeenOrder): Promise<Outcome<Order>> {
  const order = await workspace.store.read.orders.byId(seen.orderId);
  const isBooked = order?.shipmentState === 'booked' || order?.shipmentState === 'voiding';
  return isBooked
    ? voidBooking(workspace, seen.orderId)
    : move(workspace, seen, { to: 'cancelled', kind: 'cancelled', note: '' });
}

/** Holds an order until a person releases it, with the reason. */
export function holdOrder(
  workspace: Workspace,
  seen: SeenOrder & { readonly reason?: HoldReason; readonly note?: string },
): Promise<Outcome<Order>> {
  const { reason = 'other', note = '' } = seen;
  return move(workspace, seen, {
    to: 'held',
    kind: 'held',
    note: [reason, note.trim()].filter((text) => text !== '').join(': '),
    patch: { holdReason: reason, holdNote: note.trim(), heldAt: workspace.clock.now() },
  });
}

/**
 * A person releases a held order, or one that waits for the word that it may leave: this also settles what a file said against it. One that
 * may have been booked before a restore is released only by answering that question.
 */
export async function releaseOrder(
  workspace: Workspace,
  seen: SeenOrder & { readonly note?: string; readonly answer?: BookedBeforeAnswer | undefined },
): Promise<Outcome<Order>> {
  const order = await workspace.store.read.orders.byId(seen.orderId);
  const { answer, note = '' } = seen;
  if (answer !== undefined) return answerBookedBefore(workspace, { ...seen, answer, note: note.trim() });
  if (order?.state === 'needs-review') return letGo(workspace, seen, note.trim());
  if (order !== undefined && order.state !== 'held') return stateRefuses(order);
  if (order?.holdReason === 'booked-before') return heldFailure(order);
  const state = order !== undefined && complaintsOf(order).length > 0 ? 'needs-review' : 'ready';
  return move(workspace, seen, {
    to: state,
    kind: 'released',
    note: note.trim(),
    patch: { holdReason: '', holdNote: '', heldAt: null },
  });
}

/** It may leave; what else is asked about it stays a question. */
function letGo(workspace: Workspace, seen: SeenOrder, note: string): Promise<Outcome<Order>> {
  return changeSeen(workspace, seen, async (write, order) => {
    const remaining = complaintsOf(order).filter((complaint) => !asksToShip(complaint));
    if (order.state !== 'needs-review' || remaining.length === complaintsOf(order).length)
      return stateRefuses(order);
    const moved = await write.orders.move(order, remaining.length > 0 ? 'needs-review' : 'ready', {
      ...complaintColumnsOf(remaining),
      updatedAt: workspace.clock.now(),
    });
    if (moved === undefined) return stateRefuses(order);
    await addHistory(workspace, write, order.id, 'released', { note });
    await recordAct(workspace, write, { kind: 'order-released', orderId: order.id, what: '', reason: note });
    return done(moved);
  });
}

interface Move {
  readonly to: OrderState;
  /** The kind of the history entry and, after `order-`, of the act. */
  readonly kind: 'cancelled' | 'held' | 'released';
  readonly note: string;
  readonly patch?: OrderPatch;
}

function move(
  workspace: Workspace,
  seen: SeenOrder,
  { to, kind, note, patch = {} }: Move,
): Promise<Outcome<Order>> {
  return changeSeen(workspace, seen, async (write, order) => {
    // A booked order has a waybill number: that must first be voided at the platform.
    const isAllowed = order.shipmentState !== 'booked' && order.state !== to;
    const updatedAt = workspace.clock.now();
    const moved = isAllowed ? await write.orders.move(order, to, { ...patch, updatedAt }) : undefined;
    if (moved === undefined) return stateRefuses(order);
    await addHistory(workspace, write, order.id, kind, { note });
    await recordAct(workspace, write, { kind: `order-${kind}`, orderId: order.id, what: '', reason: note });
    return done(moved);
  });
}
