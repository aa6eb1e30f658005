import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KdniaoServer } from '../doubles/platforms/kdniaoServer.ts';
import { dropFile } from './dropFile.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';
import { seenNow } from './page/seen.ts';
import { addKdniaoAccount, bookAllReady, createWorkspace, fillSender, ordersCsv } from './realDesk.ts';

/** Each step stands on the one before: the platform is away, the lane closes, the platform comes back. */
let opened: OpenWindow;
let folder: string;
let platform: KdniaoServer;

/** A port nobody listens at, so that the platform can be away first and come later. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address === null || typeof address === 'string' ? reject() : resolve(address.port),
      );
    });
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-breaker-'));
  writeFileSync(join(folder, '订单.csv'), ordersCsv(1, 3));
  const port = await freePort();
  platform = new KdniaoServer({ port });
  opened = await launchWindow({ dataFolder: join(folder, 'workspace') });
  const { page } = opened;
  await createWorkspace(page);
  await fillSender(page);
  const { merchantId, apiKey } = platform;
  const endpoint = `http://127.0.0.1:${port}`;
  await addKdniaoAccount(page, { name: '测试账号', merchantId, secret: apiKey, endpoint });
  await dropFile(page, join(folder, '订单.csv'));
  await page.getByRole('button', { name: '开始导入' }).click();
  await page.locator('.figures', { hasText: '已导入3' }).waitFor();
}, 120_000);
afterAll(async () => {
  await opened.close();
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a platform that is away closes its lane, and Ship says what happened, what did not, when it is tried again and what may be done', async () => {
  const { page } = opened;
  await bookAllReady(page, 3);
  const notice = page.locator('.standing-lane');
  await notice.getByText('“测试账号”的平台连不上，暂停取号').waitFor({ timeout: 40_000 });
  const said = await seenNow(notice);
  expect(said).toContain('排队的 3 单都没有发出，一单不会丢。');
  expect(said).toMatch(/(分钟|秒)后（.* \d\d:\d\d）自动先试一单，通了就全部继续。/);
  for (const name of ['现在试一次', '看账号'])
    expect(await notice.getByRole('button', { name }).isVisible()).toBe(true);
  expect(platform.ledger.lines).toEqual([]);
}, 60_000);

test('the status bar and Today count the same time down, and the account says why', async () => {
  const { page } = opened;
  await page.locator('.status-bar', { hasText: /暂停取号，.*后再试/ }).waitFor();
  await page.keyboard.press('Alt+1');
  const item = page.locator('.today-row', { hasText: '账号暂停取号' });
  await item.getByText(/测试账号：.*后自动再试，3 单在等/).waitFor();
  const before = await seenNow(item);
  await expect.poll(() => seenNow(item)).not.toBe(before);
  await item.getByRole('button', { name: '查看' }).click();
  const account = page.locator('.account-row', { hasText: '测试账号' });
  await account.getByText('失败太多，暂停取号').first().waitFor();
  await account.getByText(/后自动再试/).waitFor();
});

test('once the platform is back the lane tries one order by itself, and all go on', async () => {
  const { page } = opened;
  await platform.listen();
  await page.keyboard.press('Alt+4');
  await page.locator('.filter-chip', { hasText: /^已取号3$/ }).waitFor({ timeout: 90_000 });
  await page.locator('.standing-lane').waitFor({ state: 'detached' });
  await page.locator('.status-bar', { hasText: '暂停取号' }).waitFor({ state: 'detached' });
  expect(platform.ledger.lines.length).toBe(3);
}, 120_000);
