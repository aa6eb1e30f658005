import { type OrderComplaint, unsentStates } from '../../../shared/domain/order.ts';
import { done, ExpectedError, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { catchTableFault } from '../../imports/kit/tableFormat.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { StoringMany } from '../../store/workspaceStore.ts';
import { contentChangeCode } from '../orders/changes/list.ts';
import type { ChangeSource } from '../orders/changes/record.ts';
import { complaintColumnsOf, complaintsOf, itemsOf } from '../orders/order.ts';
import { personMark } from '../retention/personMark.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { buildOrderRow, type OrderRowContext } from './buildOrderRow.ts';
import {
  contentHash,
  createDraftGrouper,
  type DraftGroup,
  joinAlike,
  joinGroup,
  letGo,
} from './groupDrafts.ts';
import type { AttentionRow } from './importOrders.ts';
import { type ImportKnowledge, openImportKnowledge } from './knowledge.ts';
import { KnownOrders } from './knownOrders.ts';
import { changedTimes } from './orderTimes.ts';
import type { UnderstoodRow } from './reading/orderSource.ts';
import { joinedQuestion, type RepeatRule, RowRepeats, repeatedCount } from './repeatedRows.ts';
import { OrderRowNumbers, OwnOrders } from './rowNumbers.ts';
import { keepAsking, ShipTogether } from './shipTogether.ts';
import { askAboutMembers, knownMembers, WeakNumbers } from './weakNumbers.ts';

export interface ImportTotals {
  /** = `orders` + `furtherRows` + `repeatedRows` + `rejected`. */
  readonly rows: number;
  /** Orders that the rows belong to, new or known. */
  readonly orders: number;
  /** Rows that add goods to an order of another row. */
  readonly furtherRows: number;
  /** Rows that repeat another row of their order. */
  readonly repeatedRows: number;
  readonly imported: number;
  /** Of the imported ones: filled in as a person settled the same text before. */
  readonly fromMemory: number;
  readonly duplicates: number;
  /** Existing orders whose file content differs; the stored one was kept. */
  readonly changed: number;
  readonly needsReview: number;
  /** Refused rows, including `skipped` ones. */
  readonly rejected: number;
  /** Rows that are not to be shipped: shipped already, cancelled, refunded. */
  readonly skipped: number;
  readonly attention: readonly AttentionRow[];
  /** Every order of the file, new or known, with its first row. */
  readonly orderRows: OrderRowNumbers;
}

/** Rows of an order that the book already has. */
interface HeldGroup {
  readonly order: Order;
  readonly group: DraftGroup;
}

interface BatchRequest extends ChangeSource {
  readonly source: string;
  readonly minConfidence: number;
  readonly batches: AsyncIterable<readonly UnderstoodRow[]>;
  readonly repeats: RepeatRule;
  readonly onProgress: (rows: number, imported: number) => void;
  readonly onUnstored: ((orders: readonly Order[]) => void) | undefined;
  /** Was reading stopped before the end of the file? */
  readonly isCut: () => boolean;
}

/**
 * Orders per transaction. Each commit waits for the disk and rewrites the index pages that its orders are scattered over: twice the size
 * saves an eighth of the storing time.
 */
const batchSize = 2000;

/** After this many orders other work gets a turn, in the middle of a transaction: pages are read on their own connection. */
const ordersAtOnce = 200;

/** Takes rows as they come, groups them into orders and stores these batch by batch. */
export async function importBatches(
  workspace: Workspace,
  request: BatchRequest,
): Promise<Outcome<ImportTotals>> {
  const knowledge = await openImportKnowledge(workspace);
  return workspace.store.storeMany((storing) =>
    catchTableFault(async () => {
      const run = new ImportRun(workspace, request, knowledge, storing);
      for await (const rows of request.batches) {
        // Batches that were read ahead are available at once: without a pause pages would not be answered before the last one.
        await workspace.giveWay();
        for (const row of rows) {
          // Nearly every row only joins a batch: awaiting each would cost more than adding it.
          const flushing = run.take(row);
          if (flushing !== null) await flushing;
          if (request.isCut()) break;
        }
      }
      await run.finish();
      return done(run.totals());
    }),
  );
}

class ImportRun {
  readonly #workspace: Workspace;
  readonly #request: BatchRequest;
  readonly #knowledge: ImportKnowledge;
  readonly #storing: StoringMany;
  readonly #groupOf = createDraftGrouper();
  readonly #context: OrderRowContext;
  /** Groups read but not stored yet, by key. */
  #open = new Map<string, DraftGroup>();
  /** Orders stored by this run that a later row must join. */
  readonly #own: OwnOrders;
  readonly #known: KnownOrders;
  readonly #weak: WeakNumbers;
  readonly #repeats = new RowRepeats();
  readonly #together = new ShipTogether();
  readonly #attention: AttentionRow[] = [];
  readonly #orderRows = new OrderRowNumbers();
  #lastKey = '';
  #rows = 0;
  #imported = 0;
  #rejected = 0;
  #skipped = 0;
  #needsReview = 0;
  #late = 0;
  /** Rows that made an order or added to one, and those that only repeated. */
  #counted = 0;
  #repeated = 0;

  constructor(workspace: Workspace, request: BatchRequest, knowledge: ImportKnowledge, storing: StoringMany) {
    this.#workspace = workspace;
    this.#knowledge = knowledge;
    this.#storing = storing;
    this.#request = request;
    this.#context = {
      divisions: workspace.divisions,
      minConfidence: request.minConfidence,
      importId: request.importId,
      source: request.source,
      nextId: workspace.nextId,
      now: workspace.clock.now(),
      repeats: request.repeats,
    };
    this.#known = new KnownOrders(workspace, request, this.#context);
    this.#own = new OwnOrders(request);
    this.#weak = new WeakNumbers((person) => personMark(workspace, person));
  }

  /** Returns a promise to await before the next row; null: none. */
  take(row: UnderstoodRow): Promise<void> | null {
    this.#rows++;
    if (row.kind === 'rejected') {
      this.#rejected++;
      this.#say(row.rejected, [row.rejected.complaint]);
      return null;
    }
    if (row.understanding === null) {
      this.#rejected++;
      this.#skipped++;
      this.#say(row.draft, row.draft.complaints.slice(0, 1));
      return this.#known.noteStop(row.draft);
    }
    const plain = this.#groupOf(row.draft, row.understanding);
    plain.repeats[0] = this.#repeats.of(plain.key, row.draft, row.understanding.rowHash);
    const key = this.#weak.keyOf(plain.key);
    const group = key === plain.key ? plain : { ...plain, key };
    this.#lastKey = group.key;
    const earlier = this.#open.get(group.key);
    if (earlier !== undefined) {
      joinGroup(earlier, group);
      return null;
    }
    // Before the row joins, so that adjacent rows of one order are stored together.
    const flushing = this.#open.size >= batchSize ? this.#flush() : null;
    this.#open.set(group.key, group);
    return flushing;
  }

  async finish(): Promise<void> {
    // The order at which reading was stopped may have further rows: half an order is worse than none.
    if (this.#request.isCut()) this.#forget(this.#lastKey);
    await this.#flush();
    // After an incomplete read it is not known what else the file says about an order.
    const isShipped = (order: Order) => this.#request.isCut() || this.#own.has(order);
    for (const [orderId, rowNumber] of await this.#known.finish(isShipped))
      this.#orderRows.add(orderId, rowNumber);
  }

  /** Its rows were not stored. */
  #forget(key: string): void {
    this.#rows -= this.#open.get(key)?.drafts.length ?? 0;
    this.#open.delete(key);
  }

  totals(): ImportTotals {
    const known = this.#known.totals();
    const orders = this.#imported + known.orders;
    return {
      rows: this.#rows,
      orders,
      furtherRows: this.#counted - orders,
      repeatedRows: this.#repeated,
      imported: this.#imported,
      fromMemory: this.#knowledge.count(),
      duplicates: known.duplicates,
      changed: known.changed + this.#late,
      needsReview: this.#needsReview + known.needsReview,
      rejected: this.#rejected,
      skipped: this.#skipped,
      attention: this.#known.attentionWith(this.#attention),
      orderRows: this.#orderRows,
    };
  }

  async #flush(): Promise<void> {
    const groups = [...this.#open.values()];
    this.#open = new Map();
    if (groups.length === 0) return;
    if (this.#request.isDryRun) await this.#store(groups, this.#workspace.store.read, null);
    else {
      const before = this.#imported;
      await this.#storing.write(onlyOnce((write) => this.#store(groups, write, write)));
      this.#storing.onStored(this.#imported - before);
    }
    faultPoint('import.after-batch');
    this.#workspace.changed('orders', 'status');
    this.#request.onProgress(this.#rows, this.#imported);
  }

  async #store(taken: readonly DraftGroup[], read: Repositories, write: Repositories | null): Promise<void> {
    const groups = joinAlike(await this.#weak.settle(taken, read));
    const held = new Map(
      (await read.orders.byKeys(groups.map((group) => group.key))).map((order) => [order.orderKey, order]),
    );
    const members = await knownMembers(groups, (key) => this.#own.wasSeen(key), read);
    const { fresh, own, known } = this.#sort(groups, held);
    for (const { order, group } of own) await this.#extend(order, group, write);
    await this.#known.recognise(known, read, write);
    await this.#together.open(read);
    const orders = this.#build(fresh, members);
    if (write !== null) {
      const asking: Order[] = [];
      await write.orders.insertBatches(keepAsking(orders, asking));
      this.#tellOfStopped(await this.#together.settle(asking, write));
      await this.#knowledge.record(write);
    } else for await (const some of orders) this.#request.onUnstored?.(some);
  }

  /** Which of them are new, which belong to orders stored by this run, and which to existing orders. */
  #sort(groups: readonly DraftGroup[], held: ReadonlyMap<string, Order>) {
    const fresh: DraftGroup[] = [];
    const own: HeldGroup[] = [];
    const known: HeldGroup[] = [];
    for (const group of groups) {
      const repeated = repeatedCount(group, this.#request.repeats);
      this.#repeated += repeated;
      this.#counted += group.drafts.length - repeated;
      const order = held.get(group.key);
      if (order === undefined) {
        if (!this.#own.wasSeen(group.key)) fresh.push(group);
      } else (this.#own.has(order) ? own : known).push({ order, group });
    }
    return { fresh, own, known };
  }

  /** Built in the portions in which they are stored: an order kept waiting is expensive to collect. */
  async *#build(
    groups: readonly DraftGroup[],
    members: ReadonlySet<string>,
  ): AsyncGenerator<readonly Order[], void, void> {
    for (let start = 0; start < groups.length; start += ordersAtOnce) {
      await this.#workspace.giveWay();
      const some = groups.slice(start, start + ordersAtOnce);
      const built = await this.#knowledge.apply(some.map((group) => buildOrderRow(group, this.#context)));
      const orders = built.map((order) => this.#together.ask(askAboutMembers(order, members)));
      this.#tellOf(orders, some);
      some.forEach(letGo);
      yield orders;
    }
  }

  /** Ready before, in this file or an earlier one: the note of another order wants them to wait for it. */
  #tellOfStopped(stopped: readonly Order[]): void {
    for (const order of stopped) {
      if (order.importId === this.#request.importId) this.#needsReview++;
      this.#say({ orderNo: order.orderNo, rowNumber: 0 }, complaintsOf(order));
    }
  }

  /** The engine does not optimise loops in async functions. */
  #tellOf(orders: readonly Order[], groups: readonly DraftGroup[]): void {
    for (let at = 0; at < orders.length; at++) this.#tellOfOne(orders[at] as Order, groups[at] as DraftGroup);
  }

  #tellOfOne(order: Order, group: DraftGroup): void {
    const { orderNo } = order;
    const rowNumber = firstRowOf(group);
    this.#own.add(order, group);
    this.#orderRows.add(order.id, rowNumber);
    this.#imported++;
    if (order.state === 'needs-review') {
      this.#needsReview++;
      this.#say({ orderNo, rowNumber }, complaintsOf(order));
    }
    // Notes about a new order's rows that block nothing.
    for (const { notes = [], rowNumber } of group.drafts) this.#say({ orderNo, rowNumber }, notes);
  }

  /** Later rows of an order this run has already stored: their goods are added. The receiver is the first row's. */
  async #extend(order: Order, later: DraftGroup, write: Repositories | null): Promise<void> {
    const rowHashes = this.#own.joined(order, later);
    if (write === null) return;
    if (!unsentStates.includes(order.state)) return this.#tooLate(order, later);
    const more = buildOrderRow(later, this.#context);
    const question = joinedQuestion(complaintsOf(order), complaintsOf(more), itemsOf(order).length);
    const isStopped = question !== null && order.state === 'ready';
    if (isStopped) this.#needsReview++;
    if (question !== null)
      this.#say({ orderNo: order.orderNo, rowNumber: firstRowOf(later) }, [question.question]);
    await write.orders.move(order, isStopped ? 'needs-review' : order.state, {
      ...(question === null ? {} : complaintColumnsOf(question.complaints)),
      itemsJson: JSON.stringify([...itemsOf(order), ...itemsOf(more)]),
      goodsText: [order.goodsText, more.goodsText].filter((text) => text !== '').join('; '),
      quantity: order.quantity + more.quantity,
      weightGrams: addWeights(order.weightGrams, more.weightGrams),
      contentHash: contentHash(rowHashes),
      ...changedTimes(order, later.drafts, (before, at) => before === null || at < before),
    });
  }

  /** The order was booked between two batches of the same file. */
  #tooLate({ orderNo, state }: Order, later: DraftGroup): void {
    this.#late++;
    const code = contentChangeCode(state);
    this.#say({ orderNo, rowNumber: firstRowOf(later) }, [{ code, field: 'items', params: { orderNo } }]);
  }

  #say(
    { orderNo, rowNumber }: Pick<AttentionRow, 'orderNo' | 'rowNumber'>,
    complaints: readonly OrderComplaint[],
  ): void {
    for (const complaint of complaints) this.#attention.push({ ...complaint, orderNo, rowNumber });
  }
}

/**
 * A batch is counted while it is stored: a retry would take its orders for known ones and lose them. If a server rolls it back, the import
 * ends as if the server were away, and importing the file again adds what is missing.
 */
function onlyOnce(store: (write: Repositories) => Promise<void>): (write: Repositories) => Promise<void> {
  let isTried = false;
  return async (write) => {
    if (isTried) throw new ExpectedError(failure('SERVER_AWAY'));
    isTried = true;
    await store(write);
  };
}

function firstRowOf({ drafts }: DraftGroup): number {
  return drafts[0]?.rowNumber ?? 0;
}

function addWeights(left: number | null, right: number | null): number | null {
  return left === null ? right : left + (right ?? 0);
}
