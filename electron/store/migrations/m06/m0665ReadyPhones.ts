import { type Kysely, sql } from 'kysely';

const statements = [
  'drop index orders_ready_phone',
  `create index orders_ready_phone on orders(stretch, receiver_phone) where state = 'ready' and receiver_phone <> ''`,
];

/** Phones come in any order, too: beside a hundred thousand that are ready, each order of an import went to a page of its own. */
export const m0665ReadyPhones = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
