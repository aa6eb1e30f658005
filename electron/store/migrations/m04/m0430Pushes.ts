import { type Kysely, sql } from 'kysely';

const statements = [
  // A platform's messages as they came in; what they said stands with the parcels.
  `create table pushes (
    id text not null, at integer not null, account_id text not null, channel text not null,
    code text not null, updated integer not null, ignored integer not null, pickups integer not null,
    cod integer not null,    primary key (id))`,
  `create index pushes_at on pushes(at)`,
  `create table push_relays (
    account_id text not null, url text not null, callback_url text not null, sealed_token text not null,
    place text not null, asked_at integer, code text not null, failures integer not null,
    next_at integer not null, created_at integer not null, primary key (account_id))`,
];

export const m0430Pushes = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
