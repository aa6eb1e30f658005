import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeBenchDevices } from '../../electron/usecases/devices/benchDevices.ts';
import { openWorkspace } from '../../electron/usecases/workspace/open.ts';
import { buildParts } from '../../electron/usecases/workspace/parts.ts';
import { noKeyStore } from '../../electron/vault/keyStorePort.ts';
import { screenDigits } from '../../renderer/parts/place.ts';
import { type SerialTalker, startSerialTalker } from '../doubles/devices/serialTalker.ts';
import { runtimeFolders } from '../runtime/runtimeFolders.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';
import { enter, openByDigit, scan, strike, strokesOf } from './page/scan/scan.ts';
import { seenNow } from './page/seen.ts';
import { openSection } from './realDesk.ts';

let opened: OpenWindow;
let folder: string;
let gun: SerialTalker;
let scale: SerialTalker;

/** A practice workspace whose bench has a gun and a scale: no list of ports names a pseudo terminal. */
async function prepareWorkspace(dataFolder: string): Promise<void> {
  const parts = buildParts({
    resourceFolder: join(runtimeFolders.project, 'resources'),
    orderReaderFile: '',
    changed: () => undefined,
  });
  const request = { folder: dataFolder, passphrase: '', keyStore: noKeyStore } as const;
  const made = await openWorkspace({ ...request, isPracticeWanted: true, whenMissing: 'create' }, parts);
  if (!made.ok) throw new Error(made.code);
  await changeBenchDevices(made.value.workspace, {
    serialGuns: [{ id: 'g1', name: '左手枪', port: gun.path, plug: '', baud: 9_600 }],
    scale: { way: 'serial', port: scale.path, plug: '', format: 'st-gs', unit: 'kg', baud: 9_600 },
  });
  await made.value.close();
}

beforeAll(async () => {
  gun = await startSerialTalker();
  scale = await startSerialTalker();
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-guns-'));
  const dataFolder = join(folder, 'workspace');
  await prepareWorkspace(dataFolder);
  opened = await launchWindow({ dataFolder });
  await opened.page.locator('.screen h1').waitFor();
});
afterAll(async () => {
  await opened.close();
  await gun.stop();
  await scale.stop();
  rmSync(folder, { recursive: true, force: true });
});

const toast = (page: Page, code: string) => page.locator('.toast', { hasText: code });
const fields = '.shell-main input:is([type=text], [type=search]):visible:enabled';

test('a gun that types is heard on every screen and in its fields, and presses and leaves nothing', async () => {
  const { page } = opened;
  let fieldCount = 0;
  // The bench takes every code for its own.
  for (const digit of Object.values(screenDigits).filter((place) => place !== screenDigits.pack)) {
    await openByDigit(page, digit);
    await scan(page, `Q${digit}7`);
    await toast(page, `Q${digit}7`).waitFor();
    const [field] = await page.locator(fields).all();
    if (field === undefined) continue;
    fieldCount++;
    const before = await field.inputValue();
    await field.focus();
    await strike(page, [...strokesOf(`NOBODY 0${digit}`), enter, enter]);
    await toast(page, `NOBODY 0${digit}`).waitFor();
    await expect.poll(() => field.inputValue()).toBe(before);
  }
  expect(fieldCount).toBeGreaterThan(3);
});

test('a gun and a scale on serial ports are heard by the window, whatever has the focus', async () => {
  const { page } = opened;
  await openSection(page, '打包设备');
  await page.locator('.settings-row', { hasText: '左手枪' }).getByText('已连接').waitFor();
  gun.say('6901234567892\r\n');
  await expect.poll(() => seenNow(page.locator('.gun-test-result'))).toContain('商品条码，13 位');
  scale.keepSaying('US,GS,+  0.300kg\r\n');
  await expect.poll(() => seenNow(page.locator('.scale-figure'))).toContain('还在晃');
  scale.keepSaying('ST,GS,+  0.523kg\r\n');
  await expect.poll(() => seenNow(page.locator('.scale-grams'))).toBe('0.523');
  await page.locator('.padlock-closed').waitFor();
  scale.hush();
  await expect.poll(() => seenNow(page.locator('.scale-figure'))).toContain('没有读数');
});
