import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

const row = (page: Page, words: string) => page.locator('.today-row', { hasText: words });

describe.skipIf(!hasChromium)('Today and the watched folder', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('an order refunded after booking is the next thing to do, and Enter leads to it', async () => {
    const page = await pages.open();
    await expect.poll(() => seen(page.locator('.today-row').first())).toContain('取号后退款或有改动');
    await page.keyboard.press('Enter');
    const chip = page.locator('.filter-chip[aria-pressed=true]', { hasText: '取号后变更' });
    await expect.poll(() => seen(chip.locator('.filter-count'))).toBe('1');
  });

  test('the list goes by urgency, and a digit opens its line', async () => {
    const page = await pages.open();
    await row(page, '地址待校正').waitFor();
    const words = (await page.locator('.today-next .today-words strong').allInnerTexts()).join(' ');
    expect(words).toMatch(/取号后退款.*打印机停着.*地址待校正.*待取号.*物流异常.*已挂起/);
    const digit = await seen(row(page, '地址待校正').locator('.key-hint').first());
    await page.keyboard.press(digit);
    await page.locator('.correct-work').first().waitFor();
  });

  test('hundreds of thousands of orders have room for their count beside what they are', async () => {
    const page = await pages.open('orders=200000');
    await row(page, '待取号').first().waitFor();
    const overlaps = await page.locator('.today-row').evaluateAll(
      (rows) =>
        rows.filter((one) => {
          const count = one.querySelector('.today-count');
          const words = one.querySelector('.today-words');
          if (count === null || words === null) return false;
          const text = new Range();
          text.selectNodeContents(count);
          return text.getBoundingClientRect().right > words.getBoundingClientRect().left;
        }).length,
    );
    const counts = await page.locator('.today-row .today-count').allInnerTexts();
    expect(counts.join(' ')).toMatch(/\d{2},\d{3}/);
    expect(overlaps).toBe(0);
  });

  test('changes and held orders each have a button that leads there', async () => {
    const page = await pages.open();
    await row(page, '订单变更待核对').getByRole('button').click();
    await page.locator('.change-detail').waitFor();
    await page.keyboard.press('Alt+1');
    await row(page, '已挂起').getByRole('button').click();
    await page.locator('.filter-chip[aria-pressed=true]', { hasText: '已挂起' }).waitFor();
  });

  test('a journal that does not prove itself is told, renewed by a manager, and what to compare is told then', async () => {
    const page = await pages.open('journalBroken=1');
    const notice = page.locator('.notice', { hasText: 'JOURNAL_BROKEN' });
    await expect.poll(() => seen(notice)).toContain('取号、取消和填单号已停止');
    await notice.getByRole('button', { name: '重建接口调用记录' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '重建接口调用记录' }).click();
    await page.getByText('请到平台后台核对这段时间的运单', { exact: false }).waitFor();
    await expect.poll(() => notice.count()).toBe(0);
  });

  test('a file the folder did not take leads to its reason, and once seen is no longer asked about', async () => {
    const page = await pages.open();
    await row(page, '自动导入没成功的文件').getByRole('button').click();
    await page.locator('.settings-row', { hasText: '没有导入' }).waitFor();
    await page.getByRole('button', { name: '知道了（1 个）' }).click();
    await page.locator('.settings-row', { hasText: '没有导入，已知道' }).waitFor();
    await page.keyboard.press('Alt+1');
    await page.locator('.today-next').waitFor();
    await expect.poll(() => row(page, '自动导入没成功的文件').count()).toBe(0);
  });

  test('a folder is chosen, told what to do with its files, and let go again', async () => {
    const page = await pages.open('fresh=1');
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav').getByText('自动导入').click();
    await page.getByRole('button', { name: '选择文件夹…' }).click();
    await page.getByText('正在监视 订单 11-25.xlsx').waitFor();
    await page.getByText('导入并取号').click();
    await page.getByText('自动取号', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: '停止监视' }).click();
    await page.getByText('没有监视任何文件夹', { exact: false }).waitFor();
  });

  test('while nothing was booked today a sentence says so, and no empty chart fills the screen', async () => {
    const page = await pages.open('orders=0');
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.locator('.today-day').getByText('今天还没有取号。').waitFor();
    expect((await page.locator('.today-day').boundingBox())?.height).toBeLessThan(180);
    expect(await page.locator('.today-day .bars-tick').first().isVisible()).toBe(false);
  });

  test('before anything was ever printed it shows how a day goes, and leads to each place of it', async () => {
    const page = await pages.open('fresh=1');
    const way = page.getByRole('region', { name: '一天怎么走' });
    await way.waitFor();
    expect(await page.locator('.bars-empty').count()).toBe(0);
    await way.getByRole('button', { name: '打包台' }).click();
    await page.locator('.packing').waitFor();
    await page.keyboard.press('Alt+1');
    await way.getByRole('button', { name: '手册：第一天' }).click();
    await page.locator('dialog[open]', { hasText: '每天的顺序' }).waitFor();
  });
});
