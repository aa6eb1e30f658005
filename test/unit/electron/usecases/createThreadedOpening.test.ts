import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catchTableFault } from '../../../../electron/imports/kit/catchTableFault.ts';
import { createThreadedOpening } from '../../../../electron/usecases/createThreadedOpening.ts';
import {
  type OpenOrderSource,
  openOrderSource,
  type UnderstoodRow,
} from '../../../../electron/usecases/orderSource.ts';
import { done } from '../../../../shared/errors/outcome.ts';
import { orderSheet, sheetOrder } from '../../../doubles/orderSheet.ts';
import { divisions } from '../addresses/shippedDivisions.ts';

const threadFile = fileURLToPath(new URL('../../../../electron/orderReader.ts', import.meta.url));
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

  it('reads in this thread where no other can be started', async () => {
    const openNowhere = createThreadedOpening(join(folder, 'missing.ts'));
    const read = await readAll(openNowhere, sheetOf('orders.csv'));
    expect(read.ok && read.value.rows.length).toBe(rowCount);
  });
});
