import type { Kysely } from 'kysely';
import { createTable, type TableSpec } from './createTable.ts';

const tables: readonly TableSpec[] = [
  {
    name: 'own_spellings',
    columns: { spelling_key: 'text', spelling: 'text', field: 'text', created_at: 'integer' },
    primaryKey: ['spelling_key'],
  },
  {
    name: 'status_answers',
    columns: { profile: 'text', word: 'text', verdict: 'text', created_at: 'integer' },
    primaryKey: ['profile', 'word'],
  },
  {
    name: 'column_memories',
    columns: {
      header_key: 'text',
      profile: 'text',
      headers_json: 'text',
      columns_json: 'text',
      uses: 'integer',
      used_at: 'integer',
    },
    primaryKey: ['header_key'],
  },
];

/** What a workspace teaches the import: own header spellings, answered status words, columns chosen by hand. */
export const m0030Dictionary = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const table of tables) await createTable(db, table);
  },
};
