import { type Kysely, sql } from 'kysely';

const statements = [
  'drop index shipments_state',
  'create index shipments_state on shipments(state, account_id, id)',
];

/**
 * What an account has under way is a handful among all it ever booked: along its own index, each list of accounts read a million
 * bookings, ten seconds in which the core answered nothing.
 */
export const m0655ShipmentStates = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
