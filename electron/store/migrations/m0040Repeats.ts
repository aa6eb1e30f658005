import { type Kysely, sql } from 'kysely';
import { createTable, type TableSpec } from './createTable.ts';

const orderChanges: TableSpec = {
  name: 'order_changes',
  columns: {
    id: 'text',
    order_id: 'text',
    order_no: 'text',
    kind: 'text',
    state: 'text',
    version: 'integer',
    code: 'text',
    import_id: 'text',
    file_name: 'text',
    row_number: 'integer',
    content_hash: 'text',
    fields_json: 'text',
    patch_json: 'text',
    before_json: 'text',
    at: 'integer',
    information_at: 'integer',
    settled_at: 'integer?',
  },
  primaryKey: ['id'],
  indexes: [['order_id', 'id'], ['import_id'], { columns: ['kind', 'id'], where: "state = 'pending'" }],
};

const orderParts: TableSpec = {
  name: 'order_parts',
  columns: {
    order_id: 'text',
    origin_id: 'text',
    origin_no: 'text',
    kind: 'text',
    origin_state: 'text',
    items_json: 'text',
  },
  primaryKey: ['order_id', 'origin_id'],
  indexes: [['origin_id']],
};

const orderColumns = [
  ['hold_reason', "text not null default ''"],
  ['hold_note', "text not null default ''"],
  ['held_at', 'integer'],
  ['alarm', "text not null default ''"],
  ['stop_code', "text not null default ''"],
] as const;

/** Changes that newer files bring, merged and split orders, reasons of a hold, alarms, undo of an import. */
export const m0040Repeats = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createTable(db, orderChanges);
    await createTable(db, orderParts);
    for (const [column, type] of orderColumns)
      await sql`alter table orders add column ${sql.ref(column)} ${sql.raw(type)}`.execute(db);
    await sql`alter table imports add column undone_at integer`.execute(db);
    await db.schema.createIndex('orders_import_id').on('orders').column('import_id').execute();
    await db.schema
      .createIndex('orders_alarm')
      .on('orders')
      .columns(['alarm', 'id'])
      .where(sql.raw<boolean>("alarm <> ''"))
      .execute();
  },
};
