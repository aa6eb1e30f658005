import { type Kysely, sql } from 'kysely';

/**
 * An account that was removed goes on being named, and whoever answers for its parcels is found. Of accounts removed before
 * this nothing is left but their ids: no merchant id, and the platform's name stands for theirs.
 */
const statements = [
  `create table removed_accounts (
    id text not null, name text not null, platform text not null, merchant_id text, endpoint text,
    created_at integer not null, removed_at integer not null, handed_to text, primary key (id))`,
  `insert into removed_accounts
    select account_id, platform, platform, null, null, min(created_at), max(created_at), null
      from (select account_id, platform, created_at from shipments
            union all select account_id, platform, created_at from pickups)
      where account_id not in (select id from accounts) and platform <> 'manual'
      group by account_id`,
];

export const m0340RemovedAccounts = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
