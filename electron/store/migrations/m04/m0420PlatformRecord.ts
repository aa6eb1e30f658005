import { type Kysely, sql } from 'kysely';

const statements = [
  `create table support_terms (
    account_id text primary key not null, terms_json text not null, version integer not null,
    changed_at integer not null, changed_by text not null)`,
  `create table record_evidence (
    id text primary key not null, account_id text not null, kind text not null, name text not null,
    byte_count integer not null, digest text not null, sealed_content text not null,
    valid_until text not null, added_at integer not null, added_by text not null)`,
  'create index record_evidence_account on record_evidence(account_id, id)',
  `create table record_incidents (
    id text primary key not null, account_id text not null, title text not null, ticket_no text not null,
    terms_json text not null, started_at integer not null, noted_by text not null, answered_at integer,
    solved_at integer, outcome text not null, version integer not null)`,
  'create index record_incidents_account on record_incidents(account_id, started_at)',
  `create table record_notes (
    id text primary key not null, account_id text not null, kind text not null, person text not null,
    text text not null, evidence_id text, incident_id text, at integer not null, written_by text not null)`,
  'create index record_notes_account on record_notes(account_id, id)',
  `create table set_up_ticks (
    item text primary key not null, at integer not null, ticked_by text not null)`,
];

/** What is known of platforms beside their calls: terms, files, notes, incidents; and the set-up only a person can tick. */
export const m0420PlatformRecord = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
