import { type Kysely, sql } from 'kysely';

const statements = [
  // When the platform was last asked to push news of a parcel; 0: never.
  `alter table tracking add column subscribe_tried_at integer not null default 0`,
  `create index pushes_account_id on pushes(account_id, at)`,
];

export const m0431Subscriptions = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
