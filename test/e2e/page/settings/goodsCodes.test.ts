import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { enterByHand, scan, typeQuickly } from '../scan/scan.ts';
import { seenNow } from '../seen.ts';

describe.skipIf(!hasChromium)('the barcodes of goods in Settings', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function openCodes(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: /^商品条码$|^Barcodes of goods$/ }).click();
    await page.locator('.settings-body h2', { hasText: /商品条码|Barcodes of goods/ }).waitFor();
    return page;
  }
  const body = (page: Page) => page.locator('.settings-body');
  const shows = (page: Page, text: string) => expect.poll(async () => seenNow(body(page))).toContain(text);

  test('a scan looks its barcode up, and says who taught it', async () => {
    const page = await openCodes();
    await shows(page, 'TEA-100');
    await scan(page, '4006381333931');
    await expect.poll(async () => seenNow(body(page))).not.toContain('TEA-100');
    await shows(page, 'COF-500');
    await shows(page, '王店长');
  });

  test('a barcode that is not known is taught by scanning it, and undone by name', async () => {
    const page = await openCodes();
    await shows(page, 'TEA-100');
    await page.keyboard.press('n');
    await page.getByLabel('条码', { exact: true }).waitFor();
    await scan(page, '6923450657713');
    await expect.poll(() => page.getByLabel('条码', { exact: true }).inputValue()).toBe('6923450657713');
    await typeQuickly(page, 'mug-2');
    await shows(page, 'MUG-2');
    await page.getByRole('button', { name: '关闭' }).first().click();
    await page.getByRole('button', { name: /撤销：教了条码 6923450657713/ }).click();
    await expect.poll(async () => seenNow(body(page))).not.toContain('MUG-2');
  });

  test('scanned while the form is open, a barcode goes into it and what was typed there stays; the same one again, too', async () => {
    const page = await openCodes();
    const code = page.getByLabel('条码', { exact: true });
    const sku = page.getByRole('form').getByLabel('商家编码', { exact: true });
    await page.keyboard.press('n');
    await sku.fill('TEA-NEW');
    for (const said of ['6923450657713', '4006381333931']) {
      await scan(page, said);
      await expect.poll(() => code.inputValue()).toBe(said);
      await expect.poll(() => sku.inputValue()).toBe('TEA-NEW');
    }
    await enterByHand(page);
    await shows(page, 'PACK_GOODS_CODE_TAKEN');
  });

  test('is corrected and removed beside the list', async () => {
    const page = await openCodes();
    await page.getByText('TEA-100').click();
    const pane = page.getByRole('complementary', { name: '6901028075763' });
    await pane.getByLabel('商家编码').fill('TEA-250');
    await pane.getByRole('button', { name: '更正' }).click();
    await shows(page, '更正条码 6901028075763');
    await pane.getByRole('button', { name: '删除' }).click();
    await shows(page, '撤销：删除条码 6901028075763');
    await expect.poll(async () => seenNow(body(page))).not.toContain('TEA-250');
  });

  test('a file tells what it would change before it changes anything', async () => {
    const page = await openCodes();
    await page.getByRole('button', { name: '从文件导入' }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(async () => seenNow(dialog)).toContain('新增 1 个，相同 0 个');
    await expect.poll(async () => seenNow(dialog)).toContain('第 4 行：表格软件改成了科学计数');
    await dialog.getByLabel('改成文件里的').click();
    await dialog.getByRole('button', { name: '导入 2 个条码' }).click();
    await shows(page, 'COF-BOX');
    await shows(page, 'TEA-250');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => seenNow(body(page))).not.toContain('COF-BOX');
    await shows(page, 'TEA-100');
  });

  test('who may not change the rules of the bench is told whom to ask', async () => {
    const page = await pages.open('operator=packer');
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: /^商品条码$/ }).click();
    await expect.poll(async () => seenNow(body(page))).not.toContain('添加条码');
  });
});
