import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen, seenNow } from '../seen.ts';

/** Pictures are kept where this says, for looking at by hand. */
const shots = process.env.SHIPDESK_SHOTS;

describe.skipIf(!hasChromium)('price tables typed in the window', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  });
  afterAll(() => pages.close());

  async function openPrices(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: '发货规则' }).click();
    await page.getByText('运费价格').first().click();
    await page.getByRole('button', { name: '添加价格表' }).waitFor();
    return page;
  }
  async function openTable(): Promise<Page> {
    const page = await openPrices();
    await page.getByRole('button', { name: '修改', exact: true }).click();
    await page.locator('.price-grid').waitFor();
    return page;
  }
  const cell = (page: Page, no: number, column: string) =>
    page.getByLabel(`第 ${no} 行 ${column}`, { exact: true });
  const rows = (page: Page) => page.locator('.price-grid tbody tr');

  test('a table is typed from nothing with Tab and Enter, is told what it still lacks, and is saved', async () => {
    const page = await openPrices('fresh=1');
    await page.getByRole('button', { name: '添加价格表' }).click();
    await page.getByText('还没有填名称。').waitFor();
    await page.getByLabel('名称').fill('圆通 12 月');
    await page.getByRole('combobox', { name: '快递公司' }).fill('圆通');
    await page.keyboard.press('Enter');
    await page.getByText('还没有分区和价格。').waitFor();
    await cell(page, 1, '分区').click();
    for (const text of ['一区', '江浙沪', '', '1', '2.6', '1', '0.8']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await page.locator('.price-words', { hasText: '江苏省、浙江省、上海市' }).waitFor();
    // Enter on the last line is one more step of the same zone; its limit must be a rising one.
    await cell(page, 1, '首重价 元').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => rows(page).count()).toBe(2);
    await cell(page, 2, '首重价 元').fill('9');
    await page.locator('.price-problem', { hasText: '第 2 行' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: '保存价格表' }).isDisabled()).toBe(true);
    await cell(page, 2, '上限 kg').fill('0.5');
    await page.locator('.price-problem').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '保存价格表' }).click();
    await page.locator('.settings-row', { hasText: '圆通 12 月' }).waitFor();
  });

  test('what cannot be read is marked in its cell, said with its line, and undone key by key', async () => {
    const page = await openTable();
    const price = cell(page, 1, '首重价 元');
    const before = await price.inputValue();
    await price.fill('三块');
    expect(await price.getAttribute('aria-invalid')).toBe('true');
    await page.locator('.price-problem', { hasText: '第 1 行“首重价 元”填写不对' }).waitFor();
    await price.press('Control+z');
    await expect.poll(() => price.inputValue()).toBe(before);
    await cell(page, 1, '省份或城市').fill('火星');
    await page.locator('.price-problem', { hasText: '不认识的地方' }).waitFor();
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await page.locator('.price-problem').waitFor({ state: 'detached' });
  });

  test('a block from a spreadsheet fills the cells from the cursor on, and its heading is no line', async () => {
    const page = await openTable();
    const count = await rows(page).count();
    await page.getByRole('button', { name: '加分区' }).click();
    const block =
      '分区\t省份或城市\t重量上限(kg)\t首重(kg)\t首重价(元)\t续重(kg)\t续重价(元)\n三区\t四川\t\t1\t5\t1\t3\n';
    await cell(page, count + 1, '分区').evaluate((field, text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, block);
    await expect.poll(() => cell(page, count + 1, '省份或城市').inputValue()).toBe('四川');
    await expect.poll(() => cell(page, count + 1, '续重价 元').inputValue()).toBe('3');
    expect(await rows(page).count()).toBe(count + 1);
  });

  test('the table is tried on past orders before it is saved, and a later change makes the figures old', async () => {
    const page = await openTable();
    await page.getByRole('button', { name: '用过去的订单试算' }).click();
    const tried = page.locator('.price-try');
    await tried.locator('.trial-moves').waitFor();
    const said = await seen(tried);
    expect(said).toContain('假设 420 单全部走中通快递');
    expect(said).toContain('12 单的目的地不在任何分区： 西藏自治区 9 单、海南省 3 单');
    if (shots !== undefined) await page.screenshot({ path: `${shots}/prices-zh.png` });
    await cell(page, 1, '首重价 元').fill('3');
    await tried.getByText('表格又改过，请重新试算。').waitFor();
  });

  test('what was typed is there again after a walk to another screen, and given up only on purpose', async () => {
    const page = await openTable();
    await cell(page, 1, '首重价 元').fill('8.8');
    await page.keyboard.press('Alt+1');
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: '发货规则' }).click();
    await page.getByText('运费价格').first().click();
    await expect.poll(() => cell(page, 1, '首重价 元').inputValue()).toBe('8.8');
    await page.getByRole('button', { name: '放弃改动' }).click();
    await page.getByRole('button', { name: '修改', exact: true }).click();
    expect(await cell(page, 1, '首重价 元').inputValue()).not.toBe('8.8');
  });

  test('removing a table says what that means and asks first', async () => {
    const page = await openPrices();
    await page.getByRole('button', { name: /^删除“中通/ }).click();
    await page.locator('dialog', { hasText: '运费显示“未知”' }).waitFor();
    await page.locator('dialog').getByRole('button', { name: '删除价格表' }).click();
    await expect.poll(() => seenNow(page.locator('.settings-body'))).toContain('还没有价格表');
  });

  test('nothing of this draws a complaint of the browser or its content policy', () => {
    expect(pages.complaints).toEqual([]);
  });
});
