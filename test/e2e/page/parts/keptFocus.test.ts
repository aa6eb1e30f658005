import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { rowsOf } from '../ship/orderRows.ts';

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.className ?? '');

describe.skipIf(!hasChromium)('the focus, when what had it is gone', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('closing the card beside a list by keys goes on in the list', async () => {
    const page = await pages.open();
    await (await rowsOf(page, '待取号')).first().locator('[data-column=orderNo]').click();
    await page.locator('.detail').waitFor();
    for (const key of ['Enter', 'Escape']) {
      await page.keyboard.press('Tab');
      await page.locator('.detail').getByRole('button', { name: '关闭' }).focus();
      await page.keyboard.press(key);
      await page.locator('.detail').waitFor({ state: 'detached' });
      await expect.poll(() => focused(page)).toMatch(/^table/);
      await page.keyboard.press('ArrowDown');
      await page.locator('.detail').waitFor();
    }
  });

  test('so does cancelling the order, whose button is gone with it', async () => {
    const page = await pages.open();
    await (await rowsOf(page, '待取号')).first().locator('[data-column=orderNo]').click();
    await page.locator('.detail').getByRole('button', { name: '取消订单' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog[open] .button-danger').focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toMatch(/^table/);
  });
});
