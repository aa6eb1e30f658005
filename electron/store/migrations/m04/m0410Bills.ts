import { type Kysely, sql } from 'kysely';

/**
 * Carriers' bills, what came of each of their lines, and the money of parcels paid on delivery. Lines of one parcel share
 * their `item_key`; a bill counts once its state is `ready`.
 */
const statements = [
  `create table bills (
    id text not null, carrier text not null, file_name text not null, content_hash text not null,
    lines_hash text not null, from_day text not null, to_day text not null, state text not null,
    tolerance_json text not null, layout_json text not null, lines integer not null,
    rows_skipped integer not null, billed_fen integer not null, told_fen integer,
    cod_fen integer not null, duration_ms integer not null, operator text not null,
    created_at integer not null, primary key (id))`,
  `create index bills_carrier on bills(carrier, from_day)`,
  `create table bill_lines (
    bill_id text not null, row_no integer not null, waybill_no text not null, item_key text not null,
    fee_kind text not null, day text not null, weight_grams integer, amount_fen integer not null,
    cod_fen integer not null, fees_json text not null, place text not null, reason text not null,
    primary key (bill_id, row_no)) without rowid`,
  `create index bill_lines_item on bill_lines(bill_id, item_key, row_no)`,
  // Was this number billed before? What could not be read has no number.
  `create index bill_lines_waybill on bill_lines(waybill_no, fee_kind, bill_id) where waybill_no <> ''`,
  `create table bill_items (
    bill_id text not null, item_key text not null, class text not null, reason text not null,
    waybill_no text not null, shipment_id text not null, order_id text not null, order_no text not null,
    lines integer not null, first_row integer not null, billed_grams integer, own_grams integer,
    billed_fen integer not null, estimate_fen integer, expected_fen integer, difference_fen integer,
    cod_fen integer not null, own_cod_fen integer not null, claim_fen integer, claim_state text not null,
    claimed_fen integer, won_fen integer, claim_note text not null, claimed_by text not null,
    claimed_at integer, version integer not null, primary key (bill_id, item_key)) without rowid`,
  `create index bill_items_class on bill_items(bill_id, class, first_row, item_key)`,
  `create index bill_items_claim on bill_items(bill_id, claim_state) where claim_state <> ''`,
  `create index bill_items_shipment on bill_items(shipment_id) where shipment_id <> ''`,
  `create index bill_items_order on bill_items(order_id) where order_id <> ''`,
  `create table bill_layouts (
    carrier text not null, header_key text not null, headers_json text not null, columns_json text not null,
    uses integer not null, used_at integer not null, primary key (carrier, header_key))`,
  `create index shipments_waybill_no on shipments(waybill_no) where waybill_no <> ''`,
  `create table cod_payouts (
    waybill_no text not null, carrier text not null, account_id text not null, order_id text not null,
    order_no text not null, awaiting_at integer, paid_out_at integer, received_at integer,
    told_fen integer, account_holder text not null, account_tail text not null, bill_id text not null,
    heard_at integer not null, primary key (waybill_no))`,
  `create index cod_payouts_order on cod_payouts(order_id) where order_id <> ''`,
  `create index orders_cod on orders(waybill_no) where cod_fen > 0 and waybill_no <> ''`,
];

export const m0410Bills = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
