import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { inspectDatabase } from '../../../../../electron/store/backup/inspectDatabase.ts';
import { rekeyDatabase } from '../../../../../electron/store/backup/rekeyDatabase.ts';
import { stagedDatabase, stageFolder } from '../../../../../electron/store/backup/swapWorkspace.ts';
import {
  connectDatabase,
  databaseFileName,
  openDatabase,
} from '../../../../../electron/store/database/openDatabase.ts';
import { openStore } from '../../../../../electron/store/openStore.ts';
import { folderDesk } from '../../../../doubles/workspace/storeDesk.ts';

const desk = folderDesk();
const keyOf = (byte: number) => new Uint8Array(32).fill(byte);
const dataKey = keyOf(7);

/** What each page keeps for its nonce and tag stands unencrypted in byte 20 of the file. */
const reservedBytes = { aegis: 64, chacha20: 32 } as const;
type Cipher = keyof typeof reservedBytes;
const ciphers: readonly Cipher[] = ['aegis', 'chacha20'];

const keptBytesOf = (path: string) => readFileSync(path)[20];

/** As a program of then would have made it, or one of today; left open, so that its log is not folded in. */
function makeWith(cipher: Cipher, path: string): Database.Database {
  const database = new Database(path);
  database.pragma(`cipher='${cipher}'`);
  database.pragma(`key='raw:${Buffer.from(dataKey).toString('hex')}'`);
  database.pragma('journal_mode=WAL');
  database.exec('create table parcels (no integer primary key, text text)');
  const insert = database.prepare('insert into parcels (text) values (?)');
  for (let no = 0; no < 500; no++) insert.run('发货台'.repeat(20));
  return database;
}

const countIn = (database: Database.Database) =>
  database.prepare('select count(*) from parcels').pluck().get();

function open(path: string, key = dataKey) {
  const opened = openDatabase(path, key, 'writer');
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

it('a new workspace is encrypted with the cipher of today', () => {
  const path = join(desk.folder, databaseFileName);
  open(path).close();
  expect(keptBytesOf(path)).toBe(reservedBytes.aegis);
});

it('a workspace made under the previous cipher opens and keeps it', () => {
  const path = join(desk.folder, databaseFileName);
  makeWith('chacha20', path).close();
  const database = open(path);
  database.exec("insert into parcels (text) values ('one more')");
  database.close();
  const again = open(path);
  expect([countIn(again), keptBytesOf(path)]).toEqual([501, reservedBytes.chacha20]);
  again.close();
});

it.each(ciphers)('what a power cut left in the log of %s survives openings with a wrong key', (cipher) => {
  const live = join(desk.folder, 'live.db');
  const path = join(desk.folder, databaseFileName);
  const writer = makeWith(cipher, live);
  // What lies on the disk at this moment is what a power cut leaves.
  for (const ending of ['', '-wal']) copyFileSync(`${live}${ending}`, `${path}${ending}`);
  writer.close();
  for (const options of [{}, { readonly: true }])
    expect(() => connectDatabase(path, keyOf(8), options)).toThrow(/not a database/);
  const database = open(path);
  expect([countIn(database), database.pragma('integrity_check', { simple: true })]).toEqual([500, 'ok']);
  database.close();
});

it('a renewed key brings a workspace under the cipher of today, whole', async () => {
  const path = join(desk.folder, databaseFileName);
  const renewed = stagedDatabase(desk.folder);
  mkdirSync(stageFolder(desk.folder));
  makeWith('chacha20', path).close();
  const made = await openStore(desk.folder, dataKey, 'may-create');
  if (!made.ok) throw new Error(made.code);
  await made.value.close();
  expect(keptBytesOf(path)).toBe(reservedBytes.chacha20);
  const keys = { previousKey: dataKey, dataKey: keyOf(8), journalMark: null };
  expect(rekeyDatabase({ folder: desk.folder, ...keys })).toMatchObject({ ok: true });
  expect(inspectDatabase(renewed, keyOf(8)).ok).toBe(true);
  const database = open(renewed, keyOf(8));
  expect([countIn(database), keptBytesOf(renewed)]).toEqual([500, reservedBytes.aegis]);
  database.close();
});
