import { type Kysely, sql } from 'kysely';

/** Names are found by their beginning; the id makes the index enough for the names that hold a text elsewhere. */
export const m0130NameSearch = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create index orders_receiver_name on orders(receiver_name, id)`.execute(db);
  },
};
