import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';
import { rowsOf } from './orderRows.ts';

describe.skipIf(!hasChromium)('editing orders in the window', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    expect(pages.complaints).toEqual([]);
  });

  test('E edits the order beside the table, by keys alone, and says that it can be taken back', async () => {
    const page = await pages.open();
    await (await rowsOf(page, '待取号')).first().click();
    await page.locator('.detail').waitFor();
    await page.keyboard.press('e');
    const dialog = page.locator('dialog[open]');
    const weight = dialog.getByLabel('重量', { exact: false });
    await weight.fill('1250g');
    await page.keyboard.press('Enter');
    const toast = page.locator('.toast-done', { hasText: '已改 1 单' });
    await toast.waitFor();
    await toast.getByRole('button', { name: '撤销' }).waitFor();
    await page.locator('.detail', { hasText: '1.25' }).waitFor();
  });

  test('E pressed while the order is still being read opens it once it is', async () => {
    const page = await pages.open();
    const row = (await rowsOf(page, '待取号')).first();
    await page.evaluate('window.page.stopCore()');
    await row.click();
    await page.locator('.detail').waitFor();
    await page.keyboard.press('e');
    await page.evaluate('window.page.startCore()');
    await page.locator('dialog[open]').getByLabel('重量', { exact: false }).waitFor();
  });

  test('a receiver nobody may see is replaced wholly, and only once the new one is whole', async () => {
    const page = await pages.open();
    await (await rowsOf(page, '待取号')).first().click();
    await page.locator('.detail').waitFor();
    await page.keyboard.press('e');
    const dialog = page.locator('dialog[open]');
    const save = dialog.getByRole('button', { name: '保存', exact: true });
    await dialog.getByRole('button', { name: '收件人整个重填' }).click();
    expect(await dialog.getByLabel('姓名').getAttribute('placeholder')).toBe('（清空）');
    await expect.poll(() => save.isDisabled()).toBe(true);
    await dialog.getByLabel('姓名').fill('周样板');
    await dialog.getByLabel('电话', { exact: true }).fill('13900000009');
    await dialog.getByLabel('详细地址').fill('样板大道9号');
    await expect.poll(() => save.isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: '收件人整个重填' }).click();
    await expect.poll(() => dialog.getByLabel('姓名').inputValue()).toBe('');
    await expect.poll(() => save.isDisabled()).toBe(true);
  });

  test('what an order wants of its own is read and cleared without being shown; else it is folded away', async () => {
    const page = await pages.open();
    const rows = await rowsOf(page, '待取号');
    const dialog = page.locator('dialog[open]');
    const wishes = dialog.locator('details', { hasText: '寄递要求' });
    await rows.filter({ hasText: '×3' }).first().click();
    await page.locator('.detail', { hasText: '寄付月结' }).waitFor();
    await page.keyboard.press('e');
    await wishes.getByLabel('月结卡号', { exact: true }).waitFor();
    expect(await wishes.getByLabel('月结卡号', { exact: true }).getAttribute('placeholder')).toBe('****9999');
    await wishes.getByRole('button', { name: '清空月结卡号' }).click();
    await dialog.getByRole('button', { name: '保存', exact: true }).click();
    await page.locator('.toast-done', { hasText: '已改 1 单' }).waitFor();
    await rows.filter({ hasNotText: '×3' }).first().click();
    await page.locator('.detail').waitFor();
    await page.keyboard.press('e');
    await wishes.waitFor();
    expect(await wishes.getByLabel('产品类型').isVisible()).toBe(false);
  });

  test('Alt+E edits all ticked orders, only what was filled in', async () => {
    const page = await pages.open();
    const rows = await rowsOf(page, '待取号');
    for (const at of [0, 1, 2]) await rows.nth(at).locator('.cell-tick').click();
    await page.keyboard.press('Alt+e');
    const dialog = page.locator('dialog[open]');
    await dialog.getByText('修改 3 单', { exact: false }).first().waitFor();
    const save = dialog.getByRole('button', { name: '改这 3 单' });
    await expect.poll(() => save.isDisabled()).toBe(true);
    await expect.poll(() => seen(dialog)).toContain('留空的照旧');
    await dialog
      .getByLabel('箱数', { exact: false })
      .or(dialog.getByLabel('包裹', { exact: false }))
      .first()
      .fill('2');
    await save.click();
    await page.locator('.toast-done', { hasText: '已改 3 单' }).waitFor();
  });
});
