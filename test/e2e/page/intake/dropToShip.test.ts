import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';

/** Drops a file that the double knows by its name, as the system would. */
function dropAnywhere(page: Page, name: string): Promise<void> {
  return page.evaluate((given) => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], given));
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
    document.querySelector('.shell-main')?.dispatchEvent(drop);
  }, name);
}

describe.skipIf(!hasChromium)('a known file on its way to paper', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('its one key leads to the check as well where Ship was open before, and all its choices are known', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    await page.locator('.desk-preview').waitFor();
    await page.keyboard.press('Alt+1');
    await dropAnywhere(page, '订单.xlsx');
    await page.locator('.known-strip').getByText('20 单可取号').waitFor({ timeout: 45_000 });
    await page.evaluate(() => {
      const look = () => {
        const isChecked = document.querySelector('.preflight, .desk[aria-label="取号前检查"]') !== null;
        if (isChecked) document.body.dataset.checked = 'yes';
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true });
    });
    await page.keyboard.press('Control+Enter');
    await page.locator('body[data-checked]').waitFor({ timeout: 20_000 });
    expect(await page.locator('.rail [aria-current=page]').textContent()).toContain('发货');
  }, 90_000);
});
