import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table orders add column wishes_json text not null default ''`,
  `alter table orders add column wishes_mark text not null default ''`,
];

/** How an order wants to travel: sender, product, who pays, size, receipt and services. */
export const m0485OrderWishes = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
