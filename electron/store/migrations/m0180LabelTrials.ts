import { type Kysely, sql } from 'kysely';
import { createTable, type TableSpec } from './createTable.ts';

const tables: readonly TableSpec[] = [
  {
    name: 'label_trials',
    columns: {
      id: 'text',
      size: 'text',
      old_template_id: 'text',
      old_version: 'integer',
      new_template_id: 'text',
      new_version: 'integer',
      percent: 'integer',
      starts_at: 'integer',
      ends_at: 'integer',
      version: 'integer',
      created_at: 'integer',
      ended_at: 'integer?',
      kept: 'text',
    },
    primaryKey: ['id'],
  },
  {
    name: 'print_templates',
    columns: {
      job_id: 'text',
      shipment_id: 'text',
      template_id: 'text',
      template_version: 'integer',
      trial_id: 'text',
      arm: 'text',
    },
    primaryKey: ['job_id'],
    indexes: [['shipment_id'], { columns: ['trial_id', 'arm'], where: `trial_id <> ''` }],
  },
];

/** Templates on trial, and with which template in which version each label was printed; earlier labels say it themselves. */
export const m0180LabelTrials = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const table of tables) await createTable(db, table);
    await sql`insert into print_templates (job_id, shipment_id, template_id, template_version, trial_id, arm)
      select id, shipment_id, json_extract(document_json, '$.template.templateId'),
        json_extract(document_json, '$.template.version'), '', ''
      from print_jobs
      where json_valid(document_json) and json_extract(document_json, '$.template.version') is not null`.execute(
      db,
    );
  },
};
