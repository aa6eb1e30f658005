import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table jobs add column workstation_id text not null default ''`,
  `alter table jobs add column claimed_by text not null default ''`,
  `alter table jobs add column fence integer not null default 0`,
  `alter table pickups add column claimed_by text not null default ''`,
  // Which workstations of a shared book are there, by the book's own time.
  `create table workstation_leases (
    workstation_id text not null, lease_until integer not null, primary key (workstation_id)) without rowid`,
];

/** Whose hands a piece of work is in, and which workstation may have it: several may work on one book. `jobs.lease_until` is written by older programs alone. */
export const m0590Leases = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
