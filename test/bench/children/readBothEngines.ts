import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { databaseFileName, openDatabase } from '../../../electron/store/database/openDatabase.ts';
import { createSqliteDialect } from '../../../electron/store/database/sqliteDialect.ts';
import { embeddedEnd, serverEnd } from '../../../electron/store/moving/bookEnds.ts';
import { bookTables } from '../../../electron/store/moving/bookTables.ts';
import { copyBook } from '../../../electron/store/moving/copyBook.ts';
import { openStore } from '../../../electron/store/openStore.ts';
import type { Schema } from '../../../electron/store/schema.ts';
import { connectServer, openServerStore } from '../../../electron/store/server/openServerStore.ts';
import type { Store } from '../../../electron/store/store.ts';
import { startPostgres } from '../../doubles/servers/postgresServer.ts';
import { benchFolder } from '../kit/benchFolders.ts';
import { percentile } from '../kit/percentile.ts';
import { report } from '../kit/runChild.ts';
import { bookJob, bookOrder, bookSearches, timed } from '../kit/sampleBook.ts';

/** The same book of `count` orders in a file and on a server on this computer, every commit on disk: how long the same work takes. */
const total = Number(process.argv[2] ?? '1000000');
const dataKey = new Uint8Array(32).fill(5);
const page = { offset: 0, limit: 100 };
const chunk = 10_000;
const turnsMs = 10_000;

async function fill(store: Store, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += chunk) {
    const orders = Array.from({ length: Math.min(chunk, to - start) }, (_, index) =>
      bookOrder(start + index),
    );
    await store.write((write) => write.orders.insertMany(orders));
  }
}

async function figuresOf(store: Store) {
  const { read } = store;
  const p95 = async (times: number, act: (turn: number) => Promise<unknown>) =>
    percentile(await timed(times, act), 0.95);
  const claimP95Ms = await p95(300, () =>
    store.write((write) => write.jobs.claim(['book', 'find'], 1, 1_000_000)),
  );
  const searchP95Ms: Record<string, number> = {};
  for (const [kind, draw] of Object.entries(bookSearches(total)))
    searchP95Ms[kind] = await p95(100, () => read.orders.window({ search: draw() }, page));
  const listP95Ms = await p95(100, (turn) =>
    read.orders.window({ state: 'ready' }, { ...page, offset: turn * 100 }),
  );
  const { waybill } = bookSearches(total);
  const scanP95Ms = await p95(300, () => read.bench.orderOfWaybill(waybill?.() ?? ''));
  const startedAt = performance.now();
  const more = 50_000;
  await fill(store, total, total + more);
  const rowsPerSecond = (more * 1000) / (performance.now() - startedAt);
  return { claimP95Ms, searchP95Ms, listP95Ms, scanP95Ms, rowsPerSecond };
}

const folder = mkdtempSync(join(benchFolder, 'both-'));
const opened = await openStore(folder, dataKey, 'may-create');
if (!opened.ok) throw new Error(opened.code);
const embedded = opened.value;
await fill(embedded, 0, total);
await embedded.write(async (write) => {
  for (let no = 0; no < 5_000; no++) await write.jobs.insert(bookJob(no));
});

const server = await startPostgres({ isDurable: true });
if (server === null) throw new Error('no PostgreSQL is installed here');
const place = { host: '127.0.0.1', port: server.port, user: server.user, database: 'postgres' };
const made = await openServerStore(place);
if (!made.ok) throw new Error(made.code);
const onServer = made.value;

async function move(): Promise<number> {
  const database = openDatabase(join(folder, databaseFileName), dataKey, 'reader');
  if (!database.ok) throw new Error(database.code);
  const source = new Kysely<Schema>({ dialect: createSqliteDialect(database.value) });
  const target = connectServer(place, 1);
  const tables = await bookTables(source);
  const startedAt = performance.now();
  const moved = await copyBook(tables, embeddedEnd(source), {
    step: (work) => target.transaction().execute((transaction) => work(serverEnd(transaction))),
  });
  const seconds = (performance.now() - startedAt) / 1000;
  if (!moved.ok) throw new Error(moved.code);
  await sql`vacuum analyze`.execute(target);
  await source.destroy();
  await target.destroy();
  return moved.value.rows / seconds;
}

/** Transactions a second of so many benches that each claim a job and put it back, one transaction after the other. */
async function turnsOf(benches: number): Promise<number> {
  const stores = await Promise.all(
    Array.from({ length: benches }, async () => {
      const bench = await openServerStore(place);
      if (!bench.ok) throw new Error(bench.code);
      return bench.value;
    }),
  );
  const until = performance.now() + turnsMs;
  let turns = 0;
  await Promise.all(
    stores.map(async (store) => {
      while (performance.now() < until) {
        const [job] = await store.write((write) => write.jobs.claim(['book'], 1, 1_000_000));
        if (job !== undefined) await store.write((write) => write.jobs.putBack(job, 1));
        turns += 2;
      }
    }),
  );
  await Promise.all(stores.map((store) => store.close()));
  return (turns * 1000) / turnsMs;
}

const movedRowsPerSecond = await move();
const figures = { embedded: await figuresOf(embedded), server: await figuresOf(onServer) };
const turnsPerSecond: Record<number, number> = {};
for (const benches of [1, 2, 4, 8]) turnsPerSecond[benches] = await turnsOf(benches);
report({ total, movedRowsPerSecond, turnsPerSecond, ...figures });
await embedded.close();
await onServer.close();
await server.close();
rmSync(folder, { recursive: true, force: true });
