import { stopCode } from '../../../../shared/domain/order.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { Order, Shipment } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { refuseReceiver, writeAcceptance } from '../../correcting/acceptance.ts';
import { stopChangeCode } from '../../orders/changes/list.ts';
import { type OrderChanges, type ReadEdit, readEdit } from '../../orders/editFields.ts';
import { addHistory } from '../../orders/history.ts';
import { refusePacked, stateRefuses } from '../../orders/order.ts';
import { changeSeen, type SeenOrder, seenOrder } from '../../orders/select.ts';
import { choosePrinterOrNone } from '../../printing/printers/choosePrinter.ts';
import { refuseErased } from '../../retention/retention.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { bookLike, printerOf } from '../planAgain.ts';
import { withoutShipment } from '../shipment.ts';
import type { NewNumber } from './renumber.ts';
import { voidBooking } from './void.ts';

export interface ChangedBookingRequest extends SeenOrder {
  readonly reason: string;
  readonly changes: OrderChanges;
  /** Absent: the printer that printed its labels. */
  readonly printerUri?: string | undefined;
}

/**
 * Changes what a booked order says: gives its number back and, only once that is known to have happened, changes it and books it anew.
 * Until then it keeps number and content. Ended in between, it is cancelled, and nothing books the old content; the same request then
 * continues, as it does for one that was cancelled before.
 */
export async function rebookChanged(
  workspace: Workspace,
  request: ChangedBookingRequest,
): Promise<Outcome<NewNumber>> {
  if (request.reason.trim() === '') return failure('NEW_NUMBER_NEEDS_REASON');
  const refused = workspace.journal.refusal();
  if (refused !== null) return refused;
  const found = await startOf(workspace, request);
  if (!found.ok) return found;
  const { order, shipment } = found.value;
  const printer = await choosePrinterOrNone(workspace, request.printerUri ?? null);
  if (!printer.ok) return printer;
  const printerUri = printer.value ?? (await printerOf(workspace.store.read, shipment));
  const voided = order.state === 'cancelled' ? null : await voidBooking(workspace, order.id);
  if (voided !== null && !voided.ok) return voided;
  const changed = await changeCancelled(workspace, request, order);
  if (!changed.ok) return changed;
  const planned = await bookLike(workspace, order.id, shipment, printerUri, changed.value ?? undefined);
  return planned.ok ? done({ oldWaybillNo: shipment.waybillNo, planned: planned.value }) : planned;
}

interface Start {
  readonly order: Order;
  /** Its last booking; given back when the order is cancelled. */
  readonly shipment: Shipment;
}

async function startOf(workspace: Workspace, request: ChangedBookingRequest): Promise<Outcome<Start>> {
  const { read } = workspace.store;
  const seen = await seenOrder(read, request);
  if (!seen.ok) return seen;
  const order = seen.value;
  const { orderNo, state } = order;
  const stopped = stopCode(order.alarm) ?? (isStopped(order) ? stopChangeCode('refund', state) : null);
  if (stopped !== null) return failure(stopped, { orderNo });
  const refused = (await refuseErased(read, order)) ?? (await refusePacked(read, order));
  if (refused !== null) return refused;
  const shipment = order.shipmentId === null ? undefined : await read.shipments.byId(order.shipmentId);
  const hasNumber = shipment?.state === 'booked' || shipment?.state === 'voiding';
  if (
    shipment === undefined ||
    !(state === 'cancelled' ? isGivenBack(order) : state === 'booked' && hasNumber)
  )
    return stateRefuses(order);
  // Before the number is given back: a wrong word must not cost it.
  const edit = readChanges(workspace, order, request.changes);
  return edit.ok ? done({ order, shipment }) : edit;
}

const isGivenBack = ({ state, shipmentState }: Order): boolean =>
  state === 'cancelled' && shipmentState === 'voided';

/** It was cancelled because a file says that it must not leave. */
const isStopped = ({ state, stopCode: code }: Order): boolean => state === 'cancelled' && code !== '';

function readChanges({ divisions }: Workspace, order: Order, changes: OrderChanges): Outcome<ReadEdit> {
  const edit = readEdit(order, changes, divisions);
  if (!edit.ok) return edit;
  return refuseReceiver(edit.value.receiver) ?? edit;
}

/**
 * The new content, in the transaction that makes the order ready: it is never ready with the old one. Gives the carrier that the change
 * names; null: it names none.
 */
function changeCancelled(
  workspace: Workspace,
  { changes, reason }: ChangedBookingRequest,
  before: Order,
): Promise<Outcome<string | null>> {
  const seen = { orderId: before.id, version: null };
  return changeSeen(workspace, seen, async (write: Repositories, order): Promise<Outcome<string | null>> => {
    if (!isGivenBack(order) || order.stopCode !== before.stopCode) return stateRefuses(order);
    const edit = readChanges(workspace, order, changes);
    if (!edit.ok) return edit;
    const { receiver, patch, isOfReceiver } = edit.value;
    const isMine = await writeAcceptance(workspace, write, order, {
      receiver,
      stepId: workspace.nextId(),
      patch: { ...patch, ...withoutShipment },
      kind: isOfReceiver ? 'corrected' : 'edited',
    });
    if (!isMine) return failure('ORDER_CHANGED_MEANWHILE', { orderNo: order.orderNo });
    await addHistory(workspace, write, order.id, 'renumbered', { note: reason.trim() });
    return done(patch.carrier || null);
  });
}
