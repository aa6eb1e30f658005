import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleOrders } from '../../../doubles/page/pageSample.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { scan } from '../scan/scan.ts';
import { seen, seenNow } from '../seen.ts';

const orders = sampleOrders(600, 0);
/** The first booked order of the sample was refunded. */
const refunded = orders.find(({ state }) => state === 'booked');
const packed = orders.filter(
  (one) => one.state === 'booked' && one.printState === 'confirmed' && one !== refunded,
);
/** Piles stand in the order of their codes. */
const carrier = [...new Set(packed.map((one) => one.carrier))].sort()[0] ?? '';
const own = packed.filter((one) => one.carrier === carrier).map(({ waybillNo }) => waybillNo);
const foreign = packed.find((one) => one.carrier !== carrier)?.waybillNo ?? '';

const said = (page: Page) => seenNow(page.locator('.bench-words h2'));
const pile = (page: Page) => page.locator('.handover-pile').first();
const rows = (page: Page) => page.locator('.table-body .row');

describe.skipIf(!hasChromium)('handing over to couriers', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function openHandover(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+6');
    await page.getByRole('tab', { name: '交接' }).click();
    await page.getByRole('tabpanel', { name: '交接' }).waitFor();
    return page;
  }

  test('the first scan begins the list; each parcel is put on it once, another carrier’s never', async () => {
    const page = await openHandover();
    await pile(page).waitFor();
    await Promise.all(own.slice(0, 3).map((code) => scan(page, code)));
    await expect.poll(() => said(page)).toMatch(/：3 件在单上$/);
    await expect.poll(() => rows(page).count()).toBe(3);
    await scan(page, own[0] ?? '');
    await expect.poll(() => said(page)).toBe('这件扫过了');
    await scan(page, foreign);
    await expect.poll(() => said(page)).toBe('别家快递的');
    await expect.poll(() => seen(page.locator('.bench-words p'))).toMatch(/不在这张交接单上/);
    await scan(page, 'ABC12345678');
    await expect.poll(() => said(page)).toBe('不认识这个码');
    await expect.poll(() => rows(page).count()).toBe(3);
    await rows(page).first().click();
    await page.getByRole('button', { name: '拿下来' }).click();
    await expect.poll(() => rows(page).count()).toBe(2);
  });

  test('all at once, printed, signed for: the list is shut, and what comes late goes on a second one', async () => {
    const page = await openHandover();
    const nothing = page.locator('.empty-state', { hasText: '扫第一件，或按' });
    await expect.poll(() => seenNow(nothing)).toContain('或按“开始交接”');
    await page.getByRole('button', { name: '开始交接' }).click();
    await expect.poll(() => seenNow(nothing)).toContain(`或按“全部放上（${own.length} 件）”`);
    await page.getByRole('button', { name: `全部放上（${own.length} 件）` }).click();
    await page.locator('.toast-done', { hasText: `${own.length} 件已放到单上` }).waitFor();
    await page.getByRole('button', { name: '打印交接单' }).click();
    await page.locator('dialog[open]').getByRole('button', { name: '打印交接单' }).click();
    await page.locator('.toast-done', { hasText: '已发给打印机' }).waitFor();
    await page.getByRole('button', { name: '交给快递员' }).click();
    const dialog = page.locator('dialog[open]');
    await expect.poll(() => seen(dialog)).toContain(`把 ${own.length} 件交给`);
    await dialog.getByLabel('快递员（可不填）').fill('小李');
    await page.keyboard.press('Enter');
    await page.locator('.toast-done', { hasText: `${own.length} 件已交给快递员` }).waitFor();
    await page.getByRole('button', { name: '开第二张单' }).waitFor();
    await expect.poll(() => seen(pile(page))).toContain(`今天已交 ${own.length} 件`);
  });

  test('once the courier has signed, the band says so and what comes next, and no scan of before', async () => {
    const page = await openHandover();
    const next = page.locator('.bench-words p').first();
    const sign = async (): Promise<void> => {
      await page.getByRole('button', { name: '交给快递员' }).click();
      const dialog = page.locator('dialog[open]');
      await dialog.getByLabel('快递员（可不填）').fill('小李');
      // Sooner behind a scan than a hand could be, Enter is taken for the gun's.
      await dialog.getByRole('button', { name: '交给快递员' }).click();
      await page.getByRole('button', { name: '开第二张单' }).waitFor();
    };
    await pile(page).waitFor();
    await scan(page, own[0] ?? '');
    await expect.poll(() => said(page)).toMatch(/：1 件在单上$/);
    // The band speaks before the list is read anew, and a list is signed as it was seen.
    await expect.poll(() => rows(page).count()).toBe(1);
    await scan(page, foreign);
    await expect.poll(() => said(page)).toBe('别家快递的');
    await sign();
    await expect.poll(() => said(page)).toMatch(/：1 件已交$/);
    expect(await seen(next)).toMatch(
      new RegExp(`-1 单已签收。还有 ${own.length - 1} 件没交：扫一件，就开第二张单$`),
    );
    // Told of the list that was signed, not of the one that the next scan begins.
    await scan(page, own[1] ?? '');
    await expect.poll(() => said(page)).toMatch(/：1 件在单上$/);
    await page.getByRole('button', { name: `全部放上（${own.length - 2} 件）` }).click();
    await page.locator('.toast-done', { hasText: '件已放到单上' }).waitFor();
    await sign();
    await expect.poll(() => said(page)).toMatch(new RegExp(`：${own.length - 1} 件已交$`));
    await expect.poll(() => seen(next)).toMatch(/-2 单已签收，这家的都交完了：左边换一家，或回去打包$/);
  });

  test('while the server is away the list is kept at this bench, under a number of its own', async () => {
    const page = await openHandover('server=away');
    const kept = page.locator('.notice', { hasText: '交接单先存在本台' });
    await kept.getByText(/请快递员签字，服务器恢复后自动入账/).waitFor();
    await scan(page, own[0] ?? '');
    await expect.poll(() => rows(page).count()).toBe(1);
    await page.getByText(`H20261128-${carrier}-7K3QP1`).waitFor();
    expect(await page.locator('.filter-chip', { hasText: '快递员来过还在' }).count()).toBe(0);
    await page.getByRole('button', { name: '交给快递员' }).click();
    await page.locator('dialog[open]').getByRole('button', { name: '交给快递员' }).click();
    await page.locator('.toast-done', { hasText: '1 件已交给快递员' }).waitFor();
  });

  test('labels of earlier days that never left are marked on their pile and listed', async () => {
    const page = await openHandover();
    const left = page.locator('.handover-pile', { hasText: '前几天没交 3 件' });
    await left.click();
    await page.locator('.filter-chip', { hasText: '前几天没交的' }).click();
    await expect.poll(() => rows(page).count()).toBe(3);
  });

  test('nothing packed: it says what will be here; a desk that cannot be read says so', async () => {
    const fresh = await openHandover('fresh=1&orders=0');
    await fresh.getByText('没有要交的包裹').waitFor();
    const broken = await openHandover('fails=handover');
    await broken.locator('.notice-failed').getByText('INTERNAL').waitFor();
  });

  test('a list that leads elsewhere is walked by the arrows, and left by Enter', async () => {
    const page = await pages.open('bench=late');
    await page.locator('.today-row', { hasText: '快递员来过，包裹还在' }).getByRole('button').click();
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.locator('.table').focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('.table .row-cursor').waitFor();
    await expect.poll(() => seen(page.locator('.table-foot'))).toContain('请快递员再来');
    await page.keyboard.press('Enter');
    await page.locator('.screen h1', { hasText: '发货' }).waitFor();
  });

  test('what should have left is told on Today, and each line leads to exactly what it counts', async () => {
    const page = await pages.open('bench=late');
    const line = (words: string) => page.locator('.today-row', { hasText: words });
    await expect.poll(() => seenNow(line('快递员来过，包裹还在'))).toContain('2');
    await line('快递员来过，包裹还在').getByRole('button').click();
    await expect.poll(() => rows(page).count()).toBe(2);
    const chip = page.getByRole('button', { name: /快递员来过还在/ });
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => seen(page.locator('.table-foot'))).toContain('请快递员再来');
    await page.keyboard.press('Alt+1');
    await line('约的快递员没来').getByRole('button').click();
    await expect.poll(() => rows(page).count()).toBe(1);
    await rows(page).first().click();
    await page.locator('.screen h1', { hasText: '发货' }).waitFor();
    await page.keyboard.press('Alt+1');
    await line('交接单没签收').getByRole('button').click();
    await expect.poll(() => rows(page).count()).toBe(1);
    await rows(page).first().click();
    await pile(page).waitFor();
    await expect.poll(() => rows(page).count()).toBe(1);
  });
});
