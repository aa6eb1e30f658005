import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kdniaoPush } from '../doubles/platforms/kdniaoPush.ts';
import { KdniaoServer } from '../doubles/platforms/kdniaoServer.ts';
import { runShipdesk } from '../doubles/program/shipdeskProgram.ts';
import { catchNotices } from './desktopNotices.ts';
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

/** Two accounts; the first has one order lost on its way back and no balance for the others. */
let opened: OpenWindow;
let folder: string;
let notices: Awaited<ReturnType<typeof catchNotices>>;
const first = new KdniaoServer();
const second = new KdniaoServer({ merchantId: 'test7654321' });
/** Numbers the second platform gave out before, so that the two never give the same one. */
const earlier = 10;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-backup-'));
  writeFileSync(join(folder, '订单.csv'), ordersCsv(11, 3));
  await first.listen();
  await second.listen();
  for (let no = 0; no < earlier; no++) {
    const accepted = { orderCode: `earlier-${no}`, carrier: 'ZTO', parcels: 1, receiver: null, phones: [] };
    second.ledger.accept(accepted, Date.now());
  }
  opened = await launchWindow({ dataFolder: join(folder, 'workspace') });
  const { page, app } = opened;
  notices = await catchNotices(app);
  await createWorkspace(page);
  await fillSender(page);
  for (const [name, { merchantId, apiKey, url }] of [
    ['首选账号', first],
    ['备用账号', second],
  ] as const)
    await addKdniaoAccount(page, { name, merchantId, secret: apiKey, endpoint: url });
  await page
    .locator('.account-row', { hasText: '首选账号' })
    .getByRole('button', { name: '设为默认' })
    .click();
  await dropFile(page, join(folder, '订单.csv'));
  await page.getByRole('button', { name: '开始导入' }).click();
  await page.locator('.figures', { hasText: '已导入3' }).waitFor();
}, 120_000);
afterAll(async () => {
  await opened.close();
  await first.close();
  await second.close();
  rmSync(folder, { recursive: true, force: true });
});

test('an account is told in its detail which other one takes over', async () => {
  const { page } = opened;
  await openSection(page, '账号');
  const account = page.locator('.account-row', { hasText: '首选账号' });
  await account.getByRole('button', { name: '详情' }).click();
  await account.getByText('改用备用账号').click();
  await account.getByText('只有肯定没有下单的订单才会换账号').waitFor();
  await account.getByRole('combobox', { name: '备用账号' }).click();
  await page.locator('.ant-select-item-option', { hasText: '备用账号' }).click();
  await account.getByRole('button', { name: '保存', exact: true }).click();
  await page.locator('.toast-done', { hasText: '取不到号时的做法已保存' }).waitFor();
});

test('what was certainly not booked goes to the backup account; what is unsure stays and is found where it was sent', async () => {
  const { page } = opened;
  const unsure = '3500000000000000011';
  first.faults.add({ kind: 'accept-then-drop', requestType: '1007', orderCode: unsure, times: 1 });
  first.faults.add({ kind: 'delay', requestType: '1007', orderCode: unsure, delayMs: 1 });
  first.faults.add({
    kind: 'reply',
    requestType: '1007',
    body: {
      EBusinessID: first.merchantId,
      Success: false,
      ResultCode: '105',
      Reason: '电子面单余额不足，请充值',
    },
  });
  await bookAllReady(page, 3);
  await page.locator('.filter-chip', { hasText: /^已取号3$/ }).waitFor({ timeout: 45_000 });
  expect(first.ledger.lines.length).toBe(1);
  expect(second.ledger.lines.length).toBe(earlier + 2);
}, 90_000);

test('the order says that its first account did not book it and which one did', async () => {
  const { page } = opened;
  const moved = second.ledger.lines[earlier];
  await page.getByLabel('搜单号、电话、姓名、商品、地址').fill(moved?.waybillNo ?? '?');
  await page.locator('.table-body .row').first().click();
  await page.locator('.detail', { hasText: moved?.waybillNo ?? '?' }).waitFor();
  const detail = page.locator('.detail');
  await expect.poll(() => seenNow(detail)).toContain('首选没有下成，改用备用账号');
  expect(await seenNow(detail)).toContain('备用账号');
});

test('what the platform pushes is handed over to the open window, which shows it', async () => {
  const { page } = opened;
  const waybillNo = first.ledger.lines[0]?.waybillNo ?? '?';
  const Traces = [
    { AcceptTime: '2026-01-02 09:00:00', AcceptStation: '网点已揽收', Location: '', Action: '1' },
  ];
  const element = { ShipperCode: 'ZTO', LogisticCode: waybillNo, Success: true, StateEx: '1', Traces };
  const form = { EBusinessID: first.merchantId, PushTime: '', Count: 1, Data: [element] };
  const words = ['track', 'push', '--account', '首选账号', '--data', join(folder, 'workspace'), '--json'];
  const environment = { SHIPDESK_PASSPHRASE: 'open sesame 42' };
  const handed = await runShipdesk(words, { environment, input: kdniaoPush('102', form, first.apiKey) });
  expect(JSON.parse(handed.stdout)).toMatchObject({ updated: 1, errorCode: '' });
  expect(handed.exitCode).toBe(0);
  await page.keyboard.press('Alt+7');
  const row = page.locator('.table-body .row', { hasText: waybillNo });
  await row.getByText('已揽收', { exact: true }).waitFor();
}, 60_000);

test('an account in arrears is told on the desktop, in words without a person; pressed, the notice brings the window back', async () => {
  const { app } = opened;
  const isSeen = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(() => notices.shown(), { timeout: 45_000 }).toHaveLength(1);
  const [notice] = await notices.shown();
  expect(notice).toMatchObject({ title: expect.stringContaining('欠费'), silent: false });
  expect(notice?.body).toContain('首选账号');
  expect(notice?.body).not.toMatch(/1[3-9]\d{9}|\d{12,}|样例/);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect(await isSeen()).toBe(false);
  await notices.press();
  expect(await isSeen()).toBe(true);
}, 60_000);

test('an account in arrears raises one alarm; its sheet leads to the backup account, and back', async () => {
  const { page } = opened;
  await page.locator('.status-bar').getByRole('button', { name: /报警/ }).click({ timeout: 45_000 });
  const sheet = page.locator('.alarm-sheet');
  await sheet.getByText('首选账号').first().waitFor();
  await page.keyboard.press('Enter');
  await sheet.getByText('“首选账号”的订单现在由“备用账号”取号。').waitFor();

  writeFileSync(join(folder, '又来.csv'), ordersCsv(21, 2));
  await page.keyboard.press('Alt+2');
  await dropFile(page, join(folder, '又来.csv'));
  await page.getByRole('button', { name: '开始导入' }).click();
  await page.locator('.figures', { hasText: '已导入2' }).waitFor();
  await bookAllReady(page, 2);
  await page.locator('.filter-chip', { hasText: /^已取号4$/ }).waitFor({ timeout: 45_000 });
  expect(second.ledger.lines.length).toBe(earlier + 4);
  expect(first.ledger.lines.length).toBe(1);

  first.faults.clear();
  await page.locator('.status-bar').getByRole('button', { name: /报警/ }).click();
  await sheet.getByRole('button', { name: '检查一下' }).click();
  await page.locator('.toast-done', { hasText: '平台有回应' }).waitFor();
  await sheet.getByRole('button', { name: '切回“首选账号”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '仍要切回' }).click();
  await sheet.getByText('“首选账号”现在自己取号').waitFor();
  expect(await seenNow(sheet.locator('.alarm-events'))).toContain('备用账号 → 首选账号');
}, 120_000);

test('the board on the wall takes the whole screen, shows no window of ours around it, and Esc gives it back', async () => {
  const { page, app } = opened;
  const isFull = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen());
  await page.keyboard.press('Alt+8');
  await page.getByRole('tab', { name: '今日看板' }).click();
  await page.locator('.insight-board > .day-strip').waitFor();
  await page.keyboard.press('w');
  await page.locator('.wall .day-strip').waitFor();
  await expect.poll(isFull).toBe(true);
  // A window is full before its page was told of the new size.
  const covered = () =>
    page.evaluate(() => {
      const { width, height } = document.querySelector('.wall')?.getBoundingClientRect() ?? new DOMRect();
      return [width === screen.width, height === screen.height];
    });
  await expect.poll(covered).toEqual([true, true]);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.wall').count()).toBe(0);
  await expect.poll(isFull).toBe(false);
});
