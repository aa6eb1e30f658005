import { type Kysely, sql } from 'kysely';

const statements = [
  // Booked orders had one alarm for all that a newer file wants stopped; one that its platform only holds is no refund.
  `update orders set alarm = 'platform' where alarm = 'refund' and stop_code = 'IMPORT_HELD'`,
  `update order_changes set code = 'ORDER_HELD_AFTER_BOOKING'
   where kind = 'stop' and state = 'pending' and order_id in (select id from orders where alarm = 'platform')`,
];

export const m0550PlatformHolds = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
