import type { Answered } from '../../../shared/contracts/contract.ts';
import { type OrderState, unsentStates } from '../../../shared/domain/order.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import { readPrevious } from '../../store/orders/orderChangeRepository.ts';
import type { Import, Order, OrderChange } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { recordAct } from '../operators/acts.ts';
import { refreshAlarm } from '../orders/changes/record.ts';
import { addHistory } from '../orders/history.ts';
import { dissolve, openFamily } from '../orders/undoRegrouping.ts';
import { tryChange, type Workspace } from '../workspace/workspace.ts';

/** Orders named in a refusal; the rest are counted. */
const namedOrders = 5;

/** What undoing an import would do, and the orders that prevent it. */
export async function checkImportUndo(
  { store }: Workspace,
  importId: string,
): Promise<Outcome<Answered<'imports', 'undoCheck'>>> {
  const found = await findImport(store.read, importId);
  if (!found.ok) return found;
  const { orders, changes, blocked } = await survey(store.read, importId);
  return done({ orders: orders.length, changes: changes.length, blocked });
}

type UndoneImport = Answered<'imports', 'undo'>;

/**
 * Removes the orders an import made and takes back the changes accepted from it, all or nothing. What the program learned
 * from corrections stays.
 */
export function undoImport(workspace: Workspace, importId: string): Promise<Outcome<UndoneImport>> {
  const now = workspace.clock.now();
  const topics = ['orders', 'imports', 'status'] as const;
  return tryChange(workspace, topics, async (write): Promise<Outcome<UndoneImport>> => {
    const found = await findImport(write, importId);
    if (!found.ok) return found;
    const { orders, changes, blocked } = await survey(write, importId);
    if (blocked.length > 0)
      return failure('IMPORT_UNDO_REFUSED', {
        count: blocked.length,
        orders: blocked
          .slice(0, namedOrders)
          .map(({ orderNo }) => orderNo)
          .join(', '),
      });
    for (const order of orders.filter(({ state }) => state === 'merged' || state === 'split')) {
      const family = await openFamily(write, order);
      if (family !== null) await dissolve(workspace, write, family);
    }
    const ids = orders.map(({ id }) => id);
    const own = new Set(ids);
    for (const accepted of lastAcceptedFirst(changes))
      if (!own.has(accepted.orderId)) await revert(workspace, write, accepted);
    for (const waiting of await write.orderChanges.ofImport(importId))
      if (waiting.state === 'pending') await takeBack(write, waiting, now);
    await write.orderChanges.removeOfOrders(ids);
    await write.orders.remove(ids);
    if (!(await write.imports.markUndone(importId, now))) return failure('IMPORT_UNDONE_ALREADY');
    const what = `orders ${ids.length}`;
    await recordAct(workspace, write, { kind: 'import-undone', what });
    faultPoint('undo.before-commit');
    return done({ removed: ids.length, reverted: changes.length });
  });
}

async function findImport(read: Repositories, importId: string): Promise<Outcome<Import>> {
  const found = await read.imports.byId(importId);
  if (found === undefined) return failure('IMPORT_NOT_FOUND');
  return found.undoneAt === null ? done(found) : failure('IMPORT_UNDONE_ALREADY');
}

/** An order that a platform was ever asked about stays: its code must never be reused. */
async function survey(read: Repositories, importId: string) {
  const orders = await read.orders.ofImport(importId);
  const changes = (await read.orderChanges.ofImport(importId)).filter(({ state }) => state === 'accepted');
  const blocked: { orderNo: string; state: OrderState }[] = [];
  const changed = changes.length === 0 ? [] : await read.orders.byIds(changes.map(({ orderId }) => orderId));
  for (const order of [...orders, ...changed]) {
    const problem = await blockedBy(read, order);
    const isNew = blocked.every(({ orderNo }) => orderNo !== problem?.orderNo);
    if (problem !== null && isNew) blocked.push({ orderNo: problem.orderNo, state: problem.state });
  }
  return { orders, changes, blocked };
}

async function blockedBy(read: Repositories, order: Order): Promise<Order | null> {
  if (order.state === 'merged' || order.state === 'split') {
    const family = await openFamily(read, order);
    return family?.carriers.find((carrier) => !isUntouched(carrier)) ?? null;
  }
  return isUntouched(order) ? null : order;
}

function isUntouched(order: Order): boolean {
  const isUnsent = unsentStates.includes(order.state) || order.state === 'cancelled';
  return isUnsent && order.shipmentId === null;
}

/** Each holds what the order was before it: a hold at once, the new content of the same row when a person had looked. */
function lastAcceptedFirst(changes: readonly OrderChange[]): readonly OrderChange[] {
  return [...changes].sort((one, other) => (other.settledAt ?? 0) - (one.settledAt ?? 0));
}

async function revert(workspace: Workspace, write: Repositories, change: OrderChange): Promise<void> {
  const order = await write.orders.byId(change.orderId);
  const { state, columns } = readPrevious(change.beforeJson);
  if (order === undefined || state === undefined) return;
  const now = workspace.clock.now();
  const to = state === order.state || !unsentStates.includes(state) ? order.state : state;
  await write.orders.move(order, to, { ...columns, updatedAt: now });
  await write.orderChanges.move(change, 'undone', { settledAt: now });
  await addHistory(workspace, write, order.id, 'change-undone', { note: change.fileName });
}

async function takeBack(write: Repositories, change: OrderChange, now: number): Promise<void> {
  await write.orderChanges.move(change, 'undone', { settledAt: now });
  await refreshAlarm(write, change.orderId);
}
