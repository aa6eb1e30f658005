import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import * as XLSX from '@e965/xlsx';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importFromDrop } from '../../../../../electron/usecases/intake/importFiles.ts';
import { importOrders } from '../../../../../electron/usecases/intake/importOrders.ts';
import { createThreadedOpening } from '../../../../../electron/usecases/intake/reading/threadedReader.ts';
import { orderSheet, sheetOrder } from '../../../../doubles/files/orderSheet.ts';
import { openTestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { divisions } from '../../addresses/shippedDivisions.ts';

const openInThread = createThreadedOpening(
  fileURLToPath(new URL('../../../../../electron/orderReader.ts', import.meta.url)),
);
const rowCount = 9_000;
const cancelledWithinMs = 1_000;

const bookTypes = { xlsx: 'xlsx', xls: 'biff8', html: 'html' } as const;
const formats = ['csv', 'xlsx', 'xls', 'html'] as const;

let folder = '';
const pathOf = (format: string): string => join(folder, `orders.${format}`);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cancel-'));
  const text = orderSheet(Array.from({ length: rowCount }, (_, no) => sheetOrder(no)));
  writeFileSync(pathOf('csv'), text);
  const book = XLSX.utils.book_new();
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), '订单');
  for (const [format, bookType] of Object.entries(bookTypes)) {
    writeFileSync(pathOf(format), XLSX.write(book, { bookType, type: 'buffer', bookSST: true }));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Threads that were started, and the end of each. */
let ends: Promise<unknown>[] = [];
const watch = (worker: Worker): void => void ends.push(once(worker, 'exit'));
beforeEach(() => {
  ends = [];
  process.on('worker', watch);
});
afterEach(() => void process.off('worker', watch));

describe.each(formats)('a cancel while a large %s file is read', (format) => {
  it('lets no further row through, ends within a second and leaves no thread', async () => {
    const stop = new AbortController();
    const opened = await openInThread(pathOf(format), {}, divisions, stop.signal);
    if (!opened.ok) throw new Error(opened.code);
    const rowsOf = { before: 0, after: 0 };
    let abortedAt = 0;
    for await (const batch of opened.value.batches(() => undefined)) {
      rowsOf[stop.signal.aborted ? 'after' : 'before'] += batch.length;
      abortedAt = performance.now();
      stop.abort();
    }
    await opened.value.close();
    await Promise.all(ends);
    expect(performance.now() - abortedAt).toBeLessThan(cancelledWithinMs);
    expect(ends).toHaveLength(1);
    expect(rowsOf.before).toBeGreaterThan(0);
    expect(rowsOf.before).toBeLessThan(rowCount);
    expect(rowsOf.after).toBe(0);
  });

  it('is heard before the first row as well, and nothing is stored', async () => {
    const workspace = await openTestWorkspace();
    const stop = new AbortController();
    process.once('worker', (worker: Worker) => worker.once('online', () => stop.abort()));
    const request = {
      path: pathOf(format),
      minConfidence: 0.9,
      isDryRun: false,
      signal: stop.signal,
    };
    const report = await importOrders({ ...workspace, openOrderSource: openInThread }, request);
    await Promise.all(ends);
    expect(report).toMatchObject({ ok: false, code: 'IMPORT_CANCELLED' });
    expect(ends).toHaveLength(1);
    expect(await workspace.store.read.imports.count()).toBe(0);
    await workspace.close();
  });
});

describe('a cancel', () => {
  it('while files of one drop are compared ends that too', async () => {
    const workspace = await openTestWorkspace();
    const stop = new AbortController();
    process.once('worker', () => stop.abort());
    const beside = formats.slice(1).map((format) => ({ path: pathOf(format), entry: null }));
    const report = await importFromDrop(
      { ...workspace, openOrderSource: openInThread },
      { path: pathOf('csv'), minConfidence: 0.9, isDryRun: false, signal: stop.signal },
      beside,
    );
    await Promise.all(ends);
    expect(report).toMatchObject({ ok: false, code: 'IMPORT_CANCELLED' });
    expect(ends).toHaveLength(1);
    await workspace.close();
  });

  it('before the reading begins starts no thread', async () => {
    const opened = await openInThread(pathOf('csv'), {}, divisions, AbortSignal.abort());
    expect(opened).toMatchObject({ ok: false, code: 'IMPORT_CANCELLED' });
    expect(ends).toEqual([]);
  });

  it('in the middle of an import keeps whole orders and says that it was cancelled', async () => {
    const workspace = await openTestWorkspace();
    const stop = new AbortController();
    const report = await importOrders(
      { ...workspace, openOrderSource: openInThread },
      {
        path: pathOf('csv'),
        minConfidence: 0.9,
        isDryRun: false,
        signal: stop.signal,
        onProgress: () => stop.abort(),
      },
    );
    await Promise.all(ends);
    if (!report.ok) throw new Error(report.code);
    expect(report.value.isCancelled).toBe(true);
    expect(report.value.imported).toBeGreaterThan(0);
    expect(report.value.imported).toBeLessThan(rowCount);
    expect(await workspace.store.read.imports.count()).toBe(1);
    await workspace.close();
  });
});
