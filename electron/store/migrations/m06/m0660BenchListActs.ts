import { type Kysely, sql } from 'kysely';

/**
 * What was done to a courier's list at a bench while its book was away. In the book: that it has come there, under the same id and with
 * nothing of what it says.
 */
export const m0660BenchListActs = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        `create table bench_list_acts (
          id text not null, workstation_id text not null, at integer not null, operator text not null,
          handover_id text not null, kind text not null, waybills_json text not null, primary key (id))`,
      )
      .execute(db);
  },
};
