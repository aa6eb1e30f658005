import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodePapers, readCodes } from './codesOnPaper.ts';
import { corePid } from './corePid.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';

const sample = resolve(import.meta.dirname, '../../resources/samples/orders.xlsx');
/** Enough that the core is still booking and printing when it is killed. */
const moreOrders = 120;
const allParcels = 21 + moreOrders;

/** One window for a whole working day: each step stands on the one before. */
let opened: OpenWindow;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-main-job-'));
  opened = await launchWindow({ dataFolder: join(folder, 'workspace') });
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

function writeMoreOrders(): string {
  const rows = Array.from({ length: moreOrders }, (_unused, index) => {
    const number = String(index + 1).padStart(4, '0');
    return `330000000000000${number},样例,1380000${number},广东省深圳市南山区样板路${index + 1}号,样品,1`;
  });
  const path = join(folder, 'more.csv');
  writeFileSync(path, ['订单号,收货人,手机,收货地址,商品名称,数量', ...rows].join('\n'));
  return path;
}

/** The system's file dialog answers with this file; everything behind it is the product's own. */
async function importFile(path: string, imported: number): Promise<void> {
  const { app, page } = opened;
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
  await page.keyboard.press('Alt+2');
  await page.getByRole('button', { name: /^选择文件(?!夹)/ }).click();
  await page.getByRole('button', { name: '开始导入' }).click();
  await page.locator('.figures', { hasText: `已导入${imported}` }).waitFor();
}

async function chipCount(page: Page, word: string): Promise<number> {
  const text = await page.locator('.filter-chip', { hasText: new RegExp(`^${word}\\d+$`) }).textContent();
  return Number(text?.replace(/\D/g, ''));
}

function countPapers(): number {
  const labels = join(folder, 'workspace/labels');
  return existsSync(labels) ? readdirSync(labels).filter((name) => name.endsWith('.png')).length : 0;
}

test('a practice workspace opens on Today', async () => {
  await opened.page.getByRole('button', { name: '进入练习' }).click();
  await opened.page.locator('.today-next').waitFor();
});

test('order files are recognised, imported and summed up', async () => {
  await importFile(sample, 23);
  await importFile(writeMoreOrders(), moreOrders);
});

test('an address without a province says what it lacks, and is accepted once a key has chosen it', async () => {
  const { page } = opened;
  await page.keyboard.press('Alt+3');
  await page.locator('.candidate').first().waitFor();
  await page.locator('.correct-lack', { hasText: '省' }).waitFor();
  await page.keyboard.press('1');
  await expect.poll(() => page.getByLabel('省市区', { exact: true }).inputValue()).toContain('北京市');
  await page.keyboard.press('Enter');
  await page.locator('.screen-head', { hasText: '还有 2 单' }).waitFor();
});

test('all that is ready is booked, though the core is killed in the middle', async () => {
  const { app, page } = opened;
  await page.keyboard.press('Alt+4');
  await page.locator('.desk-preview', { hasText: `${allParcels} 单` }).waitFor();
  // Asked before: a quick core prints all of them in a second.
  const pid = await corePid(app);
  expect(pid).toBeTypeOf('number');
  await page.keyboard.press('Control+Enter');
  await page.locator('.verdict-go, .verdict-look').waitFor();
  await page.keyboard.press('Control+Enter');
  await expect.poll(countPapers, { interval: 5 }).toBeGreaterThan(2);
  process.kill(pid as number, 'SIGKILL');
  expect(countPapers()).toBeLessThan(allParcels);
  await expect.poll(() => chipCount(page, '已取号'), { timeout: 60_000 }).toBe(allParcels);
  expect(await corePid(app)).not.toBe(pid);
});

test('every parcel has exactly one paper with its own number', async () => {
  const { page } = opened;
  await page.keyboard.press('Alt+5');
  await page.locator('.filter-chip', { hasText: new RegExp(`^已打印${allParcels}$`) }).waitFor();
  const labels = join(folder, 'workspace/labels');
  const numbers = decodePapers(labels);
  expect(numbers).toHaveLength(allParcels);
  expect(new Set(numbers).size).toBe(allParcels);
  const journal = readFileSync(join(labels, 'journal.jsonl'), 'utf8').trim().split('\n');
  expect(journal).toHaveLength(allParcels);
});

test('the preview shows the very dots', async () => {
  const { page } = opened;
  await page.locator('.table-body .row:not(.row-group)').first().click();
  const canvas = page.locator('canvas.bitmap-canvas');
  await canvas.waitFor();
  const picture = await canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL('image/png'));
  const path = join(folder, 'preview.png');
  writeFileSync(path, Buffer.from(picture.split(',')[1] ?? '', 'base64'));
  const shown = await page.locator('.side-pane, aside').first().textContent();
  expect(shown).toContain(readCodes(path)[0] ?? 'nothing was read');
});

test('every parcel is followed, and the page had nothing to complain about', async () => {
  const { page, pageConsole } = opened;
  await page.keyboard.press('Alt+7');
  await page.locator('.filter-chip', { hasText: new RegExp(`^全部${allParcels}$`) }).waitFor();
  await page.locator('.table-body .row').first().click();
  await page.getByRole('button', { name: '立即查询' }).click();
  await page
    .getByText(/待揽收|已揽收/)
    .first()
    .waitFor();
  expect(pageConsole).toEqual([]);
});
