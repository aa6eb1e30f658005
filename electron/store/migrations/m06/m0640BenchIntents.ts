import { type Kysely, sql } from 'kysely';

/**
 * What somebody asked for of an order at a bench while its book was away. In the book: that it has come there, under the same id and with
 * nothing of what it says.
 */
export const m0640BenchIntents = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        `create table bench_intents (
          id text not null, workstation_id text not null, at integer not null, operator text not null,
          order_id text not null, order_no text not null, version integer not null,
          asked_json text not null, before_json text not null, primary key (id))`,
      )
      .execute(db);
  },
};
