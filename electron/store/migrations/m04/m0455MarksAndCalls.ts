import { type Kysely, sql } from 'kysely';

const statements = [
  // The parcels behind a mark of the board, the newest first.
  `create index parcel_times_collected_at on parcel_times(collected_at, waybill_no)
    where collected_at is not null`,
  `create index parcel_times_signed_at on parcel_times(
    signed_at, carrier, province, collected_at, promised_at, waybill_no) where signed_at is not null`,
  // The call log of one account or one interface, the newest first.
  'create index calls_account on calls(account_id, id)',
  'create index calls_interface on calls(interface_name, id)',
  `create index calls_failed on calls(id) where error_code <> ''`,
];

export const m0455MarksAndCalls = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
