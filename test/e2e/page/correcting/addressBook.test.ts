import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

describe.skipIf(!hasChromium)('what Settings knows of addresses', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function openSection(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: /地址库|Addresses/ }).click();
    await page.locator('.settings-body h2').waitFor();
    return page;
  }

  test('a place is added by typing alone, removed and put back', async () => {
    const page = await openSection();
    await page.getByRole('button', { name: '添加地方' }).click();
    await page.getByLabel('省', { exact: true }).fill('新疆维吾尔自治区');
    await page.getByLabel('原因（可不填）').fill('运费太贵');
    await page.keyboard.press('Enter');
    const row = page.locator('.settings-row');
    await row.waitFor();
    await expect.poll(() => seen(row)).toContain('新疆维吾尔自治区');
    await expect.poll(() => seen(row)).toContain('全部快递公司 · 运费太贵');
    await row.getByRole('button', { name: '删除' }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '恢复' }).click();
    await row.waitFor();
  });

  test('what was learned can be forgotten and brought back, and an export asks first', async () => {
    const page = await openSection();
    await page.getByText('学到的更正').first().click();
    const row = page.locator('.table-body .row').first();
    await row.waitFor();
    await row.getByRole('button', { name: '忘记' }).click();
    await row.getByRole('button', { name: '找回' }).click();
    await row.getByRole('button', { name: '忘记' }).waitFor();
    await page.getByRole('button', { name: '导出' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByRole('button', { name: '打码导出' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => seen(page.locator('body'))).toContain('已导出 3 条');
  });

  test('opens in English and dark without a complaint of the browser', async () => {
    const before = pages.complaints.length;
    const page = await openSection('language=en&theme=dark');
    await page.getByRole('button', { name: 'Add a place' }).click();
    await page.getByText('Learned corrections').first().click();
    await page.locator('.table-body .row').first().waitFor();
    expect(pages.complaints.slice(before)).toEqual([]);
  });
});
