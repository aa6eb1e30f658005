import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { scan } from '../scan/scan.ts';
import { seen, seenNow } from '../seen.ts';

const rows = (page: Page) => page.locator('.table-body .row');
const said = (page: Page) => page.locator('.return-scan > .notice');

describe.skipIf(!hasChromium)('returns', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function openReturns(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+7');
    await page.getByRole('button', { name: /^退货/ }).click();
    await page.locator('.returns').waitFor();
    return page;
  }
  const expectedOrder = (page: Page) =>
    seen(rows(page).filter({ hasText: '等待到货' }).first().locator('[role=gridcell]').nth(2));

  test('what is to do stands first: expected, on its way, back by the carrier, and whose nobody knows', async () => {
    const page = await openReturns();
    await rows(page).first().waitFor();
    const list = await seen(page.locator('.table-body'));
    for (const words of ['等待到货', '退回途中', '快递说已退回', '不知道是谁的'])
      expect(list).toContain(words);
    expect(list).not.toContain('已到货');
  });

  test('Today counts what came back and nobody knows, and leads to just these', async () => {
    const page = await pages.open('unowned=1');
    await page.locator('.today-row', { hasText: '无主退货' }).getByRole('button').click();
    await rows(page).first().waitFor();
    await expect.poll(() => rows(page).count()).toBe(1);
    await expect.poll(() => seen(rows(page))).toContain('JT0005091188');
    await expect.poll(() => seen(page.locator('.filter-chip[aria-pressed=true]'))).toContain('不知道是谁的');
  });

  test('the gun takes an expected parcel in and names its order; the same parcel again changes nothing', async () => {
    const page = await openReturns();
    await rows(page).first().waitFor();
    await scan(page, 'SF1385628716730');
    await expect.poll(() => seenNow(said(page))).toMatch(/SF1385628716730 已收到，是订单 \S+ 的/);
    await scan(page, 'SF1385628716730');
    await expect.poll(() => seenNow(said(page))).toMatch(/已经收过，没有重复登记/);
  });

  test('a parcel nobody expected is kept, and goes to its order as soon as somebody says which', async () => {
    const page = await openReturns();
    const orderNo = await expectedOrder(page);
    await page.getByPlaceholder('扫描或输入退货包裹上的单号').fill('yt777');
    await page.keyboard.press('Enter');
    await expect.poll(() => seenNow(said(page))).toContain('不知道是哪个订单的');
    const whose = said(page).getByPlaceholder('是哪个订单的');
    await whose.fill('no such order');
    await page.keyboard.press('Enter');
    await said(page).getByText('ORDER_NOT_FOUND').waitFor();
    await whose.fill(orderNo);
    await page.keyboard.press('Enter');
    await expect.poll(() => seenNow(said(page))).toContain(`是订单 ${orderNo} 的`);
  });

  test('a number a buyer told is noted with a letter, and Esc leads back to the parcels', async () => {
    const page = await openReturns();
    const orderNo = await expectedOrder(page);
    await page.keyboard.press('n');
    await page.getByLabel('订单号', { exact: true }).fill(orderNo);
    await page.getByLabel('退货单号', { exact: true }).fill('sf0001');
    await page.keyboard.press('Enter');
    await page.locator('.toast', { hasText: 'SF0001 已登记' }).waitFor();
    await page.locator('.table-body', { hasText: 'SF0001' }).waitFor();
    await page.locator('.table').focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.returns').count()).toBe(0);
  });

  test('before the first return it says what will be here; a list that cannot be read says so', async () => {
    const fresh = await openReturns('fresh=1');
    await fresh.getByText('还没有退货').waitFor();
    const broken = await openReturns('fails=parcelCare.returns');
    await broken.locator('.notice-failed').getByText('INTERNAL').waitFor();
  });
});
