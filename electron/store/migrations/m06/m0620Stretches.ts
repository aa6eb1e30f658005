import { type Kysely, sql } from 'kysely';

const statements = [
  'alter table orders add column stretch integer not null default 0',
  // Those that are there are one stretch, whose entries are sorted once: some seconds for a million.
  'drop index orders_receiver_name',
  'drop index orders_receiver_phone_tail',
  // With the id, it is enough for names that begin with or hold a text.
  'create index orders_receiver_name on orders(stretch, receiver_name, id)',
  'create index orders_receiver_phone_tail on orders(stretch, receiver_phone_tail)',
];

/** Names and phones come in any order: entered among a million others, those of one import touch every page of their index. */
export const m0620Stretches = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
