import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleOrders } from '../../../doubles/page/pageSample.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { isInSight, seen, seenNow } from '../seen.ts';

const isDelivered = ({ state, orderNo }: { readonly state: string; readonly orderNo: string }): boolean =>
  state === 'delivered' && !orderNo.endsWith('7');
const delivered = sampleOrders(600, 0).find(isDelivered)?.orderNo ?? '';

describe.skipIf(!hasChromium)(
  'how long personal data is kept, in Settings and on the card of an order',
  () => {
    let pages: Pages;
    beforeAll(async () => {
      pages = await openPages();
    }, 60_000);
    afterAll(() => pages.close());

    const body = (page: Page) => page.locator('.settings-body');
    const dialog = (page: Page) => page.getByRole('dialog');

    async function openSection(query = ''): Promise<Page> {
      const page = await pages.open(query);
      await page.keyboard.press('Alt+9');
      await page.locator('.settings-nav button', { hasText: /^(个人信息|Personal data)$/ }).click();
      await page.locator('.settings-body h2', { hasText: /个人信息|Personal data/ }).waitFor();
      return page;
    }
    async function think(page: Page, days: string): Promise<void> {
      await page.getByLabel(/订单结束后保留|Kept after/).click();
      await page.locator('.ant-select-item-option', { hasText: days }).click();
    }

    test('the section says what would go now, and why the rest is kept', async () => {
      const page = await openSection();
      await expect.poll(() => seen(body(page))).toContain('90 天');
      const rows = body(page).locator('.plain-table tbody tr');
      await expect.poll(() => seen(rows.nth(0))).toContain('到期，会清除');
      await expect.poll(() => seen(rows.nth(0))).toContain('200');
      await expect.poll(() => seen(rows.nth(4))).toContain('代收货款没到账');
      await expect.poll(() => seen(body(page))).toContain('3 个过期的结果文件');
    });

    test('another time shows first what it would take, and is chosen after a question', async () => {
      const page = await openSection();
      await think(page, '60 天');
      await expect.poll(() => seenNow(body(page))).toContain('改成这个时间会清除什么');
      await expect.poll(() => seenNow(body(page).locator('.plain-table tbody tr').nth(0))).toContain('560');
      expect(await page.getByRole('button', { name: /现在清除/ }).count()).toBe(0);
      await page.getByRole('button', { name: '保留 60 天' }).click();
      await expect.poll(() => seen(dialog(page))).toContain('现在到期的有 560 单');
      await dialog(page).getByRole('button', { name: '保留 60 天' }).click();
      await expect.poll(() => seenNow(body(page))).toContain('现在清除什么');
      expect(await page.getByRole('button', { name: '保留 60 天' }).count()).toBe(0);
      await page.getByRole('button', { name: '现在清除 560 单' }).waitFor();
    });

    test('as long as nobody has chosen, that is said, and the usual time is one button away', async () => {
      const page = await openSection('retention=unchosen');
      await expect.poll(() => seen(body(page).locator('.notice'))).toContain('现在不会自动清除');
      await page.getByRole('button', { name: '保留 90 天' }).click();
      await dialog(page).getByRole('button', { name: '保留 90 天' }).click();
      await expect.poll(() => seenNow(body(page))).not.toContain('现在不会自动清除');
    });

    test('a run asks, says how many went, and leaves nothing due', async () => {
      const page = await openSection();
      await page.getByRole('button', { name: '现在清除 200 单' }).click();
      await expect.poll(() => seen(dialog(page))).toContain('找不回来');
      await dialog(page).getByRole('button', { name: '清除', exact: true }).click();
      await expect.poll(() => seenNow(body(page))).toContain('已清除 200 单的个人信息');
      await expect.poll(() => seenNow(body(page).locator('.plain-table tbody tr').nth(0))).toContain('0');
      expect(await page.getByRole('button', { name: /现在清除/ }).count()).toBe(0);
    });

    test('a clock that runs ahead counts only once somebody has said that it is right', async () => {
      const page = await openSection('retention=clock');
      await expect.poll(() => seen(body(page).locator('.notice'))).toContain('电脑的时间比记录能证明的晚');
      expect(await page.getByRole('button', { name: /现在清除/ }).count()).toBe(0);
      await page.getByLabel(/电脑的时间没错/).click();
      await page.getByRole('button', { name: '现在清除 200 单' }).waitFor();
    });

    test('a packer sees the time and changes nothing', async () => {
      const page = await openSection('operator=packer');
      await expect.poll(() => seen(body(page))).toContain('到期，会清除');
      expect(await page.getByRole('button', { name: /现在清除/ }).count()).toBe(0);
      await expect.poll(() => page.getByLabel('订单结束后保留').isDisabled()).toBe(true);
    });

    test('the card of an ended order says on which day its personal data goes', async () => {
      const page = await pages.open('');
      await page.keyboard.press('Alt+4');
      await page.locator('.table-body .row .cell').first().waitFor();
      await page.locator('.filter-chip', { hasText: '全部' }).click();
      await page.getByRole('searchbox', { name: '搜单号' }).fill(delivered);
      await expect.poll(() => page.locator('.table-body .row').count()).toBe(1);
      await page.locator('.table-body .row').click();
      await expect.poll(() => seenNow(page.locator('.detail'))).toMatch(/\d{4}-\d\d-\d\d 清除/);
    });

    test('a person who asks is found by phone, with what may go and why the rest stays, and erased after a question', async () => {
      const page = await openSection();
      await page.getByLabel('收件电话').fill('138 0013 8000');
      await page.getByLabel('原因（留记录）').fill('本人来电要求删除');
      await page.getByRole('button', { name: '查询', exact: true }).click();
      await expect.poll(() => seenNow(body(page))).toContain('2 个订单，现在可以清除 1 个');
      const text = await seenNow(body(page));
      expect(text).toContain('保留：还没签收；签收或退回后自动清除，最迟');
      expect(text).toContain('before-move.sdbackup 里可能还有，不会自动删除');
      expect(text).not.toContain('林晓');
      await page.getByRole('button', { name: '清除这个人' }).click();
      await expect.poll(() => seen(dialog(page))).toContain('1 个订单立即清除');
      await dialog(page).getByRole('button', { name: '清除这个人' }).click();
      await expect.poll(() => seenNow(body(page))).toContain('已清除 1 个订单的个人信息');
      expect(await page.getByRole('button', { name: '清除这个人' }).count()).toBe(0);
    });

    test('nobody is erased beside a refusal or an answer about somebody else', async () => {
      const page = await openSection('fails=retention.erasePerson');
      const find = async (phone: string): Promise<void> => {
        await page.getByLabel('收件电话').fill(phone);
        await page.getByRole('button', { name: '查询', exact: true }).click();
      };
      await page.getByLabel('原因（留记录）').fill('本人来电要求删除');
      await find('138 0013 8000');
      await page.getByRole('button', { name: '清除这个人' }).click();
      await dialog(page).getByRole('button', { name: '清除这个人' }).click();
      await body(page).getByText('当前操作没有完成').waitFor();
      await find('8000');
      const refused = body(page).locator('.notice-failed', { hasText: '这不是一个完整的电话号码' });
      await expect.poll(() => isInSight(refused)).toBe(true);
      expect(await page.getByRole('button', { name: '清除这个人' }).count()).toBe(0);
      expect(await body(page).getByText('当前操作没有完成').count()).toBe(0);
      await find('139 0013 9000');
      await body(page).getByText('2 个订单，现在可以清除 1 个').waitFor();
      expect(await body(page).locator('.notice-failed').count()).toBe(0);
    });

    test('what is no whole number is said where it was asked, and a packer cannot ask', async () => {
      const page = await openSection();
      await page.getByLabel('收件电话').fill('8000');
      await page.getByLabel('原因（留记录）').fill('本人来电');
      await page.getByRole('button', { name: '查询', exact: true }).click();
      await expect.poll(() => seenNow(body(page))).toContain('这不是一个完整的电话号码');
      const packer = await openSection('operator=packer');
      expect(await packer.getByLabel('收件电话').count()).toBe(0);
    });

    test('opens in English and dark without a complaint of the browser', async () => {
      const before = pages.complaints.length;
      const page = await openSection('language=en&theme=dark&retention=clock');
      await expect.poll(() => seen(body(page))).toContain('Once an order has ended');
      expect(pages.complaints.slice(before)).toEqual([]);
    });
  },
);
