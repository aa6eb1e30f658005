import { type Kysely, sql } from 'kysely';
import { createTable } from './createTable.ts';

/**
 * The ledger tells how far the paper is known (`sent` becomes `accepted`, `scanned` is new), why a job is held, when
 * somebody last wanted it and when its first byte left; printers have settings of their own and rules that choose them.
 */
export const m0090PrintLedger = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`update print_jobs set state = 'accepted' where state = 'sent'`.execute(db);
    await sql`update orders set print_state = 'accepted' where print_state = 'sent'`.execute(db);
    for (const column of [
      `operator text not null default ''`,
      `hold_reason text not null default ''`,
      `wanted_at integer not null default 0`,
      `sent_at integer`,
      `scanned_at integer`,
      `moved_from text not null default ''`,
      `device_job text not null default ''`,
    ])
      await sql`alter table print_jobs add column ${sql.raw(column)}`.execute(db);
    await sql`update print_jobs set wanted_at = created_at`.execute(db);
    await sql`update print_jobs set sent_at = coalesce(settled_at, created_at)
      where state in ('sending', 'accepted', 'confirmed', 'unsure')`.execute(db);
    await sql`create index print_jobs_printer_sent on print_jobs(printer_uri, sent_at, id) where sent_at is not null`.execute(
      db,
    );
    await sql`alter table printers add column profile_json text not null default '{}'`.execute(db);
    await createTable(db, {
      name: 'print_routes',
      columns: {
        position: 'integer',
        carrier: 'text',
        shop: 'text',
        size: 'text',
        printer_uri: 'text',
      },
      primaryKey: ['position'],
    });
  },
};
