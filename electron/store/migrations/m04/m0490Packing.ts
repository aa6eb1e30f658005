import { type Kysely, sql } from 'kysely';

/** A line of goods by its code, else by its variant; written as the bench reads a scanned code. */
const goodsKey = `upper(trim(case when coalesce(json_extract(value, '$.skuCode'), '') <> ''
  then json_extract(value, '$.skuCode') else coalesce(json_extract(value, '$.sku'), '') end))`;

const fillOf = (row: string) => `insert or ignore into open_goods (order_id, goods_key, pieces)
  select ${row}.id, ${goodsKey}, ${row}.quantity from json_each(${row}.items_json) where ${goodsKey} <> ''`;

const statements = [
  `create table packed_parcels (
    id text primary key not null, order_id text not null, order_no text not null, parcel_no integer not null,
    parcel_total integer not null, state text not null, version integer not null, waybill_no text not null,
    carrier text not null, opened_by text not null, closed_by text not null, opened_at integer not null,
    closed_at integer, reopened integer not null, counts_json text not null, pending_key text not null,
    weight_grams integer, weight_source text not null, weighed_at integer, doubtful_grams integer,
    overrides_json text not null, held_reason text not null, label_seen_at integer, slip_code text not null,
    slip_printed_at integer, handed_over_at integer,
    handover_id text not null)`,
  `create unique index packed_parcels_order_id on packed_parcels(order_id, parcel_no)`,
  // One bench, one open parcel: the second loses the race.
  `create unique index packed_parcels_open on packed_parcels(state) where state = 'open'`,
  `create index packed_parcels_aside on packed_parcels(opened_at) where state = 'aside'`,
  `create index packed_parcels_slip_code on packed_parcels(slip_code) where slip_code <> ''`,
  `create index packed_parcels_closed_at on packed_parcels(closed_at) where closed_at is not null`,
  `create index packed_parcels_weighed_at on packed_parcels(weighed_at) where weighed_at is not null`,
  `create index packed_parcels_handover_id on packed_parcels(handover_id) where handover_id <> ''`,
  `create table bench_gestures (
    no integer primary key autoincrement, id text not null, at integer not null, operator text not null,
    kind text not null, parcel_id text not null, order_id text not null, parcel_no integer not null,
    is_by_label integer not null, says text not null, stop text not null, stop_params_json text not null,
    is_printing integer not null)`,
  `create unique index bench_gestures_id on bench_gestures(id)`,
  `create index bench_gestures_parcel_id on bench_gestures(parcel_id) where parcel_id <> ''`,
  `create table packed_units (
    code text primary key not null, parcel_id text not null, goods_key text not null, at integer not null) without rowid`,
  `create index packed_units_parcel_id on packed_units(parcel_id)`,
  `create table goods_codes (
    code text primary key not null, goods_key text not null, has_serials integer not null, saved_by text not null,
    saved_at integer not null) without rowid`,
  `create index goods_codes_goods_key on goods_codes(goods_key)`,
  `create table packed_weights (
    goods_set text primary key not null, grams_json text not null, samples integer not null,
    updated_at integer not null) without rowid`,
  // Goods of orders that have a number and are not packed, so that goods find their order among a million.
  `create table open_goods (
    order_id text not null, goods_key text not null, pieces integer not null,
    primary key (goods_key, pieces, order_id)) without rowid`,
  `create index open_goods_order_id on open_goods(order_id)`,
  `create trigger open_goods_added after insert on orders when new.state = 'booked' begin ${fillOf('new')}; end`,
  `create trigger open_goods_booked after update of state on orders
    when new.state = 'booked' and old.state <> 'booked' begin ${fillOf('new')}; end`,
  `create trigger open_goods_left after update of state on orders
    when old.state = 'booked' and new.state <> 'booked' begin delete from open_goods where order_id = old.id; end`,
  `create trigger open_goods_changed after update of items_json on orders
    when new.state = 'booked' and old.state = 'booked' and new.items_json <> old.items_json
    begin delete from open_goods where order_id = old.id; ${fillOf('new')}; end`,
  `create trigger open_goods_removed after delete on orders when old.state = 'booked'
    begin delete from open_goods where order_id = old.id; end`,
  `insert or ignore into open_goods (order_id, goods_key, pieces)
    select o.id, ${goodsKey}, o.quantity from orders o, json_each(o.items_json)
    where o.state = 'booked' and ${goodsKey} <> ''`,
];

export const m0490Packing = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
