import type { Kysely } from 'kysely';
import { createTable, type TableSpec } from './createTable.ts';

const tables: readonly TableSpec[] = [
  {
    name: 'rule_versions',
    columns: {
      version_no: 'integer',
      set_json: 'text',
      rules: 'integer',
      back_to: 'integer',
      saved_at: 'integer',
    },
    primaryKey: ['version_no'],
  },
  {
    name: 'rule_passes',
    columns: { order_id: 'text', rule_id: 'text', at: 'integer' },
    primaryKey: ['order_id', 'rule_id'],
  },
  {
    name: 'share_bookings',
    columns: { shipment_id: 'text', order_id: 'text', experiment_id: 'text', arm: 'text' },
    primaryKey: ['shipment_id'],
    indexes: [['experiment_id', 'arm']],
  },
  {
    name: 'price_tables',
    columns: { id: 'text', carrier: 'text', account_id: 'text', table_json: 'text', saved_at: 'integer' },
    primaryKey: ['id'],
  },
  {
    name: 'freight_answers',
    columns: {
      account_id: 'text',
      carrier: 'text',
      question_key: 'text',
      amount_fen: 'integer',
      checked_at: 'integer',
    },
    primaryKey: ['question_key', 'account_id', 'carrier'],
  },
];

/** Rules that choose account and carrier with every former version, shares on trial, and what freight is known. */
export const m0080Choosing = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const table of tables) await createTable(db, table);
  },
};
