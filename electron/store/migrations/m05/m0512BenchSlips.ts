import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table packed_parcels add column slip_state text not null default ''`,
  `alter table packed_parcels add column slip_error text not null default ''`,
  `update packed_parcels set slip_state = 'printed' where slip_printed_at is not null`,
  // Asked for at each start: of those whose printing the end of the program cut off.
  `create index packed_parcels_slip_sending on packed_parcels(slip_state) where slip_state = 'sending'`,
  // What the recorder of the bench is still to be told, in this order.
  `create table recorder_words (
    no integer primary key autoincrement, event text not null, parcel_no text not null, at integer not null)`,
];

export const m0512BenchSlips = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
