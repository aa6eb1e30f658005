import type { Asked } from '../../../shared/contracts/contract.ts';
import type { OrderComplaint, StatusVerdict } from '../../../shared/domain/order.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { normaliseHeader } from '../../imports/profiles/normaliseHeader.ts';
import { normaliseStatus } from '../../imports/profiles/statusWords.ts';
import {
  type ColumnMemory,
  exactField,
  isCanonicalField,
  isGuarded,
  type OwnDictionary,
  statusKey,
} from '../../imports/recognition/headerDictionary.ts';
import { columnsJson } from '../../store/intake/intakeJson.ts';
import type { Order, OwnSpelling } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { complaintColumnsOf, complaintsOf } from '../orders/order.ts';
import { change, tryChange, type Workspace } from '../workspace/workspace.ts';

/** What this workspace has taught the import, in the form recognition and judging need. Read once per file. */
export async function readOwnDictionary({ store }: Workspace): Promise<OwnDictionary> {
  const { dictionary } = store.read;
  const [spellings, answers, memories] = await Promise.all([
    dictionary.spellings(),
    dictionary.statusAnswers(),
    dictionary.columnMemories(),
  ]);
  return {
    spellings: new Map(spellings.map((row) => [row.spellingKey, row.field])),
    statusAnswers: new Map(answers.map((row) => [statusKey(row.profile, row.word), row.verdict])),
    memories: new Map(
      memories.map((row) => [
        row.headerKey,
        { profile: row.profile, columns: columnsJson.readOr(row.columnsJson, {}) as ColumnMemory['columns'] },
      ]),
    ),
  };
}

/** Longer than any header of the known exports (46), shorter than a sentence of instructions. */
const longestSpelling = 60;

/**
 * Adds a header spelling of this workspace. A word that belongs to another field, or that warns against the receiver, needs a second
 * confirmation: a wrong one sends every parcel of a file to a stranger.
 */
export async function addSpelling(
  workspace: Workspace,
  { spelling, field, isConfirmed }: Asked<'dictionary', 'addSpelling'>,
): Promise<Outcome<OwnSpelling>> {
  const key = normaliseHeader(spelling);
  const text = spelling.trim();
  if (key === '' || text.length > longestSpelling) return failure('DICTIONARY_SPELLING_INVALID');
  if (!isCanonicalField(field)) return failure('DICTIONARY_FIELD_UNKNOWN', { field });
  const own = (await workspace.store.read.dictionary.spellings()).find((row) => row.spellingKey === key);
  const owner = own?.field ?? exactField(key);
  if (!isConfirmed && owner !== null && owner !== field) {
    return failure('DICTIONARY_SPELLING_TAKEN', { spelling: text, field: owner });
  }
  if (!isConfirmed && owner !== field && isGuarded(field, key)) {
    return failure('DICTIONARY_SPELLING_GUARDED', { spelling: text });
  }
  const row = { spellingKey: key, spelling: text, field, createdAt: workspace.clock.now() };
  await change(workspace, ['dictionary'], (write) => write.dictionary.putSpelling(row));
  return done(row);
}

/** Removes what was taught; `remove` returns whether it existed. */
export function removeEntry(
  workspace: Workspace,
  remove: (write: Repositories) => Promise<boolean>,
): Promise<Outcome<null>> {
  return tryChange(workspace, ['dictionary'], async (write) =>
    (await remove(write)) ? done(null) : failure('DICTIONARY_ENTRY_NOT_FOUND'),
  );
}

/** Removes an own spelling; built-in ones stay. */
export function removeSpelling(workspace: Workspace, spelling: string): Promise<Outcome<null>> {
  return removeEntry(workspace, ({ dictionary }) => dictionary.removeSpelling(normaliseHeader(spelling)));
}

type StatusQuestion = Asked<'dictionary', 'forgetStatus'>;

/** Orders checked per transaction while an answer is applied. */
const windowRows = 500;

/** The code that replaces the question on an order; null: the question is settled. */
const codeAfter: Readonly<Record<StatusVerdict, string | null>> = {
  ship: null,
  shipped: 'IMPORT_ALREADY_SHIPPED',
  never: 'IMPORT_ORDER_CLOSED',
  ask: 'IMPORT_STATUS_WAITING',
};

/**
 * Remembers what a status word of a platform means and applies it to the orders that wait because of it. An order that must
 * not ship stays on the list with the reason: only a person cancels it.
 */
export async function answerStatusWord(
  workspace: Workspace,
  { profile, word, verdict }: Asked<'dictionary', 'answerStatus'>,
): Promise<Outcome<{ readonly settledOrders: number }>> {
  const key = normaliseStatus(word);
  const settledOrders = await change(workspace, ['dictionary', 'orders', 'status'], async (write) => {
    await write.dictionary.putStatusAnswer({
      profile,
      word: key,
      verdict,
      createdAt: workspace.clock.now(),
    });
    let count = 0;
    for (const order of await waitingOrders(write, 'IMPORT_STATUS_UNKNOWN')) {
      if (order.source !== profile) continue;
      if (await settle(workspace, write, order, key, codeAfter[verdict])) count += 1;
    }
    return count;
  });
  return done({ settledOrders });
}

export function forgetStatusWord(
  workspace: Workspace,
  { profile, word }: StatusQuestion,
): Promise<Outcome<null>> {
  return removeEntry(workspace, ({ dictionary }) =>
    dictionary.removeStatusAnswer(profile, normaliseStatus(word)),
  );
}

/** Unknown words that orders wait for, the most frequent first. */
export async function readStatusQuestions({
  store,
}: Workspace): Promise<(StatusQuestion & { readonly orders: number })[]> {
  const counts = new Map<string, StatusQuestion & { orders: number }>();
  for (const order of await waitingOrders(store.read, 'IMPORT_STATUS_UNKNOWN')) {
    for (const word of questionsOf(complaintsOf(order))) {
      const key = JSON.stringify([order.source, word]);
      const known = counts.get(key) ?? { profile: order.source, word, orders: 0 };
      counts.set(key, { ...known, orders: known.orders + 1 });
    }
  }
  return [...counts.values()].sort((left, right) => right.orders - left.orders);
}

/** Orders that wait for this answer, read window by window. */
export async function waitingOrders(from: Repositories, code: ErrorCode): Promise<Order[]> {
  const found: Order[] = [];
  for (let offset = 0; ; offset += windowRows) {
    const rows = await from.orders.window({ state: 'needs-review' }, { offset, limit: windowRows });
    found.push(...rows.filter((row) => row.complaintsJson.includes(code)));
    if (rows.length < windowRows) return found;
  }
}

function questionsOf(complaints: readonly OrderComplaint[]): string[] {
  const words = complaints.flatMap(({ code, params }) =>
    code === 'IMPORT_STATUS_UNKNOWN' && typeof params?.word === 'string' ? [params.word] : [],
  );
  return [...new Set(words)];
}

async function settle(
  workspace: Workspace,
  write: Repositories,
  order: Order,
  key: string,
  code: string | null,
): Promise<boolean> {
  const complaints = complaintsOf(order);
  const isAbout = ({ code: asked, params }: OrderComplaint): boolean =>
    asked === 'IMPORT_STATUS_UNKNOWN' && normaliseStatus(String(params?.word ?? '')) === key;
  if (!complaints.some(isAbout)) return false;
  const remaining = complaints.flatMap((one) =>
    !isAbout(one) ? [one] : code === null ? [] : [{ code, field: one.field }],
  );
  const moved = await write.orders.move(order, remaining.length === 0 ? 'ready' : 'needs-review', {
    ...complaintColumnsOf(remaining),
    updatedAt: workspace.clock.now(),
  });
  return moved !== undefined;
}
