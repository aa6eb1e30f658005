import { type Kysely, sql } from 'kysely';

const statements = [
  // Its questions go along `calls_account`: ids sort by their time.
  'drop index calls_account_at',
  // `tracking_state_news` begins with the same column.
  'drop index tracking_state',
  'drop index shipments_booked_at',
  'create index shipments_booked_at on shipments(booked_at) where booked_at is not null',
];

/** Each booking wrote to pages of these three that no question needs. */
export const m0675BookingIndexes = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
