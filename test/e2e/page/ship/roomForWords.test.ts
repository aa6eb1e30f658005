import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
