import { hasDayCome, isSaidByPlatform } from '../../../shared/domain/intake/shippingQuestions.ts';
import { type OrderComplaint, orderStates, stopCode, unsentStates } from '../../../shared/domain/order.ts';
import type { OrderDraft } from '../../imports/kit/orderDraft.ts';
import { readPatch, readPrevious } from '../../store/orders/orderChangeRepository.ts';
import type { Order, OrderChange } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { contentChangeCode } from '../orders/changes/list.ts';
import { type ChangeSource, changeRow, refreshAlarm } from '../orders/changes/record.ts';
import { codeOfStop, isPastStopping, type OrderStop, stopCodeOf, stopOrder } from '../orders/changes/stop.ts';
import { complaintColumnsOf, complaintsOf, itemColumnsOf, itemsOf } from '../orders/order.ts';
import { saleColumnsOf, saleOfRows } from '../orders/sale.ts';
import { wishesMarkOf, wishesOfRows, writeWishes } from '../orders/wishes.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { buildOrderRow, type OrderRowContext } from './buildOrderRow.ts';
import { type OrderDifference, orderDifference } from './differences.ts';
import { contentHash, type DraftGroup, draftKey } from './groupDrafts.ts';
import type { AttentionRow } from './importOrders.ts';
import { changedTimes } from './orderTimes.ts';
import { countedDrafts } from './repeatedRows.ts';
import { isWeakNumber, WeakStops } from './weakNumbers.ts';

/** What a row that forbids its known order does to it. */
const stops: readonly string[] = [
  'ORDER_REFUNDED',
  'ORDER_HELD_BY_PLATFORM',
  'ORDER_REFUNDED_AFTER_BOOKING',
  'ORDER_HELD_AFTER_BOOKING',
  'ORDER_REFUNDED_ON_THE_WAY',
  'ORDER_HELD_ON_THE_WAY',
];

/** An order of the file that the book holds already. */
interface Known {
  readonly order: Pick<Order, 'id' | 'orderKey' | 'orderNo' | 'state' | 'complaintsJson'>;
  readonly rowHashes: string[];
  readonly rowNumber: number;
  /** The change this import wrote for it. */
  change: OrderChange | null;
  isChanged: boolean;
}

const unchanged = { change: null, isChanged: false };

/** Stops are applied so many a transaction. */
const stopChunk = 500;

/** Compares one import with existing orders: the same, something else, or must not ship. */
export class KnownOrders {
  readonly attention: AttentionRow[] = [];
  readonly #workspace: Workspace;
  readonly #source: ChangeSource;
  readonly #context: OrderRowContext;
  readonly #known = new Map<string, Known>();
  readonly #stops = new Map<string, OrderStop>();
  readonly #weakStops: WeakStops<OrderStop>;
  #stopped = 0;

  constructor(workspace: Workspace, source: ChangeSource, context: OrderRowContext) {
    this.#workspace = workspace;
    this.#source = source;
    this.#context = context;
    this.#weakStops = new WeakStops(workspace);
  }

  /** Rows that do not ship: for an existing order they may mean that it must be stopped. A promise to await before the next row; null: none. */
  noteStop(draft: OrderDraft): Promise<void> | null {
    const code = stopCodeOf(draft.complaints);
    if (code === null) return null;
    const stop = { code, rowNumber: draft.rowNumber };
    if (draft.orderNo === '' || isWeakNumber(draft.orderNo, draft.shop))
      return this.#weakStops.note({ ...stop, draft });
    const key = draftKey(draft);
    if (!this.#stops.has(key)) this.#stops.set(key, stop);
    return null;
  }

  /** Compares the rows of a batch with their orders; `write` is null in a dry run. */
  async recognise(
    pairs: readonly { readonly order: Order; readonly group: DraftGroup }[],
    read: Repositories,
    write: Repositories | null,
  ): Promise<void> {
    const earlier = new Map<string, OrderChange[]>();
    const ids = pairs.map(({ order }) => order.id);
    for (const change of await read.orderChanges.ofOrders(ids))
      earlier.set(change.orderId, [...(earlier.get(change.orderId) ?? []), change]);
    const erased = new Set((await read.retention.erased(ids)).map(({ orderId }) => orderId));
    for (const { order: stored, group } of pairs) {
      if (erased.has(stored.id)) {
        this.#noteErased(stored, group);
        continue;
      }
      const order = await this.#endQuestions(stored, group, write);
      const known = this.#known.get(order.orderKey);
      if (known === undefined) await this.#first(order, group, earlier.get(order.id) ?? [], write);
      else await this.#further(known, order, group, write);
      await this.#judgeStop(order, group, write);
    }
  }

  /** Its personal data has been erased: whatever a file says about it, the order exists and none of it is stored again. */
  #noteErased(order: Order, group: DraftGroup): void {
    if (this.#known.has(order.orderKey)) return;
    const rowNumber = group.drafts[0]?.rowNumber ?? 0;
    this.#known.set(order.orderKey, { ...unchanged, order: keptOf(order), rowHashes: [], rowNumber });
  }

  async #first(
    order: Order,
    group: DraftGroup,
    earlier: readonly OrderChange[],
    write: Repositories | null,
  ): Promise<void> {
    const known: Known = {
      ...unchanged,
      order: keptOf(order),
      rowHashes: [...group.rowHashes],
      rowNumber: group.drafts[0]?.rowNumber ?? 0,
    };
    this.#known.set(order.orderKey, known);
    await this.#renewTimes(order, group, write);
    await this.#learnWishes(order, group, write);
    await this.#learnSale(order, group, write);
    const hash = contentHash(known.rowHashes);
    const mark = saidMark(hash, order.wishesMark, wishesMarkOf(group.drafts));
    const pending = earlier.filter(({ state, kind }) => state === 'pending' && kind === 'content');
    const isNews = pending.every(({ informationAt: at }) => at <= this.#source.informationAt);
    if (mark === order.contentHash) {
      // The newest version is stored: what an older file wanted no longer matters.
      if (isNews) for (const change of pending) await write?.orderChanges.move(change, 'superseded');
      return;
    }
    if (this.#isSettled(mark, order, earlier)) return;
    const fresh = buildOrderRow(group, this.#context);
    const difference = orderDifference(order, fresh);
    if (difference === null) return;
    known.isChanged = true;
    if (!isNews || pending.some(({ contentHash: asked }) => asked === mark)) return;
    for (const change of pending) await write?.orderChanges.move(change, 'superseded');
    await this.#ask(known, order, mark, difference, write);
  }

  /** An order stored before such wishes existed gets them as long as nothing of it was sent. */
  async #learnWishes(order: Order, { drafts }: DraftGroup, write: Repositories | null): Promise<void> {
    if (order.wishesMark !== '' || !unsentStates.includes(order.state)) return;
    const { wishes } = wishesOfRows(drafts, this.#workspace.divisions);
    const patch = { wishesJson: writeWishes(wishes), wishesMark: wishesMarkOf(drafts) };
    await write?.orders.show(order.id, patch);
  }

  /** An order stored before this column existed gets it from any file; known values stay. */
  async #learnSale(order: Order, { drafts }: DraftGroup, write: Repositories | null): Promise<void> {
    if (order.buyer !== '' || order.originalNo !== '' || order.saleJson !== '') return;
    const sale = saleOfRows(drafts);
    if (Object.keys(sale).length > 0) await write?.orders.show(order.id, saleColumnsOf(sale));
  }

  /** The ship-by time needs no decision: the newer one counts, and any is better than none. */
  async #renewTimes(order: Order, { drafts }: DraftGroup, write: Repositories | null): Promise<void> {
    const isNewer = this.#source.informationAt > order.createdAt;
    const patch = changedTimes(order, drafts, (before) => before === null || isNewer);
    if (patch !== null) await write?.orders.show(order.id, patch);
  }

  /** A person refused this content, or it is the order's earlier content, replaced since. */
  #isSettled(mark: string, order: Order, earlier: readonly OrderChange[]): boolean {
    return earlier.some((change) => {
      if (change.kind !== 'content') return false;
      if (change.state === 'rejected') return change.contentHash === mark;
      if (change.state !== 'accepted') return false;
      const { contentHash: hash = '', wishesMark } = readPrevious(change.beforeJson).columns ?? {};
      const before = saidMark(hash, order.wishesMark, wishesMark ?? order.wishesMark);
      return before === mark && this.#source.informationAt <= change.informationAt;
    });
  }

  /** Rows of an order that are apart in the file: its goods are those of all of them. */
  async #further(known: Known, order: Order, later: DraftGroup, write: Repositories | null): Promise<void> {
    known.rowHashes.push(...later.rowHashes);
    const hash = contentHash(known.rowHashes);
    const previous = known.change;
    if (previous !== null) await write?.orderChanges.remove(previous.id);
    known.change = null;
    known.isChanged = hash !== order.contentHash;
    if (!known.isChanged) return;
    const base = previous === null ? order : { ...order, ...readPatch(previous.patchJson) };
    const counted = countedDrafts(later, this.#context.repeats ?? { layout: '', answer: null });
    const items = [...itemsOf(base), ...counted.flatMap((draft) => draft.items)];
    const fresh = { ...base, ...itemColumnsOf(items), contentHash: hash };
    const difference = orderDifference(order, fresh);
    if (difference === null) return;
    await this.#ask(known, order, hash, difference, write);
  }

  /** Asks a person whether to update the stored order from the file. */
  async #ask(
    known: Known,
    order: Order,
    hash: string,
    difference: OrderDifference,
    write: Repositories | null,
  ): Promise<void> {
    known.change = changeRow(this.#workspace, this.#source, order, {
      kind: 'content',
      code: contentChangeCode(order.state),
      rowNumber: known.rowNumber,
      contentHash: hash,
      ...difference,
    });
    await write?.orderChanges.insert(known.change);
    if (write !== null) await refreshAlarm(write, order.id);
  }

  /** A refund that was withdrawn, a day that has come: what nobody says any more is no question any more. */
  async #endQuestions(order: Order, { drafts }: DraftGroup, write: Repositories | null): Promise<Order> {
    if (order.state !== 'needs-review' || write === null) return order;
    const now = this.#workspace.clock.now();
    const isNewer = this.#source.informationAt > order.createdAt;
    const said = new Set(drafts.flatMap(({ complaints }) => complaints.map(({ code }) => code)));
    const complaints = complaintsOf(order);
    const remaining = complaints.filter(
      (one) => said.has(one.code) || !(hasDayCome(one, now) || (isNewer && isSaidByPlatform(one))),
    );
    if (remaining.length === complaints.length) return order;
    const state = remaining.length > 0 ? 'needs-review' : 'ready';
    const patch = { ...complaintColumnsOf(remaining), updatedAt: now };
    return (await write.orders.move(order, state, patch)) ?? order;
  }

  /** A refund request, a hold by the platform: only when the file says so for the first time. */
  async #judgeStop(order: Order, group: DraftGroup, write: Repositories | null): Promise<void> {
    const complaints = group.drafts.flatMap((draft) => draft.complaints);
    const code = stopCodeOf(complaints);
    const rowNumber = group.drafts[0]?.rowNumber ?? 0;
    if ((code ?? '') === order.stopCode) this.#sayStopAgain(order, rowNumber);
    else if (code === null) await write?.orders.show(order.id, { stopCode: '' });
    else await this.#stop(order, { code, rowNumber }, write);
  }

  /** Its number still stands, and nobody has decided: the row alone reads as if nothing were to be done. */
  #sayStopAgain(order: Order, rowNumber: number): void {
    const code = stopCode(order);
    if (code !== null) this.attention.push(about(order, rowNumber, { code, field: 'status' }));
  }

  /** Ends the comparison: counts the results and stops orders that no row of the file ships any more. */
  async finish(isShipped: (order: Order) => boolean): Promise<ReadonlyMap<string, number>> {
    for (const [{ orderKey }, stop] of await this.#weakStops.meant())
      if (!this.#stops.has(orderKey)) this.#stops.set(orderKey, stop);
    const stops = [...this.#stops].filter(([key]) => !this.#known.has(key));
    const rows = new Map<string, number>();
    for (let start = 0; start < stops.length; start += stopChunk) {
      const chunk = new Map(stops.slice(start, start + stopChunk));
      const act = async (read: Repositories, write: Repositories | null) => {
        const orders = await read.orders.byKeys([...chunk.keys()]);
        const erased = await read.retention.erased(orders.map(({ id }) => id));
        for (const order of orders.filter(({ id }) => !erased.some(({ orderId }) => orderId === id))) {
          const stop = chunk.get(order.orderKey);
          if (stop === undefined || isShipped(order)) continue;
          if (stop.code !== order.stopCode) await this.#stop(order, stop, write);
          else if (stopCode(order) === null) continue;
          else this.#sayStopAgain(order, stop.rowNumber);
          rows.set(order.id, stop.rowNumber);
        }
      };
      if (this.#source.isDryRun) await act(this.#workspace.store.read, null);
      else await this.#workspace.store.write((write) => act(write, write));
    }
    for (const { order, rowNumber } of this.#known.values()) rows.set(order.id, rowNumber);
    return rows;
  }

  async #stop(order: Order, stop: OrderStop, write: Repositories | null): Promise<void> {
    const [workspace, source] = [this.#workspace, this.#source];
    const code =
      write === null
        ? isPastStopping(order)
          ? null
          : codeOfStop(stop, order)
        : await stopOrder({ workspace, write, source, stop }, order);
    if (code === null) return;
    this.#stopped++;
    this.attention.push(about(order, stop.rowNumber, { code, field: 'status' }));
  }

  /** In the order of the rows. Of one that forbids a known order, only what is to be done now: alone it reads as if that were nothing. */
  attentionWith(ofRows: readonly AttentionRow[]): AttentionRow[] {
    const told = this.attention.filter(({ code }) => stops.includes(code));
    const stopped = new Set(told.map(({ rowNumber }) => rowNumber));
    const asksNothing = (row: AttentionRow) =>
      stopCodeOf([row]) !== null || row.code === 'IMPORT_ALREADY_SHIPPED';
    const others = ofRows.filter((row) => !stopped.has(row.rowNumber) || !asksNothing(row));
    return [...others, ...this.attention].sort((left, right) => left.rowNumber - right.rowNumber);
  }

  /** Counts of existing orders, with what a person should check. */
  totals(): {
    readonly orders: number;
    readonly duplicates: number;
    readonly changed: number;
    readonly needsReview: number;
  } {
    const totals = { orders: this.#known.size, duplicates: 0, changed: this.#stopped, needsReview: 0 };
    for (const { order, rowNumber, isChanged } of this.#known.values()) {
      if (isChanged) {
        totals.changed++;
        this.attention.push(about(order, rowNumber, { code: contentChangeCode(order.state), field: '' }));
      } else totals.duplicates++;
      if (order.state !== 'needs-review') continue;
      totals.needsReview++;
      for (const complaint of complaintsOf(order)) this.attention.push(about(order, rowNumber, complaint));
    }
    return totals;
  }
}

/**
 * What a file says about an order, for comparing two files. Wishes are not part of the hash: order codes depend on it, and must not change
 * because more of a file is stored.
 */
function saidMark(hash: string, storedMark: string, wishesMark: string): string {
  return storedMark === '' || wishesMark === storedMark ? hash : `${hash} ${wishesMark}`;
}

/** Not the whole row: one is kept per order of a large file that is imported again. */
function keptOf(order: Order): Known['order'] {
  const { id, orderKey, orderNo, state, complaintsJson } = order;
  // Keys are mostly the number itself, and most orders have no complaints: such texts need not be stored twice.
  return {
    id,
    orderKey,
    orderNo: orderNo === orderKey ? orderKey : orderNo,
    state: orderStates.find((name) => name === state) ?? state,
    complaintsJson: complaintsJson === '[]' ? '[]' : complaintsJson,
  };
}

function about(
  { orderNo }: Pick<Order, 'orderNo'>,
  rowNumber: number,
  complaint: OrderComplaint,
): AttentionRow {
  return { ...complaint, params: { orderNo, ...complaint.params }, orderNo, rowNumber };
}
