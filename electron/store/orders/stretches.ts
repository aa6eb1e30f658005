import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/**
 * Names and phones come in any order, and an index of a million would have each of them written to a page of its own. So a book
 * is divided into stretches of this many orders, as they come in, and what such an index holds of one lies together: 2,000 orders of
 * an import go to some hundred pages. A name is sought once in each stretch: two hundred times in a book of a million.
 */
const stretchOrders = 5_000;

/** The stretch that an order belongs to which comes in after so many. */
export const stretchAfter = (orders: number): number => Math.floor(orders / stretchOrders);

/** All stretches there are. */
export async function stretchesOf(db: Kysely<Schema>): Promise<readonly number[]> {
  const last = await db
    .selectFrom('orders')
    .select('stretch')
    .orderBy('stretch', 'desc')
    .limit(1)
    .executeTakeFirst();
  return Array.from({ length: (last?.stretch ?? 0) + 1 }, (_, no) => no);
}
