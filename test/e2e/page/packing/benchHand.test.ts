import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleOrders } from '../../../doubles/page/pageSample.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { enter, scan, strike, strokesOf } from '../scan/scan.ts';
import { seenNow } from '../seen.ts';

const orders = sampleOrders(600, 0);
/** The first booked order of the sample was refunded. */
const refunded = orders.find(({ state }) => state === 'booked');
const orderNo =
  orders.find((one) => one.state === 'booked' && one.printState === null && one !== refunded)?.orderNo ?? '';

describe.skipIf(!hasChromium)('a hand and a gun at the bench', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function openBench(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+6');
    await page.locator('.bench-words h2').waitFor();
    return page;
  }
  const sizes = [
    [1366, 768],
    [1920, 1080],
  ] as const;
  /** Large, with a parcel open on it. */
  async function openLarge(query = ''): Promise<Page> {
    const page = await openBench(query);
    await page.keyboard.press('f');
    await page.locator('.packing-far').waitFor();
    await scan(page, orderNo);
    await page.locator('.bench-sheet').waitFor();
    return page;
  }
  const pressed = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).getAttribute('aria-pressed');

  test('after a click no Enter presses again what was clicked: a person’s, or that of a gun', async () => {
    const page = await openBench();
    const before = await pressed(page, '朗读');
    await page.getByRole('button', { name: '朗读', exact: true }).click();
    const clicked = await pressed(page, '朗读');
    expect(clicked).not.toBe(before);
    await page.keyboard.press('Enter');
    await strike(page, [...strokesOf('77'), enter]);
    await strike(page, [...strokesOf('SLOW'), enter], 0.03);
    await strike(page, [...strokesOf('VERY-SLOW'), enter], 0.09);
    await scan(page, 'NOBODY-77');
    await expect.poll(() => seenNow(page.locator('.bench-words'))).toContain('NOBODY-77');
    expect(await pressed(page, '朗读')).toBe(clicked);
  });

  test('who walks there by keys presses it with Enter, and with a click in between does not', async () => {
    const page = await openBench();
    const voice = page.getByRole('button', { name: '朗读', exact: true });
    const before = await pressed(page, '朗读');
    await page.getByRole('button', { name: '大字', exact: true }).click();
    await page.keyboard.press('Tab');
    expect(await voice.evaluate((it) => it === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => pressed(page, '朗读')).not.toBe(before);
    await page.keyboard.press('Enter');
    await expect.poll(() => pressed(page, '朗读')).toBe(before);
  });

  test('after a click on each tab a scan lies on the bench', async () => {
    const page = await openBench();
    for (const [index, tab] of ['今天已打包', '等单号', '打包'].entries()) {
      await page.getByRole('tab', { name: tab, exact: tab === '打包' }).click();
      await scan(page, `NOBODY-${index}7`);
      await expect.poll(() => seenNow(page.locator('.bench-words'))).toContain(`NOBODY-${index}7`);
      expect(await page.getByRole('tab', { name: '打包', exact: true }).getAttribute('aria-selected')).toBe(
        'true',
      );
    }
  });

  test('is dark and large by letter, by button and by barcode, on this computer and only here', async () => {
    const page = await openBench();
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    const far = page.locator('.packing-far');
    expect([await theme(), await far.count()]).toEqual(['light', 0]);
    await scan(page, 'SHIPDESK-DK');
    await expect.poll(theme).toBe('dark');
    await scan(page, 'SHIPDESK-FR');
    await far.waitFor();
    await page.keyboard.press('Alt+1');
    await expect.poll(theme).toBe('light');
    await page.keyboard.press('Alt+6');
    await far.waitFor();
    await expect.poll(theme).toBe('dark');
    await page.keyboard.press('d');
    await expect.poll(theme).toBe('light');
    await page.keyboard.press('f');
    await far.waitFor({ state: 'detached' });
    // The gun reaches the switch from a list, too.
    await page.getByRole('tab', { name: '今天已打包' }).click();
    await scan(page, 'SHIPDESK-DK');
    await expect.poll(theme).toBe('dark');
  });

  test('large, nothing of an open parcel lies outside of the window', async () => {
    const page = await openLarge();
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      const box = await page.locator('.bench-acts').boundingBox();
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
      const order = await page.locator('.bench-order').boundingBox();
      expect(order?.height ?? 0).toBeGreaterThan(40);
      expect(await page.locator('.bench-line').first().isVisible()).toBe(true);
    }
  });

  test('large in a low window, three kinds of goods are all seen where there is room for four', async () => {
    const page = await openLarge('bench=weighs');
    try {
      await page.setViewportSize({ width: 1093, height: 614 });
      await scan(page, 'COFFEE-500');
      await expect.poll(() => page.locator('.bench-line').count()).toBe(3);
      expect(await page.locator('.bench-more').count()).toBe(0);
    } finally {
      await page.setViewportSize({ width: 1366, height: 768 });
    }
  });

  test('large, names of goods as on a market and what tells them apart are read to their ends', async () => {
    const page = await openLarge('bench=longNames');
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      const cut = () =>
        page
          // Signs are a little higher than the line they stand in; a line that is missing is thrice that.
          .locator('.bench-line, .bench-line-name, .bench-line-notes')
          .evaluateAll((parts) =>
            parts.filter((part) => part.scrollHeight > part.clientHeight + 6).map((part) => part.className),
          );
      await expect.poll(cut, { message: `${width}` }).toEqual([]);
      expect(await seenNow(page.locator('.bench-line-variant').first())).toContain('（建议 120-140 斤）');
    }
  });
});
