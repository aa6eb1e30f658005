import { type Kysely, sql } from 'kysely';

export const m0330HistoryOperator = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(`alter table history add column operator text not null default ''`).execute(db);
  },
};
