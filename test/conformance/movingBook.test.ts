import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { practicePlatform } from '../../electron/carriers/practice/practicePlatform.ts';
import { databaseFileName, openDatabase } from '../../electron/store/database/openDatabase.ts';
import { createSqliteDialect } from '../../electron/store/database/sqliteDialect.ts';
import { embeddedEnd, serverEnd } from '../../electron/store/moving/bookEnds.ts';
import { bookTables } from '../../electron/store/moving/bookTables.ts';
import { copyBook } from '../../electron/store/moving/copyBook.ts';
import { openStore } from '../../electron/store/openStore.ts';
import type { Schema } from '../../electron/store/schema.ts';
import { connectServer } from '../../electron/store/server/openServerStore.ts';
import { commandNamed, runCommand } from '../doubles/program/runCommand.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
  testKey,
} from '../doubles/workspace/openTestWorkspace.ts';
import { engineNamed } from './storeEngines.ts';

const place = inject('server');
const samples = join(import.meta.dirname, '../../resources/samples/orders.xlsx');

function embedded(folder: string): Kysely<Schema> {
  const database = openDatabase(join(folder, databaseFileName), testKey, 'writer');
  if (!database.ok) throw new Error(database.code);
  return new Kysely<Schema>({ dialect: createSqliteDialect(database.value) });
}

const onServer = (database: string): Kysely<Schema> => connectServer({ ...place, database }, 1);

/** Everything in an embedded book, as text. */
async function contents(db: Kysely<Schema>): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const { name, key } of await bookTables(db)) {
    const order = sql.join(key.map((column) => sql.ref(column)));
    const { rows } = await sql`select * from ${sql.table(name)} order by ${order}`.execute(db);
    all[name] = JSON.stringify(rows);
  }
  return all;
}

describe.skipIf(place === null)('an order book that moves', () => {
  let workspace: TestWorkspace;
  let source: Kysely<Schema>;
  let server: Kysely<Schema>;
  let serverFolder: string;

  beforeEach(async () => {
    workspace = await openTestWorkspace({ isPractice: true, platforms: [practicePlatform] });
    await testAccount(workspace);
    const shipped = await runCommand(workspace, commandNamed('ship'), [samples]);
    if (!shipped.ok) throw new Error(shipped.code);
    await workspace.store.write((write) =>
      write.goodsPictures.put({
        link: 'https://shop.example/1.png',
        type: 'image/png',
        bytes: Uint8Array.of(0, 137, 255),
        fetchedAt: 1,
        usedAt: 2,
      }),
    );
    source = embedded(workspace.folder);
    serverFolder = mkdtempSync(join(tmpdir(), 'moved-'));
    await (await engineNamed('PostgreSQL').open(serverFolder)).close();
    server = onServer(basename(serverFolder));
  });
  afterEach(async () => {
    await source.destroy();
    await server.destroy();
    await workspace.close();
    rmSync(serverFolder, { recursive: true });
  });

  const toServer = async () => {
    const tables = await bookTables(source);
    return server
      .transaction()
      .execute((transaction) => copyBook(tables, embeddedEnd(source), serverEnd(transaction)));
  };

  it('to a server is read there as it was here, counts and all', async () => {
    const moved = await toServer();
    expect(moved).toMatchObject({ ok: true });
    const store = await engineNamed('PostgreSQL').open(serverFolder);
    const { read } = workspace.store;
    expect(await store.read.orders.tallies()).toEqual(await read.orders.tallies());
    const ids = await read.orders.readyIds(500);
    expect(await store.read.orders.byIds(ids)).toEqual(await read.orders.byIds(ids));
    const booked = await read.orders.withWaybill('', 500);
    expect(booked.length).toBeGreaterThan(10);
    expect(await store.read.orders.withWaybill('', 500)).toEqual(booked);
    await store.close();
  });

  it('to a server and back is the same to the last byte', async () => {
    await toServer();
    const folder = mkdtempSync(join(tmpdir(), 'back-'));
    const made = await openStore(folder, testKey, true);
    if (!made.ok) throw new Error(made.code);
    await made.value.close();
    const back = embedded(folder);
    const tables = await bookTables(back);
    const moved = await back
      .transaction()
      .execute((transaction) => copyBook(tables, serverEnd(server), embeddedEnd(transaction)));
    expect(moved).toMatchObject({ ok: true });
    expect(await contents(back)).toEqual(await contents(source));
    await back.destroy();
    rmSync(folder, { recursive: true });
  });

  async function byHand(...statements: readonly string[]): Promise<void> {
    const client = new Client({ ...place, database: basename(serverFolder) });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  }

  it('is told when a row reads otherwise there', async () => {
    const tables = await bookTables(source);
    await byHand(
      "create function spoil() returns trigger language plpgsql as $$ begin new.name := 'X'; return new; end $$",
      'create trigger spoil before insert on accounts for each row execute function spoil()',
    );
    const end = serverEnd(server);
    const moved = await copyBook(tables, embeddedEnd(source), {
      ...end,
      // What somebody added to the server by hand does not rest.
      async restTriggers(all) {
        const wake = await end.restTriggers(all);
        await sql`alter table accounts enable trigger spoil`.execute(server);
        return wake;
      },
    });
    expect(moved).toMatchObject({ ok: false, code: 'MOVE_ROW_UNLIKE', params: { table: 'accounts' } });
  });
});
