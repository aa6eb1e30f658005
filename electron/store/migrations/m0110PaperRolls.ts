import type { Kysely } from 'kysely';
import { createTable } from './createTable.ts';

/** Rolls that lie in the printers, so that somebody is told before the paper ends. */
export const m0110PaperRolls = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createTable(db, {
      name: 'paper_rolls',
      columns: { printer_uri: 'text', labels: 'integer', loaded_at: 'integer' },
      primaryKey: ['printer_uri'],
    });
  },
};
