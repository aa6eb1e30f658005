import { type Kysely, sql } from 'kysely';

const statements = [
  // Written as in the query, or it would not be used.
  `create index orders_not_handed_over on orders(created_at)
    where state in ('needs-review', 'ready', 'booking', 'booked', 'packed')`,
];

export const m0392DueOrders = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
