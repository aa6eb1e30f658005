import { type Kysely, sql } from 'kysely';

/** Whose layout a label was printed with, and why ours where the account asks for the carrier's. */
export const m0190CarrierLabels = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const column of [
      `drawn_by text not null default ''`,
      `own_layout_reason text not null default ''`,
      'own_layout_seen integer not null default 0',
    ])
      await sql`alter table print_jobs add column ${sql.raw(column)}`.execute(db);
    await sql`create index print_jobs_own_layout on print_jobs(own_layout_reason, id)
      where own_layout_reason <> '' and own_layout_seen = 0`.execute(db);
  },
};
