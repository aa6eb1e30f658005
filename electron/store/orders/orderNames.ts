import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { allOrders } from './orderNumbers.ts';

/** Orders read per statement: their names are opened within some ten milliseconds, after which other work has its turn. */
const blockOrders = 2_000;
/** Orders renamed since the last read; beyond this number all names are read again. */
export const keptRenamed = 10_000;

/** A character that appears in no name. */
const lineEnd = '\u0000';

/** Orders with adjacent ids. */
interface Block {
  readonly lastId: string;
  readonly orders: number;
  /** All names in one text, separated by line ends, with their offsets; the same for ids. */
  readonly names: string;
  readonly nameStarts: Uint32Array;
  readonly ids: string;
  readonly idStarts: Uint32Array;
}

/** Position of the last renamed row; 0: none. */
type Place = number;

/**
 * The names of all orders in memory, for a book that seals them: there only a whole name can be searched. A million take some 50 MB. They
 * are read at the first name search, and afterwards only new and renamed ones, and blocks with removed orders.
 */
export class OrderNames {
  readonly #db: Kysely<Schema>;
  #blocks: Block[] = [];
  #renamed = new Map<string, string>();
  /** null: not read yet. */
  #seen: Place | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** Ids of orders whose name begins with the text as written. */
  async beginning(text: string): Promise<string[]> {
    await this.#caughtUp();
    return this.#matching(
      (names) => places(names, `${lineEnd}${text}`),
      Number.POSITIVE_INFINITY,
      (name) => name.startsWith(text),
    );
  }

  /** Ids of orders whose name contains the text, ignoring the case of Latin letters: limited. */
  async holding(text: string, most: number): Promise<string[]> {
    await this.#caughtUp();
    const pattern = new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i');
    const isPlain = !/[a-z]/i.test(text);
    const found = (names: string) => (isPlain ? places(names, text) : matches(names, pattern));
    return this.#matching(found, most, (name) => pattern.test(name));
  }

  #matching(
    found: (names: string) => Iterable<number>,
    most: number,
    isOne: (name: string) => boolean,
  ): string[] {
    const ids: string[] = [];
    for (const [id, name] of this.#renamed) if (isOne(name)) ids.push(id);
    for (const block of this.#blocks) {
      let last = -1;
      for (const place of found(block.names)) {
        const no = lineAt(block.nameStarts, place + 1);
        if (no === last) continue;
        last = no;
        const id = block.ids.slice(block.idStarts[no], block.idStarts[no + 1]);
        if (!this.#renamed.has(id)) ids.push(id);
        if (ids.length >= most) return ids;
      }
    }
    return ids;
  }

  async #caughtUp(): Promise<void> {
    const caughtUp = this.#turn.then(() => this.#catchUp());
    this.#turn = caughtUp.catch(() => undefined);
    await caughtUp;
  }

  async #catchUp(): Promise<void> {
    if (this.#seen === null || !(await this.#learnRenamed(this.#seen))) return this.#readAll();
    if (await this.#isWhole()) return;
    // The last block until it is full.
    const last = this.#blocks.at(-1);
    if (last !== undefined && last.orders < blockOrders) this.#blocks.pop();
    await this.#readAfter(this.#blocks.at(-1)?.lastId ?? '');
    if (!(await this.#isWhole())) await this.#readChanged();
  }

  async #readAll(): Promise<void> {
    this.#seen = null;
    this.#blocks = [];
    this.#renamed = new Map();
    const { rows } = await sql<{
      last: number;
    }>`select coalesce(max(no), 0) as last from renamed_orders`.execute(this.#db);
    await this.#readAfter('');
    this.#seen = rows[0]?.last ?? 0;
  }

  async #readAfter(id: string): Promise<void> {
    for (let last = id; ; ) {
      const block = await this.#block(last, null);
      if (block === null) return;
      this.#blocks.push(block);
      if (block.orders < blockOrders) return;
      last = block.lastId;
      await new Promise(setImmediate);
    }
  }

  async #block(after: string, until: string | null): Promise<Block | null> {
    let query = this.#db.selectFrom('orders').select(['id', 'receiverName']).where('id', '>', after);
    if (until !== null) query = query.where('id', '<=', until);
    const rows = await query.orderBy('id').limit(blockOrders).execute();
    return rows.length === 0 ? null : blockOf(rows);
  }

  /** false: there were too many, or some are no longer stored. */
  async #learnRenamed(seen: Place): Promise<boolean> {
    const rows = await this.#db
      .selectFrom('renamedOrders')
      .select(['no', 'orderId'])
      .where('no', '>=', seen)
      .orderBy('no')
      .limit(keptRenamed)
      .execute();
    const last = Number(rows.at(-1)?.no ?? seen);
    const isMissed = seen > 0 && rows[0]?.no !== seen;
    if (isMissed || rows.length === keptRenamed || this.#renamed.size > keptRenamed) return false;
    const ids = new Set(rows.filter(({ no }) => no !== seen).map(({ orderId }) => orderId));
    for (const id of ids) {
      const order = await this.#db
        .selectFrom('orders')
        .select('receiverName')
        .where('id', '=', id)
        .executeTakeFirst();
      this.#renamed.set(id, order?.receiverName ?? '');
    }
    this.#seen = last;
    return true;
  }

  async #isWhole(): Promise<boolean> {
    const { rows } = await sql<{ orders: number; lastId: string | null }>`
      select ${allOrders} as orders, (select max(id) from orders) as last_id`.execute(this.#db);
    const known = this.#blocks.reduce((sum, { orders }) => sum + orders, 0);
    return rows[0]?.orders === known && (rows[0].lastId ?? '') === (this.#blocks.at(-1)?.lastId ?? '');
  }

  /** Orders were removed, or come from a bench with a slow clock: blocks with another count are read again. */
  async #readChanged(): Promise<void> {
    const blocks: Block[] = [];
    let after = '';
    for (const block of this.#blocks) {
      const { rows } = await sql<{ orders: number }>`
        select count(*) as orders from orders where id > ${after} and id <= ${block.lastId}`.execute(
        this.#db,
      );
      if (rows[0]?.orders === block.orders) blocks.push(block);
      else
        for (let from = after; ; ) {
          const read = await this.#block(from, block.lastId);
          if (read !== null) blocks.push(read);
          if (read === null || read.orders < blockOrders) break;
          from = read.lastId;
        }
      after = block.lastId;
    }
    this.#blocks = blocks;
  }
}

function blockOf(rows: readonly { readonly id: string; readonly receiverName: string }[]): Block {
  const nameStarts = new Uint32Array(rows.length);
  const idStarts = new Uint32Array(rows.length + 1);
  let [nameEnd, idEnd] = [1, 0];
  for (const [no, { id, receiverName }] of rows.entries()) {
    nameStarts[no] = nameEnd;
    nameEnd += receiverName.length + 1;
    idEnd += id.length;
    idStarts[no + 1] = idEnd;
  }
  return {
    lastId: rows.at(-1)?.id ?? '',
    orders: rows.length,
    names: `${lineEnd}${rows.map(({ receiverName }) => receiverName).join(lineEnd)}${lineEnd}`,
    nameStarts,
    ids: rows.map(({ id }) => id).join(''),
    idStarts,
  };
}

function* places(names: string, text: string): Iterable<number> {
  for (let at = names.indexOf(text); at !== -1; at = names.indexOf(text, at + 1)) yield at;
}

function* matches(names: string, pattern: RegExp): Iterable<number> {
  for (const match of names.matchAll(new RegExp(pattern, 'gi'))) yield match.index;
}

/** Which line a place lies in: the last one that begins there or before. */
function lineAt(starts: Uint32Array, place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
