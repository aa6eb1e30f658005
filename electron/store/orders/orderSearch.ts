import { type ExpressionBuilder, type Kysely, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { personalSealOf } from '../database/personalSeal.ts';
import { listed, rowTotal } from '../database/table.ts';
import type { Schema } from '../schema.ts';
import { type Found, holds, mostBegun, mostFound, newestOpen, openStates } from './foundOrders.ts';
import { OrderNumbers } from './orderNumbers.ts';
import { type PersonSearch, plainPersons, SealedPersons } from './personSearch.ts';
import { stretchesOf } from './stretches.ts';

type Where = ExpressionBuilder<Schema, 'orders'>;

/** Shorter ones are in every number. */
const leastFragment = 3;

/**
 * Searches of the order book. Beginnings of numbers, whole phones and their last four digits, and beginnings of names are each a seek in
 * an index. What is searched only where no number begins so: fragments of order numbers (upper or lower case), names that contain the text, goods and streets of
 * the newest orders that have not gone. That reads much, so the result is kept until something changes.
 */
export class OrderSearch {
  readonly #db: Kysely<Schema>;
  readonly #numbers: OrderNumbers;
  /** null: this engine holds persons in plain. */
  readonly #sealed: SealedPersons | null;
  #kept = { text: '', stamp: '', ids: [] as readonly string[] };

  constructor(db: Kysely<Schema>) {
    this.#db = db;
    this.#numbers = new OrderNumbers(db);
    this.#sealed = personalSealOf(db) === undefined ? null : new SealedPersons(db);
  }

  /** `isOfCode`: whoever searches holds a code in the hand and means one order by it: no fragment, goods or street. */
  async find(search: string, isOfCode: boolean): Promise<Found> {
    const text = plainNumber(search.trim());
    const stretches = await stretchesOf(this.#db);
    const persons = this.#sealed?.among(stretches) ?? plainPersons(stretches);
    const ofPersons = await quickPersons(persons, text, isOfCode);
    const quick: Found = (where) =>
      where('id', 'in', quickHits(where, { text, isOfCode, stretches, ofPersons }));
    if (isOfCode || (await this.#numberBegins(text))) return quick;
    const ids = await this.#keptHits(text, persons, quick);
    const found: Found = (where) => where('id', 'in', listed(ids));
    if (isOfSigns(text)) return found;
    return ids.length === 0 ? quick : (where) => where.or([quick(where), found(where)]);
  }

  /** So many of each kind of number are found, and more begin so; null: all are found. */
  async limitOf(search: string): Promise<number | null> {
    const text = plainNumber(search.trim());
    const totals = await this.#db
      .selectNoFrom((where) =>
        numberKinds(where as unknown as Where, text, mostBegun + 1).map((kind, no) =>
          kind.clearSelect().select(rowTotal).as(`kind${no}`),
        ),
      )
      .executeTakeFirst();
    return Object.values(totals ?? {}).some((total) => Number(total) > mostBegun) ? mostBegun : null;
  }

  async #numberBegins(text: string): Promise<boolean> {
    const hit = await this.#db
      .selectFrom('orders')
      .select('id')
      .where((where) => where('id', 'in', numberHits(where, text, 1)))
      .limit(1)
      .executeTakeFirst();
    return hit !== undefined;
  }

  async #keptHits(text: string, persons: PersonSearch, quick: Found): Promise<readonly string[]> {
    const stamp = await this.#stamp();
    if (this.#kept.text !== text || this.#kept.stamp !== stamp)
      this.#kept = { text, stamp, ids: await this.#slowHits(text, persons, quick) };
    return this.#kept.ids;
  }

  /**
   * Letters and digits alone may be a fragment of a number, or goods; nobody's name or street, which would be told sign by sign
   * to whoever sees them masked.
   */
  async #slowHits(text: string, persons: PersonSearch, quick: Found): Promise<readonly string[]> {
    const db = this.#db;
    const ids = () => db.selectFrom('orders').select('id').limit(mostFound);
    const open = ids().where('id', 'in', allNewestOpen(db));
    const found = new Set<string>();
    const take = async (query: ReturnType<typeof ids>) => {
      for (const { id } of await query.execute()) found.add(id);
    };
    if (isOfSigns(text)) {
      const keys = text.length < leastFragment ? [] : await this.#numbers.holding(text, mostFound);
      // Together with these they are one list of ids, and no row is read to join two.
      await take(ids().where(quick));
      if (keys.length > 0) await take(ids().where('orderKey', 'in', listed(keys)));
      if (/[a-z]/i.test(text)) await take(open.where(holds('goodsText', text)));
      return [...found];
    }
    const begun = ids().where(await persons.nameBegins(text));
    // Only when no name begins so: a name is typed from its beginning.
    if ((await begun.limit(1).executeTakeFirst()) === undefined)
      await take(ids().where(await persons.nameHolds(text)));
    if (text.length > 1) {
      const isThere = await persons.placeHolds(text);
      await take(open.where((where) => where.or([holds('goodsText', text), isThere(where)])));
    }
    return [...found];
  }

  /** Another with every change that this connection or another one made. */
  async #stamp(): Promise<string> {
    const { rows } = await sql<{ stamp: string }>`
      select total_changes() || ' ' || (select data_version from pragma_data_version) as stamp`.execute(
      this.#db,
    );
    return rows[0]?.stamp ?? '';
  }
}

const isOfSigns = (text: string): boolean => /^[\w-]+$/.test(text);

/** A number that an input method left in full width, as it is stored; any other text stays. */
function plainNumber(text: string): string {
  const plain = text.normalize('NFKC');
  return isOfSigns(plain) ? plain : text;
}

/** `138 0013 8000`, `+86-13800138000` → its digits; null: it is no whole phone number. */
function wholePhone(text: string): string | null {
  const digits = text.replace(/^(?:\+|00)?86(?=[\s-]*1)/, '').replace(/[\s-]/g, '');
  return /^(?:1[3-9]\d{9}|0\d{9,11}|400\d{7})$/.test(digits) ? digits : null;
}

type Numbered = 'orders' | 'tracking' | 'printJobs';

/** Whose number, waybill or original number begins so, or that of a parcel or label of theirs; of each kind of number the last. */
function numberKinds(where: Where, text: string, most: number) {
  const end = `${text}\uffff`;
  const orders = () => where.selectFrom('orders').select('id').limit(most);
  const last = (found: SelectQueryBuilder<Schema, Numbered, { id: string }>) =>
    where.selectFrom(found.as('last')).select('last.id');
  const begins = orders().where('orderKey', '>=', text).where('orderKey', '<', end);
  const waybills = orders()
    .where(sql<SqlBool>`waybill_no <> ''`)
    .where('waybillNo', '>=', text)
    .where('waybillNo', '<', end);
  const originals = orders()
    .where(sql<SqlBool>`original_no <> ''`)
    .where('originalNo', '>=', text)
    .where('originalNo', '<', end);
  // Each parcel of a booking is followed under its own number, whether or not it has a label yet.
  const parcels = where
    .selectFrom('tracking')
    .select('orderId as id')
    .where('waybillNo', '>=', text)
    .where('waybillNo', '<', end)
    .where('orderId', '<>', '')
    .limit(most);
  const labels = where
    .selectFrom('printJobs')
    .select('orderId as id')
    .where('waybillNo', '>=', text)
    .where('waybillNo', '<', end)
    .limit(most);
  return [
    last(begins.orderBy('orderKey', 'desc')),
    last(waybills.orderBy('waybillNo', 'desc')),
    last(originals.orderBy('originalNo', 'desc')),
    last(parcels.orderBy('waybillNo', 'desc')),
    last(labels.orderBy('waybillNo', 'desc')),
  ] as const;
}

function numberHits(where: Where, text: string, most = mostBegun) {
  const [first, ...others] = numberKinds(where, text, most);
  return others.reduce((all, kind) => all.union(kind), first);
}

/** Whole phones, and beginnings of names; of whoever holds a code in the hand neither. */
async function quickPersons(persons: PersonSearch, text: string, isOfCode: boolean): Promise<Found[]> {
  const phone = isOfCode ? null : wholePhone(text);
  return [
    ...(phone === null ? [] : [await persons.ofPhone(phone)]),
    ...(isOfSigns(text) ? [] : [await persons.nameBegins(text)]),
  ];
}

interface QuickSearch {
  readonly text: string;
  readonly isOfCode: boolean;
  readonly stretches: readonly number[];
  readonly ofPersons: readonly Found[];
}

/** Each is a question of its own, so that each uses its index: together they would read the whole table. */
function quickHits(where: Where, { text, isOfCode, stretches, ofPersons }: QuickSearch) {
  const ids = () => where.selectFrom('orders').select('id');
  let hits = numberHits(where, text);
  if (/^\d{4}$/.test(text))
    hits = hits.union(ids().where('stretch', 'in', stretches).where('receiverPhoneTail', '=', text));
  // A buyer is found by the whole name alone: sign by sign it would be told to whoever sees it masked.
  if (!isOfCode) hits = hits.union(ids().where(sql<SqlBool>`buyer <> ''`).where('buyer', '=', text));
  for (const found of ofPersons) hits = hits.union(ids().where((each) => found(each)));
  return hits;
}

function allNewestOpen(db: Kysely<Schema>) {
  const [first, ...rest] = openStates.map((state) =>
    db.selectFrom(newestOpen(db, state).as('newest')).select('newest.id'),
  );
  if (first === undefined) throw new Error('no state is open');
  return rest.reduce((all, more) => all.unionAll(more), first);
}
