import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropFile } from './dropFile.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';
import { seen } from './page/seen.ts';

/** 序号 orders of a shop that writes its own headers, under a title line, tab-separated and named .csv. */
const odd = [
  '十一月团购接龙',
  '流水\t怎么称呼\t打给谁\t送到哪里\t买了啥\t几份\t客户说',
  'T2026110001\t林样例\t13800000201\t浙江省杭州市余杭区仓前街道样板路1号\t样品绿茶\t2\t放门口',
  'T2026110002\t陈样例\t13800000202\t广东省深圳市南山区粤海街道样板路2号\t样品马克杯\t1\t',
  'T2026110003\t黄样例\t13800000203\t朝阳区样板路3号\t样品笔记本\t3\t尽快',
  'T2026110004\t赵样例\t\t江苏省南京市鼓楼区样板路4号\t样品绿茶\t1\t',
].join('\r\n');

let opened: OpenWindow;
let folder: string;
let file: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-intake-'));
  file = join(folder, '接龙.csv');
  writeFileSync(file, odd);
  opened = await launchWindow({ dataFolder: join(folder, 'workspace') });
  await opened.page.getByRole('button', { name: '进入练习' }).click();
  await opened.page.locator('.today-next').waitFor();
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

async function mapColumn(page: Page, header: string, field: string): Promise<void> {
  const row = page.locator('.map-row').filter({ has: page.getByText(header, { exact: true }) });
  await row.dblclick();
  await page.getByRole('combobox', { name: `“${header}”对应的字段` }).fill(field);
  await page.keyboard.press('Enter');
  await expect.poll(() => seen(row.locator('.map-field-name'))).toBe(field);
}

test('an odd file is dropped and its own headers are mapped by hand', async () => {
  const { page } = opened;
  await dropFile(page, file);
  await page.locator('.field-missing', { hasText: '订单号' }).waitFor();
  await expect.poll(() => seen(page.locator('.import-facts').first())).toContain('第 2 行');
  await mapColumn(page, '流水', '订单号');
  await mapColumn(page, '买了啥', '商品名称');
  await mapColumn(page, '几份', '数量');
  await mapColumn(page, '客户说', '买家留言');
  await page.locator('.field-missing').waitFor({ state: 'detached' });
});

test('it is imported, and what needs a person is counted and one key away', async () => {
  const { page } = opened;
  await page.locator('h1').click();
  await page.keyboard.press('Enter');
  await page.locator('.figure-way', { hasText: '已导入4' }).waitFor();
  await page.locator('.figure-way', { hasText: '待校正2' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.candidate').first().waitFor();
});

test('the two doubtful receivers are mended, and all four orders are ready', async () => {
  const { page } = opened;
  await page.keyboard.press('1');
  await expect.poll(() => page.getByLabel('省市区', { exact: true }).inputValue()).toContain('北京市');
  await page.keyboard.press('Enter');
  await page.locator('.correction', { hasText: 'T2026110004' }).waitFor();
  await page.getByLabel('电话', { exact: true }).fill('13800000204');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+4');
  await page.locator('.filter-chip', { hasText: /^待取号4$/ }).waitFor();
});

test('the import is undone while nothing of it is booked, and leaves no order behind', async () => {
  const { page } = opened;
  await page.keyboard.press('Alt+2');
  const row = page.locator('.import-history tbody tr').first();
  await row.getByRole('button', { name: '撤销' }).click();
  await page.locator('dialog').getByText('将删除这次导入新增的 4 单').waitFor();
  await page.locator('dialog').getByRole('button', { name: '撤销导入' }).click();
  await row.getByText(/^撤销于/).waitFor();
  await page.keyboard.press('Alt+4');
  await page.locator('.filter-chip', { hasText: /^全部0$/ }).waitFor();
});

test('dropped again, the file needs no mapping: headers chosen once are remembered', async () => {
  const { page, pageConsole } = opened;
  await dropFile(page, file);
  const row = page.locator('.map-row').filter({ has: page.getByText('流水', { exact: true }) });
  await row.getByText('上次指定').waitFor();
  expect(await page.locator('.field-missing').count()).toBe(0);
  expect(pageConsole).toEqual([]);
});

test('an order that was booked keeps its import from being undone, and says which', async () => {
  const { page } = opened;
  await page.locator('h1').click();
  await page.keyboard.press('Enter');
  await page.locator('.figure-way', { hasText: '已导入4' }).waitFor();
  await page.keyboard.press('Alt+4');
  // What a person mended the first time may be known by now, so more than the two plain ones may be ready.
  const ready = page.locator('.filter-chip', { hasText: /^待取号[2-4]$/ });
  const count = (await seen(ready)).replace(/\D/g, '');
  await page.locator('.desk .button-primary:enabled').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('.verdict-go, .verdict-look').waitFor();
  await page.keyboard.press('Control+Enter');
  await page
    .locator('.filter-chip', { hasText: new RegExp(`^已取号${count}$`) })
    .waitFor({ timeout: 30_000 });
  await page.keyboard.press('Alt+2');
  const row = page.locator('.import-history tbody tr').first();
  await row.getByRole('button', { name: '撤销' }).click();
  await page.locator('dialog .notice-note', { hasText: 'T2026110001' }).waitFor();
  await expect
    .poll(() => page.locator('dialog').getByRole('button', { name: '撤销导入' }).isDisabled())
    .toBe(true);
});
