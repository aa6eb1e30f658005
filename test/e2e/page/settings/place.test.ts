import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

describe.skipIf(!hasChromium)('a workspace that lies where a database is not safe', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test.each([
    ['roaming', '漫游配置文件夹'],
    ['network', '网络盘'],
  ])('says so in Settings and before one is made there: %s', async (place, words) => {
    const page = await pages.open(`place=${place}`);
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: /^安全$/ }).click();
    await expect.poll(() => seen(page.locator('.settings-body .notice'))).toContain(words);
    const fresh = await pages.open(`session=new&place=${place}`);
    await expect.poll(() => seen(fresh.locator('.notice'))).toContain('再从那里打开');
  });
});
