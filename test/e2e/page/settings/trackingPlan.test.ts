import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen, seenNow } from '../seen.ts';

describe.skipIf(!hasChromium)('the query plan in Settings', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function openPlan(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: /^轨迹查询计划$|^Tracking queries$/ }).click();
    await page.getByRole('heading', { name: /^轨迹查询计划$|^Tracking queries$/ }).waitFor();
    return page;
  }
  const body = (page: Page) => page.locator('.settings-body');

  test('says what today’s queries go to, what must wait, and what was given up', async () => {
    const page = await openPlan();
    const words = await seen(body(page));
    expect(words).toContain('今天已用 187 / 500 次');
    expect(words).toContain('派送中 204');
    expect(words).toContain('个要等到明天');
    expect(words).toContain('没有已知上限');
    expect(words).toContain('60 天没有新轨迹');
    const english = await seen(body(await openPlan('language=en')));
    expect(english).toContain('Today 187 of 500 used');
    expect(english).toContain('out for delivery 204');
  });

  test('takes the number a shop has bought, by keyboard, and goes back to the free plan', async () => {
    const page = await openPlan();
    await page.getByRole('button', { name: '改每天的次数' }).first().press('Enter');
    await page.getByLabel('每天查询次数').fill('3000');
    await page.keyboard.press('Enter');
    await expect.poll(() => seenNow(body(page))).toContain('每天 3,000 次');
    await page.getByRole('button', { name: '改每天的次数' }).first().press('Enter');
    await page.getByLabel('每天查询次数').fill('');
    await page.keyboard.press('Enter');
    await expect.poll(() => seenNow(body(page))).toContain('免费每天 500 次');
  });
});
