import type { Kysely } from 'kysely';
import { createTable, type TableSpec } from './createTable.ts';

const orders: TableSpec = {
  name: 'orders',
  columns: {
    id: 'text',
    order_key: 'text',
    order_no: 'text',
    source: 'text',
    shop: 'text',
    state: 'text',
    version: 'integer',
    receiver_name: 'text',
    receiver_phone: 'text',
    receiver_phone_tail: 'text',
    receiver_extension: 'text',
    province: 'text',
    city: 'text',
    district: 'text',
    town: 'text',
    detail: 'text',
    receiver_text: 'text',
    receiver_columns_json: 'text',
    items_json: 'text',
    goods_text: 'text',
    quantity: 'integer',
    weight_grams: 'integer?',
    parcel_count: 'integer',
    cod_fen: 'integer',
    insured_fen: 'integer',
    buyer_remark: 'text',
    seller_remark: 'text',
    carrier: 'text',
    confidence: 'real',
    complaints_json: 'text',
    content_hash: 'text',
    import_id: 'text',
    shipment_id: 'text?',
    shipment_state: 'text?',
    platform: 'text',
    booked_carrier: 'text',
    waybill_no: 'text',
    print_state: 'text?',
    error_code: 'text',
    created_at: 'integer',
    updated_at: 'integer',
  },
  primaryKey: ['id'],
  unique: [['order_key']],
  // A key begins with its order number: the unique index finds both.
  indexes: [
    ['state', 'id'],
    { columns: ['confidence', 'id'], where: "state = 'needs-review'" },
    { columns: ['shipment_state', 'print_state', 'id'], where: 'shipment_state is not null' },
    { columns: ['waybill_no'], where: "waybill_no <> ''" },
    ['receiver_phone_tail'],
  ],
};

const shipments: TableSpec = {
  name: 'shipments',
  columns: {
    id: 'text',
    order_id: 'text',
    account_id: 'text',
    platform: 'text',
    carrier: 'text',
    order_code: 'text',
    state: 'text',
    version: 'integer',
    request_json: 'text',
    booking_json: 'text?',
    waybill_no: 'text',
    attempts: 'integer',
    find_count: 'integer',
    error_code: 'text',
    error_params_json: 'text',
    printer_uri: 'text',
    serial_no: 'integer',
    serial_total: 'integer',
    created_at: 'integer',
    sent_at: 'integer?',
    booked_at: 'integer?',
  },
  primaryKey: ['id'],
  // The order code is the platform's key for ever: one account never uses one twice.
  unique: [['account_id', 'order_code']],
  indexes: [['order_id'], ['state'], ['booked_at']],
};

const printJobs: TableSpec = {
  name: 'print_jobs',
  columns: {
    id: 'text',
    shipment_id: 'text',
    order_id: 'text',
    printer_uri: 'text',
    state: 'text',
    version: 'integer',
    copy_no: 'integer',
    reason: 'text',
    document_json: 'text',
    serial_no: 'integer',
    serial_total: 'integer',
    error_code: 'text',
    created_at: 'integer',
    settled_at: 'integer?',
  },
  primaryKey: ['id'],
  // One job for each copy: a second label needs a second copy number, and with it a reason.
  unique: [['shipment_id', 'copy_no']],
  indexes: [['state', 'id'], ['order_id']],
};

const jobs: TableSpec = {
  name: 'jobs',
  columns: {
    id: 'text',
    kind: 'text',
    subject_id: 'text',
    lane: 'text',
    state: 'text',
    run_at: 'integer',
    attempts: 'integer',
    lease_until: 'integer?',
    created_at: 'integer',
  },
  primaryKey: ['id'],
  // A subject has one open job: two workers never hold the same parcel.
  unique: [['subject_id']],
  indexes: [['state', 'kind', 'run_at', 'id']],
};

const calls: TableSpec = {
  name: 'calls',
  columns: {
    id: 'text',
    at: 'integer',
    account_id: 'text',
    platform: 'text',
    interface_name: 'text',
    order_id: 'text',
    order_code: 'text',
    platform_code: 'text',
    request_id: 'text',
    error_code: 'text',
    certainty: 'text',
    duration_ms: 'integer',
  },
  primaryKey: ['id'],
  indexes: [['order_id'], ['order_code']],
};

const tracking: TableSpec = {
  name: 'tracking',
  columns: {
    waybill_no: 'text',
    carrier: 'text',
    order_id: 'text',
    order_no: 'text',
    account_id: 'text',
    phone_tail: 'text',
    state: 'text',
    exception: 'text',
    last_text: 'text',
    last_at: 'integer?',
    checked_at: 'integer?',
    next_due_at: 'integer',
    booked_at: 'integer?',
  },
  primaryKey: ['waybill_no'],
  indexes: [['next_due_at'], ['state']],
};

const trackingEvents: TableSpec = {
  name: 'tracking_events',
  columns: {
    waybill_no: 'text',
    at: 'integer',
    text: 'text',
    location: 'text',
    status: 'text',
    raw_status: 'text',
  },
  primaryKey: ['waybill_no', 'at', 'text'],
};

const imports: TableSpec = {
  name: 'imports',
  columns: {
    id: 'text',
    file_name: 'text',
    format: 'text',
    encoding: 'text',
    profile: 'text',
    rows: 'integer',
    imported: 'integer',
    duplicates: 'integer',
    changed: 'integer',
    needs_review: 'integer',
    rejected: 'integer',
    skipped: 'integer',
    duration_ms: 'integer',
    at: 'integer',
  },
  primaryKey: ['id'],
};

const accounts: TableSpec = {
  name: 'accounts',
  columns: {
    id: 'text',
    name: 'text',
    platform: 'text',
    merchant_id: 'text',
    endpoint: 'text?',
    sealed_secret: 'text',
    sealed_fields: 'text',
    created_at: 'integer',
  },
  primaryKey: ['id'],
  unique: [['name']],
};

const history: TableSpec = {
  name: 'history',
  columns: {
    id: 'text',
    order_id: 'text',
    at: 'integer',
    kind: 'text',
    code: 'text',
    note: 'text',
    data_json: 'text',
  },
  primaryKey: ['id'],
  indexes: [['order_id', 'id']],
};

const settings: TableSpec = {
  name: 'settings',
  columns: { key: 'text', value_json: 'text' },
  primaryKey: ['key'],
};
const printers: TableSpec = {
  name: 'printers',
  columns: { uri: 'text', name: 'text', created_at: 'integer' },
  primaryKey: ['uri'],
};

const tables = [
  orders,
  shipments,
  printJobs,
  jobs,
  calls,
  tracking,
  trackingEvents,
  imports,
  accounts,
  history,
  settings,
  printers,
];

export const m0010First = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const table of tables) await createTable(db, table);
  },
};
