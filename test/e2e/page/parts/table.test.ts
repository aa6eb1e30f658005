import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';

interface Edges {
  readonly top: number;
  readonly bottom: number;
}

/** The cursor row, and the part of the scroller where rows are seen: under its head, above its scroll bar. */
function cursorAndSight(page: Page): Promise<{ readonly row: Edges; readonly sight: Edges }> {
  return page.evaluate(() => {
    const scroller = document.querySelector('.table');
    const row = scroller?.querySelector('.row-cursor')?.getBoundingClientRect();
    const head = scroller?.querySelector('.row-head')?.getBoundingClientRect();
    if (scroller === null || row === undefined || head === undefined)
      throw new Error('no table with a cursor');
    const top = scroller.getBoundingClientRect().top + scroller.clientTop;
    return {
      row: { top: row.top, bottom: row.bottom },
      sight: { top: Math.max(top, head.bottom), bottom: top + scroller.clientHeight },
    };
  });
}

async function expectInSight(page: Page): Promise<void> {
  // A row far away is drawn once the scroller has told that it moved.
  await page.locator('.table .row-cursor').waitFor();
  const { row, sight } = await cursorAndSight(page);
  expect(row.top).toBeGreaterThanOrEqual(sight.top - 0.5);
  expect(row.bottom).toBeLessThanOrEqual(sight.bottom + 0.5);
}

describe.skipIf(!hasChromium)('the table part', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  for (const [screen, key, steps] of [
    ['Track', 'Alt+7', 40],
    ['Ship', 'Alt+4', 24],
    ['Print', 'Alt+5', 24],
  ] as const)
    test(`the row the arrows lead to stays in sight, all the way down and up again (${screen})`, async () => {
      const page = await pages.open();
      await page.keyboard.press(key);
      await page.locator('.table-body .row .cell').first().waitFor();
      await page.locator('.table').focus();
      for (let step = 0; step < steps; step += 1) {
        await page.keyboard.press('ArrowDown');
        if (step >= 10 && step % 3 === 0) await expectInSight(page);
      }
      for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowUp');
      await expectInSight(page);
      await page.keyboard.press('End');
      await expectInSight(page);
    });
});
