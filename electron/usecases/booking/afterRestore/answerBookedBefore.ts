import type { BookedBeforeAnswer } from '../../../../shared/domain/order.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { otherThanJson as otherThan } from '../../../store/booking/bookingJson.ts';
import type { Order, StoredOutsideReference } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { recordAct } from '../../operators/acts.ts';
import { addHistory } from '../../orders/history.ts';
import { complaintsOf, stateRefuses } from '../../orders/order.ts';
import { changeSeen, type SeenOrder } from '../../orders/select.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { planBookings } from '../plan.ts';
import { bookedUnderNumber } from './bookedBefore.ts';

interface AnswerRequest extends SeenOrder {
  readonly note: string;
  readonly answer: BookedBeforeAnswer;
}

interface Answered {
  readonly order: Order;
  /** The booking the order now has; null: another parcel. */
  readonly given: StoredOutsideReference | null;
}

/**
 * A person's word on an order held because its number was booked before the backup was put back. The same parcel: that
 * booking becomes the order's, queried under its old code at its old account, never booked again. Another parcel: the order
 * goes on and is not asked about it again.
 */
export async function answerBookedBefore(
  workspace: Workspace,
  request: AnswerRequest,
): Promise<Outcome<Order>> {
  const outcome = await changeSeen(workspace, request, (write, order) =>
    settle(workspace, write, order, request),
  );
  if (!outcome.ok) return outcome;
  const { order, given } = outcome.value;
  if (given !== null) await takeUp(workspace, order.id, given);
  return done((await workspace.store.read.orders.byId(order.id)) ?? order);
}

async function settle(
  workspace: Workspace,
  write: Repositories,
  order: Order,
  { note, answer }: AnswerRequest,
): Promise<Outcome<Answered>> {
  const { orderNo, state } = order;
  if (state !== 'held' || order.holdReason !== 'booked-before') return stateRefuses(order);
  const found = await bookedUnderNumber(write, order, workspace.clock.now());
  const [first] = found;
  if (answer === 'same-parcel' && first === undefined) return failure('SAME_PARCEL_TAKEN', { orderNo });
  const givenReference = answer === 'same-parcel' ? (first?.reference ?? null) : null;
  if (givenReference !== null) await write.outsideReferences.note(givenReference, { orderId: order.id });
  else
    for (const { reference } of found) await write.outsideReferences.note(reference, notOf(reference, order));
  await recordAct(workspace, write, {
    kind: 'booking-answered',
    orderId: order.id,
    what: answer,
    reason: note,
  });
  const free = await write.orders.move(order, 'ready', {
    holdReason: '',
    holdNote: '',
    heldAt: null,
    complaintsJson: '[]',
    errorCode: '',
    updatedAt: workspace.clock.now(),
  });
  const [asked] = complaintsOf(order);
  await addHistory(workspace, write, order.id, answer, { code: asked?.code ?? '', note });
  return done({ order: free ?? order, given: givenReference });
}

function notOf({ otherThanJson }: StoredOutsideReference, { id }: Order) {
  return { otherThanJson: otherThan.write([...otherThan.read(otherThanJson), id]) };
}

/** At once where there is an account; other obstacles (no sender, a lock) are reported when the order is booked. */
async function takeUp(workspace: Workspace, orderId: string, given: StoredOutsideReference): Promise<void> {
  const accounts = await workspace.store.read.accounts.all();
  const account = accounts.find(({ id }) => id === given.accountId) ?? accounts[0];
  if (account === undefined) return;
  await planBookings(workspace, {
    orderIds: [orderId],
    accountId: account.id,
    carrier: '',
    printerUri: null,
  });
}
