import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newKey, signRelease } from '../../resources/installers/signRelease.ts';
import { orderSheet, sheetOrder } from '../doubles/files/orderSheet.ts';
import { openUpdateFeed, type UpdateFeed } from '../doubles/program/updateFeed.ts';
import { appIn, assembleApp } from '../runtime/assembleApp.ts';
import { runtimeFolders } from '../runtime/runtimeFolders.ts';
import { dropFile } from './dropFile.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';
import { seenNow } from './page/seen.ts';
import { bookAllReady, openSection } from './realDesk.ts';

/** A program that trusts a release key, and runs as if out of the AppImage that a double plays. */
const runtime = join(runtimeFolders.project, 'out/runtime-updates');
const keys = newKey();
let folder: string;
let feed: UpdateFeed;
let opened: OpenWindow;

const appImage = () => join(folder, 'ShipDesk.AppImage');
const started = () => join(folder, 'started');
const dataFolder = () => join(folder, 'workspace');
const launch = () =>
  launchWindow({ runtime, dataFolder: dataFolder(), env: { APPIMAGE: appImage(), APPDIR: runtime } });

/** The same program as another version of itself: each part that says which one it is, and the manifest that Electron reads. */
function callItself(version: string): void {
  const parts = join(appIn(runtime), 'out/main');
  const files = [
    join(appIn(runtime), 'package.json'),
    ...readdirSync(parts).map((name) => join(parts, name)),
  ];
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const called = text.replace(/("?version"?): "(0\.1\.0|9\.0\.0)"/, `$1: "${version}"`);
    if (called !== text) writeFileSync(file, called);
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-updates-'));
  assembleApp(runtime);
  writeFileSync(join(appIn(runtime), 'out/main/release.json'), JSON.stringify({ key: keys.key }));
  writeFileSync(appImage(), 'the present version', { mode: 0o755 });
  feed = await openUpdateFeed();
  const release = join(folder, 'release');
  mkdirSync(release);
  writeFileSync(join(release, 'ShipDesk-9.0.0.AppImage'), `#!/bin/sh\necho "$@" > '${started()}'\n`);
  signRelease({
    folder: release,
    channel: 'stable',
    share: 100,
    version: '9.0.0',
    releasedOn: '2026-11-28',
    notes: { 'zh-CN': '面单更清楚。', en: 'Labels are clearer.' },
    ...keys,
  });
  for (const name of readdirSync(release)) feed.files.set(name, readFileSync(join(release, name)));
  opened = await launch();
  await opened.page.getByRole('button', { name: '进入练习' }).click();
  await opened.page.locator('.today-next').waitFor();
});
afterAll(async () => {
  await opened.close();
  await feed.close();
  rmSync(folder, { recursive: true, force: true });
  rmSync(runtime, { recursive: true, force: true });
});

const body = () => opened.page.locator('.settings-body');
const press = (name: string | RegExp) => opened.page.getByRole('button', { name }).click();

async function install(): Promise<void> {
  await press('安装 9.0.0');
  await opened.page.getByRole('dialog').getByRole('button', { name: '安装', exact: true }).click();
}

test('the address is set, the version found, read about and downloaded', async () => {
  const { page } = opened;
  await openSection(page, '更新');
  await page.getByLabel('更新地址').fill(feed.address);
  await press(/^保存$/);
  await press(/^检查$/);
  await expect.poll(() => seenNow(body())).toContain('面单更清楚。');
  await press(/^下载$/);
  await page.getByRole('button', { name: '安装 9.0.0' }).waitFor();
});

test('while a booking is unsure it is not installed, and says what is open', async () => {
  const { page } = opened;
  const file = join(folder, '订单.csv');
  writeFileSync(file, orderSheet([{ ...sheetOrder(1), remark: '#practice:timeout-accepted' }]));
  await dropFile(page, file);
  await press('开始导入');
  await page.locator('.figures', { hasText: '已导入1' }).waitFor();
  await bookAllReady(page, 1);
  await page.locator('.filter-chip', { hasText: /^待确认1$/ }).waitFor();
  await openSection(page, '更新');
  await install();
  await expect.poll(() => seenNow(body())).toContain('不确定有没有取到号');
  expect(existsSync(started())).toBe(false);
});

test('once it is answered the program makes a backup, ends, and the new version is opened in its place', async () => {
  const { page, app } = opened;
  const program = app.process();
  await page.keyboard.press('Alt+4');
  await page
    .locator('.filter-chip', { hasText: /^待确认1$/ })
    .waitFor({ state: 'detached', timeout: 60_000 });
  await openSection(page, '更新');
  await page.getByRole('button', { name: '安装 9.0.0' }).waitFor();
  await expect
    .poll(
      async () => {
        // A label may still be on its way to the virtual printer.
        await install().catch(() => undefined);
        return existsSync(started());
      },
      { timeout: 30_000, interval: 2_000 },
    )
    .toBe(true);
  expect(readFileSync(started(), 'utf8')).toContain(`--data=${dataFolder()}`);
  await expect.poll(() => program.exitCode).toBe(0);
  expect(readFileSync(appImage(), 'utf8')).toContain('#!/bin/sh');
  const kept = join(dataFolder(), 'updates/kept', '0.1.0', 'ShipDesk.AppImage');
  expect(readFileSync(kept, 'utf8')).toBe('the present version');
  expect(readdirSync(join(dataFolder(), 'backups')).some((name) => name.endsWith('.sdbackup'))).toBe(true);
});

test('the first start of the new version says which one runs, and how to go back', async () => {
  callItself('9.0.0');
  opened = await launch();
  const toast = opened.page.locator('.toast', { hasText: '已从 0.1.0 更新到 9.0.0' });
  await toast.getByRole('button', { name: '查看' }).click();
  await expect
    .poll(() => seenNow(body()))
    .toMatch(/装回旧版本（ShipDesk\.AppImage.+再恢复备份 shipdesk-.+\.sdbackup/);
  await opened.close();
  opened = await launch();
  await opened.page.locator('.today-next').waitFor();
  await openSection(opened.page, '更新');
  await expect.poll(() => seenNow(body())).toContain('已从 0.1.0 更新到 9.0.0');
  expect(await opened.page.locator('.toast', { hasText: '更新到' }).count()).toBe(0);
  await opened.close();
});

test('where the former version opens again it says that the new one did not come in', async () => {
  callItself('0.1.0');
  opened = await launch();
  await opened.page
    .locator('.toast', { hasText: '9.0.0 没有装上' })
    .getByRole('button', { name: '查看' })
    .click();
  await expect.poll(() => seenNow(body())).toContain('数据没有动');
  await press('知道了');
  await expect.poll(() => seenNow(body())).not.toContain('数据没有动');
});
