import type { Kysely } from 'kysely';
import { createTable, type TableSpec } from './createTable.ts';

const writeBacks: TableSpec = {
  name: 'write_backs',
  columns: {
    origin_id: 'text',
    waybill_no: 'text',
    order_no: 'text',
    template: 'text',
    file_name: 'text',
    at: 'integer',
  },
  primaryKey: ['origin_id', 'waybill_no'],
};

const watchedFiles: TableSpec = {
  name: 'watched_files',
  columns: {
    content_hash: 'text',
    file_name: 'text',
    state: 'text',
    import_id: 'text',
    code: 'text',
    report_json: 'text',
    at: 'integer',
  },
  primaryKey: ['content_hash'],
  indexes: [['at']],
};

/** Waybill numbers that were given back to a platform's upload, and files that the watched folder took in. */
export const m0041WriteBacks = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createTable(db, writeBacks);
    await createTable(db, watchedFiles);
  },
};
