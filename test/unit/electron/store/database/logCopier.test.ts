import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as waitMs } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LogCopier } from '../../../../../electron/store/database/logCopier.ts';
import {
  databaseFileName,
  isAlone,
  openDatabase,
  type SqliteDatabase,
} from '../../../../../electron/store/database/openDatabase.ts';
import { openStore } from '../../../../../electron/store/openStore.ts';
import { withoutFile } from '../../../../../electron/store/workspaceStore.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { folderDesk, storeKey } from '../../../../doubles/workspace/storeDesk.ts';

const file = fileURLToPath(new URL('../../../../../electron/logCopier.ts', import.meta.url));
const desk = folderDesk();
const path = () => join(desk.folder, databaseFileName);

let threads: Worker[] = [];
const note = (worker: Worker) => threads.push(worker);
beforeEach(() => {
  threads = [];
  process.on('worker', note);
});
afterEach(() => {
  process.off('worker', note);
});

function open(): SqliteDatabase {
  const opened = openDatabase(path(), storeKey, 'writer');
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

const limitOf = (database: SqliteDatabase) => database.pragma('wal_autocheckpoint', { simple: true });

describe('beside a writer', () => {
  let writer: SqliteDatabase;
  beforeEach(() => {
    writer = open();
    writer.exec('create table parcels(no integer primary key, said text)');
  });
  afterEach(() => writer.close());

  const copierOf = (entry = file) =>
    new LogCopier(writer, { path: path(), dataKey: storeKey }, { file: entry, isBehind: false });

  /** A batch of 2,000 in one commit, a megabyte of log. */
  function storeBatch(): number {
    writer.exec(`insert into parcels(said) select hex(randomblob(250)) from
      (with recursive n(no) as (select 1 union all select no + 1 from n limit 2000) select no from n)`);
    return 2_000;
  }

  it('a small import has no thread, and the log is copied as always', async () => {
    await copierOf().beside(async (onStored) => {
      onStored(9_999);
      expect(limitOf(writer)).toBe(4_000);
    });
    expect(threads).toHaveLength(0);
  });

  it('from 10,000 rows on the log is copied beside, and the writer keeps more of it until the thread is gone', async () => {
    const copier = copierOf();
    await copier.beside(async (onStored) => {
      for (let no = 0; no < 6; no++) onStored(storeBatch());
      expect(limitOf(writer)).toBe(64_000);
      await expect.poll(() => statSync(path()).size).toBeGreaterThan(4_000_000);
      expect(isAlone(writer)).toBe(false);
    });
    await copier.close();
    expect(limitOf(writer)).toBe(4_000);
    expect(isAlone(writer)).toBe(true);
    expect(threads).toHaveLength(1);
  });

  it('an import does not wait for what it copies last, and it ends by itself', async () => {
    await copierOf().beside(async (onStored) => {
      for (let no = 0; no < 6; no++) onStored(storeBatch());
    });
    expect(limitOf(writer)).toBe(64_000);
    await expect.poll(() => limitOf(writer)).toBe(4_000);
    expect(isAlone(writer)).toBe(true);
  });

  it('it leaves nothing for the commit behind the import to copy', async () => {
    const copier = copierOf();
    await copier.beside(async (onStored) => {
      for (let no = 0; no < 12; no++) onStored(storeBatch());
    });
    await copier.close();
    const [{ log, checkpointed }] = writer.pragma('wal_checkpoint(passive)') as [Record<string, number>];
    expect(checkpointed).toBe(log);
  });

  it('work that fails ends it as well, and says why', async () => {
    const copier = copierOf();
    const failing = copier.beside(async (onStored) => {
      onStored(10_000);
      throw new Error('the file tore');
    });
    await expect(failing).rejects.toThrow('the file tore');
    await copier.close();
    expect(limitOf(writer)).toBe(4_000);
    expect(isAlone(writer)).toBe(true);
  });

  it.each([
    ['is not there', null],
    ['throws', "throw new Error('no')"],
    ['ends', 'process.exit(1)'],
  ])('a thread that %s changes nothing but speed, and is not begun again', async (_, code) => {
    const entry = join(desk.folder, 'broken.mjs');
    if (code !== null) writeFileSync(entry, code);
    const stored = await copierOf(entry).beside(async (onStored) => {
      onStored(10_000);
      await expect.poll(() => limitOf(writer)).toBe(4_000);
      onStored(10_000);
      return storeBatch();
    });
    expect(stored).toBe(2_000);
    expect(limitOf(writer)).toBe(4_000);
    expect(threads).toHaveLength(1);
  });

  it('whenever the thread is ended from outside, all rows are there and the database is sound', async () => {
    const anyMoment = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(anyMoment, async (momentsMs) => {
        const before = writer.prepare('select count(*) from parcels').pluck().get() as number;
        let rows = 0;
        for (const momentMs of momentsMs) {
          const copier = copierOf();
          await copier.beside(async (onStored) => {
            for (let no = 0; no < 6; no++) onStored(storeBatch());
            await waitMs(momentMs);
            const ending = threads.at(-1)?.terminate();
            for (let no = 0; no < 6; no++) onStored(storeBatch());
            await ending;
          });
          await copier.close();
          rows += 24_000;
        }
        writer.close();
        writer = open();
        expect(writer.pragma('integrity_check', { simple: true })).toBe('ok');
        expect(writer.prepare('select count(*) from parcels').pluck().get()).toBe(before + rows);
        expect(isAlone(writer)).toBe(true);
      }),
      { numRuns: 3 },
    );
  });
});

describe('in a store', () => {
  async function openBook() {
    const opened = await openStore(desk.folder, storeKey, 'may-create', undefined, {
      logCopier: { file, isBehind: true },
    });
    if (!opened.ok) throw new Error(opened.code);
    return opened.value;
  }
  type Book = Awaited<ReturnType<typeof openBook>>;

  async function storeOrders({ write }: Pick<Book, 'write'>, from: number): Promise<number> {
    const orders = Array.from({ length: 2_000 }, (_, no) => sampleOrder(from + no));
    await write((write) => write.orders.insertMany(orders));
    return orders.length;
  }

  /** How many have the database open besides this one. */
  function isOnlyOne(): boolean {
    const own = open();
    try {
      return isAlone(own);
    } finally {
      own.close();
    }
  }

  it('orders that are stored while the log is copied are all there after the next start', async () => {
    const store = await openBook();
    await store.storeMany(async (storing) => {
      for (let no = 0; no < 10; no++) storing.onStored(await storeOrders(storing, no * 2_000));
    });
    await store.close();
    expect(threads).toHaveLength(1);
    const again = await openBook();
    expect(await again.read.orders.count({})).toBe(20_000);
    expect(await again.read.health()).toBe(true);
    await again.close();
  });

  it('closing waits for the thread, and an import that goes on begins none', async () => {
    const store = await openBook();
    await store.storeMany(async ({ onStored }) => {
      onStored(10_000);
      await store.close();
      expect(isOnlyOne()).toBe(true);
      onStored(10_000);
    });
    expect(threads).toHaveLength(1);
    expect(isOnlyOne()).toBe(true);
  });

  it('emptying the log in the middle of an import leaves none of it, and the next rows begin a thread again', async () => {
    const store = await openBook();
    await store.storeMany(async ({ onStored }) => {
      await storeOrders(store, 0);
      onStored(10_000);
      await store.emptyLog();
      expect(statSync(`${path()}-wal`).size).toBe(0);
      onStored(10_000);
    });
    await store.close();
    expect(threads).toHaveLength(2);
  });

  it('a backup is made without it', async () => {
    const store = await openBook();
    await store.storeMany(async ({ onStored }) => {
      onStored(10_000);
      const making = store.backUp(join(desk.folder, 'day.sdbackup'));
      onStored(10_000);
      await making;
    });
    expect(threads).toHaveLength(1);
    await store.close();
  });

  it('a book on a server has none', async () => {
    const store = await openBook();
    await withoutFile(store).storeMany(async ({ onStored }) => onStored(100_000));
    expect(threads).toHaveLength(0);
    await store.close();
  });
});
