import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table orders add column buyer text not null default ''`,
  `alter table orders add column original_no text not null default ''`,
  `alter table orders add column sale_json text not null default ''`,
  `create index orders_buyer on orders(buyer) where buyer <> ''`,
  `create index orders_original_no on orders(original_no) where original_no <> ''`,
];

/** What a file says of the sale: buyer, number where it was placed, amounts, time, the platform's key to a hidden receiver. */
export const m0525SaleFacts = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
