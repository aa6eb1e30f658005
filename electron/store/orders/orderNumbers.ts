import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** Orders read per statement: a few milliseconds, after which other work has its turn. */
const blockOrders = 10_000;

/** Characters that appear in no number. */
const lineEnd = '\u0000';
const lineMiddle = '\u0001';

/** The state of the book at the last read. */
interface Seen {
  readonly orders: number;
  readonly lastId: string;
}

interface Block {
  readonly orders: number;
  /** JSON. */
  readonly keys: string;
  /** The number by which the next block is found. */
  readonly last: string;
}

/** All orders, counted by the database itself. */
export const allOrders = sql<number>`(select coalesce(sum(total), 0) from order_totals)`;
const keysOfThem = sql<string>`coalesce(cast(json_group_array(order_key) as text), '[]')`;

/**
 * The numbers of all orders in memory, where fragments of them are looked for. Digits may stand anywhere in a number: an index that
 * is sought in has sixteen entries an order, while a million numbers take 17 MB and are looked through within 10 ms. They are read
 * when somebody first looks for a fragment, and from then on only what came since; what was removed is found here still, and not in
 * the book.
 */
export class OrderNumbers {
  readonly #db: Kysely<Schema>;
  /** A line for each order: its key in small letters, and where it is written otherwise the key itself. */
  #blocks: string[] = [];
  #seen: Seen | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** Keys that hold the text, Latin letters of any case alike: at most so many. */
  async holding(text: string, most: number): Promise<readonly string[]> {
    const caughtUp = this.#turn.then(() => this.#catchUp());
    this.#turn = caughtUp.catch(() => undefined);
    await caughtUp;
    const found = new Set<string>();
    for (const block of this.#blocks)
      for (const key of keysHolding(block, text.toLowerCase())) {
        found.add(key);
        if (found.size === most) return [...found];
      }
    return [...found];
  }

  async #catchUp(): Promise<void> {
    if (this.#seen === null || !(await this.#addNewer(this.#seen))) await this.#readAll();
  }

  /** Ids grow with the time. false: there are not as many orders as that makes, since one came late or was removed. */
  async #addNewer(seen: Seen): Promise<boolean> {
    const { rows } = await sql<Block & { readonly inBook: number }>`
      select ${allOrders} as in_book, count(*) as orders, coalesce(max(id), ${seen.lastId}) as last, ${keysOfThem} as keys
      from (select id, order_key from orders where id > ${seen.lastId} order by id limit ${sql.lit(blockOrders)}) as newer`.execute(
      this.#db,
    );
    const [newer] = rows;
    if (newer === undefined) return false;
    this.#add(newer);
    this.#seen = { orders: seen.orders + newer.orders, lastId: newer.last };
    return newer.orders === blockOrders ? this.#addNewer(this.#seen) : newer.inBook === this.#seen.orders;
  }

  /** Along the index of keys, which is a thirtieth of the rows. What comes in meanwhile is newer than what was seen before. */
  async #readAll(): Promise<void> {
    const { rows } = await sql<Seen>`
      select ${allOrders} as orders, coalesce(max(id), '') as last_id from orders`.execute(this.#db);
    this.#seen = null;
    this.#blocks = [];
    for (let last = '', isAtEnd = false; !isAtEnd; ) {
      const block = await this.#blockAfter(last);
      if (block !== undefined) this.#add(block);
      last = block?.last ?? last;
      isAtEnd = (block?.orders ?? 0) < blockOrders;
      await new Promise(setImmediate);
    }
    this.#seen = rows[0] ?? null;
  }

  async #blockAfter(key: string): Promise<Block | undefined> {
    const { rows } = await sql<Block>`
      select count(*) as orders, coalesce(max(order_key), '') as last, ${keysOfThem} as keys
      from (select order_key from orders where order_key > ${key} order by order_key limit ${sql.lit(blockOrders)}) as block`.execute(
      this.#db,
    );
    return rows[0];
  }

  #add({ orders, keys }: Block): void {
    if (orders > 0) this.#blocks.push((JSON.parse(keys) as string[]).map(lineOf).join(''));
  }
}

function lineOf(key: string): string {
  const small = key.toLowerCase();
  return small === key ? `${key}${lineEnd}` : `${small}${lineMiddle}${key}${lineEnd}`;
}

/**
 * The engine goes from one place of the first character to the next, and zeros fill numbers up: with one in front it took 47 ms a
 * million instead of 5. So what follows them is looked for.
 */
function* keysHolding(block: string, text: string): Iterable<string> {
  const rest = text.replace(/^0+(?=..)/, '');
  const before = text.length - rest.length;
  for (let at = block.indexOf(rest); at !== -1; ) {
    const isHere = before === 0 || block.startsWith(text, at - before);
    const end = isHere ? block.indexOf(lineEnd, at) : at + 1;
    if (isHere) {
      const line = block.slice(block.lastIndexOf(lineEnd, at) + 1, end);
      yield line.slice(line.indexOf(lineMiddle) + 1);
    }
    at = block.indexOf(rest, end);
  }
}
