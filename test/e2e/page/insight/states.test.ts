import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen, seenNow } from '../seen.ts';

/** Tabs of Insight by their words, with what each says before there is anything. */
const tabs = [
  ['接口', '这段时间没有调用平台'],
  ['单量', '还没有取过号'],
  ['时效', '还没有签收的包裹'],
  ['异常', '没有异常'],
  ['费用', '还没有'],
  ['对账', '还没有对过账'],
  ['代收货款', '还没有代收货款的包裹'],
  ['报警', '没有报警'],
] as const;

describe.skipIf(!hasChromium)('screens that have nothing, or cannot be read', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function openInsight(query: string): Promise<Page> {
    const page = await pages.open(query);
    await page.locator('.rail').waitFor();
    await page.keyboard.press('Alt+8');
    await page.getByRole('tab', { name: '今日看板' }).waitFor();
    return page;
  }
  const toTab = (page: Page, words: string) => page.getByRole('tab', { name: words, exact: true }).click();

  test('each tab of Insight says what will be here, and what nobody knows is no nought', async () => {
    const page = await openInsight('fresh=1&orders=0');
    for (const [words, says] of tabs) {
      await toTab(page, words);
      await expect.poll(() => seenNow(page.locator('.insight-body'))).toContain(says);
    }
  });

  test('each tab that cannot be read says why with a way to ask again, and shows no figure', async () => {
    const page = await openInsight('fails=board,insightCalls,bills,cod,reviews,alarms');
    for (const words of ['今日看板', ...tabs.map(([tab]) => tab), '复盘']) {
      await toTab(page, words);
      const notice = page.locator('.insight-body .notice-failed').first();
      await notice.getByText('INTERNAL').waitFor();
      await notice.getByRole('button', { name: '重试' }).waitFor();
      await expect.poll(() => page.locator('.notice-failed').count()).toBe(1);
      expect(await page.locator('.figure-value').count()).toBe(0);
      expect(await seen(page.locator('.insight-body'))).not.toMatch(/还没有|没有符合/);
    }
  });

  test('while an answer is awaited its room is kept, without a word that it is nothing', async () => {
    const page = await openInsight('silent=board,reviews');
    await page.locator('.answer-wait').waitFor();
    await toTab(page, '时效');
    await page.locator('.answer-wait').waitFor();
    expect(await seen(page.locator('.insight-body'))).not.toMatch(/还没有|没有异常/);
  });

  test('what fails at once on Track is told once, with one way to ask again', async () => {
    const page = await pages.open('fails=track,cases');
    await page.locator('.rail').waitFor();
    await page.keyboard.press('Alt+7');
    await page.locator('.notice-failed').getByText('INTERNAL').waitFor();
    await page.locator('.filter-chip', { hasText: '全部' }).waitFor();
    await expect.poll(() => page.locator('.notice-failed').count()).toBe(1);
    await expect.poll(() => page.getByRole('button', { name: '重试' }).count()).toBe(1);
  });

  test('Track that cannot count its parcels shows them all the same, and says what is missing', async () => {
    const page = await pages.open('fails=track.counts,cases.counts');
    await page.locator('.rail').waitFor();
    await page.keyboard.press('Alt+7');
    await page.locator('.table-body .row').first().waitFor();
    await page.locator('.notice-failed').getByText('INTERNAL').waitFor();
    await expect.poll(() => seen(page.locator('.filter-chip[aria-pressed=true]'))).toMatch(/^全部\s*–$/);
  });

  test('Track that cannot read its list says so, and everything is back after asking again', async () => {
    const page = await pages.open('fails=track.window,cases.window');
    await page.locator('.rail').waitFor();
    await page.keyboard.press('Alt+7');
    const notice = page.locator('.notice-failed');
    await notice.getByText('INTERNAL').waitFor();
    expect(await seen(page.locator('.screen'))).not.toMatch(/还没有|没有异常/);
    await page.evaluate(() => (window as unknown as { page: { mend(): void } }).page.mend());
    await notice.getByRole('button', { name: '重试' }).click();
    await page.locator('.table-body .row').first().waitFor();
    expect(await notice.count()).toBe(0);
  });
});
