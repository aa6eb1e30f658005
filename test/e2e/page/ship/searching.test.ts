import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleOrders } from '../../../doubles/page/pageSample.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

const sample = sampleOrders(600, 0);

describe.skipIf(!hasChromium)('a search in Ship', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  /** Ship, searched for the number of the first order that is so. */
  async function searchedFor(isSo: (order: (typeof sample)[number]) => boolean) {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    await page.locator('.table-body .row .cell-tick').first().waitFor();
    await page.keyboard.press('/');
    await page.locator('.search-field input:focus').waitFor();
    await page.keyboard.insertText(sample.find(isSo)?.orderNo ?? '');
    await page.locator('.table-foot', { hasText: /^1 单/ }).waitFor();
    return page;
  }

  test('retrying what failed retries what the search shows, not every failed order of the shop', async () => {
    const page = await searchedFor((order) => order.shipmentState === 'refused');
    await page
      .locator('.desk')
      .getByRole('button', { name: /^重试 1 单失败的/ })
      .click();
    await page.locator('dialog[open]').getByRole('button', { name: /1 单/ }).last().click();
    await page.locator('.toast', { hasText: '1 单' }).waitFor();
  });

  test('an order that is ready is not called absent: it is counted, and booked once it is ticked', async () => {
    const page = await searchedFor((order) => order.state === 'ready');
    const desk = page.locator('.desk');
    await desk.getByText('搜索时只给勾选的订单取号').waitFor();
    await expect.poll(() => seen(desk.locator('.desk-chosen'))).toMatch(/^1\s*单待取号/);
    await expect.poll(() => desk.getByRole('button', { name: /取号并打印/ }).isDisabled()).toBe(true);
    await page.locator('.table-body .row .cell-tick').first().click();
    await desk.locator('.button-primary:not(:disabled)', { hasText: '取号并打印' }).waitFor();
  });
});
