import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catchTableFault } from '../../../../../../electron/imports/kit/tableFormat.ts';
import {
  type OpenOrderSource,
  openOrderSource,
  type UnderstoodRow,
} from '../../../../../../electron/usecases/intake/reading/orderSource.ts';
import {
  bytesTaken,
  createThreadedOpening,
} from '../../../../../../electron/usecases/intake/reading/threadedReader.ts';
import { done } from '../../../../../../shared/errors/outcome.ts';
import { orderSheet, sheetOrder } from '../../../../../doubles/files/orderSheet.ts';
import { divisions } from '../../../addresses/shippedDivisions.ts';

const threadFile = fileURLToPath(new URL('../../../../../../electron/orderReader.ts', import.meta.url));
const openInThread = createThreadedOpening(threadFile);
const rowCount = 4_000;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reader-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function sheetOf(name: string, change: (text: string) => string = (text) => text): string {
  const path = join(folder, name);
  writeFileSync(path, change(orderSheet(Array.from({ length: rowCount }, (_, no) => sheetOrder(no)))));
  return path;
}

async function readAll(open: OpenOrderSource, path: string) {
  const opened = await open(path, {}, divisions);
  if (!opened.ok) return opened;
  const rows: UnderstoodRow[] = [];
  const shares: number[] = [];
  const read = await catchTableFault(async () => {
    for await (const batch of opened.value.batches((share) => shares.push(share))) rows.push(...batch);
    return done(null);
  });
  await opened.value.close();
  return done({ recognition: opened.value.recognition, rows, shares, read });
}

describe('reading an order file in a thread of its own', () => {
  it('gives the same recognition and the same rows in the same order as reading in this thread', async () => {
    const path = sheetOf('orders.csv');
    const [here, there] = [await readAll(openOrderSource, path), await readAll(openInThread, path)];
    if (!here.ok || !there.ok) throw new Error('not opened');
    expect(there.value.rows).toHaveLength(rowCount);
    expect(there.value.rows).toEqual(here.value.rows);
    expect(there.value.recognition).toEqual(here.value.recognition);
    expect(there.value.shares.at(-1)).toBe(1);
  });

  it('says what is wrong with a file as reading in this thread does, at its opening and further down', async () => {
    const unknown = sheetOf('zeros.csv', (text) => '\0'.repeat(text.length * 2));
    const torn = sheetOf('torn.csv', (text) => `${text}"${'x'.repeat(40_000)}"\n`);
    for (const path of [unknown, torn, join(folder, 'nowhere.csv')]) {
      const [here, there] = [await readAll(openOrderSource, path), await readAll(openInThread, path)];
      expect(there.ok ? there.value.read : there).toEqual(here.ok ? here.value.read : here);
      expect(here.ok && here.value.read.ok).toBe(false);
    }
  });

  it('ends at once when it is closed in the middle', async () => {
    const opened = await openInThread(sheetOf('left.csv'), {}, divisions);
    if (!opened.ok) throw new Error(opened.code);
    let count = 0;
    for await (const batch of opened.value.batches(() => undefined)) {
      count += batch.length;
      break;
    }
    await opened.value.close();
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(rowCount);
  });

  it('is ended when it hangs, before its first word and after, and when it takes too much memory, in Buffers too', async () => {
    const path = sheetOf('orders.csv');
    const limits = { startMs: 1_500, silenceMs: 300, heapMbFor: () => 32, buffersMb: 64 };
    const hostile = async (name: string, program: string, silenceMs = 300) => {
      const file = join(folder, name);
      writeFileSync(file, program);
      return readAll(createThreadedOpening(file, { ...limits, silenceMs }), path);
    };
    const speak = "const { parentPort } = require('node:worker_threads'); parentPort.postMessage";
    const stopped = (reason: string) => ({ ok: false, code: 'IMPORT_READER_STOPPED', params: { reason } });
    expect(await hostile('silent.cjs', 'for (;;);')).toEqual(stopped('time'));
    expect(await hostile('stuck.cjs', `${speak}({ kind: 'alive' }); for (;;);`)).toEqual(stopped('time'));
    const hoard = 'const kept = []; for (;;) kept.push(Array.from({ length: 1000 }, () => ({})));';
    expect(await hostile('hoard.cjs', `${speak}({ kind: 'alive' }); ${hoard}`, 10_000)).toEqual(
      stopped('memory'),
    );
    const keep =
      'const kept = []; for (let at = 0; at < 80; at += 1) kept.push(Buffer.alloc(10_000_000, 1));';
    const inOneGo = `${speak}({ kind: 'alive' }); ${keep} for (;;) kept.length += 0;`;
    expect(await hostile('buffers.cjs', inOneGo, 10_000)).toEqual(stopped('memory'));
    const opened = await hostile('late.cjs', `${speak}({ kind: 'opened', recognition: {} }); for (;;);`);
    expect(opened.ok && opened.value.read).toEqual(stopped('time'));
  });

  it('lets a thread that keeps saying it is alive take its time', async () => {
    const file = join(folder, 'slow.cjs');
    const speak =
      "const { parentPort } = require('node:worker_threads'); const say = (kind) => parentPort.postMessage({ kind, share: 1, recognition: {} });";
    writeFileSync(
      file,
      `${speak} say('opened'); let beats = 0; const beat = setInterval(() => { say('alive'); if (++beats === 9) { clearInterval(beat); say('end'); } }, 100);`,
    );
    const limits = { startMs: 5_000, silenceMs: 500, heapMbFor: () => 32, buffersMb: 64 };
    const read = await readAll(createThreadedOpening(file, limits), sheetOf('orders.csv'));
    expect(read.ok && read.value.read).toEqual({ ok: true, value: null });
  });

  it('is where an old binary workbook is read, however small', async () => {
    const path = join(folder, 'small.xls');
    writeFileSync(path, Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1));
    const file = join(folder, 'silent.cjs');
    writeFileSync(file, 'for (;;);');
    const limits = { startMs: 300, silenceMs: 300, heapMbFor: () => 32, buffersMb: 64 };
    expect(await readAll(createThreadedOpening(file, limits), path)).toMatchObject({
      code: 'IMPORT_READER_STOPPED',
    });
    expect(await readAll(openInThread, path)).toMatchObject({ code: 'IMPORT_FILE_TRUNCATED' });
  });

  it('reads in this thread where no other can be started', async () => {
    const openNowhere = createThreadedOpening(join(folder, 'missing.ts'));
    const read = await readAll(openNowhere, sheetOf('orders.csv'));
    expect(read.ok && read.value.rows.length).toBe(rowCount);
  });
});

describe('the memory a reading thread has taken', () => {
  const before = { rss: 900, heapTotal: 500, external: 100 };

  it('is not what the program itself stores meanwhile, nor what it gives back', () => {
    expect(bytesTaken(before, { rss: 1_300, heapTotal: 900, external: 100 })).toBe(0);
    expect(bytesTaken(before, { rss: 900, heapTotal: 100, external: 20 })).toBe(0);
  });

  it('is all that the process grew by beside it', () => {
    expect(bytesTaken(before, { rss: 1_500, heapTotal: 500, external: 100 })).toBe(600);
    expect(bytesTaken(before, { rss: 1_500, heapTotal: 700, external: 100 })).toBe(400);
  });
});
