import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchWindow, type OpenWindow } from '../launchWindow.ts';

const sample = resolve(import.meta.dirname, '../../../resources/samples/orders.xlsx');

/** One window for the whole walk: each step stands on the one before. */
let opened: OpenWindow;
beforeAll(async () => {
  opened = await launchWindow();
});
afterAll(() => opened.close());

test('a practice workspace opens on Today', async () => {
  await opened.page.getByRole('button', { name: '进入练习' }).click();
  await opened.page.locator('.today-next').waitFor();
});

test('the sample file is recognised, imported and summed up', async () => {
  const { app, page } = opened;
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, sample);
  await page.keyboard.press('Alt+2');
  await page.getByRole('button', { name: '选择文件' }).click();
  await page.getByRole('button', { name: '开始导入' }).click();
  await page.locator('.figures').waitFor();
  expect(await page.locator('.figures').textContent()).toContain('已导入23');
});

test('an address without a province is refused in words, and accepted once a key has chosen it', async () => {
  const { page } = opened;
  await page.keyboard.press('Alt+3');
  await page.locator('.candidate').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.foot-failure', { hasText: '收件信息还缺：省' }).waitFor();
  await page.keyboard.press('1');
  await page.locator('.ant-cascader', { hasText: '北京市' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.screen-head', { hasText: '还有 2 单' }).waitFor();
});

test('all that is ready is booked and printed, and the printed dots are shown', async () => {
  const { page } = opened;
  await page.keyboard.press('Alt+4');
  await page.locator('.desk-preview', { hasText: '21 单' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('.filter-chip', { hasText: /^已取号21$/ }).waitFor();
  await page.keyboard.press('Alt+5');
  await page.locator('.filter-chip', { hasText: /^已打印21$/ }).waitFor();
  await page.locator('.table-body .row').first().click();
  const canvas = page.locator('canvas.bitmap-canvas');
  await canvas.waitFor();
  const blackDots = await canvas.evaluate((element: HTMLCanvasElement) => {
    const pixels = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data ?? [];
    return pixels.filter((level, at) => at % 4 === 0 && level === 0).length;
  });
  expect(blackDots).toBeGreaterThan(5_000);
});

test('every parcel is on Track, and the page had nothing to complain about', async () => {
  const { page, pageConsole } = opened;
  await page.keyboard.press('Alt+6');
  await page.locator('.filter-chip', { hasText: /^全部21$/ }).waitFor();
  expect(pageConsole).toEqual([]);
});
