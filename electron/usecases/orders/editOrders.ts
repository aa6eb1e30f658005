import { setImmediate as nextTurn } from 'node:timers/promises';
import { asksToShip } from '../../../shared/domain/intake/shippingQuestions.ts';
import type { OrderComplaint } from '../../../shared/domain/order.ts';
import { done, type Failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { RefusedOrder } from '../booking/plan.ts';
import { refuseReceiver, trimmed, writeAcceptance } from '../correcting/acceptance.ts';
import { learnCorrection } from '../correcting/learn.ts';
import { isReachComplaint } from '../correcting/reach.ts';
import { repeatCode } from '../intake/repeatedRows.ts';
import { recordAct } from '../operators/acts.ts';
import { refuseErased } from '../retention/retention.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type OrderChanges, type ReadEdit, readEdit } from './editFields.ts';
import { complaintsOf } from './order.ts';
import { type SeenOrder, seenOrder } from './select.ts';
import { type OpenedPlans, takeForChange } from './takeForChange.ts';

export interface EditedOrders {
  /** Undoes all of it with `undoStep`. */
  readonly stepId: string;
  readonly editedIds: readonly string[];
  /** Taken out of the booking queue, changed, and put back into it. */
  readonly queuedAgain: number;
  /** Changed, but removed from the queue: why they were not queued again. */
  readonly notQueued: readonly RefusedOrder[];
  /** Left as they were. */
  readonly refused: readonly RefusedOrder[];
}

/** Orders changed in one transaction. */
const chunkSize = 100;

/**
 * Writes the same fields into each of these orders as long as nothing of it was sent; a queued one is dequeued, changed and queued again
 * in one transaction. Editing the receiver confirms it; other fields leave its assessment unchanged, and whether an order may leave at all
 * stays a question. A single refused order is a refusal.
 */
export async function editOrders(
  workspace: Workspace,
  orders: readonly SeenOrder[],
  changes: OrderChanges,
): Promise<Outcome<EditedOrders>> {
  const edit: Edit = { stepId: workspace.nextId(), changes, plans: new Map() };
  const editedIds: string[] = [];
  const notQueued: RefusedOrder[] = [];
  const refused: RefusedOrder[] = [];
  let queuedAgain = 0;
  for (let start = 0; start < orders.length; start += chunkSize) {
    const chunk = await workspace.store.write(async (write) => {
      const made = {
        editedIds: [] as string[],
        notQueued: [] as RefusedOrder[],
        refused: [] as RefusedOrder[],
        queuedAgain: 0,
      };
      for (const seen of orders.slice(start, start + chunkSize)) {
        const edited = await editOne(workspace, write, seen, edit);
        const name = { orderId: seen.orderId, orderNo: edited.orderNo };
        if (edited.refused !== null) made.refused.push({ ...name, failure: edited.refused });
        else made.editedIds.push(seen.orderId);
        if (edited.queued === 'queued') made.queuedAgain += 1;
        else if (edited.queued !== null && edited.queued !== 'bound')
          made.notQueued.push({ ...name, failure: edited.queued });
      }
      const count = editedIds.length + made.editedIds.length;
      const isLast = start + chunkSize >= orders.length;
      if (isLast && count > 1)
        await recordAct(workspace, write, { kind: 'edited-in-bulk', what: `orders ${count}` });
      return made;
    });
    editedIds.push(...chunk.editedIds);
    notQueued.push(...chunk.notQueued);
    refused.push(...chunk.refused);
    queuedAgain += chunk.queuedAgain;
    workspace.changed('orders', 'shipments', 'status');
    await nextTurn();
  }
  const [only] = refused;
  if (orders.length === 1 && only !== undefined) return only.failure;
  return done({ stepId: edit.stepId, editedIds, queuedAgain, notQueued, refused });
}

interface Edit {
  readonly stepId: string;
  readonly changes: OrderChanges;
  readonly plans: OpenedPlans;
}

interface EditedOne {
  readonly orderNo: string;
  readonly refused: Failure | null;
  /** The outcome for an order that was queued; null: it was not. */
  readonly queued: Failure | 'queued' | 'bound' | null;
}

async function editOne(
  workspace: Workspace,
  write: Repositories,
  seen: SeenOrder,
  { stepId, changes, plans }: Edit,
): Promise<EditedOne> {
  const named = await seenOrder(write, seen);
  if (!named.ok) return { orderNo: seen.orderId, refused: named, queued: null };
  const { orderNo } = named.value;
  const refuse = (refused: Failure): EditedOne => ({ orderNo, refused, queued: null });
  const erased = await refuseErased(write, named.value);
  if (erased !== null) return refuse(erased);
  // Before any change: a refused order keeps its place in the queue.
  const read = readEdit(named.value, changes, workspace.divisions);
  if (!read.ok) return refuse(read);
  const { receiver, isOfReceiver, patch } = read.value;
  const incomplete = isOfReceiver ? refuseReceiver(receiver) : null;
  if (incomplete !== null) return refuse(incomplete);
  const taken = await takeForChange(workspace, write, named.value, plans);
  if (!taken.ok) return refuse(taken);
  const { order, queueAgain } = taken.value;
  const remaining = complaintsOf(order).filter((one) => isLeftOpen(order, one, read.value));
  const kind = isOfReceiver ? 'corrected' : 'edited';
  const isMine = await writeAcceptance(workspace, write, order, { receiver, stepId, remaining, patch, kind });
  // The row was read in this transaction: losing it means a bug, and the whole step is rolled back.
  if (!isMine) throw new Error('an order changed within its own transaction');
  if (isOfReceiver) await learnCorrection(workspace, write, order, trimmed(receiver));
  const changed = await write.orders.byId(order.id);
  if (changed === undefined) throw new Error('an order left within its own transaction');
  const carrier = patch.carrier ?? '';
  return { orderNo, refused: null, queued: await queueAgainWith(changed, carrier, queueAgain) };
}

function queueAgainWith(
  changed: Order,
  carrier: string,
  queueAgain: (changed: Order, carrier?: string) => Promise<EditedOne['queued']>,
): Promise<EditedOne['queued']> {
  return carrier === '' ? queueAgain(changed) : queueAgain(changed, carrier);
}

/** Complaints of a booking; editing the order answers them. */
const saidByBooking = /^(?:ACCOUNT|BOOKING|CARRIER|LABEL|NETWORK|PLATFORM|SENDER|WAYBILL)_/;

/** Doubts about the address and questions about the file stay unless the edit concerns them. Coverage is judged again. */
function isLeftOpen(
  { holdReason }: Order,
  complaint: OrderComplaint,
  { fields, isOfReceiver }: ReadEdit,
): boolean {
  // Only the answer to it settles that question.
  if (holdReason === 'booked-before') return true;
  // Nor does a receiver say how many pieces of goods there are.
  if (complaint.code === repeatCode) return !fields.includes('items');
  if (asksToShip(complaint)) return !fields.includes(complaint.field);
  if (isOfReceiver || fields.includes(complaint.field) || isReachComplaint(complaint)) return false;
  return !saidByBooking.test(complaint.code);
}
