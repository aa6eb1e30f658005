import { type Kysely, sql } from 'kysely';

const statements = [
  'alter table orders add column paid_at integer',
  'alter table orders add column ship_by integer',
  'alter table orders add column promised_at integer',
  'create index orders_paid_at on orders(paid_at)',
  'create index orders_ship_by on orders(ship_by)',
  // What must leave soon is found among however many that have left.
  `create index orders_due on orders(state, ship_by) where ship_by is not null`,
  // Instead of the one by import alone. Written as in the query, or it would not be used.
  `drop index orders_not_handed_over`,
  `create index orders_open_since on orders(state, coalesce(paid_at, created_at))
    where state in ('needs-review', 'ready', 'booking', 'booked', 'packed')`,
];

export const m0465OrderTimes = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
