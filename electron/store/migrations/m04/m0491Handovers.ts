import { type Kysely, sql } from 'kysely';

const statements = [
  `create table handovers (
    id text primary key not null, no text not null, carrier text not null, state text not null,
    version integer not null, day_at integer not null, day_no integer not null, created_at integer not null,
    created_by text not null, closed_at integer, closed_by text not null, courier text not null,
    parcels integer not null)`,
  `create unique index handovers_no on handovers(no)`,
  `create unique index handovers_open on handovers(carrier) where state = 'open'`,
  `create index handovers_day_at on handovers(day_at, carrier, day_no)`,
  `create table handover_parcels (
    waybill_no text primary key not null, handover_id text not null, order_id text not null, order_no text not null,
    parcel_no integer not null, city text not null, weight_grams integer, at integer not null,
    operator text not null, is_scanned integer not null) without rowid`,
  `create index handover_parcels_handover_id on handover_parcels(handover_id, at)`,
  `create index handover_parcels_order_id on handover_parcels(order_id)`,
];

export const m0491Handovers = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
