import { type Kysely, sql } from 'kysely';

/** What calls before this came to is counted when the workspace is opened: see `store/insight/fillCallBuckets.ts`. */
export const m0360CallBuckets = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        `create table call_buckets (
          grain integer not null, at integer not null, account_id text not null, interface_name text not null,
          platform text not null, calls integer not null, faults integer not null,
          unavailable integer not null, refusals integer not null, durations blob not null,
          codes_json text not null, primary key (grain, at, account_id, interface_name)) without rowid`,
      )
      .execute(db);
  },
};
