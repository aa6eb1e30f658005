import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { isInSight, seen } from '../seen.ts';

const sizes = [
  [1366, 768],
  [1920, 1080],
  [1093, 614],
] as const;

/** Rows of which a part is cut off, by what they say. */
const cutRows = (page: Page) =>
  page.locator('.bench-rows').evaluateAll((lists) =>
    lists.flatMap((list) => {
      const { left, right, bottom } = list.getBoundingClientRect();
      return [...list.children]
        .map((row) => ({ words: row.textContent, box: row.getBoundingClientRect() }))
        .filter(({ box }) => box.left < right - 1 && box.right > left + 1 && box.bottom > bottom + 1)
        .map(({ words }) => words);
    }),
  );

const rowsInSight = (page: Page, list: string): Promise<number> =>
  page.locator(list).evaluate((element) => {
    const { right, bottom } = element.getBoundingClientRect();
    const rows = [...element.querySelectorAll('.bench-row')].map((row) => row.getBoundingClientRect());
    return rows.filter((row) => row.right <= right && row.bottom <= bottom).length;
  });

describe.skipIf(!hasChromium)('the bench with nothing on it', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function openIdle(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+6');
    await page.locator('.bench-before .bench-row').first().waitFor();
    return page;
  }

  test('says what was packed before the last one, and what waits for which courier, in whole rows', async () => {
    const page = await openIdle();
    const last = await seen(page.locator('.bench-last .bench-order'));
    expect(await seen(page.locator('.bench-before'))).not.toContain(last);
    await expect.poll(() => seen(page.locator('.bench-piles'))).toMatch(/快递|速运/);
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await expect.poll(() => cutRows(page), { message: `${width} × ${height}` }).toEqual([]);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  test.each(['zh-CN', 'en'])(
    'in %s the total of the day and the names stand whole at any scale',
    async (language) => {
      const page = await openIdle(`language=${language}`);
      const outside = () =>
        page.locator('.bench-day').evaluate((day) => {
          const right = day.getBoundingClientRect().right;
          const cells = [...day.querySelectorAll<HTMLElement>('th, td')].filter(
            (cell) => cell.offsetWidth > 0,
          );
          return cells
            .filter((cell) => cell.getBoundingClientRect().right > right || cell.offsetHeight > 40)
            .map((cell) => cell.textContent);
        });
      for (const [width, height] of [...sizes, [1093, 614], [911, 512]] as const) {
        await page.setViewportSize({ width, height });
        await expect.poll(outside, { message: `${width} × ${height}` }).toEqual([]);
      }
      await page.setViewportSize({ width: 1366, height: 768 });
    },
  );

  test('on a screen of a notebook enlarged to 125 % three of each have room, with their whole numbers', async () => {
    const page = await openIdle();
    await page.setViewportSize({ width: 1093, height: 614 });
    for (const list of ['.bench-before', '.bench-piles'])
      await expect.poll(() => rowsInSight(page, list)).toBeGreaterThanOrEqual(3);
    const isNumberCut = await page
      .locator('.bench-before .bench-row-more')
      .evaluateAll((cells) => cells.some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth));
    expect(isNumberCut).toBe(false);
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  test('leads to all that was packed today, and to the handover', async () => {
    const page = await openIdle();
    await page.getByRole('button', { name: '看今天全部' }).click();
    await page.getByRole('tab', { name: '今天已打包', selected: true }).waitFor();
    await page.getByRole('tab').first().click();
    await page.getByRole('button', { name: '去交接' }).click();
    await page.getByRole('tab', { name: '交接', selected: true }).waitFor();
  });

  test('read from afar there is the state and the last one alone; before the first parcel, how to begin', async () => {
    const page = await openIdle();
    await page.getByRole('button', { name: '大字' }).click();
    await expect.poll(() => page.locator('.bench-beside-idle').isVisible()).toBe(false);
    expect(await isInSight(page.locator('.bench-last'))).toBe(true);
    await page.getByRole('button', { name: '大字' }).click();
    const fresh = await pages.open('fresh=1&orders=0');
    await fresh.keyboard.press('Alt+6');
    await fresh.locator('.bench-empty').waitFor();
    expect(await fresh.locator('.bench-beside-idle').count()).toBe(0);
  });
});
