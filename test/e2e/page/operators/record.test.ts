import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shopDate } from '../../../../shared/rules/shopTime.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen, seenNow } from '../seen.ts';

const dayMs = 86_400_000;

describe.skipIf(!hasChromium)('the record of acts in Settings', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  const rows = (page: Page): Locator => page.locator('.table-body .row');
  const body = (page: Page): Locator => page.locator('.settings-body');

  async function openRecord(query = ''): Promise<Page> {
    const page = await pages.open(`operator=manager&acts=1&${query}`);
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: /^操作员$|^Operators$/ }).click();
    await page
      .getByText(/^(记录|Activity)$/)
      .first()
      .click();
    await rows(page).first().waitFor();
    return page;
  }

  test('is narrowed by what it is about, by who, by days and by order, and empty says so', async () => {
    const page = await openRecord();
    await expect.poll(() => rows(page).count()).toBe(6);
    await page.getByRole('button', { name: '面单', exact: true }).click();
    await expect.poll(() => rows(page).count()).toBe(1);
    expect((await seen(rows(page).first())).replace(/\s+/g, ' ')).toContain('小李 补打面单 第 2 张');
    await page.getByRole('button', { name: '全部', exact: true }).click();
    await body(page).getByRole('combobox', { name: '操作员' }).fill('王芳');
    await page.keyboard.press('Enter');
    await expect.poll(() => rows(page).count()).toBe(3);
    const now = await page.evaluate(() => Date.now());
    await page.getByLabel('从（日期）').fill(shopDate(now - dayMs));
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.getByLabel('到（日期）').fill(shopDate(now - 2 * dayMs));
    await page.locator('.table-empty', { hasText: '没有这类记录' }).waitFor();
    await page.getByLabel('到（日期）').fill('');
    const orderNo = (await seen(rows(page).first())).match(/\d{18}/)?.[0] ?? '';
    await page.getByRole('textbox', { name: '订单号' }).fill(orderNo);
    await expect.poll(() => rows(page).count()).toBe(1);
    await expect.poll(() => seen(rows(page).first())).toContain('取消订单');
  });

  test('an act that began and of which nobody knows how it ended says so', async () => {
    const page = await openRecord();
    const row = rows(page).filter({ hasText: '导出完整个人信息' });
    await expect.poll(() => seen(row)).toContain('开始后没有结束');
  });

  test('the six characters of an old paper are found, or are said to be missing', async () => {
    const page = await openRecord();
    const head = page.getByLabel('核对旧单子');
    const check = page.getByRole('button', { name: '核对', exact: true });
    await expect.poll(() => check.isDisabled()).toBe(true);
    await head.fill('a1b2c3');
    await check.click();
    await page.getByText('在记录里，第 6 条').waitFor();
    await head.fill('FFFFFF');
    expect(await page.getByText('在记录里，第 6 条').count()).toBe(0);
    await check.click();
    await page.getByText('不在记录里：之后记录被截断或换掉过').waitFor();
  });

  test('trouble with the sealed file is told on Today, leads to the record, and goes once a manager has seen it', async () => {
    const page = await pages.open('operator=manager&acts=1&sealTrouble=older');
    const notice = page.locator('.notice', { hasText: '封存文件比数据库旧' });
    await expect.poll(() => seen(notice)).toContain('发货不受影响');
    await notice.getByRole('button', { name: '看操作记录' }).click();
    const first = async () => (await seenNow(rows(page).first())).replace(/\s+/g, ' ');
    await expect.poll(first).toContain('程序 封存文件与数据库不符 文件较旧');
    await notice.getByRole('button', { name: '我已查看' }).click();
    await page.locator('.toast', { hasText: '已确认，并记入操作记录' }).waitFor();
    await expect.poll(() => notice.count()).toBe(0);
    await page.keyboard.press('Alt+1');
    await page.locator('.today-next').waitFor();
    expect(await notice.count()).toBe(0);
  });

  test('who may not confirm it is told of it too, and who will', async () => {
    const page = await pages.open('operator=packer&sealTrouble=missing&language=en');
    const notice = page.locator('.notice', { hasText: 'The sealed file is gone' });
    await expect.poll(() => seen(notice)).toContain('a manager confirms it');
    expect(await notice.getByRole('button').count()).toBe(0);
  });

  test('no English word stands on the Chinese record, and none is cut at a small screen', async () => {
    const page = await openRecord('sealTrouble=newer');
    const words = (await seen(body(page))).match(/[A-Za-z]{3,}/g) ?? [];
    expect(words).toEqual([]);
    expect(await body(page).evaluate((it) => it.scrollWidth > it.clientWidth)).toBe(false);
  });

  test('in English the whole window stays within its width', async () => {
    const page = await openRecord('language=en&sealTrouble=unlike');
    await expect.poll(() => seenNow(body(page))).toContain('begun, never ended');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1366);
    const bar = page.locator('.status-bar');
    expect(await bar.evaluate((it) => it.scrollWidth <= it.clientWidth)).toBe(true);
    expect(pages.complaints).toEqual([]);
  });
});
