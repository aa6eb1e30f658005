import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';

describe.skipIf(!hasChromium)('the sections of Settings', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('the arrows walk over them, Enter opens one, and one Tab more leads into it', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+9');
    const chosen = page.locator('.settings-nav button[aria-current=true]');
    await chosen.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => chosen.textContent()).toBe('安全');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.settings-body') !== null)).toBe(true);
  });
});
