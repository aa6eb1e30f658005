import { type Kysely, sql } from 'kysely';

/** Jobs of a printer by state: asked at every look at the printers, so never by reading every label. */
export const m0161PrintStates = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create index print_jobs_printer_state on print_jobs(printer_uri, state, settled_at)`.execute(
      db,
    );
  },
};
