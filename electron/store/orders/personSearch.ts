import { type Kysely, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { listed } from '../database/table.ts';
import type { Schema } from '../schema.ts';
import { type Found, holds, mostFound, newestOpen, openStates, textHolds } from './foundOrders.ts';
import { OrderNames } from './orderNames.ts';

/** What orders are found by that stands in personal columns. */
export interface PersonSearch {
  /** Orders of a whole number, however it is written there. */
  ofPhone(phone: string): Promise<Found>;
  nameBegins(text: string): Promise<Found>;
  nameHolds(text: string): Promise<Found>;
  /** Streets of the newest orders that are open. */
  placeHolds(text: string): Promise<Found>;
}

/** Asked of the engine itself. */
export function plainPersons(stretches: readonly number[]): PersonSearch {
  return {
    ofPhone: async (phone) => (where) =>
      where.and([
        where('stretch', 'in', stretches),
        where('receiverPhoneTail', '=', phone.slice(-4)),
        sql<SqlBool>`replace(receiver_phone, '-', '') = ${phone}`,
      ]),
    nameBegins: async (text) => (where) =>
      where.and([
        where('stretch', 'in', stretches),
        where('receiverName', '>=', text),
        where('receiverName', '<', `${text}\uffff`),
      ]),
    nameHolds: async (text) => () => holds('receiverName', text),
    placeHolds: async (text) => (where) => where.or([holds('town', text), holds('detail', text)]),
  };
}

/** Read at once, so that opening them keeps nobody waiting. */
const piece = 1_000;

/** Where the engine holds them sealed: what is asked of it is a whole text, everything else is looked for among what was opened. */
export class SealedPersons {
  readonly #db: Kysely<Schema>;
  readonly #names: OrderNames;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
    this.#names = new OrderNames(db);
  }

  among(stretches: readonly number[]): PersonSearch {
    return {
      ofPhone: (phone) => this.#ofPhone(phone, stretches),
      nameBegins: async (text) => ofIds(await this.#names.beginning(text)),
      nameHolds: async (text) => ofIds(await this.#names.holding(text, mostFound)),
      placeHolds: (text) => this.#placeHolds(text),
    };
  }

  async #ofPhone(phone: string, stretches: readonly number[]): Promise<Found> {
    const alike = await this.#db
      .selectFrom('orders')
      .select(['id', 'receiverPhone'])
      .where('stretch', 'in', stretches)
      .where('receiverPhoneTail', '=', phone.slice(-4))
      .execute();
    const found = alike.filter(({ receiverPhone }) => receiverPhone.replaceAll('-', '') === phone);
    return ofIds(found.map(({ id }) => id));
  }

  async #placeHolds(text: string): Promise<Found> {
    const isHeld = textHolds(text);
    const found: string[] = [];
    for (const state of openStates) {
      const newest = newestOpen(this.#db, state);
      for (let last: string | null = null, isAtEnd = false; !isAtEnd; ) {
        const rows = await placesBefore(this.#db, newest, last);
        for (const { id, town, detail } of rows) if (isHeld(town) || isHeld(detail)) found.push(id);
        last = rows.at(-1)?.id ?? null;
        isAtEnd = rows.length < piece;
        await new Promise(setImmediate);
      }
    }
    return ofIds(found);
  }
}

function placesBefore(
  db: Kysely<Schema>,
  newest: SelectQueryBuilder<Schema, 'orders', { id: string }>,
  id: string | null,
) {
  let rows = db.selectFrom('orders').select(['id', 'town', 'detail']).where('id', 'in', newest);
  if (id !== null) rows = rows.where('id', '<', id);
  return rows.orderBy('id', 'desc').limit(piece).execute();
}

const ofIds =
  (ids: readonly string[]): Found =>
  (where) =>
    where('id', 'in', listed(ids));
