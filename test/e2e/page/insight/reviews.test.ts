import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

async function openReviews(pages: Pages): Promise<Page> {
  const page = await pages.open();
  await page.keyboard.press('Alt+8');
  await page.getByRole('tab', { name: '复盘' }).click();
  await page.locator('.review-head').waitFor();
  return page;
}

describe.skipIf(!hasChromium)('looking back', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('begins with the last week, its five figures and every part of it', async () => {
    const page = await openReviews(pages);
    const words = await seen(page.locator('.insight-body'));
    for (const part of ['每天取号', '接口调用', '错误码', '平台可用率', '轨迹', '异常', '面单', '操作员'])
      expect(words).toContain(part);
    expect(words).toMatch(/一半在 21\.5 小时内处理完/);
    expect(words).toContain('99.24%');
  });

  test('goes back and forth by keys, and says unknown of a day before which nothing is known', async () => {
    const page = await openReviews(pages);
    const span = page.locator('.review-head strong');
    const before = await span.textContent();
    await page.keyboard.press('[');
    await page.waitForFunction(
      (text) => document.querySelector('.review-head strong')?.textContent !== text,
      before,
    );
    await page.keyboard.press(']');
    await page.waitForFunction(
      (text) => document.querySelector('.review-head strong')?.textContent === text,
      before,
    );
    await page.getByRole('radio', { name: '日' }).check({ force: true });
    await page.locator('.review-volume', { hasText: '未知' }).waitFor();
  });

  test('is taken along as a sheet or as a page to print', async () => {
    const page = await openReviews(pages);
    await page.keyboard.press('Control+e');
    await page.locator('.toast-done', { hasText: 'review-week.xlsx' }).waitFor();
    await page.keyboard.press('p');
    await page.locator('.toast-done', { hasText: 'review-week.html' }).waitFor();
  });
});
