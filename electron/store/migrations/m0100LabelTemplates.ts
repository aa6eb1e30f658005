import type { Kysely } from 'kysely';
import { createTable, type TableSpec } from './createTable.ts';

const tables: readonly TableSpec[] = [
  {
    name: 'label_templates',
    columns: {
      id: 'text',
      name: 'text',
      size: 'text',
      version: 'integer',
      is_default: 'integer',
      created_at: 'integer',
      updated_at: 'integer',
      removed_at: 'integer?',
    },
    primaryKey: ['id'],
  },
  {
    name: 'label_template_versions',
    columns: {
      template_id: 'text',
      version: 'integer',
      content_json: 'text',
      back_to: 'integer?',
      saved_at: 'integer',
    },
    primaryKey: ['template_id', 'version'],
  },
  {
    name: 'label_logos',
    columns: {
      id: 'text',
      name: 'text',
      width_dots: 'integer',
      height_dots: 'integer',
      bits_base64: 'text',
      created_at: 'integer',
      removed_at: 'integer?',
    },
    primaryKey: ['id'],
  },
];

/**
 * The merchant area of labels as data. Versions are never changed, templates and logos never deleted: a label printed
 * with them must look the same when it is printed again.
 */
export const m0100LabelTemplates = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const table of tables) await createTable(db, table);
  },
};
