import type { Asked } from '../../../shared/contracts/contract.ts';
import type { AddressReading } from '../../../shared/domain/addressReading.ts';
import type { OrderComplaint } from '../../../shared/domain/order.ts';
import type { ReceiverColumns } from '../../../shared/domain/receiverColumns.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { readReceiver } from '../../addresses/readReceiver.ts';
import type { OrderPatch } from '../../store/orders/orderRepository.ts';
import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { repeatCode } from '../intake/repeatedRows.ts';
import { complaintsOf, readReceiverColumns, stateRefuses } from '../orders/order.ts';
import { orderById } from '../orders/select.ts';
import { tryChange, type Workspace } from '../workspace/workspace.ts';
import { editableStates, refuseReceiver, trimmed, writeAcceptance } from './acceptance.ts';
import { learnCorrection } from './learn.ts';
import { noteCandidates } from './noteCandidates.ts';
import { isReachComplaint } from './reach.ts';

export interface CorrectionItem {
  readonly order: Order;
  readonly columns: ReceiverColumns;
  readonly reading: AddressReading;
  readonly complaints: readonly OrderComplaint[];
  /** Orders that wait under the same address, this one first. */
  readonly together: readonly Order[];
}

/** The most orders one decision settles; more of the same address come up again at once. */
const maxTogether = 500;

/** One order for the Correct screen: what the file said and how it is understood, read again. */
export async function readCorrection(
  workspace: Workspace,
  orderId: string,
): Promise<Outcome<CorrectionItem>> {
  const found = await orderById(workspace.store.read, orderId);
  if (!found.ok) return found;
  const order = found.value;
  const columns = readReceiverColumns(order.receiverColumnsJson);
  const complaints = complaintsOf(order);
  const reading = readReceiver(columns, workspace.divisions);
  const candidates = [...noteCandidates(order, complaints, workspace.divisions), ...reading.candidates];
  return done({
    order,
    columns,
    reading: { ...reading, candidates },
    complaints,
    together: await sameAddress(workspace.store.read, order),
  });
}

async function sameAddress(read: Repositories, order: Order): Promise<readonly Order[]> {
  if (order.state !== 'needs-review') return [order];
  const members = await read.review.members(order.addressKey, maxTogether);
  return [order, ...members.filter(({ id }) => id !== order.id)].slice(0, maxTogether);
}

/** `patch`: other fields changed along with the receiver, in the same transaction. */
type AcceptTogether = Asked<'correct', 'accept'> & { readonly patch?: OrderPatch };

export interface Accepted {
  readonly stepId: string;
  readonly order: Order;
  readonly accepted: number;
  /** Of these, how many go on waiting because something else is wrong with them. */
  readonly waiting: number;
}

/**
 * One decision for all orders of one address, in one transaction. The others lose only what was complained of their
 * address: what else is wrong with them nobody has seen yet.
 */
export async function acceptTogether(
  workspace: Workspace,
  request: AcceptTogether,
): Promise<Outcome<Accepted>> {
  const refused = refuseReceiver(request.receiver);
  if (refused !== null) return refused;
  const stepId = workspace.nextId();
  return tryChange(workspace, ['orders', 'status'], async (write): Promise<Outcome<Accepted>> => {
    const found = await orderById(write, request.orderId);
    if (!found.ok) return found;
    const order = found.value;
    const { orderNo, state } = order;
    if (!editableStates.includes(state)) return stateRefuses(order);
    const members = request.together > 1 ? await sameAddress(write, order) : [order];
    const isAsSeen = order.version === request.version && members.length === request.together;
    if (!isAsSeen) return failure('ORDER_CHANGED_MEANWHILE', { orderNo });
    let waiting = 0;
    for (const member of members) {
      const remaining = complaintsOf(member).filter(member.id === order.id ? isQuestion : isLeftOpen);
      const patch = member.id === order.id ? request.patch : undefined;
      await mustWin(writeAcceptance(workspace, write, member, { ...request, stepId, remaining, patch }));
      await learnCorrection(workspace, write, member, trimmed(request.receiver));
      if ((await write.orders.byId(member.id))?.state === 'needs-review') waiting += 1;
    }
    const changed = (await write.orders.byId(order.id)) ?? order;
    return done({ stepId, order: changed, accepted: members.length, waiting });
  });
}

/** A receiver, however right, does not answer how many pieces of goods there are. */
function isQuestion({ code }: OrderComplaint): boolean {
  return code === repeatCode;
}

/** Every complaint of an address has a code of this family (shared/errors/addressErrors); reach is judged again. */
function isLeftOpen(complaint: OrderComplaint): boolean {
  return !complaint.code.startsWith('ADDRESS_') && !isReachComplaint(complaint);
}

/** Rows were read in this transaction: losing one means a bug, and the whole step is rolled back. */
async function mustWin(writing: Promise<boolean>): Promise<void> {
  if (!(await writing)) throw new Error('an order changed within its own transaction');
}
