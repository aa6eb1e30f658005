import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { practicePlatform } from '../../electron/carriers/practice/practicePlatform.ts';
import { databaseFileName, openDatabase } from '../../electron/store/database/openDatabase.ts';
import { createSqliteDialect } from '../../electron/store/database/sqliteDialect.ts';
import { type BookEnd, embeddedEnd, serverEnd } from '../../electron/store/moving/bookEnds.ts';
import { bookTables } from '../../electron/store/moving/bookTables.ts';
import { type BookTarget, type CopiedBook, copyBook } from '../../electron/store/moving/copyBook.ts';
import { openStore } from '../../electron/store/openStore.ts';
import type { Schema } from '../../electron/store/schema.ts';
import { connectServer } from '../../electron/store/server/openServerStore.ts';
import { createTrackingRepository } from '../../electron/store/tracking/trackingRepository.ts';
import { createBookKeys, newBookKeys } from '../../electron/vault/bookKeys.ts';
import { createTextSeal } from '../../electron/vault/sealedText.ts';
import { commandNamed, runCommand } from '../doubles/program/runCommand.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
  testKey,
} from '../doubles/workspace/openTestWorkspace.ts';
import { engineNamed, testSeal } from './storeEngines.ts';

const place = inject('server');
const samples = join(import.meta.dirname, '../../resources/samples/orders.xlsx');

function embedded(folder: string): Kysely<Schema> {
  const database = openDatabase(join(folder, databaseFileName), testKey, 'writer');
  if (!database.ok) throw new Error(database.code);
  return new Kysely<Schema>({ dialect: createSqliteDialect(database.value) });
}

/** Of each parcel of the test: more than one page of them, and several at one moment. */
const eventsOf = (waybillNo: string, count: number, first = 0) =>
  Array.from({ length: count }, (_, at) => ({
    waybillNo,
    at: Math.floor((first + at) / 3),
    text: `快件到达第${first + at}站`,
    location: `站${(first + at) % 7}`,
    status: 'in-transit' as const,
    rawStatus: '',
  }));

const places = [
  { engine: 'PostgreSQL', seal: undefined, what: 'an order book that moves' },
  { engine: 'PostgreSQL sealed', seal: testSeal, what: 'an order book that moves to where it is sealed' },
];

const onServer = (database: string): Kysely<Schema> => connectServer({ ...place, database }, 1);

const inSteps = (db: Kysely<Schema>, endOf: (db: Kysely<Schema>) => BookEnd): BookTarget => ({
  step: (work) => db.transaction().execute((transaction) => work(endOf(transaction))),
});

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

describe.skipIf(place === null).each(places)('$what', ({ engine, seal }) => {
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
    await workspace.store.write((write) => write.tracking.addEvents(eventsOf('YT1', 450)));
    source = embedded(workspace.folder);
    serverFolder = mkdtempSync(join(tmpdir(), 'moved-'));
    await (await engineNamed(engine).open(serverFolder)).close();
    server = onServer(basename(serverFolder));
  });
  afterEach(async () => {
    await source.destroy();
    await server.destroy();
    await workspace.close();
    rmSync(serverFolder, { recursive: true });
  });

  const toServer = async (by = seal) => {
    const tables = await bookTables(source);
    return copyBook(
      tables,
      embeddedEnd(source),
      inSteps(server, (db) => serverEnd(db, by)),
    );
  };

  it('to a server is read there as it was here, counts and all', async () => {
    const moved = await toServer();
    expect(moved).toMatchObject({ ok: true });
    const store = await engineNamed(engine).open(serverFolder);
    const { read } = workspace.store;
    expect(await store.read.orders.tallies()).toEqual(await read.orders.tallies());
    const ids = await read.orders.readyIds(500);
    expect(await store.read.orders.byIds(ids)).toEqual(await read.orders.byIds(ids));
    const booked = await read.orders.withWaybill('', 500);
    expect(booked.length).toBeGreaterThan(10);
    expect(await store.read.orders.withWaybill('', 500)).toEqual(booked);
    await store.close();
  });

  /** Everything that comes back from the server. */
  async function broughtBack(by = seal): Promise<Record<string, string>> {
    const folder = mkdtempSync(join(tmpdir(), 'back-'));
    const made = await openStore(folder, testKey, 'may-create');
    if (!made.ok) throw new Error(made.code);
    await made.value.close();
    const back = embedded(folder);
    try {
      const tables = await bookTables(back);
      const moved = await copyBook(tables, serverEnd(server, by), inSteps(back, embeddedEnd));
      expect(moved).toMatchObject({ ok: true });
      return await contents(back);
    } finally {
      await back.destroy();
      rmSync(folder, { recursive: true });
    }
  }

  it('to a server and back is the same to the last byte', async () => {
    await toServer();
    expect(await broughtBack()).toEqual(await contents(source));
  });

  it('comes back whole where part of it is sealed by a former key still', async () => {
    const keys = createBookKeys(newBookKeys());
    const renewed = seal && createTextSeal(keys);
    await toServer(renewed);
    keys.learn(keys.renewed());
    const { db } = serverEnd(server, renewed);
    await createTrackingRepository(db).addEvents(eventsOf('YT1', 450, 450));
    await workspace.store.write((write) => write.tracking.addEvents(eventsOf('YT1', 450, 450)));
    const [back, wanted] = [await broughtBack(renewed), await contents(source)];
    expect(back.tracking_events).toEqual(wanted.tracking_events);
  });

  /** Cut off behind so many rows; steps of some hundred rows last. */
  async function cutOff(target: BookTarget, from: BookEnd, rows: number): Promise<void> {
    const tables = await bookTables(source);
    const cut = copyBook(tables, from, target, {
      stepRows: 200,
      begin: async () => 'goes-on',
      onCopied(sofar) {
        if (sofar >= rows) throw new Error('cut off');
      },
    });
    await expect(cut).rejects.toThrow('cut off');
  }

  const goesOn = async (target: BookTarget, from: BookEnd): Promise<CopiedBook> => {
    const tables = await bookTables(source);
    const moved = await copyBook(tables, from, target, { begin: async () => 'goes-on' });
    if (!moved.ok) throw new Error(moved.code);
    return moved.value;
  };

  /** A day's work at the source: rows that came, went, changed, and exchanged what only one of them may have. */
  async function workOn(db: Kysely<Schema>): Promise<void> {
    const statements = [
      "update tracking_events set location = 'elsewhere' where at in (3, 90)",
      'delete from tracking_events where at between 20 and 24',
      "update orders set order_key = order_key || 'x' where id in (select id from orders order by id limit 1)",
      'delete from goods_pictures',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await createTrackingRepository(db).addEvents(eventsOf('YT0', 30));
  }

  it('goes on behind what a cut-off copy has left there, and copies only what is missing', async () => {
    const target = inSteps(server, (db) => serverEnd(db, seal));
    const here = embeddedEnd(source);
    await copyBook(await bookTables(source), here, target, { begin: async () => 'none' });
    await sql`delete from tracking_events where at > 40`.execute(server);
    await cutOff(target, here, 600);
    const again = await goesOn(target, here);
    expect(again.kept).toBeGreaterThan(again.rows / 2);
    expect(again.kept).toBeLessThan(again.rows);
    expect(await broughtBack()).toEqual(await contents(source));
    // Everything is there by now.
    expect(await goesOn(target, here)).toEqual({ rows: again.rows, earlier: 'goes-on', kept: again.rows });
  });

  it('goes on with a book that was worked with since: what it has otherwise by now is copied again', async () => {
    const target = inSteps(server, (db) => serverEnd(db, seal));
    await cutOff(target, embeddedEnd(source), 700);
    await workOn(source);
    const again = await goesOn(target, embeddedEnd(source));
    expect(again.kept).toBeGreaterThan(200);
    expect(await broughtBack()).toEqual(await contents(source));
  });

  it('goes on at home with a book that was worked with on the server since', async () => {
    await toServer();
    const folder = mkdtempSync(join(tmpdir(), 'back-'));
    const made = await openStore(folder, testKey, 'may-create');
    if (!made.ok) throw new Error(made.code);
    await made.value.close();
    const back = embedded(folder);
    const there = serverEnd(server, seal);
    await cutOff(inSteps(back, embeddedEnd), there, 700);
    await workOn(there.db);
    const again = await goesOn(inSteps(back, embeddedEnd), there);
    expect(again.kept).toBeGreaterThan(200);
    expect(await contents(back)).toEqual(await broughtBack());
    await back.destroy();
    rmSync(folder, { recursive: true });
  });

  it('is compared whole in the end, also what an earlier copy had brought there', async () => {
    const target = inSteps(server, (db) => serverEnd(db, seal));
    await toServer();
    // Somebody changes the database behind the back of the last step.
    let steps = 0;
    const changed: BookTarget = {
      step: (work) =>
        target.step(async (to) => {
          steps += 1;
          if (steps === 3) await sql`update tracking_events set at = at + 1 where at = 7`.execute(to.db);
          return work(to);
        }),
    };
    const moved = await copyBook(await bookTables(source), embeddedEnd(source), changed, {
      begin: async () => 'goes-on',
    });
    expect(moved).toMatchObject({ ok: false, code: 'MOVE_ROW_UNLIKE', params: { table: 'tracking_events' } });
  });

  it('stands there as whoever runs the server may see it', async () => {
    await toServer();
    const { rows } = await sql<{ text: string }>`select text from tracking_events`.execute(server);
    expect(rows).toHaveLength(450);
    expect(rows.filter(({ text }) => text.startsWith('快件'))).toHaveLength(seal === undefined ? 450 : 0);
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
    const spoiled = (db: Kysely<Schema>): BookEnd => {
      const end = serverEnd(db, seal);
      return {
        ...end,
        // What somebody added to the server by hand does not rest.
        async restTriggers(all) {
          const wake = await end.restTriggers(all);
          await sql`alter table accounts enable trigger spoil`.execute(db);
          return wake;
        },
      };
    };
    const moved = await copyBook(tables, embeddedEnd(source), inSteps(server, spoiled));
    expect(moved).toMatchObject({ ok: false, code: 'MOVE_ROW_UNLIKE', params: { table: 'accounts' } });
  });
});
