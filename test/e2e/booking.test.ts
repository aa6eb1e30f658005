import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KdniaoServer } from '../doubles/kdniaoServer.ts';
import { dropFile } from './dropFile.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';

const orders = [
  '订单号,收货人,手机,收货地址,商品名称,数量',
  '3500000000000000001,申样例,13800000301,浙江省杭州市余杭区仓前街道样板路1号,样品绿茶,1',
  '3500000000000000002,袁样例,13800000302,广东省深圳市南山区粤海街道样板路2号,样品马克杯,1',
  '3500000000000000003,柳样例,13800000303,江苏省南京市鼓楼区样板路3号,样品笔记本,1',
].join('\n');

/** A real workspace against KDNiao's double on loopback: each step stands on the one before. */
let opened: OpenWindow;
let folder: string;
const platform = new KdniaoServer();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-booking-'));
  writeFileSync(join(folder, '订单.csv'), orders);
  await platform.listen();
  opened = await launchWindow({ dataFolder: join(folder, 'workspace') });
});
afterAll(async () => {
  await opened.close();
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

async function section(name: string): Promise<void> {
  await opened.page.keyboard.press('Alt+7');
  await opened.page.locator('.settings-nav').getByText(name, { exact: true }).click();
}

test('a real workspace gets its sender and an account of the test system', async () => {
  const { page } = opened;
  await page.getByText('正式工作区').click();
  await page.getByLabel(/^口令/).first().fill('open sesame 42');
  await page.getByLabel('再输入一次口令').fill('open sesame 42');
  await page.getByRole('button', { name: '创建工作区' }).click();
  await page.locator('.today-next').waitFor();
  await section('寄件人');
  await page.getByLabel('粘贴寄件信息').fill('样板小铺 13800000999 云南省昆明市官渡区环城东路51号');
  await page.getByRole('button', { name: '识别并填入' }).click();
  await expect.poll(() => page.getByLabel('详细地址').inputValue()).toContain('环城东路');
  await page.getByRole('button', { name: '保存' }).click();
  await page.locator('.toast-done').first().waitFor();
  await section('账号');
  await page.getByRole('button', { name: '添加账号' }).click();
  await page.getByLabel('账号名称').fill('测试账号');
  await page.getByLabel('商户号（必填）').fill(platform.merchantId);
  await page.getByLabel('密钥（必填）').fill(platform.apiKey);
  await page.getByLabel('接口地址（可不填）').fill(platform.url);
  await page.locator('form').getByRole('button', { name: '添加账号' }).click();
  await page.locator('.account-row', { hasText: '测试账号' }).getByText('测试环境').waitFor();
});

test('the check says go; the lost reply of one order is unsure, and found by the same code without a second booking', async () => {
  const { page } = opened;
  platform.faults.add({ kind: 'accept-then-drop', requestType: '1007', call: 1, times: 1 });
  await dropFile(page, join(folder, '订单.csv'));
  await page.locator('h1').click();
  await page.keyboard.press('Enter');
  await page.locator('.figures', { hasText: '已导入3' }).waitFor();
  await page.keyboard.press('Alt+4');
  await page.locator('.desk-preview', { hasText: '3 单' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('.verdict-go, .verdict-look').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('.filter-chip', { hasText: /^待确认1$/ }).click();
  await page.locator('.table-body .row').first().click();
  await page.locator('.situation-unsure').waitFor();
  await page.locator('.steps', { hasText: '没有可信答复' }).waitFor();
  await page.locator('.steps', { hasText: '查到单号' }).waitFor({ timeout: 30_000 });
  await page.locator('.filter-chip', { hasText: /^已取号3$/ }).waitFor();
  expect(platform.ledger.entries.length).toBe(3);
});

test('every call of it stands in the log with its outcome', async () => {
  const { page } = opened;
  await section('调用记录');
  await page.locator('.filter-chip', { hasText: '没有成功' }).click();
  await page.locator('.table-body .row').first().click();
  await page.getByText('同一订单码的全部调用').waitFor();
  expect(await page.locator('.call-step').count()).toBe(2);
});
