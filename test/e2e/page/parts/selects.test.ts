import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';

interface FirstSight {
  /** What stands in the place of each list. */
  readonly rooms: readonly string[];
  readonly lists: number;
  readonly heights: readonly number[];
}

/** What is seen of the lists below `place` in the moment in which it comes into the page. */
function watchFirstSight(page: Page, place: string): Promise<void> {
  return page.evaluate((selector) => {
    const seen = new Promise<FirstSight>((resolve) => {
      const observer = new MutationObserver(() => {
        const found = document.querySelector(selector);
        if (found === null) return;
        observer.disconnect();
        const heights = [...found.querySelectorAll('.field')].map(
          (field) => field.getBoundingClientRect().height,
        );
        const rooms = [...found.querySelectorAll('.select-room')].map(({ textContent }) => textContent ?? '');
        resolve({ rooms, lists: found.querySelectorAll('[role=combobox]').length, heights });
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
    Object.assign(window, { seen });
  }, place);
}

const firstSight = (page: Page): Promise<FirstSight> =>
  page.evaluate(() => (window as unknown as { readonly seen: Promise<FirstSight> }).seen);

describe.skipIf(!hasChromium)('lists that are chosen from', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('Ship waits for none of them, and nothing moves when they come', async () => {
    const page = await pages.open();
    await watchFirstSight(page, '.desk');
    await page.keyboard.press('Alt+4');
    const { rooms, lists, heights } = await firstSight(page);
    expect(lists).toBe(0);
    expect(rooms).toHaveLength(3);
    await page.locator('.desk').getByRole('combobox', { name: '打印机' }).waitFor();
    await expect.poll(() => page.locator('.desk .select-room').count()).toBe(0);
    const after = await page
      .locator('.desk .field')
      .evaluateAll((fields) => fields.map((field) => field.getBoundingClientRect().height));
    expect(after).toEqual(heights);
  });

  test('in a dialog they are there as it opens, so that the focus can go to them', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    await page.locator('.desk').getByRole('combobox', { name: '打印机' }).waitFor();
    await page.keyboard.press('Alt+5');
    await watchFirstSight(page, 'dialog .dialog-body');
    await page.getByRole('button', { name: '拣货单/发货单' }).click();
    const { rooms, lists } = await firstSight(page);
    expect(rooms).toEqual([]);
    expect(lists).toBeGreaterThan(0);
  });
});
