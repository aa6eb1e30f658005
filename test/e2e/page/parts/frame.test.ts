import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

describe.skipIf(!hasChromium)('the frame of the window', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('Enter does what the first screen is for', async () => {
    const page = await pages.open('session=new&fresh=1');
    expect(await focused(page)).toContain('进入练习');
    await page.keyboard.press('Enter');
    await page.locator('.first-steps:not(.first-day)').waitFor();
  });

  test('a dialog begins on its act, a dangerous one on the way out, and whoever had the focus gets it back', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    const row = page.locator('.table-body .row').first();
    await row.waitFor();
    await row.click();
    const cancel = page.locator('.detail').getByRole('button', { name: '取消订单' });
    await cancel.click();
    await page.locator('dialog').waitFor();
    expect(await focused(page)).not.toContain('取消订单');
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toContain('取消订单');
    await page.keyboard.press('e');
    await page.locator('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    // The focus is back on the screen: the next Tab is not that of the document's end.
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });

  test('whoever goes to a screen by a key works there: Enter does not press what was walked to before', async () => {
    const page = await pages.open();
    await page.locator('.today-next').waitFor();
    await page.locator('.rail-help').focus();
    await page.keyboard.press('Alt+4');
    await page.locator('.desk').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.rail, .status-bar') === null))
      .toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  test('keys stand on the buttons while Alt is held, and nothing moves', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    const button = page.locator('.screen-head').getByRole('button', { name: '回填单号' });
    await button.waitFor();
    const letter = button.locator('.button-letter');
    const before = await button.boundingBox();
    expect(await letter.isVisible()).toBe(false);
    await page.keyboard.down('Alt');
    expect(await letter.isVisible()).toBe(true);
    expect(await button.boundingBox()).toEqual(before);
    await page.keyboard.up('Alt');
    expect(await letter.isVisible()).toBe(false);
  });

  test('what just happened is told beneath the screen, on nothing that can be pressed', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+9');
    await page.getByRole('button', { name: '保存' }).click();
    const toast = page.locator('.toast-done');
    await toast.waitFor();
    const [told, screen, bar] = await Promise.all(
      ['.toast-done', '.shell-main', '.status-bar'].map((selector) => page.locator(selector).boundingBox()),
    );
    expect(told?.y).toBeGreaterThanOrEqual((screen?.y ?? 0) + (screen?.height ?? 0));
    expect((told?.y ?? 0) + (told?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  });

  test('a setting is found by what is set there, and Enter opens its section', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+9');
    await page.getByLabel('搜索设置').fill('网口');
    await expect.poll(() => page.locator('.settings-nav button').allInnerTexts()).toEqual(['打印机']);
    await page.keyboard.press('Enter');
    await page.locator('.settings-nav button[aria-current=true]', { hasText: '打印机' }).waitFor();
    await expect.poll(() => page.locator('.settings-nav button').count()).toBeGreaterThan(10);
  });

  test('what waits on a place never moves its icon', async () => {
    const page = await pages.open('orders=40');
    const icons = page.locator('.rail .rail-item > .icon');
    await page.locator('.rail-count').first().waitFor();
    const lefts = await icons.evaluateAll((all) => all.map((icon) => icon.getBoundingClientRect().left));
    expect(new Set(lefts).size).toBe(1);
    const rail = await page.locator('.rail').boundingBox();
    for (const count of await page.locator('.rail-count').all()) {
      const box = await count.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((rail?.x ?? 0) + (rail?.width ?? 0));
    }
  });

  test('thousands that wait on a place leave its icon in sight', async () => {
    const page = await pages.open('orders=30000');
    const place = page
      .locator('.rail-item', { has: page.locator('.rail-count', { hasText: '千+' }) })
      .first();
    const [icon, count] = await Promise.all([
      place.locator('.icon').boundingBox(),
      place.locator('.rail-count').boundingBox(),
    ]);
    const covered = (icon?.x ?? 0) + (icon?.width ?? 0) - (count?.x ?? 0);
    expect(covered).toBeLessThanOrEqual(4);
    expect(count?.height).toBeLessThan(20);
  });

  test('how far an import is stands where its icon stood, and covers nothing', async () => {
    const page = await pages.open('orders=40');
    await page.keyboard.press('Alt+2');
    await page.locator('.import-files').waitFor();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['x'], '订单.xlsx'));
      const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
      document.querySelector('.import-files')?.dispatchEvent(drop);
    });
    await page.locator('.map-row').first().waitFor();
    await page.keyboard.press('Enter');
    const place = page.locator('.rail-item[aria-current=page]');
    await place.locator('.rail-run', { hasText: '%' }).waitFor();
    expect(await place.locator('.icon, .rail-count').count()).toBe(0);
  });

  test('at 125 % of a small screen every place of the rail is seen whole, also while the core is away', async () => {
    const page = await pages.open();
    await page.setViewportSize({ width: 1093, height: 614 });
    try {
      await page.evaluate('window.page.stopCore()');
      await page.locator('.connection-banner').waitFor();
      const rail = await page.locator('.rail').boundingBox();
      const tag = await page.locator('.rail .practice').boundingBox();
      expect((tag?.y ?? 0) + (tag?.height ?? 0)).toBeLessThanOrEqual(
        (rail?.y ?? 0) + (rail?.height ?? 0) + 1,
      );
      // One more place has its room too.
      const last = await page.locator('.rail > .rail-item').last().boundingBox();
      const foot = await page.locator('.rail-foot').boundingBox();
      expect((foot?.y ?? 0) - (last?.y ?? 0) - (last?.height ?? 0)).toBeGreaterThanOrEqual(4);
    } finally {
      await page.setViewportSize({ width: 1366, height: 768 });
    }
  });

  test('where nothing is real, the button that books says so, up to the last key', async () => {
    const page = await pages.open('orders=40');
    await page.keyboard.press('Alt+4');
    const tag = page.locator('.button-primary .button-tag');
    await page.locator('.desk .button-primary:not(:disabled)', { hasText: '练习' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('.verdict-go, .preflight').waitFor();
    await tag.getByText('练习').waitFor();
  });

  test('that the core is away stands in a row of its own, over nothing', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    await page.locator('.table-body .row .cell').first().waitFor();
    await page.evaluate('window.page.stopCore()');
    const banner = page.locator('.connection-banner');
    await banner.waitFor();
    const [told, rail, screen, bar] = await Promise.all(
      ['.connection-banner', '.rail', '.shell-main', '.status-bar'].map((selector) =>
        page.locator(selector).boundingBox(),
      ),
    );
    const toldEnd = (told?.y ?? 0) + (told?.height ?? 0);
    expect(rail?.y).toBeGreaterThanOrEqual(toldEnd);
    expect(screen?.y).toBeGreaterThanOrEqual(toldEnd);
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThanOrEqual(768);
    await page.evaluate('window.page.startCore()');
    await banner.waitFor({ state: 'detached' });
  });

  test('the sign-in says whose desk it is', async () => {
    const page = await pages.open('operator=nobody');
    await page.locator('.desk-head', { hasText: '山野小铺' }).waitFor();
  });

  test('filters that would show nothing wait behind “more”', async () => {
    const page = await pages.open('orders=40');
    await page.keyboard.press('Alt+4');
    const more = page.locator('.filter-more');
    await more.waitFor();
    const shown = await page.locator('.filter-chip .filter-count').allInnerTexts();
    expect(shown.slice(1)).not.toContain('0');
    await more.click();
    expect((await page.locator('.filter-chip .filter-count').allInnerTexts()).length).toBeGreaterThan(
      shown.length,
    );
    expect(await seen(more)).toBe('收起');
  });
});
