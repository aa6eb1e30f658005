import { type Kysely, sql } from 'kysely';

const statements = [
  // The picture lies in a sealed file; its key lies here, and what loses its row can never be read again.
  `create table parcel_photos (
    id text primary key not null, parcel_id text not null, order_id text not null, parcel_no integer not null,
    taken_at integer not null, operator text not null, size_bytes integer not null, seal_key text not null)`,
  `create index parcel_photos_order_id on parcel_photos(order_id, taken_at)`,
  `create index parcel_photos_taken_at on parcel_photos(taken_at)`,
  `create trigger parcel_photos_order_removed after delete on orders
    begin delete from parcel_photos where order_id = old.id; end`,
];

export const m0515ParcelPhotos = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
