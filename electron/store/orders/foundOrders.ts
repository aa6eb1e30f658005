import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { Schema } from '../schema.ts';

type Where = ExpressionBuilder<Schema, 'orders'>;

/** Orders that a search found, as a condition on their rows. */
export type Found = (where: Where) => Expression<SqlBool>;

/** What nobody finds in an index is looked for among these only: as many as a person still scrolls through. */
export const mostFound = 20_000;

/**
 * Of each kind of number the last of those that begin so: the first signs of a number that are typed begin nearly all of a book. Listing
 * and counting 100,000 of them takes a second, a million ten, at every key.
 */
export const mostBegun = 5_000;

/**
 * Goods and streets are looked for in as many of the newest orders of each state: a shop that never scans out leaves every order
 * it ever booked open, and reading 100,000 of them takes a quarter of a second.
 */
const mostOpen = 5_000;

/** States in which an order is still somebody's work; goods and streets are looked for in them. */
export const openStates = ['needs-review', 'ready', 'booking', 'booked', 'packed', 'held'] as const;

export const newestOpen = (db: Kysely<Schema>, state: (typeof openStates)[number]) =>
  db.selectFrom('orders').select('id').where('state', '=', state).orderBy('id', 'desc').limit(mostOpen);

/** Latin letters of any case alike; a text without any is compared as it is, which costs a server a quarter of that. */
export function holds(column: string, text: string): Expression<SqlBool> {
  if (!/[a-z]/i.test(text)) return sql<SqlBool>`instr(${sql.ref(column)}, ${text}) > 0`;
  return sql<SqlBool>`${sql.ref(column)} like ${`%${text.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;
}

/** The same of a text in memory. */
export function textHolds(text: string): (column: string) => boolean {
  if (!/[a-z]/i.test(text)) return (column) => column.includes(text);
  const small = text.toLowerCase();
  return (column) => column.toLowerCase().includes(small);
}
