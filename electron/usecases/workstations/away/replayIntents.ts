import { owner } from '../../../../shared/domain/operator.ts';
import type { AwayConflict } from '../../../../shared/domain/packing/awayConflicts.ts';
import type { Failure } from '../../../../shared/errors/outcome.ts';
import { faultPoint } from '../../../platform/faultPoint.ts';
import type { BenchIntent, Order } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import {
  askedJson,
  contentJson,
  type OrderIntent,
  refusedChangeJson,
} from '../../../store/workstations/intentJson.ts';
import { actAs } from '../../operators/desk.ts';
import { addHistory } from '../../orders/history.ts';
import { change, type Workspace, withParts } from '../../workspace/workspace.ts';
import { addConflict, changeDraftName } from './conflicts.ts';
import { askOfOrder, contentOf, type OrderContent, within } from './intents.ts';

/** Changes of one order that were requested while the server was away and are not in the book yet, oldest first. */
interface AwayChanges {
  readonly intents: readonly BenchIntent[];
  readonly last: BenchIntent;
  /** The order as the bench knew it, and as it left it. */
  readonly before: OrderContent;
  readonly ours: OrderContent;
}

/** null: all of them are in the book, whose server went away again before it answered. */
async function awayChangesOf(
  write: Repositories,
  all: readonly BenchIntent[],
  order: Order,
): Promise<AwayChanges | null> {
  const intents = [];
  for (const intent of all) if ((await write.away.intent(intent.id)) === undefined) intents.push(intent);
  const [first, last] = [intents.at(0), intents.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { intents, last, before: contentJson.read(first.beforeJson), ours: contentOf(order) };
}

/**
 * Applies to the book, in one transaction and once, the changes of an order requested at this bench: rows in the book mark them as applied
 * even if the answer to the commit was lost. An order that was changed elsewhere meanwhile stays as it is, and a person is shown both.
 */
export async function replayIntents(
  workspace: Workspace,
  away: Repositories,
  orderId: string,
): Promise<void> {
  const intents = await away.away.intentsOf(orderId);
  const order = await away.orders.byId(orderId);
  if (order === undefined) return;
  await change(workspace, ['orders', 'packing', 'status'], async (write) => {
    const changes = await awayChangesOf(write, intents, order);
    if (changes === null) return;
    const found = await judge(workspace, write, changes);
    if (found !== null) await noteChange(workspace, write, changes, found);
    for (const intent of changes.intents)
      await write.away.addIntent({ ...intent, askedJson: '', beforeJson: '' });
    faultPoint('intent.before-mark-commit');
  });
  faultPoint('intent.after-mark-commit');
}

interface Found {
  readonly kind: AwayConflict;
  readonly reason: string;
  /** The order in the book; null: it is no longer there. */
  readonly theirs: OrderContent | null;
  readonly asked: readonly OrderIntent[];
}

/** null: the book has accepted everything, or already has the same content. */
async function judge(workspace: Workspace, write: Repositories, changes: AwayChanges): Promise<Found | null> {
  const asked = changes.intents.map((intent) => askedJson.read(intent.askedJson));
  const order = await write.orders.byId(changes.last.orderId);
  if (order === undefined) return { kind: 'edit-gone', reason: '', theirs: null, asked };
  const theirs = contentOf(order);
  const isSame = differing(changes.before, theirs).length === 0;
  if (isSame) {
    const refused = await askAll(workspace, write, order, changes.intents);
    if (refused === null) return null;
    return { kind: 'edit-refused', reason: refused.failure.code, theirs, asked: asked.slice(refused.at) };
  }
  const isThere = differing(changes.before, changes.ours).every(
    (field) => changes.ours[field] === theirs[field],
  );
  return isThere ? null : { kind: 'edit-changed', reason: '', theirs, asked };
}

/** null: all are applied; otherwise the one that was refused, and why: those before it are applied, those after it are not. */
async function askAll(
  workspace: Workspace,
  write: Repositories,
  order: Order,
  intents: readonly Pick<BenchIntent, 'at' | 'operator' | 'askedJson'>[],
): Promise<{ readonly at: number; readonly failure: Failure } | null> {
  const { clock } = workspace;
  let version: number | undefined = order.version;
  for (const [at, intent] of intents.entries()) {
    const theirs = actAs(within(workspace, write), { ...owner, name: intent.operator });
    const then = withParts(theirs, { clock: { ...clock, now: () => intent.at } });
    const seen = { orderId: order.id, version: version ?? null };
    const asked = await askOfOrder(then, seen, askedJson.read(intent.askedJson));
    if (!asked.ok) return { at, failure: asked };
    version = (await write.orders.byId(order.id))?.version;
  }
  return null;
}

const differing = (one: OrderContent, other: OrderContent): string[] =>
  Object.keys({ ...one, ...other }).filter((field) => (one[field] ?? '') !== (other[field] ?? ''));

async function noteChange(
  workspace: Workspace,
  write: Repositories,
  { last, before, ours }: AwayChanges,
  { kind, reason, theirs, asked }: Found,
): Promise<void> {
  const { id, orderId, orderNo, at, operator } = last;
  const there = theirs ?? {};
  const fields = [
    ...new Set([...differing(before, ours), ...(theirs === null ? [] : differing(before, there))]),
  ];
  const valueJson = refusedChangeJson.write({
    asked: [...asked],
    fields: fields.map((field) => ({
      field,
      before: before[field] ?? '',
      ours: ours[field] ?? '',
      theirs: there[field] ?? '',
    })),
  });
  await write.drafts.put({ name: changeDraftName(id), valueJson, at: workspace.clock.now() });
  await addConflict(workspace, write, {
    id,
    kind,
    orderId,
    orderNo,
    parcelNo: 0,
    waybillNo: '',
    at,
    operator,
    reason,
  });
  if (theirs !== null) await addHistory(workspace, write, orderId, 'changed-away', { code: reason });
}
