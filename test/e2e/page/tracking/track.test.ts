import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

const rows = (page: Page) => page.locator('.table-body .row');
const detail = (page: Page) => page.locator('.detail');
const chip = (page: Page, name: string) => page.locator('.filter-chip', { hasText: name });

async function openTrack(pages: Pages, tab = '运输中', query = ''): Promise<Page> {
  const page = await pages.open(query);
  await page.keyboard.press('Alt+7');
  await rows(page).locator('.parcel-state').first().waitFor();
  await chip(page, tab).click();
  await page.locator('.parcel-state').first().waitFor();
  return page;
}

describe.skipIf(!hasChromium)('Track in the window', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('says of what stands still for how long, and draws how far each parcel is', async () => {
    const page = await openTrack(pages);
    await chip(page, '停滞 3 天').click();
    await page.locator('.silence-stuck').first().waitFor();
    await rows(page)
      .first()
      .getByText(/^! \d+ 天$/)
      .waitFor();
    await expect.poll(() => rows(page).first().locator('.parcel-ticks i').count()).toBe(5);
    await chip(page, '派送中').click();
    await page.locator('.parcel-state', { hasText: '派送中' }).first().waitFor();
    await expect.poll(() => rows(page).first().locator('.parcel-tick-on').count()).toBe(4);
  });

  test('while the platform is down a parcel shows what is known, how old that is, and that the question failed', async () => {
    const page = await openTrack(pages, '运输中', 'platformDown=1');
    await rows(page).first().click();
    await detail(page).getByText('上次查询：').waitFor();
    await page.keyboard.press('r');
    const notice = detail(page).locator('.notice-failed', { hasText: '这次没有问到，下面是之前查到的。' });
    await notice.getByText('NETWORK_TIMEOUT').waitFor();
    await expect.poll(() => detail(page).locator('.parcel-way li').count()).toBeGreaterThan(0);
    await detail(page)
      .getByText(/上次查询：.*前/)
      .waitFor();
    expect(await page.locator('.toast').count()).toBe(0);
  });

  test('many are asked for at once, with what that costs told before', async () => {
    const page = await openTrack(pages);
    await page.locator('.table').focus();
    for (const key of [' ', 'ArrowDown', ' ']) await page.keyboard.press(key);
    const bar = page.locator('.parcel-batch');
    await bar.getByText('查询 2 个会用掉 2 次查询额度。').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('.toast-done', { hasText: '已查询 2 个运单。' }).waitFor();
    await page.keyboard.press('Escape');
    await bar.getByRole('button', { name: '复制单号' }).click();
    const copied = await page.evaluate(
      () => (window as unknown as { page: { copied: string[] } }).page.copied,
    );
    expect(copied.at(-1)?.split('\n')).toHaveLength(2);
  });

  test('where a parcel is goes to its buyer with one key, whom to call is told, and the list goes out as a file', async () => {
    const page = await openTrack(pages);
    await rows(page).first().click();
    await detail(page)
      .getByText(/^承诺 .* 前送达，来得及。$/)
      .waitFor();
    await page.keyboard.press('c');
    await page.locator('.toast-done', { hasText: '已复制，粘贴到聊天窗口发给买家。' }).waitFor();
    await page.keyboard.press('q');
    await page.getByRole('dialog').getByText(/95311/).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+e');
    await page
      .getByRole('dialog')
      // Said once it is known: an Enter before would find nothing to write.
      .getByText(/导出 [1-9]\d* 个运单/)
      .waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.toast-done', { hasText: /已导出 \d+ 个运单。/ }).waitFor();
    expect(pages.complaints).toEqual([]);
  });

  test('where no parcel is due, that is said instead of none asked for', async () => {
    const page = await pages.open('orders=0');
    await page.keyboard.press('Alt+7');
    await page.getByRole('button', { name: '刷新物流' }).click();
    await page.locator('.toast', { hasText: '现在没有到查询时间的运单' }).waitFor();
  });

  test('a filter that nothing fits leads back to everything', async () => {
    const page = await openTrack(pages);
    await page.getByLabel('搜索运单号、订单号').fill('没有这个单号');
    await page.getByText('没有符合条件的运单').waitFor();
    await page.getByRole('button', { name: '显示全部' }).click();
    await expect.poll(() => seen(page.locator('.filter-chip[aria-pressed=true]'))).toMatch(/^全部/);
    await rows(page).first().waitFor();
    expect(pages.complaints).toEqual([]);
  });
});
