import { type Kysely, sql } from 'kysely';

const statements = [
  // Ready orders of one phone are looked for at each change of an order: beside a hundred thousand, by reading all of them twice.
  `create index orders_ready_phone on orders(receiver_phone) where state = 'ready' and receiver_phone <> ''`,
];

export const m0540ReadyPhones = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
