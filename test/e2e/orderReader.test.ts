import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { orderSheet, sheetOrder } from '../doubles/files/orderSheet.ts';
import { appIn, assembleApp } from '../runtime/assembleApp.ts';
import { runtimeFolders } from '../runtime/runtimeFolders.ts';
import { dropFile } from './dropFile.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';

const rowCount = 6_000;

let opened: OpenWindow;
let folder: string;
/** Of its own: a part of the program is changed in it. */
let runtime: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-reader-'));
  runtime = mkdtempSync(join(runtimeFolders.cache, 'reader-window-'));
  assembleApp(runtime);
  opened = await launchWindow({ dataFolder: join(folder, 'workspace'), runtime });
  await opened.page.getByRole('button', { name: '进入练习' }).click();
  await opened.page.locator('.today-next').waitFor();
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
  rmSync(runtime, { recursive: true, force: true });
});

function largeFile(name: string, first: number): string {
  const path = join(folder, name);
  const orders = Array.from({ length: rowCount }, (_, index) => sheetOrder(first + index));
  const text = orderSheet(orders);
  // Smaller files are read in the core itself.
  expect(Buffer.byteLength(text)).toBeGreaterThan(256 * 1024);
  writeFileSync(path, text);
  return path;
}

test('a large file that is dropped is imported whole', async () => {
  const { page, pageConsole } = opened;
  await dropFile(page, largeFile('大促.csv', 0));
  await page.locator('.map-row').first().waitFor();
  await page.locator('h1').click();
  await page.keyboard.press('Enter');
  await page.locator('.figure-way', { hasText: '已导入6,000' }).waitFor();
  expect(pageConsole).toEqual([]);
});

test('it is the thread beside the core that reads it', async () => {
  const failed = { ok: false, code: 'IMPORT_FILE_CORRUPT', params: { reason: 'read by the thread' } };
  const thread = join(appIn(runtime), 'out/main/orderReader.cjs');
  writeFileSync(
    thread,
    `require('node:worker_threads').parentPort.postMessage(${JSON.stringify({ kind: 'failed', failure: failed })});`,
  );
  await dropFile(opened.page, largeFile('大促二.csv', rowCount));
  await opened.page.getByText('read by the thread').first().waitFor();
});
