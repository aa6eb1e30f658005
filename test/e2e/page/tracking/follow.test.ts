import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

const dialog = (page: Page) => page.locator('dialog[open]');
const rows = (page: Page) => dialog(page).locator('.table-body .row');

/** As from a spreadsheet. Typing five thousand lines, as `fill` does, takes the browser minutes. */
async function paste(page: Page, text: string): Promise<void> {
  const field = dialog(page).locator('textarea');
  await field.evaluate((element: HTMLTextAreaElement, value) => {
    element.value = value;
    element.select();
  }, text);
  await page.keyboard.press('Control+x');
  await page.keyboard.press('Control+v');
}

async function openPaste(pages: Pages): Promise<Page> {
  const page = await pages.open();
  await page.keyboard.press('Alt+7');
  await page.locator('.table-body .row').first().waitFor();
  await page.keyboard.press('v');
  await dialog(page).locator('textarea').waitFor();
  return page;
}

describe.skipIf(!hasChromium)('numbers pasted into Track', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('an open carrier is a choice, what asking costs is told first, and only what is clear is followed', async () => {
    const page = await openPaste(pages);
    await dialog(page).locator('textarea').fill('SF1400000000001\n73110000000123\n不是单号\n73110000000123');
    await dialog(page).getByText('重复的 1 个只算一次。').waitFor();
    await dialog(page)
      .getByText(/快递鸟：第一次查询要 \d+ 次，今天还可以查 275 次。/)
      .waitFor();
    const yes = dialog(page).getByRole('button', { name: /^跟踪 \d+ 个/ });
    const before = Number(/\d+/.exec(await seen(yes))?.[0]);
    const choice = dialog(page).locator('.filter-chip', { hasText: '要选快递公司' });
    if ((await choice.count()) > 0) {
      await choice.click();
      await rows(page).first().locator('.follow-choice .button').first().click();
      await expect.poll(async () => Number(/\d+/.exec(await seen(yes))?.[0])).toBe(before + 1);
    }
    await dialog(page).locator('.filter-chip', { hasText: '不是单号' }).click();
    await rows(page)
      .first()
      .getByText(/不像|重复|校验位/)
      .waitFor();
    await yes.click();
    await page.locator('.toast-done', { hasText: /已开始跟踪 \d+ 个。/ }).waitFor();
    expect(pages.complaints).toEqual([]);
  });

  test('five thousand are read at once with a few dozen rows in the page, and all of them go with one key', async () => {
    const page = await openPaste(pages);
    const many = Array.from({ length: 5_000 }, (_, at) => `SF14${String(10_000_000_000 + at * 7_919)}`);
    await paste(page, many.join('\n'));
    const pastedAt = Date.now();
    await dialog(page).locator('.filter-chip', { hasText: /5,000/ }).waitFor();
    expect(Date.now() - pastedAt).toBeLessThan(10_000);
    expect(await rows(page).count()).toBeLessThan(60);
    await dialog(page).locator('textarea').focus();
    await page.keyboard.press('Control+Enter');
    await page.locator('.toast-done', { hasText: '已开始跟踪 5,000 个。' }).waitFor();
  });

  test('a number that is not here is followed from where it was looked for', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+7');
    await page.locator('.filter-chip', { hasText: '全部' }).click();
    await page.getByLabel('搜索运单号、订单号').fill('SF1400000009999');
    await page.getByRole('button', { name: '跟踪“SF1400000009999”' }).click();
    await expect.poll(() => dialog(page).locator('textarea').inputValue()).toBe('SF1400000009999');
    await dialog(page)
      .getByRole('button', { name: /^跟踪 1 个/ })
      .waitFor();
    expect(pages.complaints).toEqual([]);
  });
});
