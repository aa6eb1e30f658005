import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

const rows = (page: Page) => page.locator('.table-body .row');
const copied = (page: Page) =>
  page.evaluate(() => (window as unknown as { page: { copied: string[] } }).page.copied);

describe.skipIf(!hasChromium)('the call log', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function openLog(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: '接口日志' }).click();
    return page;
  }

  test('figures and failures stand before what went well, and equal calls next to each other are one row', async () => {
    const page = await openLog();
    await rows(page).first().waitFor();
    await expect.poll(() => seen(page.locator('.call-figures'))).toMatch(/次数[\s\S]*成功率[\s\S]*最近一次/);
    const first = page.locator('.call-failure').first();
    await expect.poll(() => seen(first)).toMatch(/故障[\s\S]*CARRIER_DOWN[\s\S]*快递100 · [\s\S]*×9/);
    await expect.poll(() => seen(rows(page).first())).toMatch(/×5/);
    const drawn = await rows(page).allTextContents();
    const calls = drawn.map((text) => Number(/×(\d+)/.exec(text)?.[1] ?? 1));
    expect(calls.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(drawn.length + 4);
  });

  test('C copies the newest failure for the platform’s support, without a row having been chosen', async () => {
    const page = await openLog();
    await page.locator('.call-failure').first().waitFor();
    await page.keyboard.press('c');
    await expect.poll(() => copied(page)).toEqual(['call away-00']);
  });

  test('a failure opens its newest call, narrows the log to its like, and one press shows everything again', async () => {
    const page = await openLog();
    await page.locator('.call-failure').first().click();
    const detail = page.locator('.detail');
    await detail.getByText('这 9 次调用').waitFor();
    await expect.poll(() => rows(page).count()).toBe(1);
    await detail.locator('.call-step button').last().click();
    await page.keyboard.press('c');
    await expect.poll(() => copied(page)).toEqual(['call away-08']);
    await page.getByRole('button', { name: /· CARRIER_DOWN/ }).click();
    await expect.poll(() => rows(page).count()).toBeGreaterThan(3);
  });

  test('before the first call it says what will be here, and shows no rate of success', async () => {
    const page = await openLog('fresh=1');
    await page.getByText('还没有调用过平台').last().waitFor();
    expect(await page.locator('.call-failures').count()).toBe(0);
  });

  test('a log of which nothing can be read says so once, and is back after asking again', async () => {
    const page = await openLog('fails=calls,insightCalls');
    const notice = page.locator('.notice-failed');
    await notice.first().getByText('INTERNAL').waitFor();
    await expect.poll(() => notice.count()).toBe(1);
    await page.evaluate(() => (window as unknown as { page: { mend(): void } }).page.mend());
    await notice.getByRole('button', { name: '重试' }).click();
    await rows(page).first().waitFor();
    await page.locator('.call-failure').first().waitFor();
    await expect.poll(() => notice.count()).toBe(0);
  });

  test('a log that cannot be read says so in place of its rows, and the rest of the screen stays', async () => {
    const page = await openLog('fails=calls.runs');
    await page.locator('.notice-failed').getByText('INTERNAL').waitFor();
    await page.locator('.call-failure').first().waitFor();
  });
});
