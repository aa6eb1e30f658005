import { type Kysely, sql } from 'kysely';

const statements = [
  'alter table cod_payouts add column confirmed_at integer',
  `alter table cod_payouts add column confirmed_by text not null default ''`,
];

/** Money that a person found on the account stands beside what platforms and lists say, so that it can be taken back. */
export const m0700CodConfirmed = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
