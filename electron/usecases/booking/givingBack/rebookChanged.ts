import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { Order } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { refuseReceiver, writeAcceptance } from '../../correcting/acceptance.ts';
import { type OrderChanges, type ReadEdit, readEdit } from '../../orders/editFields.ts';
import { addHistory } from '../../orders/history.ts';
import { receiverColumnsOf, stateRefuses } from '../../orders/order.ts';
import { changeSeen } from '../../orders/select.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { withoutShipment } from '../shipment.ts';
import {
  giveNumberBack,
  hasNumber,
  lastBooking,
  type NewNumber,
  type ReplaceRequest,
  refuseReplacing,
  releaseAndBook,
} from './replaceNumber.ts';

export interface ChangedBookingRequest extends ReplaceRequest {
  readonly changes: OrderChanges;
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
  const refused = refuseReplacing(workspace, request);
  if (refused !== null) return refused;
  const found = await lastBooking(
    workspace,
    request,
    (booking) => hasNumber(booking) || isGivenBack(booking.order),
  );
  if (!found.ok) return found;
  const { order } = found.value;
  // Before the number is given back: a wrong word must not cost it.
  const edit = readChanges(workspace, order, request.changes);
  if (!edit.ok) return edit;
  const { receiver, patch } = edit.value;
  return releaseAndBook(workspace, request, found.value, {
    content: { ...order, ...receiverColumnsOf(receiver), ...patch },
    carrier: patch.carrier || null,
    release: async () => {
      const notGivenBack =
        order.state === 'cancelled'
          ? null
          : await giveNumberBack(workspace, found.value.shipment, 'CHANGED_ORDER_VOID_REFUSED');
      return notGivenBack ?? changeCancelled(workspace, request, order);
    },
  });
}

const isGivenBack = ({ state, shipmentState }: Order): boolean =>
  state === 'cancelled' && shipmentState === 'voided';

function readChanges({ divisions }: Workspace, order: Order, changes: OrderChanges): Outcome<ReadEdit> {
  const edit = readEdit(order, changes, divisions);
  if (!edit.ok) return edit;
  return refuseReceiver(edit.value.receiver) ?? edit;
}

/** The new content, in the transaction that makes the order ready: it is never ready with the old one. */
function changeCancelled(
  workspace: Workspace,
  { changes, reason }: ChangedBookingRequest,
  before: Order,
): Promise<Outcome<null>> {
  const seen = { orderId: before.id, version: null };
  return changeSeen(workspace, seen, async (write: Repositories, order): Promise<Outcome<null>> => {
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
    return done(null);
  });
}
