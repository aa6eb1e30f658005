import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleOrders } from '../../../doubles/page/pageSample.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { scan } from '../scan/scan.ts';
import { seenNow } from '../seen.ts';

const orders = sampleOrders(600, 0);
/** The first booked order of the sample was refunded. */
const refunded = orders.find(({ state }) => state === 'booked');
const orderNo =
  orders.find((one) => one.state === 'booked' && one.printState === null && one !== refunded)?.orderNo ?? '';
/** On the tin, and on no order. */
const barcode = '6901028075780';

describe.skipIf(!hasChromium)('a barcode that nobody knows at the bench', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  const counted = (page: Page, name: string) =>
    seenNow(page.locator('.bench-line', { hasText: name }).locator('.bench-count'));
  const teach = (page: Page) => page.getByRole('button', { name: '教这个码' });

  async function scanUnknown(page: Page): Promise<void> {
    await page.keyboard.press('Alt+6');
    await page.locator('.bench').waitFor();
    await scan(page, orderNo);
    await page.locator('.bench-sheet').waitFor();
    await scan(page, barcode);
    await page.locator('.bench-code', { hasText: 'PACK_CODE_UNKNOWN' }).waitFor();
  }

  test('is taught on the spot with three keys, counts at once, and is known from then on', async () => {
    const page = await pages.open();
    await scanUnknown(page);
    expect(await seenNow(page.locator('.bench-words'))).toContain('按 T 教它');
    await page.keyboard.press('t');
    const dialog = page.locator('.dialog', { hasText: `${barcode} 是哪种货？` });
    await dialog.waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => counted(page, '咖啡')).toBe('1/2');
    await scan(page, barcode);
    await expect.poll(() => counted(page, '咖啡')).not.toBe('1/2');
    expect(await teach(page).count()).toBe(0);
  });

  test('while it is asked which goods it is on, the gun speaks over the question', async () => {
    const page = await pages.open();
    await scanUnknown(page);
    await page.keyboard.press('t');
    await page.locator('.dialog').waitFor();
    await scan(page, 'COFFEE-500');
    await page.locator('.dialog').waitFor({ state: 'detached' });
    await expect.poll(() => counted(page, '咖啡')).toBe('1/2');
  });

  test('whoever may not teach is not offered it, and reads where it is taught', async () => {
    const page = await pages.open('operator=packer');
    await scanUnknown(page);
    expect(await teach(page).count()).toBe(0);
    expect(await seenNow(page.locator('.bench-words'))).toContain('设置 → 商品条码');
  });
});
