import { unsentStates } from '../../../../shared/domain/order.ts';
import { done, type Failure, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { type PreviousOrder, readPatch, writePrevious } from '../../../store/orders/orderChangeRepository.ts';
import type { OrderPatch } from '../../../store/orders/orderRepository.ts';
import type { Order, OrderChange } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { withoutShipment } from '../../booking/shipment.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { addHistory } from '../history.ts';
import { complaintsOf } from '../order.ts';
import { changeCode } from './list.ts';
import { refreshAlarm } from './record.ts';

/** Either the named changes or all pending ones of an import. */
export type ChangeChoice = { readonly changeIds: readonly string[] } | { readonly importId: string };

export interface RefusedChange {
  readonly changeId: string;
  readonly orderNo: string;
  readonly failure: Failure;
}

export interface SettledChanges {
  readonly settled: number;
  readonly refused: readonly RefusedChange[];
}

/** Applies the newer content. A booked order is never changed: the refusal says what must be done first. */
export function acceptChanges(workspace: Workspace, choice: ChangeChoice): Promise<Outcome<SettledChanges>> {
  return settle(workspace, choice, acceptOne);
}

/** Keeps the stored orders; the same content is not asked about again. */
export function rejectChanges(workspace: Workspace, choice: ChangeChoice): Promise<Outcome<SettledChanges>> {
  return settle(workspace, choice, rejectOne);
}

type Act = (
  workspace: Workspace,
  write: Repositories,
  change: OrderChange,
  order: Order,
) => Promise<Failure | null>;

async function settle(
  workspace: Workspace,
  choice: ChangeChoice,
  act: Act,
): Promise<Outcome<SettledChanges>> {
  const refused: RefusedChange[] = [];
  let settled = 0;
  for (const changeId of await chosen(workspace, choice)) {
    // One transaction each: one that cannot be settled must not block the rest.
    const { problem, orderNo } = await workspace.store.write(async (write) => {
      const change = await write.orderChanges.byId(changeId);
      const order = change === undefined ? undefined : await write.orders.byId(change.orderId);
      const orderNo = order?.orderNo ?? '';
      const problem =
        change === undefined || order === undefined
          ? failure('CHANGE_NOT_FOUND')
          : change.state === 'pending'
            ? await act(workspace, write, change, order)
            : failure('CHANGE_SETTLED', { orderNo });
      return { problem, orderNo };
    });
    if (problem === null) settled++;
    else refused.push({ changeId, orderNo, failure: problem });
  }
  workspace.changed('orders', 'status', 'imports');
  return done({ settled, refused });
}

async function chosen({ store }: Workspace, choice: ChangeChoice): Promise<readonly string[]> {
  if ('changeIds' in choice) return choice.changeIds;
  const changes = await store.read.orderChanges.ofImport(choice.importId);
  return changes.filter(({ state }) => state === 'pending').map(({ id }) => id);
}

async function acceptOne(
  workspace: Workspace,
  write: Repositories,
  change: OrderChange,
  order: Order,
): Promise<Failure | null> {
  const orderNo = order.orderNo;
  const now = workspace.clock.now();
  const isGone = order.state === 'cancelled';
  if (change.kind === 'stop') {
    // A stop of an order that was cancelled meanwhile is fulfilled.
    if (!isGone) return failure(changeCode(change, order.state), { orderNo });
  } else {
    if (!unsentStates.includes(order.state) && !isGone)
      return failure(
        order.state === 'merged' || order.state === 'split'
          ? 'MERGE_STATE_REFUSES'
          : changeCode(change, order.state),
        { orderNo, state: order.state },
      );
    const patch = readPatch(change.patchJson);
    const to = order.state === 'held' ? 'held' : stateAfter(patch, order);
    // A cancelled order that returns starts over.
    const anew = isGone ? withoutShipment : {};
    if (!(await write.orders.move(order, to, { ...patch, ...anew, alarm: '', updatedAt: now })))
      return failure('ORDER_CHANGED_MEANWHILE', { orderNo });
  }
  const before = change.kind === 'stop' ? '{}' : writePrevious(previousValues(change, order));
  await write.orderChanges.move(change, 'accepted', { beforeJson: before, settledAt: now });
  await refreshAlarm(write, order.id);
  await addHistory(workspace, write, order.id, 'change-accepted', { note: change.fileName });
  return null;
}

function stateAfter(patch: OrderPatch, order: Order): 'ready' | 'needs-review' {
  const complaints = patch.complaintsJson ?? order.complaintsJson;
  return complaintsOf({ ...order, complaintsJson: complaints }).length === 0 ? 'ready' : 'needs-review';
}

function previousValues(change: OrderChange, order: Order): PreviousOrder {
  const fields = Object.keys(readPatch(change.patchJson));
  const columns = Object.fromEntries(fields.map((field) => [field, order[field as keyof Order]]));
  return { state: order.state, columns };
}

async function rejectOne(
  workspace: Workspace,
  write: Repositories,
  change: OrderChange,
  order: Order,
): Promise<Failure | null> {
  const now = workspace.clock.now();
  await write.orderChanges.move(change, 'rejected', { settledAt: now });
  await refreshAlarm(write, order.id);
  await addHistory(workspace, write, order.id, 'change-rejected', { note: change.fileName });
  return null;
}
