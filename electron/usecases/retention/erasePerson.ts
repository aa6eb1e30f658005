import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Answered } from '../../../shared/contracts/contract.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { maskPhone } from '../../../shared/rules/mask.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import { removeFiles } from '../../store/retention/oldFiles.ts';
import type { Repositories } from '../../store/store.ts';
import { recordAct } from '../operators/acts.ts';
import { recordOutside } from '../operators/outsideActs.ts';
import { forgetOldPhotos } from '../packing/photos.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type AskedNumber, codeOfNumber, numberPattern } from './askedNumber.ts';
import { keepErasedList, noteErased } from './erasedList.ts';
import { eraseOrders, ordersAtOnce } from './eraseOrders.ts';
import {
  checkRequest,
  labelFilesOf,
  type PersonRecords,
  type PersonRequest,
  readPersonRecords,
  requestLimits,
  viewOf,
} from './person.ts';

type Erasure = Answered<'retention', 'erasePerson'>;

/**
 * Erases what may be erased of one person. What is still needed is remembered first, so that it is erased automatically once it is not, as
 * is the rest after an interruption.
 */
export async function erasePerson(workspace: Workspace, request: PersonRequest): Promise<Outcome<Erasure>> {
  const checked = checkRequest(request);
  if (!checked.ok) return checked;
  const { number, reason } = checked.value;
  const what = codeOfNumber(workspace, number);
  return recordOutside<Erasure>(
    workspace,
    { kind: 'person-erased', what, reason },
    async () => {
      const before = await readPersonRecords(workspace, number);
      const { erased, named, files } = await eraseNumber(workspace, before, workspace.clock.now());
      await workspace.store.emptyLog();
      workspace.changed('orders', 'status', 'addressKnowledge');
      const after = await readPersonRecords(workspace, number);
      const view = await viewOf(workspace, { ...after, orders: before.orders });
      const remaining = await viewOf(workspace, after);
      const { backups, exports } = view;
      const counts = { erased, addresses: before.learnedIds.length, drafts: before.drafts.length };
      return done({ ...counts, changed: named, files, left: { ...remaining, backups, exports } });
    },
    ({ erased, left, addresses, changed, files }) =>
      `${what} ${erased} ${left.total} ${addresses} ${changed} ${files}`,
  );
}

/** Erases what is possible for one number; what is still needed is remembered. */
export async function eraseNumber(
  workspace: Workspace,
  before: PersonRecords,
  askedAt: number,
): Promise<{ readonly erased: number; readonly named: number; readonly files: number }> {
  await forgetAndAwait(workspace, before, askedAt);
  const ids = before.orders.map(({ order }) => order.id);
  const { erased, labels } = await eraseFree(workspace, ids);
  const named = await takeOutOfOthers(workspace, before);
  faultPoint('sweep.before-files');
  // An order that must still be shipped needs the file with its number.
  const results = erased === before.orders.length ? removeFiles(before.results) : 0;
  await forgetOldPhotos(workspace);
  return { erased, named, files: labels + results };
}

/** The first transaction: what no order needs is erased at once, and the orders to erase are remembered. */
async function forgetAndAwait(
  workspace: Workspace,
  { number, orders, learnedIds, drafts }: PersonRecords,
  askedAt: number,
): Promise<void> {
  await workspace.store.write(async (write) => {
    await noteErased(workspace, write, { number, askedAt });
    for (const id of learnedIds) await write.learned.remove(id);
    for (const name of drafts) await write.drafts.remove(name);
    const previous = await write.settings.get('awaitedErasures');
    const known = new Set(previous.map(({ orderId }) => orderId));
    const added = orders.filter(({ order }) => !known.has(order.id));
    await write.settings.put('awaitedErasures', [
      ...previous,
      ...added.map(({ order }) => ({ orderId: order.id, askedAt })),
    ]);
  });
  await keepErasedList(workspace);
  faultPoint('sweep.after-commit');
}

interface Erased {
  readonly erased: number;
  /** Files of drawn labels that were removed too. */
  readonly labels: number;
}

/** Erases those of these orders that are not needed, with their drawn labels. Merged or split ones follow in another round. */
async function eraseFree(workspace: Workspace, ids: readonly string[]): Promise<Erased> {
  let [erased, labels] = [0, 0];
  for (let before = -1; before !== erased; ) {
    before = erased;
    for (let from = 0; from < ids.length; from += ordersAtOnce) {
      const some = ids.slice(from, from + ordersAtOnce);
      const went = await workspace.store.write((write) => eraseSome(workspace, write, some));
      erased += went.erased;
      labels += went.labels;
      await nextTurn();
    }
  }
  return { erased, labels };
}

async function eraseSome(workspace: Workspace, write: Repositories, ids: readonly string[]): Promise<Erased> {
  const orders = await write.retention.dueOf(await requestLimits(workspace), ids);
  if (orders.length === 0) return { erased: 0, labels: 0 };
  const erasedIds = new Set(orders.map(({ id }) => id));
  // Before the order loses its link to the files: after an interruption no picture must be left unreachable.
  const labels = removeFiles(labelFilesOf(workspace, await write.erasures.printJobs([...erasedIds])));
  await eraseOrders(workspace, write, orders);
  const awaited = await write.settings.get('awaitedErasures');
  await write.settings.put(
    'awaitedErasures',
    awaited.filter(({ orderId }) => !erasedIds.has(orderId)),
  );
  return { erased: erasedIds.size, labels };
}

/** Removes the number from texts of other people's ended orders; returns how many orders. */
async function takeOutOfOthers(workspace: Workspace, { number, named }: PersonRecords): Promise<number> {
  const free = named.filter(({ keptFor }) => keptFor === '').map(({ order }) => order.id);
  const change = masking(number);
  let changed = 0;
  for (let from = 0; from < free.length; from += ordersAtOnce) {
    const some = free.slice(from, from + ordersAtOnce);
    changed += await workspace.store.write(async (write) => {
      const due = await write.retention.dueOf(await requestLimits(workspace), some);
      for (const { id } of due) await write.persons.rewriteTexts(id, change);
      return due.length;
    });
    await nextTurn();
  }
  return changed;
}

function masking(number: AskedNumber): (text: string) => string | null {
  const pattern = numberPattern(number);
  const masked = maskPhone(number.digits);
  return (text) => {
    const without = text.replace(pattern, masked);
    return without === text ? null : without;
  };
}

/** Orders of people who asked for erasure, which were needed then and no longer are: erased whatever the retention time. */
export async function eraseAwaited(workspace: Workspace): Promise<number> {
  const awaited = await workspace.store.read.settings.get('awaitedErasures');
  if (awaited.length === 0) return 0;
  const ids = awaited.map(({ orderId }) => orderId);
  const { erased } = await eraseFree(workspace, ids);
  await forgetSettled(workspace, ids);
  if (erased === 0) return 0;
  await workspace.store.write((write) =>
    recordAct(workspace, write, { kind: 'person-erased', what: `awaited ${erased}` }),
  );
  await workspace.store.emptyLog();
  workspace.changed('orders', 'status');
  return erased;
}

/** Forgets those that retention has erased meanwhile, or that no longer exist. */
async function forgetSettled({ store }: Workspace, ids: readonly string[]): Promise<void> {
  await store.write(async (write) => {
    const erased = new Set((await write.retention.erased(ids)).map(({ orderId }) => orderId));
    const there = new Set((await write.orders.byIds(ids)).map(({ id }) => id));
    const awaited = await write.settings.get('awaitedErasures');
    const remaining = awaited.filter(({ orderId }) => there.has(orderId) && !erased.has(orderId));
    if (remaining.length < awaited.length) await write.settings.put('awaitedErasures', remaining);
  });
}
