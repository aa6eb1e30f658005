import { type Kysely, sql } from 'kysely';

const statements = [
  // Counted with every change of an order: beside a hundred thousand that are ready, by looking at each.
  `create index orders_by_hand on orders(state, error_code) where error_code = 'BOOKING_BY_HAND'`,
];

export const m0505OrdersByHand = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
