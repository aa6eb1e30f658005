import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

describe.skipIf(!hasChromium)('senders by shop in Settings', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    expect(pages.complaints).toEqual([]);
  });

  test('a shop gets a sender of its own, once, and loses it after a question', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+9');
    await page.getByText('各店铺用同一个寄件人').waitFor();
    await page.getByRole('button', { name: '添加店铺寄件人' }).click();
    const dialog = page.locator('dialog[open]');
    const save = dialog.getByRole('button', { name: '保存', exact: true });
    await dialog.getByLabel('店铺', { exact: true }).fill('甲店');
    await expect.poll(() => save.isDisabled()).toBe(true);
    await dialog.getByLabel('粘贴寄件信息').fill('周样板 13900000009 浙江省杭州市余杭区样板大道9号');
    await dialog.getByRole('button', { name: '识别并填入' }).click();
    await save.click();
    const row = page.locator('.settings-row', { hasText: '甲店' });
    await row.waitFor();
    await expect.poll(() => seen(row)).toContain('周样板');
    await page.getByRole('button', { name: '添加店铺寄件人' }).click();
    await dialog.getByLabel('店铺', { exact: true }).fill('甲店');
    await dialog.getByText('这家店铺已有寄件人').waitFor();
    await page.keyboard.press('Escape');
    await row.getByRole('button', { name: '删除' }).click();
    await dialog.getByRole('button', { name: '删除' }).click();
    await page.getByText('各店铺用同一个寄件人').waitFor();
  });
});
