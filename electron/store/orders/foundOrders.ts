import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { Schema } from '../schema.ts';

type Where = ExpressionBuilder<Schema, 'orders'>;

/** Orders that a search found, as a condition on their rows. */
export type Found = (where: Where) => Expression<SqlBool>;

/** Searches without an index look at this many orders: as many as a person scrolls through. */
export const mostFound = 20_000;

/**
 * At most this many matches per kind of number, the newest: the first characters typed match nearly a whole book. Listing and counting
 * 100,000 takes a second, a million ten, at every key.
 */
export const mostBegun = 5_000;

/**
 * Goods and streets are searched in as many of the newest orders per state: a shop that never scans out leaves every booked order open,
 * and reading 100,000 takes a quarter of a second.
 */
const mostOpen = 5_000;

/** States in which an order still needs work; goods and streets are searched in them. */
export const openStates = ['needs-review', 'ready', 'booking', 'booked', 'packed', 'held'] as const;

export const newestOpen = (db: Kysely<Schema>, state: (typeof openStates)[number]) =>
  db.selectFrom('orders').select('id').where('state', '=', state).orderBy('id', 'desc').limit(mostOpen);

/** Ignores the case of Latin letters; a text without any is compared as it is, which costs a server a quarter of that. */
export function holds(column: string, text: string): Expression<SqlBool> {
  if (!/[a-z]/i.test(text)) return sql<SqlBool>`instr(${sql.ref(column)}, ${text}) > 0`;
  return sql<SqlBool>`${sql.ref(column)} like ${`%${text.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;
}

/** The same for a text in memory. */
export function textHolds(text: string): (column: string) => boolean {
  if (!/[a-z]/i.test(text)) return (column) => column.includes(text);
  const small = text.toLowerCase();
  return (column) => column.toLowerCase().includes(small);
}
