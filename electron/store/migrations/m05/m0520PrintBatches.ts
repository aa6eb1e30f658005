import { type Kysely, sql } from 'kysely';

const key = (row: string) => `${row}batch_id, ${row}state, ${row}error_code = 'PRINT_CANCELLED'`;

const count = (row: string, by: 1 | -1) =>
  `insert into print_batch_totals (batch_id, state, is_cancelled, total) values (${key(row)}, ${by})
    on conflict (batch_id, state, is_cancelled) do update set total = total + ${by};`;

const statements = [
  `alter table shipments add column batch_id text not null default ''`,
  `alter table print_jobs add column batch_id text not null default ''`,
  `create table print_batches (
    id text not null, created_at integer not null, operator text not null, is_singles integer not null,
    held_at integer, primary key (id))`,
  `create index print_batches_created_at on print_batches(created_at, id)`,
  // The labels of a batch in the order they come out; what failed in it is read from the index alone.
  `create index print_jobs_batch on print_jobs(batch_id, id)`,
  `create index print_jobs_batch_failed on print_jobs(batch_id, error_code) where state = 'failed'`,
  // Kept with each change: a ledger of years is not counted anew whenever a label comes out.
  `create table print_batch_totals (
    batch_id text not null, state text not null, is_cancelled integer not null, total integer not null,
    primary key (batch_id, state, is_cancelled)) without rowid`,
  `insert into print_batch_totals (batch_id, state, is_cancelled, total)
    select ${key('')}, count(*) from print_jobs group by 1, 2, 3`,
  `create trigger print_batch_totals_insert after insert on print_jobs begin ${count('new.', 1)} end`,
  `create trigger print_batch_totals_delete after delete on print_jobs begin ${count('old.', -1)} end`,
  `create trigger print_batch_totals_update after update of state, error_code on print_jobs
    when (${key('old.')}) <> (${key('new.')}) begin ${count('old.', -1)} ${count('new.', 1)} end`,
];

/** Labels that were wanted together belong together; older ones belong to no batch. */
export const m0520PrintBatches = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
