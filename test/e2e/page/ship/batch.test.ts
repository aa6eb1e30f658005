import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { rowsOf } from './orderRows.ts';

describe.skipIf(!hasChromium)('a batch in the window', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('a run that has ended says how many orders wait in Correct, and leads there', async () => {
    const page = await pages.open('orders=12');
    await (await rowsOf(page, '待取号')).first().locator('.cell-tick').click();
    await page.locator('.desk-preview', { hasText: '1 单' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('.verdict-go').waitFor();
    await page.keyboard.press('Control+Enter');
    const run = page.locator('.run', { hasText: '本轮取号完成' });
    await run.getByText('发出的全部取到单号。').waitFor();
    await run.getByRole('button', { name: /^\d+ 单在“校正”等你核对$/ }).click();
    await page.locator('.rail [aria-current=page]', { hasText: '校正' }).waitFor();
  });

  test('with the last group combined its dialog is gone, and what takes it back can be pressed', async () => {
    const page = await pages.open();
    await rowsOf(page, '待取号');
    await page.getByRole('button', { name: /^可合单/ }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByRole('button', { name: /^合并这/ }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.toast').getByRole('button', { name: '撤销合并' }).click();
    await page.getByRole('button', { name: /^可合单/ }).waitFor();
  });

  test('the way back from the check stands in its head, as on the other pages of Ship', async () => {
    const page = await pages.open('orders=3000');
    await rowsOf(page, '待取号');
    await page.locator('.desk-preview').waitFor();
    await page.keyboard.press('Control+Enter');
    const check = page.locator('.preflight');
    await check.locator('.verdict-look').waitFor();
    expect(
      await check
        .locator('footer')
        .getByRole('button', { name: /返回列表/ })
        .count(),
    ).toBe(0);
    await check
      .locator('header')
      .getByRole('button', { name: /返回列表/ })
      .click();
    await page.locator('.desk').waitFor();
  });
});
