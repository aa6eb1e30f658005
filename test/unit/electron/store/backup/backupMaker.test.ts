import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBackupProcess, createBackupThread } from '../../../../../electron/store/backup/backupMaker.ts';
import { openStore } from '../../../../../electron/store/openStore.ts';
import type { WorkspaceStore } from '../../../../../electron/store/workspaceStore.ts';
import { giveKeyFile } from '../../../../doubles/workspace/backupDesk.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

const makerFile = fileURLToPath(new URL('../../../../../electron/backupMaker.ts', import.meta.url));
let folder = '';
let store: WorkspaceStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thread-'));
  giveKeyFile({ folder });
  const key = new Uint8Array(32).fill(7);
  const opened = await openStore(folder, key, 'may-create', undefined, {
    backupWorks: createBackupThread(makerFile),
  });
  if (!opened.ok) throw new Error(opened.code);
  store = opened.value;
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const addOrders = (from: number, count: number) =>
  store.write((write) =>
    write.orders.insertMany(Array.from({ length: count }, (_, no) => sampleOrder(from + no))),
  );

it('a backup is made beside the work: the store takes orders meanwhile, and the bench waits for nothing', async () => {
  await addOrders(1, 8_000);
  const target = join(folder, 'day.sdbackup');
  const startedAt = performance.now();
  const making = store.backUp(target);
  let longestGapMs = 0;
  let turns = 0;
  let isMade = false;
  void making.then(() => {
    isMade = true;
  });
  const added = addOrders(10_000, 1);
  for (let lastAt = performance.now(); !isMade; turns++) {
    await new Promise(setImmediate);
    const now = performance.now();
    longestGapMs = Math.max(longestGapMs, now - lastAt);
    lastAt = now;
  }
  const tookMs = performance.now() - startedAt;
  const made = await making;
  await added;
  expect(made).toMatchObject({ ok: true });
  expect(made.ok && made.value.orders).toBeGreaterThanOrEqual(8_000);
  expect(statSync(target).size).toBeGreaterThan(1_000_000);
  expect(turns).toBeGreaterThan(3);
  expect(longestGapMs).toBeLessThan(tookMs / 2);
});

it('two backups asked for at once are made one after the other, and neither spoils the other', async () => {
  await addOrders(1, 10);
  const files = ['one.sdbackup', 'two.sdbackup'].map((name) => join(folder, name));
  for (const made of await Promise.all(files.map((file) => store.backUp(file))))
    expect(made).toMatchObject({ ok: true, value: { orders: 10 } });
  expect(readdirSync(join(folder, 'backups'))).toEqual([]);
});

it('what the disk refuses comes back from the thread as a value', async () => {
  expect(await store.backUp(join(folder, 'nowhere', 'day.sdbackup'))).toMatchObject({
    ok: false,
    code: 'BACKUP_NOT_WRITABLE',
    params: { file: join(folder, 'nowhere', 'day.sdbackup') },
  });
});

it('a stick is not blamed when it is the disk of the workspace that takes nothing', async () => {
  rmSync(join(folder, 'backups'), { recursive: true, force: true });
  writeFileSync(join(folder, 'backups'), '');
  const refused = await store.backUp(join(folder, 'stick.sdbackup'));
  expect(refused).toMatchObject({ ok: false, code: 'BACKUP_NOT_WRITABLE' });
  expect(JSON.stringify(refused)).not.toContain('stick');
});

describe('beside the command line', () => {
  const key = new Uint8Array(32).fill(7);
  const target = () => join(folder, 'day.sdbackup');

  /** Begins a backup and never ends it, deaf as SQLite is in the middle of a copy. */
  function deafMaker(): string {
    const file = join(folder, 'deafMaker.mjs');
    writeFileSync(
      file,
      `import { mkdirSync, writeFileSync } from 'node:fs';
      process.once('message', ({ given: [folder, , target] }) => {
        mkdirSync(folder + '/backups', { recursive: true });
        writeFileSync(folder + '/backups/copy-' + process.pid + '.tmp', 'half');
        writeFileSync(folder + '/backups/copy-' + process.pid + '.tmp-journal', 'half');
        writeFileSync(target + '.' + process.pid + '.tmp', 'half');
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      });`,
    );
    return file;
  }

  const halves = () =>
    [
      ...readdirSync(folder),
      ...(existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')) : []),
    ].filter((name) => name.includes('.tmp'));

  it('Ctrl+C ends a backup in the middle of its copy, and nothing half-made is left', async () => {
    const stopping = new AbortController();
    const making = createBackupProcess(deafMaker()).make(folder, key, target(), stopping.signal);
    await expect.poll(() => halves().length).toBe(3);
    stopping.abort();
    expect(await making).toMatchObject({ ok: false, code: 'BACKUP_STOPPED' });
    expect(halves()).toEqual([]);
    expect(existsSync(target())).toBe(false);
  });

  it('one that was stopped before it began leaves a file of its name alone', async () => {
    writeFileSync(target(), 'of yesterday');
    const made = createBackupProcess(makerFile).make(folder, key, target(), AbortSignal.abort());
    expect(await made).toMatchObject({ ok: false, code: 'BACKUP_STOPPED' });
    expect(statSync(target()).size).toBe('of yesterday'.length);
  });

  it('one that nobody stops is made, and its pages are read, as in the thread', async () => {
    await addOrders(1, 10);
    const works = createBackupProcess(makerFile);
    expect(await works.make(folder, key, target())).toMatchObject({ ok: true, value: { orders: 10 } });
    expect(await works.make(folder, key, target())).toMatchObject({ ok: false, code: 'BACKUP_EXISTS' });
    expect(await works.inspect(target(), key)).toMatchObject({ ok: false, code: 'BACKUP_DAMAGED' });
    expect(halves()).toEqual([]);
  });
});
