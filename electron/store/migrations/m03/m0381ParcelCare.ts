import { type Kysely, sql } from 'kysely';

const statements = [
  `create table parcel_arrivals (
    waybill_no text primary key not null, promise_from text not null, expected_at integer, words text not null,
    platform text not null, asked_at integer)`,
  `create table parcel_returns (
    id text primary key not null, waybill_no text not null, carrier text not null, order_id text not null,
    order_no text not null, outward_no text not null, reason text not null, state text not null,
    version integer not null, created_at integer not null, created_by text not null, received_at integer,
    received_by text not null, note text not null)`,
  `create unique index parcel_returns_waybill_no on parcel_returns(waybill_no)`,
  `create index parcel_returns_order_id on parcel_returns(order_id)`,
  `create index parcel_returns_state on parcel_returns(state, created_at)`,
  `create table notice_hooks (
    id text primary key not null, url text not null, sealed_secret text not null, saved_at integer not null)`,
];

export const m0381ParcelCare = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
