import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { typeQuickly } from '../scan/scan.ts';
import { seen } from '../seen.ts';

const dialog = (page: Page) => page.locator('dialog[open]');

/** A parcel that travels, as Track shows it. */
async function someNumber(page: Page): Promise<string> {
  await page.keyboard.press('Alt+7');
  await page.locator('.filter-chip', { hasText: '派送中' }).click();
  const row = page.locator('.table-body .row', { hasText: '派送中' }).first();
  return (await seen(row.locator('[data-column=waybillNo]'))).trim();
}

describe.skipIf(!hasChromium)('a look at a parcel from anywhere', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('Ctrl+K, four digits, Enter: where the parcel is, over the screen one was at, and Esc leads back to it', async () => {
    const page = await pages.open();
    const number = await someNumber(page);
    await page.keyboard.press('Alt+2');
    await page.locator('h1', { hasText: '导入' }).waitFor();
    await page.keyboard.press('Control+k');
    // Enter is not for what was typed before.
    await typeQuickly(page, number.slice(-4));
    await dialog(page).locator('.parcel-way li').first().waitFor();
    await expect.poll(() => seen(dialog(page))).toContain(number);
    await expect.poll(() => seen(dialog(page))).toContain('派送中');
    await expect.poll(() => seen(dialog(page).locator('.parcel-way li').first())).toContain('快递员正在派送');
    await page.keyboard.press('r');
    await page.locator('.toast-done', { hasText: '已查询，轨迹是最新的。' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await page.locator('h1', { hasText: '导入' }).waitFor();
  });

  test('while the platform is down it shows what is known and that the question failed; T leads to the whole way', async () => {
    const page = await pages.open('platformDown=1');
    const number = await someNumber(page);
    await page.keyboard.press('Alt+4');
    await page.locator('h1', { hasText: '发货' }).waitFor();
    await page.keyboard.press('Control+k');
    await typeQuickly(page, number.slice(-4));
    await dialog(page).locator('.parcel-way li').first().waitFor();
    await page.keyboard.press('r');
    await dialog(page).getByText('这次没有问到，下面是之前查到的。').waitFor();
    await page.keyboard.press('t');
    await page.locator('.detail', { hasText: number }).waitFor();
    expect(pages.complaints).toEqual([]);
  });
});
