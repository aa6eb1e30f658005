import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Answered } from '../../../shared/contracts/contract.ts';
import { acceptanceJson } from '../../store/orders/orderJson.ts';
import type { HistoryLine, Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { recordAct } from '../operators/acts.ts';
import { addHistory } from '../orders/history.ts';
import { receiverColumnsOf, receiverOf } from '../orders/order.ts';
import { type OpenedPlans, takeForChange } from '../orders/takeForChange.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { AcceptanceRecord } from './acceptance.ts';
import { unlearnOrder } from './learn.ts';

/** The newest steps first; they outlive the page and the program. */
export async function readSteps(workspace: Workspace, limit: number): Promise<Answered<'correct', 'steps'>> {
  const { history, orders } = workspace.store.read;
  const steps: Answered<'correct', 'steps'>[number][] = [];
  for (const { stepId, rows, firstId } of await history.steps(limit)) {
    const first = await history.byId(firstId);
    const order = first === undefined ? undefined : await orders.byId(first.orderId);
    if (first === undefined || order === undefined) continue;
    steps.push({ stepId, orders: rows, orderId: order.id, orderNo: order.orderNo, at: first.at });
  }
  return steps;
}

export interface UndoProgress {
  readonly done: number;
  readonly undone: number;
  /** Booked, changed or cancelled since: they stay as they are. */
  readonly kept: number;
}

/** Orders taken back with one transaction. */
const chunk = 500;

/** Takes a step back as far as nothing was booked or changed since. Stopped half-way, the rest can still be taken back. */
export async function undoStep(
  workspace: Workspace,
  stepId: string,
  onProgress: (progress: UndoProgress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<UndoProgress> {
  let undone = 0;
  let kept = 0;
  let afterId = '';
  const plans: OpenedPlans = new Map();
  while (signal?.aborted !== true) {
    const step = await workspace.store.write(async (write) => {
      const rows = await write.history.ofStep(stepId, afterId, chunk);
      let taken = 0;
      for (const row of rows) {
        if (await undoOne(workspace, write, row, plans)) taken += 1;
        await write.history.closeStep(row.id);
      }
      const what = `orders ${taken}`;
      if (taken > 0) await recordAct(workspace, write, { kind: 'correction-undone', what });
      return { taken, kept: rows.length - taken, lastId: rows.at(-1)?.id };
    });
    if (step.lastId === undefined) break;
    undone += step.taken;
    kept += step.kept;
    afterId = step.lastId;
    onProgress({ done: undone + kept, undone, kept });
    workspace.changed('orders', 'status');
    await nextTurn();
  }
  return { done: undone + kept, undone, kept };
}

async function undoOne(
  workspace: Workspace,
  write: Repositories,
  row: HistoryLine,
  plans: OpenedPlans,
): Promise<boolean> {
  const order = await write.orders.byId(row.orderId);
  const before = acceptanceJson.readOr(row.dataJson, null);
  if (order === undefined || before === null || !isAsAccepted(order, before)) return false;
  const taken = await takeForChange(workspace, write, order, plans);
  if (!taken.ok) return false;
  const { order: mine, queueAgain } = taken.value;
  const changed = await write.orders.move(mine, mine.state === 'held' ? 'held' : before.state, {
    ...receiverColumnsOf(before.receiver),
    ...Object.fromEntries(before.fields.map((field) => [field.column, field.before])),
    complaintsJson: JSON.stringify(before.complaints),
    errorCode: before.errorCode,
    updatedAt: workspace.clock.now(),
  });
  if (changed === undefined) return false;
  const isOfReceiver = row.kind === 'corrected';
  await addHistory(workspace, write, order.id, isOfReceiver ? 'correction-undone' : 'edit-undone');
  if (isOfReceiver) await unlearnOrder(workspace, write, order.id);
  const { carrier } = changed;
  const isOfCarrier = before.fields.some(({ column }) => column === 'carrier');
  await (isOfCarrier && carrier !== '' ? queueAgain(changed, carrier) : queueAgain(changed));
  return true;
}

/** Has nobody changed the receiver, or what was changed along with it, since? */
function isAsAccepted(order: Order, { accepted, fields }: AcceptanceRecord): boolean {
  return (
    fields.every(({ column, after }) => order[column] === after) &&
    JSON.stringify(receiverColumnsOf(receiverOf(order))) === JSON.stringify(receiverColumnsOf(accepted))
  );
}
