import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchWindow, type OpenWindow } from './launchWindow.ts';
import { seenNow } from './page/seen.ts';
import { openSection } from './realDesk.ts';

let opened: OpenWindow;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-camera-'));
  opened = await launchWindow({
    dataFolder: join(folder, 'workspace'),
    // Chromium's own camera: green, with a clock in it. It asks nobody, so that only our own locks stand before it.
    args: ['--use-fake-device-for-media-stream'],
  });
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the page is answered when it asks for these. */
const asks = (wish: MediaStreamConstraints): Promise<string> =>
  opened.page.evaluate(async (wanted) => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia(wanted);
      for (const track of stream.getTracks()) track.stop();
      return 'open';
    } catch (error) {
      return (error as DOMException).name;
    }
  }, wish);

test('the page gets a camera only while photos are on, never a microphone, and keeps what it took sealed', async () => {
  const { page } = opened;
  await page.getByRole('button', { name: /进入练习/ }).click();
  await page.locator('.shell-main').waitFor();
  expect(await asks({ video: true })).toBe('NotAllowedError');
  await openSection(page, '打包设备');
  await page.getByLabel('给每个包裹拍照').click();
  await page.getByRole('button', { name: '保存拍照设置' }).click();
  await page.locator('.still-picture').waitFor();
  expect(await asks({ video: true })).toBe('open');
  expect(await asks({ audio: true })).toBe('NotAllowedError');
  expect(await asks({ video: true, audio: true })).toBe('NotAllowedError');
  await expect.poll(() => seenNow(page.locator('.settings-body'))).toContain('拍照');
  await page.getByLabel('给每个包裹拍照').click();
  await page.getByRole('button', { name: '保存拍照设置' }).click();
  await page.locator('.still-picture').waitFor({ state: 'detached' });
  expect(await asks({ video: true })).toBe('NotAllowedError');
});
