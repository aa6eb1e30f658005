import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KdniaoServer } from '../doubles/platforms/kdniaoServer.ts';
import { dropFile } from './dropFile.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';
import { seenNow } from './page/seen.ts';
import {
  addKdniaoAccount,
  bookAllReady,
  createWorkspace,
  fillSender,
  openSection,
  ordersCsv,
} from './realDesk.ts';

/** A real workspace against KDNiao's double on loopback: each step stands on the one before. */
let opened: OpenWindow;
let folder: string;
const platform = new KdniaoServer();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-booking-'));
  writeFileSync(join(folder, '订单.csv'), ordersCsv(1, 3));
  await platform.listen();
  opened = await launchWindow({ dataFolder: join(folder, 'workspace') });
});
afterAll(async () => {
  await opened.close();
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a real workspace gets its sender and an account of the test system', async () => {
  const { page } = opened;
  await createWorkspace(page);
  await fillSender(page);
  const { merchantId, apiKey, url } = platform;
  await addKdniaoAccount(page, { name: '测试账号', merchantId, secret: apiKey, endpoint: url });
  await page.locator('.account-row', { hasText: '测试账号' }).getByText('测试环境').waitFor();
});

test('the check says go; the lost reply of one order is unsure, and found by the same code without a second booking', async () => {
  const { page } = opened;
  // Its first question is lost as well, so that there is time to read what is known.
  const orderCode = '3500000000000000001';
  platform.faults.add({ kind: 'accept-then-drop', requestType: '1007', orderCode, times: 2 });
  await dropFile(page, join(folder, '订单.csv'));
  await page.getByRole('button', { name: '开始导入' }).click();
  await page.locator('.figures', { hasText: '已导入3' }).waitFor();
  await bookAllReady(page, 3);
  await page.locator('.filter-chip', { hasText: /^待确认1$/ }).click();
  await page.locator('.table-body .row').first().click();
  const card = page.locator('.situation-unsure');
  await card.getByText('取号结果待确认').waitFor();
  await card.getByText(/后用同一订单码再查一次，第 2 次，最多 \d 次/).waitFor();
  const said = await seenNow(card);
  expect(said).toContain('没有收到可信的答复');
  expect(said).toContain('不会换单、换平台或换快递重下');
  // Amber, as everywhere, and not the red of what failed; with a word and a sign besides.
  const colours = await page.evaluate(() => {
    const colourOf = (name: string) => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = `var(--${name})`;
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    };
    const title = document.querySelector('.situation-unsure .situation-title');
    return { shown: title === null ? '' : getComputedStyle(title).color, unsure: colourOf('unsure') };
  });
  expect(colours.shown).toBe(colours.unsure);
  await page.locator('.steps', { hasText: '没有可信答复' }).waitFor();
  await page.locator('.steps', { hasText: '查到单号' }).waitFor({ timeout: 30_000 });
  await page.locator('.filter-chip', { hasText: /^已取号3$/ }).waitFor();
  expect(platform.ledger.lines.length).toBe(3);
});

test('every call of it stands in the log with its outcome', async () => {
  const { page } = opened;
  await openSection(page, '接口日志');
  await page.locator('.call-failure').first().click();
  await page.getByText('同一订单码的全部调用').waitFor();
  await expect.poll(() => page.locator('.call-step').count()).toBe(3);
});

test('a booked order whose buyer moved: a lost answer changes nothing and is said, asked again it is changed and booked anew', async () => {
  const { page } = opened;
  const orderCode = '3500000000000000002';
  platform.faults.add({ kind: 'accept-then-drop', requestType: '1147', orderCode, times: 1 });
  await page.keyboard.press('Alt+4');
  await page.locator('.filter-chip', { hasText: /^已取号3$/ }).click();
  await page.locator('.table-body .row', { hasText: orderCode }).click();
  await page.locator('.detail .facts').first().waitFor();
  await page.keyboard.press('e');
  const dialog = page.locator('dialog[open]');
  await dialog.getByLabel('详细地址').fill('样板大道 9 号');
  await dialog.getByRole('button', { name: '买家改地址' }).click();
  await page.keyboard.press('Enter');
  await dialog.getByText(/还不知道旧单号 \S+ 退没退回/).waitFor({ timeout: 60_000 });
  expect(platform.ledger.lines.length).toBe(3);
  await dialog.getByRole('button', { name: '退回旧单号，改好重新取号' }).click();
  await page.locator('.toast-done', { hasText: '已改好，旧单号' }).waitFor();
  await expect.poll(() => platform.ledger.lines.at(-1)?.orderCode).toBe(`${orderCode}R2`);
  await page.locator('.filter-chip', { hasText: /^已取号3$/ }).waitFor();
  expect(platform.ledger.lines.filter(({ isCancelled }) => !isCancelled).length).toBe(3);
});
