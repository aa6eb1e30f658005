import { type Kysely, sql } from 'kysely';

const statements = [
  // The next moment at which a call of a lane may start, whoever makes it.
  `create table paces (
    lane text not null, started_at integer not null, next_at integer not null, spacing_ms integer not null,
    primary key (lane)) without rowid`,
  // What one workstation of all does at a time.
  `create table duties (name text not null, workstation_id text not null, primary key (name)) without rowid`,
  // What changed, for the other workstations to read again; gone after some minutes.
  `create table change_notices (
    no integer primary key autoincrement, at integer not null, workstation_id text not null, topics text not null)`,
];

/** What workstations that share a book tell each other. */
export const m0591Together = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
