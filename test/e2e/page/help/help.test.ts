import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';

const title = (page: Page) => page.locator('.help-page h2').textContent();

describe.skipIf(!hasChromium)('the manual', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('F1 opens it at the page of the screen, and Esc leads back to where the focus was', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    const search = page.getByRole('searchbox', { name: '搜单号' });
    await search.fill('张');
    await page.keyboard.press('F1');
    await page.locator('.help-page').waitFor();
    expect(await title(page)).toBe('发货');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await page.keyboard.press('Escape');
    await page.locator('.help').waitFor({ state: 'detached' });
    expect(await search.evaluate((field) => field === document.activeElement)).toBe(true);
    await expect.poll(() => search.inputValue()).toBe('张');
  });

  test('it is searched by words or by an error code; arrows choose, Enter opens, Alt+← goes back', async () => {
    const page = await pages.open();
    await page.keyboard.press('F1');
    await page.locator('.help').waitFor();
    await page.keyboard.type('卡纸恢复');
    await page.locator('.help-hit').first().waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => title(page)).toBe('打印机坏了');
    await page.locator('.help-side input').fill('CARRIER_ARREARS');
    await page.locator('.help-hit', { hasText: '出现提示时怎么办' }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => title(page)).toBe('出现提示时怎么办');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => title(page)).toBe('打印机坏了');
    await page.locator('.help-side input').fill('没有这种东西');
    await page.locator('.help-none').waitFor();
  });

  test('a message leads to its own entry, with its page beside it', async () => {
    const page = await pages.open('fails=track');
    await page.keyboard.press('Alt+7');
    await page.locator('.notice-help').first().click();
    const entry = page.locator('[data-at="INTERNAL"]');
    await entry.waitFor();
    await expect
      .poll(() => entry.evaluate((heading) => heading.getBoundingClientRect().top < innerHeight))
      .toBe(true);
    await page.locator('.help-page a', { hasText: '断网了' }).click();
    await expect.poll(() => title(page)).toBe('断网了');
  });

  test('links and pictures of a page are there, also in English and in the dark', async () => {
    const page = await pages.open('language=en&theme=dark');
    await page.locator('.rail-help').click();
    await page.locator('.help-page img').first().waitFor();
    expect(await title(page)).toBe('Today');
    const picture = page.locator('.help-page img').first();
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(600);
    await page.locator('.help-contents button', { hasText: 'Connecting a printer' }).click();
    await expect.poll(() => title(page)).toBe('Connecting a printer');
    expect(await page.locator('.help-contents [aria-current]').textContent()).toBe('Connecting a printer');
  });

  test('the licences have a page; one that no build of the program made says so', async () => {
    const page = await pages.open();
    await page.keyboard.press('F1');
    await page.locator('.help-contents button', { hasText: '许可' }).click();
    await expect.poll(() => title(page)).toBe('许可');
    await page.getByText('不是正式构建出来的').waitFor();
  });

  test('it opens before there is a workspace, and over a dialog', async () => {
    const fresh = await pages.open('session=new&fresh=1');
    await fresh.keyboard.press('F1');
    await expect.poll(() => title(fresh)).toBe('第一天');
    const page = await pages.open();
    await page.keyboard.press('?');
    await page.locator('.keys-list').first().waitFor();
    await page.keyboard.press('F1');
    await page.locator('.help').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.help').waitFor({ state: 'detached' });
    expect(await page.locator('.keys-list').first().isVisible()).toBe(true);
    expect(pages.complaints).toEqual([]);
  });

  test('on paper there is the page alone', async () => {
    const page = await pages.open();
    await page.keyboard.press('F1');
    await page.locator('.help-page').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.help-side').isVisible()).toBe(false);
    expect(await page.locator('.rail').isVisible()).toBe(false);
    expect(await page.locator('.help-page h2').isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
  });
});
