import { type Kysely, sql } from 'kysely';

const own = "add column workstation_id text not null default 'own'";

const statements = [
  `create table workstations (
    id text not null, name text not null, joined_at integer not null, seen_at integer not null,
    program text not null, newest_step text not null, shut_out_at integer, primary key (id))`,
  // The key of the book, wrapped under a secret that stands in the invitation alone; taken out by whoever joins with it.
  `create table invitations (
    digest text not null, wrapped_key text not null, made_by text not null, expires_at integer not null,
    primary key (digest))`,
  `alter table packed_parcels ${own}`,
  `alter table bench_gestures ${own}`,
  `alter table recorder_words ${own}`,
  // One open parcel a bench.
  `drop index packed_parcels_open`,
  `create unique index packed_parcels_open on packed_parcels(workstation_id) where state = 'open'`,
];

export const m0595Workstations = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
