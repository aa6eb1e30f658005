import { type Kysely, sql } from 'kysely';

/**
 * The tables as they are when the program is first released: what the steps of its making came to. Released, it is never
 * edited again. Partial indexes (`where`) hold only the rows they name, so that the others cost nothing at an import.
 */
const statements = [
  // A key begins with its order number, so that the unique index finds both.
  `create table orders (
    id text not null, order_key text not null, order_no text not null, source text not null,
    shop text not null, state text not null, version integer not null, receiver_name text not null,
    receiver_phone text not null, receiver_phone_tail text not null, receiver_extension text not null,
    province text not null, city text not null, district text not null, town text not null,
    detail text not null, receiver_text text not null, receiver_columns_json text not null,
    items_json text not null, goods_text text not null, quantity integer not null, weight_grams integer,
    parcel_count integer not null, cod_fen integer not null, insured_fen integer not null,
    buyer_remark text not null, seller_remark text not null, carrier text not null,
    confidence real not null, complaints_json text not null, content_hash text not null,
    import_id text not null, shipment_id text, shipment_state text, platform text not null,
    booked_carrier text not null, waybill_no text not null, print_state text, error_code text not null,
    created_at integer not null, updated_at integer not null, hold_reason text not null default '',
    hold_note text not null default '', held_at integer, alarm text not null default '',
    stop_code text not null default '', address_key text not null default '',
    review_round integer not null default 0, freight_fen integer, primary key (id), unique (order_key))`,
  `create index orders_alarm on orders(alarm, id) where alarm <> ''`,
  `create index orders_state_id on orders(state, id)`,
  // The review queue reads its entries off these, worst first; an order that is understood costs nothing.
  `create index orders_review on orders(review_round, confidence, address_key, id)
      where state = 'needs-review'`,
  `create index orders_shipment_state_print_state_id on orders(shipment_state, print_state, id)
      where shipment_state is not null`,
  `create index orders_waybill_no on orders(waybill_no) where waybill_no <> ''`,
  `create index orders_receiver_phone_tail on orders(receiver_phone_tail)`,
  `create index orders_import_id on orders(import_id)`,
  `create index orders_review_issue on orders(error_code, review_round, confidence, address_key, id)
      where state = 'needs-review'`,
  `create index orders_review_address on orders(address_key, id) where state = 'needs-review'`,
  // With the id, it is enough for names that hold a text elsewhere.
  `create index orders_receiver_name on orders(receiver_name, id)`,
  `create table order_changes (
    id text not null, order_id text not null, order_no text not null, kind text not null,
    state text not null, version integer not null, code text not null, import_id text not null,
    file_name text not null, row_number integer not null, content_hash text not null,
    fields_json text not null, patch_json text not null, before_json text not null, at integer not null,
    information_at integer not null, settled_at integer, primary key (id))`,
  `create index order_changes_order_id_id on order_changes(order_id, id)`,
  `create index order_changes_import_id on order_changes(import_id)`,
  `create index order_changes_kind_id on order_changes(kind, id) where state = 'pending'`,
  `create table order_parts (
    order_id text not null, origin_id text not null, origin_no text not null, kind text not null,
    origin_state text not null, items_json text not null, primary key (order_id, origin_id))`,
  `create index order_parts_origin_id on order_parts(origin_id)`,
  `create table history (
    id text not null, order_id text not null, at integer not null, kind text not null, code text not null,
    note text not null, data_json text not null, step_id text not null default '', primary key (id))`,
  `create index history_order_id_id on history(order_id, id)`,
  `create index history_step on history(step_id, id) where step_id <> ''`,
  `create table drafts (
    name text not null, value_json text not null, at integer not null, primary key (name))`,
  `create table imports (
    id text not null, file_name text not null, format text not null, encoding text not null,
    profile text not null, rows integer not null, imported integer not null, duplicates integer not null,
    changed integer not null, needs_review integer not null, rejected integer not null,
    skipped integer not null, duration_ms integer not null, at integer not null, undone_at integer,
    primary key (id))`,
  `create table watched_files (
    content_hash text not null, file_name text not null, state text not null, import_id text not null,
    code text not null, report_json text not null, at integer not null, primary key (content_hash))`,
  `create index watched_files_at on watched_files(at)`,
  `create table write_backs (
    origin_id text not null, waybill_no text not null, order_no text not null, template text not null,
    file_name text not null, at integer not null, primary key (origin_id, waybill_no))`,
  `create table own_spellings (
    spelling_key text not null, spelling text not null, field text not null, created_at integer not null,
    primary key (spelling_key))`,
  `create table status_answers (
    profile text not null, word text not null, verdict text not null, created_at integer not null,
    primary key (profile, word))`,
  `create table column_memories (
    header_key text not null, profile text not null, headers_json text not null, columns_json text not null,
    uses integer not null, used_at integer not null, primary key (header_key))`,
  // The same thing learned twice is one thing with two teachers.
  `create table learned (
    id text not null, kind text not null, source text not null, shop text not null, text_key text not null,
    address_key text not null, contact_key text not null, value_key text not null,
    may_lift integer not null, written text not null, name text not null, phone text not null,
    extension text not null, province text not null, city text not null, district text not null,
    town text not null, detail text not null, learned_at integer not null, forgotten_at integer,
    primary key (id), unique (text_key, value_key))`,
  `create index learned_address_key on learned(address_key) where address_key <> ''`,
  `create index learned_contact_key on learned(contact_key) where contact_key <> ''`,
  `create index learned_source_shop on learned(source, shop) where kind = 'spelling'`,
  `create index learned_forgotten_at on learned(forgotten_at) where forgotten_at is not null`,
  `create table learned_links (
    learned_id text not null, order_id text not null, role text not null, at integer not null,
    primary key (learned_id, order_id))`,
  `create index learned_links_order_id on learned_links(order_id)`,
  `create table no_ship (
    id text not null, carrier text not null, province text not null, city text not null,
    district text not null, town text not null, word text not null, reason text not null,
    created_at integer not null, primary key (id), unique (carrier, province, city, district, town, word))`,
  `create table reach_answers (
    account_id text not null, carrier text not null, place_key text not null, answer text not null,
    checked_at integer not null, primary key (place_key, account_id, carrier))`,
  `create index reach_answers_checked_at on reach_answers(checked_at)`,
  `create table accounts (
    id text not null, name text not null, platform text not null, merchant_id text not null, endpoint text,
    sealed_secret text not null, sealed_fields text not null, created_at integer not null, primary key (id),
    unique (name))`,
  `create table account_lanes (
    account_id text not null, fallback text not null, backup_account_id text, raised_per_second integer,
    raised_until integer, halt_code text not null, halt_params_json text not null, halted_at integer,
    balance_total integer, balance_unit text not null, balance_at integer, primary key (account_id))`,
  `create table go_live_steps (
    account_id text not null, step text not null, state text not null, endpoint text not null,
    error_code text not null, error_params_json text not null, note text not null,
    duration_ms integer not null, at integer not null, primary key (account_id, step))`,
  // The order code is the platform's key for ever: one account never uses one twice.
  `create table shipments (
    id text not null, order_id text not null, account_id text not null, platform text not null,
    carrier text not null, order_code text not null, state text not null, version integer not null,
    request_json text not null, booking_json text, waybill_no text not null, attempts integer not null,
    find_count integer not null, error_code text not null, error_params_json text not null,
    printer_uri text not null, serial_no integer not null, serial_total integer not null,
    created_at integer not null, sent_at integer, booked_at integer,
    chosen_by_json text not null default '', path text not null default 'first',
    replace_reason text not null default '', freight_json text not null default '', freight_fen integer,
    asked_by text not null default '', primary key (id), unique (account_id, order_code))`,
  `create index shipments_order_id on shipments(order_id)`,
  `create index shipments_state on shipments(state)`,
  `create index shipments_booked_at on shipments(booked_at)`,
  `create table pickups (
    id text not null, order_id text not null, order_no text not null, account_id text not null,
    platform text not null, carrier text not null, order_code text not null, kind text not null,
    state text not null, version integer not null, request_json text not null, start_at integer,
    end_at integer, waybill_no text not null, platform_ref text not null, raw_state text not null,
    cost_fen integer, error_code text not null, error_params_json text not null,
    created_at integer not null, updated_at integer not null, primary key (id),
    unique (account_id, order_code))`,
  `create index pickups_order_id on pickups(order_id)`,
  `create index pickups_state on pickups(state)`,
  `create table outside_references (
    account_id text not null, order_code text not null, state text not null, waybill_no text not null,
    copies_json text not null, at integer not null, carrier text not null default '',
    goods_of text not null default '', order_id text not null default '',
    other_than_json text not null default '[]', primary key (order_code, account_id))`,
  `create index outside_references_order_id on outside_references(order_id) where order_id <> ''`,
  // A subject has one open job: two workers never hold the same parcel.
  `create table jobs (
    id text not null, kind text not null, subject_id text not null, lane text not null, state text not null,
    run_at integer not null, attempts integer not null, lease_until integer, created_at integer not null,
    primary key (id), unique (subject_id))`,
  `create index jobs_state_kind_run_at_id on jobs(state, kind, run_at, id)`,
  `create table calls (
    id text not null, at integer not null, account_id text not null, platform text not null,
    interface_name text not null, order_id text not null, order_code text not null,
    platform_code text not null, request_id text not null, error_code text not null,
    certainty text not null, duration_ms integer not null, attempt integer not null default 0,
    error_params_json text not null default '{}', primary key (id))`,
  `create index calls_order_id on calls(order_id)`,
  `create index calls_order_code on calls(order_code)`,
  // What support asks by.
  `create index calls_error on calls(error_code, id) where error_code <> ''`,
  `create index calls_platform on calls(platform_code, id) where platform_code <> ''`,
  `create index calls_request on calls(request_id) where request_id <> ''`,
  `create index calls_account_at on calls(account_id, at)`,
  `create table rule_versions (
    version_no integer not null, set_json text not null, rules integer not null, back_to integer not null,
    saved_at integer not null, primary key (version_no))`,
  `create table rule_passes (
    order_id text not null, rule_id text not null, at integer not null, primary key (order_id, rule_id))`,
  `create table share_bookings (
    shipment_id text not null, order_id text not null, experiment_id text not null, arm text not null,
    primary key (shipment_id))`,
  `create index share_bookings_experiment_id_arm on share_bookings(experiment_id, arm)`,
  `create table price_tables (
    id text not null, carrier text not null, account_id text not null, table_json text not null,
    saved_at integer not null, primary key (id))`,
  `create table freight_answers (
    account_id text not null, carrier text not null, question_key text not null,
    amount_fen integer not null, checked_at integer not null,
    primary key (question_key, account_id, carrier))`,
  // One job for each copy of each parcel: a second label needs a second copy number, and with it a reason.
  `create table print_jobs (
    id text not null, shipment_id text not null, order_id text not null, printer_uri text not null,
    state text not null, version integer not null, parcel_no integer not null,
    parcel_total integer not null, waybill_no text not null, copy_no integer not null, reason text not null,
    document_json text not null, serial_no integer not null, serial_total integer not null,
    error_code text not null, created_at integer not null, settled_at integer, operator text not null,
    hold_reason text not null, wanted_at integer not null, sent_at integer, scanned_at integer,
    moved_from text not null, device_job text not null, error_params_json text not null default '{}',
    media_size text not null default '', approver text not null default '',
    drawn_by text not null default '', own_layout_reason text not null default '',
    own_layout_seen integer not null default 0, primary key (id), unique (shipment_id, parcel_no, copy_no))`,
  `create index print_jobs_state_id on print_jobs(state, id)`,
  `create index print_jobs_order_id on print_jobs(order_id)`,
  // A scan asks by the number on the paper.
  `create index print_jobs_waybill_no on print_jobs(waybill_no)`,
  `create index print_jobs_printer_sent on print_jobs(printer_uri, sent_at, id) where sent_at is not null`,
  // Asked at every look at the printers.
  `create index print_jobs_printer_state on print_jobs(printer_uri, state, settled_at)`,
  `create index print_jobs_own_layout on print_jobs(own_layout_reason, id)
      where own_layout_reason <> '' and own_layout_seen = 0`,
  `create table print_templates (
    job_id text not null, shipment_id text not null, template_id text not null,
    template_version integer not null, trial_id text not null, arm text not null, primary key (job_id))`,
  `create index print_templates_shipment_id on print_templates(shipment_id)`,
  `create index print_templates_trial_id_arm on print_templates(trial_id, arm) where trial_id <> ''`,
  `create table printers (
    uri text not null, name text not null, created_at integer not null,
    profile_json text not null default '{}', primary key (uri))`,
  `create table paper_rolls (
    printer_uri text not null, labels integer not null, loaded_at integer not null,
    primary key (printer_uri))`,
  `create table print_routes (
    position integer not null, carrier text not null, shop text not null, size text not null,
    printer_uri text not null, primary key (position))`,
  `create table label_templates (
    id text not null, name text not null, size text not null, version integer not null,
    is_default integer not null, created_at integer not null, updated_at integer not null,
    removed_at integer, primary key (id))`,
  `create table label_template_versions (
    template_id text not null, version integer not null, content_json text not null, back_to integer,
    saved_at integer not null, primary key (template_id, version))`,
  `create table label_logos (
    id text not null, name text not null, width_dots integer not null, height_dots integer not null,
    bits_base64 text not null, created_at integer not null, removed_at integer, primary key (id))`,
  `create table label_trials (
    id text not null, size text not null, old_template_id text not null, old_version integer not null,
    new_template_id text not null, new_version integer not null, percent integer not null,
    starts_at integer not null, ends_at integer not null, version integer not null,
    created_at integer not null, ended_at integer, kept text not null, primary key (id))`,
  `create table tracking (
    waybill_no text not null, carrier text not null, order_id text not null, order_no text not null,
    account_id text not null, phone_tail text not null, state text not null, exception text not null,
    last_text text not null, last_at integer, checked_at integer, next_due_at integer not null,
    booked_at integer, primary key (waybill_no))`,
  `create index tracking_next_due_at on tracking(next_due_at)`,
  `create index tracking_state on tracking(state)`,
  `create table tracking_events (
    waybill_no text not null, at integer not null, text text not null, location text not null,
    status text not null, raw_status text not null, primary key (waybill_no, at, text))`,
  `create table operators (
    id text not null, name text not null, role text not null, version integer not null,
    pin_salt text not null, pin_hash text not null, wrong_pins integer not null, tried_at integer not null,
    signed_in_at integer, created_at integer not null, removed_at integer, primary key (id))`,
  `create table operator_acts (
    no integer not null, at integer not null, kind text not null, operator text not null,
    approver text not null, order_id text not null, what text not null, reason text not null,
    chain text not null, primary key (no))`,
  `create index operator_acts_order_id_no on operator_acts(order_id, no)`,
  `create table settings (
    key text not null, value_json text not null, primary key (key))`,
];

export const m0300First = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
