import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBackupProcess, createBackupThread } from '../../../../electron/store/backup/backupMaker.ts';
import { databaseFileName, openDatabase } from '../../../../electron/store/database/openDatabase.ts';
import { openStore } from '../../../../electron/store/openStore.ts';
import { giveKeyFile } from '../../../doubles/workspace/backupDesk.ts';
import { describeSchema } from '../../../doubles/workspace/describeSchema.ts';
import { sampleOrder } from '../../../doubles/workspace/sampleOrder.ts';
import { folderDesk, storeKey } from '../../../doubles/workspace/storeDesk.ts';

const desk = folderDesk();

const path = () => join(desk.folder, databaseFileName);
const digest = () => createHash('sha256').update(readFileSync(path())).digest('hex');

async function makeStore(orders = 0): Promise<void> {
  const opened = await openStore(desk.folder, storeKey, 'may-create');
  if (!opened.ok) throw new Error(opened.code);
  const rows = Array.from({ length: orders }, (_, no) => sampleOrder(no));
  await opened.value.write((write) => write.orders.insertMany(rows));
  await opened.value.close();
}

function withRaw<T>(work: (database: Database.Database) => T): T {
  const opened = openDatabase(path(), storeKey, 'writer');
  if (!opened.ok) throw new Error(opened.code);
  try {
    return work(opened.value);
  } finally {
    opened.value.close();
  }
}

describe('opening the database', () => {
  it('asks every setting again that the promises rest on', async () => {
    await makeStore();
    withRaw((database) => {
      const setting = (name: string) => database.pragma(name, { simple: true });
      expect(setting('journal_mode')).toBe('wal');
      expect(setting('synchronous')).toBe(2);
      expect(setting('foreign_keys')).toBe(1);
      expect(setting('secure_delete')).toBe(1);
      expect(setting('temp_store')).toBe(2);
    });
  });

  it('shows nothing in clear', async () => {
    await makeStore(50);
    const bytes = readFileSync(path());
    for (const text of ['李四光', '13800138000', 'orders', 'SQLite format 3', 'kysely_migration'])
      expect(bytes.includes(Buffer.from(text)), text).toBe(false);
  });

  it('does not open with another key, and leaves the file as it is', async () => {
    await makeStore(5);
    const before = digest();
    expect(await openStore(desk.folder, new Uint8Array(32).fill(4), 'must-exist')).toEqual({
      ok: false,
      code: 'WORKSPACE_DAMAGED',
    });
    expect(digest()).toBe(before);
  });

  it.each<[string, (whole: Buffer) => Uint8Array]>([
    ['nothing', () => Buffer.alloc(0)],
    ['half of itself', (whole) => whole.subarray(0, whole.length >> 1)],
    ['its first page and a piece', (whole) => whole.subarray(0, 5_000)],
    ['somebody else’s text', () => Buffer.from('x'.repeat(20_000))],
    ['zeroes', (whole) => Buffer.alloc(whole.length)],
  ])('is damage, told and untouched, when the file holds %s', async (_what, damage) => {
    await makeStore(200);
    const damaged = damage(readFileSync(path()));
    writeFileSync(path(), damaged);
    expect(await openStore(desk.folder, storeKey, 'must-exist')).toEqual({
      ok: false,
      code: 'WORKSPACE_DAMAGED',
    });
    expect(readFileSync(path())).toEqual(Buffer.from(damaged));
  });

  it('takes no plain database of another program for its own', async () => {
    const foreign = new Database(path());
    foreign.exec('create table t (a)');
    foreign.close();
    const before = digest();
    expect(await openStore(desk.folder, storeKey, 'must-exist')).toEqual({
      ok: false,
      code: 'WORKSPACE_DAMAGED',
    });
    expect(digest()).toBe(before);
  });

  it('never opens as sound what had bytes flipped in a page, and never throws', async () => {
    await makeStore(300);
    const whole = readFileSync(path());
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: whole.length - 1 }), { minLength: 8, maxLength: 64 }),
        async (places) => {
          const flipped = Buffer.from(whole);
          for (const place of places) flipped[place] = (flipped[place] ?? 0) ^ 0xff;
          writeFileSync(path(), flipped);
          const opened = await openStore(desk.folder, storeKey, 'must-exist');
          if (opened.ok) await opened.value.close();
          else {
            refused++;
            expect(opened.code).toBe('WORKSPACE_DAMAGED');
          }
        },
      ),
      { numRuns: 60, seed: 7 },
    );
    // A flip in a free page or inside one encrypted row harms no structure.
    expect(refused).toBeGreaterThan(50);
  });

  it('refuses a database of a newer program and leaves it alone', async () => {
    await makeStore(1);
    withRaw((database) =>
      database.prepare('insert into kysely_migration (name, timestamp) values (?, ?)').run('9990_later', 'x'),
    );
    const before = digest();
    expect(await openStore(desk.folder, storeKey, 'must-exist')).toEqual({
      ok: false,
      code: 'WORKSPACE_NEWER',
      params: { version: '9990_later' },
    });
    expect(digest()).toBe(before);
  });
});

it('is the same after a second start', async () => {
  await makeStore(3);
  const once = withRaw(describeSchema);
  await makeStore();
  expect(withRaw(describeSchema)).toEqual(once);
  const opened = await openStore(desk.folder, storeKey, 'must-exist');
  if (!opened.ok) throw new Error(opened.code);
  expect(await opened.value.read.orders.count({})).toBe(3);
  await opened.value.close();
});

// Processes start slowly where others start, too.
describe('an upgrade', { timeout: 180_000 }, () => {
  const makerFile = fileURLToPath(new URL('../../../../electron/backupMaker.ts', import.meta.url));
  const lastStep = '0700_cod_confirmed';
  const backups = () => readdirSync(join(desk.folder, 'backups'));

  /** A workspace of the version before: the last step is still to come. */
  async function makeOlder(): Promise<void> {
    giveKeyFile(desk);
    await makeStore(3);
    withRaw((database) => {
      for (const column of ['confirmed_at', 'confirmed_by'])
        database.exec(`alter table cod_payouts drop column ${column}`);
      database.prepare('delete from kysely_migration where name = ?').run(lastStep);
    });
  }

  it('is ended by Ctrl+C in its backup: nothing of it is left, and the next one starts over and counts', async () => {
    await makeOlder();
    const before = withRaw(describeSchema);
    const stopping = new AbortController();
    const backupWorks = createBackupProcess(makerFile);
    const stopped = await openStore(desk.folder, storeKey, 'must-exist', undefined, {
      backupWorks,
      stopping: stopping.signal,
      onUpgrade: (step) => step?.part === 'copy' && stopping.abort(),
    });
    expect(stopped).toEqual({ ok: false, code: 'UPGRADE_STOPPED' });
    expect(backups()).toEqual([]);
    expect(withRaw(describeSchema)).toEqual(before);
    const opened = await openStore(desk.folder, storeKey, 'must-exist', undefined, { backupWorks });
    if (!opened.ok) throw new Error(opened.code);
    expect(await opened.value.read.orders.count({})).toBe(3);
    // `doctor` and the status bar know of it as of any other backup.
    expect(await opened.value.read.settings.get('lastBackupAt')).toBeGreaterThan(0);
    await opened.value.close();
    expect(backups()).toEqual([`before-${lastStep}.sdbackup`]);
  });

  it.each([
    ['this process', undefined],
    ['a process', createBackupProcess(makerFile)],
    ['a thread', createBackupThread(makerFile)],
  ])('says how far it is, whoever makes its backup (%s)', async (_, backupWorks) => {
    await makeOlder();
    const told: (string | null)[] = [];
    const opened = await openStore(desk.folder, storeKey, 'must-exist', undefined, {
      ...(backupWorks === undefined ? {} : { backupWorks }),
      onUpgrade: (step) => void told.push(step === null ? null : `${step.part} ${step.done}/${step.total}`),
    });
    if (!opened.ok) throw new Error(opened.code);
    await opened.value.close();
    expect(told).toEqual(['copy 0/4', 'write 1/4', 'check 2/4', 'change 3/4', null]);
  });
});
