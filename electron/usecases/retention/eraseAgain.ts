import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ErasedPerson } from '../../vault/erasedList.ts';
import { recordAct } from '../operators/acts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type AskedNumber, numbersIn } from './askedNumber.ts';
import { joined, markOf, markOfNumber } from './erasedList.ts';
import { eraseNumber } from './erasePerson.ts';
import { readPersonRecords } from './person.ts';

/** The result for people whose erasure this database does not know yet. */
export interface ErasedAgain {
  readonly persons: number;
  /** Orders erased again. */
  readonly orders: number;
  /** Orders still needed in this database, erased once they are not. */
  readonly awaited: number;
}

/**
 * Erases people who asked for it after this database was made: a backup was restored, an older file was copied back, or a server was
 * rolled back. Only orders from before the request are touched.
 */
export async function eraseAgain(
  workspace: Workspace,
  missed: readonly ErasedPerson[],
): Promise<ErasedAgain> {
  const found = await personsAgain(workspace, new Map(missed.map(({ mark, askedAt }) => [mark, askedAt])));
  let [orders, awaited] = [0, 0];
  for (const { number, askedAt } of found) {
    const records = await readPersonRecords(workspace, number);
    const own = records.orders.filter(({ order }) => order.createdAt <= askedAt);
    const went = await eraseNumber(workspace, { ...records, orders: own }, askedAt);
    orders += went.erased;
    awaited += own.length - went.erased;
  }
  const persons = found.length;
  await workspace.store.write(async (write) => {
    await write.settings.put('erasedPersons', joined(await write.settings.get('erasedPersons'), missed));
    if (persons === 0) return;
    await recordAct(workspace, write, {
      kind: 'person-erased',
      what: `again ${persons} ${orders} ${awaited}`,
    });
  });
  await workspace.store.emptyLog();
  workspace.changed('orders', 'status', 'addressKnowledge');
  return { persons, orders, awaited };
}

interface FoundAgain {
  readonly number: AskedNumber;
  readonly askedAt: number;
}

/** The numbers behind these marks, as far as this database contains them: as receivers, or in the texts of others. */
async function personsAgain(
  workspace: Workspace,
  missed: ReadonlyMap<string, number>,
): Promise<readonly FoundAgain[]> {
  const found = new Map<string, FoundAgain>();
  const compare = (number: AskedNumber): void => {
    const mark = markOfNumber(workspace, number);
    const askedAt = missed.get(mark);
    if (askedAt !== undefined) found.set(mark, { number, askedAt });
  };
  const { persons } = workspace.store.read;
  for (let afterId: string | undefined = ''; afterId !== undefined; ) {
    const orders: Awaited<ReturnType<typeof persons.numbers>> = await persons.numbers(afterId);
    for (const { receiverPhone, receiverExtension: extension, text } of orders) {
      compare({ digits: receiverPhone.replace(/\D/g, ''), extension });
      for (const number of numbersIn(text)) compare(number);
    }
    afterId = orders.at(-1)?.id;
    await nextTurn();
  }
  await forgetAddresses(workspace, missed);
  return [...found.values()];
}

/** An address may be remembered although no order has its number any more. */
async function forgetAddresses(workspace: Workspace, missed: ReadonlyMap<string, number>): Promise<void> {
  const { store } = workspace;
  const keys = await store.read.persons.contactKeys();
  for (const contactKey of keys.filter((one) => missed.has(markOf(workspace, one)))) {
    const ids = await store.read.persons.learnedOf(contactKey);
    await store.write(async (write) => {
      for (const id of ids) await write.learned.remove(id);
    });
  }
}
