import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFilter } from '../openFilter.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';
import { rowsOf } from './orderRows.ts';

describe.skipIf(!hasChromium)('what Ship says, in the room it has', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('what was refunded after booking says so in its state, whole', async () => {
    const page = await pages.open();
    const rows = await rowsOf(page, '取号后变更');
    const state = rows.first().locator('.state-mark').first();
    expect(await seen(state)).toBe('已退款');
    expect(await state.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  });

  test('a refused order says in its row why, in the platform’s own words', async () => {
    const page = await pages.open();
    const rows = await rowsOf(page, '失败');
    const why = rows.first().locator('[data-column=why]');
    await expect
      .poll(() => seen(why))
      .toMatch(/^快递公司拒绝了：(收件地址超出派送范围|寄件人手机号格式不正确)/);
    // Where the list is of everything, the reason waits in the chooser of columns.
    await openFilter(page, '全部');
    await page.locator('[data-column=why]').first().waitFor({ state: 'detached' });
  });

  test('the parcels of one order are told apart by the end of their numbers', async () => {
    const page = await pages.open();
    const rows = await rowsOf(page, '已取号');
    await rows.nth(1).locator('[data-column=orderNo]').click();
    await page
      .locator('.detail')
      .getByRole('button', { name: /^追加包裹/ })
      .click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByText('一箱装不下').click();
    await dialog.getByRole('button', { name: '取号' }).click();
    await openFilter(page, '全部');
    const cut = page.locator('.cell-cut', { hasText: '-X1' });
    await cut.waitFor();
    const cell = await cut.locator('..').boundingBox();
    const end = await cut.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element.lastChild ?? element);
      return range.getBoundingClientRect().right;
    });
    expect(end).toBeLessThanOrEqual((cell?.x ?? 0) + (cell?.width ?? 0));
  });

  test('thousands as ordered are promised in two lines, in English, too', async () => {
    const page = await pages.open('orders=20000&language=en&remembered=en');
    await page.keyboard.press('Alt+4');
    const promise = page.locator('.desk-promise');
    await promise.waitFor();
    await page.locator('.desk .ant-select').first().click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.desk-promise', { hasText: 'as ordered, else ZTO Express' }).waitFor();
    const lines = await promise.evaluate(
      (element) => element.clientHeight / Number.parseFloat(getComputedStyle(element).lineHeight),
    );
    expect(Math.round(lines)).toBe(2);
  });
});
