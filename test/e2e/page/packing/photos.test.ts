import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleOrders } from '../../../doubles/page/pageSample.ts';
import { hasChromium, openOwnPages, openPages, type Pages } from '../openPages.ts';
import { openByDigit, scan } from '../scan/scan.ts';
import { seenNow } from '../seen.ts';

const orders = sampleOrders(600, 0);
/** The first booked order of the sample was refunded. */
const refunded = orders.find(({ state }) => state === 'booked');
const order = orders.find((one) => one.state === 'booked' && one.printState === null && one !== refunded);

describe.skipIf(!hasChromium)('a photo of each parcel', () => {
  let withCamera: Pages;
  let without: Pages;
  /** A camera is there, and its use is denied. */
  let denying: Pages;
  beforeAll(async () => {
    denying = await openOwnPages([
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream=deny',
    ]);
    withCamera = await openOwnPages(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']);
    without = await openPages();
  }, 60_000);
  afterAll(async () => {
    await withCamera.close();
    await without.close();
    await denying.close();
  });

  async function openBench(pages: Pages): Promise<Page> {
    const page = await pages.open('bench=camera');
    await page.keyboard.press('Alt+6');
    await page.locator('.bench-words h2').waitFor();
    return page;
  }
  async function pack(page: Page): Promise<void> {
    const codes = [order?.orderNo, 'COFFEE-500', 'COFFEE-500', '6901234567892', 'SHIPDESK-OK'];
    for (const code of codes) await scan(page, code ?? '');
    await expect.poll(() => seenNow(page.locator('.bench-words h2'))).toBe('贴好面单，扫它');
    await scan(page, order?.waybillNo ?? '');
    await expect.poll(() => seenNow(page.locator('.bench-words h2'))).toBe('已打包');
  }

  test('is taken when the parcel is closed and by its barcode, and is looked at beside the order', async () => {
    const page = await openBench(withCamera);
    await expect.poll(() => seenNow(page.locator('.screen-head'))).toContain('拍照');
    await scan(page, order?.orderNo ?? '');
    await page.locator('.bench-sheet').waitFor();
    await scan(page, 'SHIPDESK-PH');
    await page.locator('.toast', { hasText: '已拍照' }).waitFor();
    await scan(page, 'SHIPDESK-AB');
    await page.locator('.bench-sheet').waitFor({ state: 'detached' });
    await pack(page);
    await openByDigit(page, 4);
    await scan(page, order?.waybillNo ?? '');
    const section = page.locator('.detail section', { hasText: '包裹照片' });
    await expect.poll(() => section.getByRole('button', { name: '看照片' }).count()).toBe(2);
    await section.getByRole('button', { name: '看照片' }).last().click();
    const picture = page.locator('dialog .still-picture');
    await picture.waitFor();
    // Chromium's fake camera is green: what was kept is what it showed.
    await expect
      .poll(() =>
        picture.evaluate((canvas) => {
          const { width, height } = canvas as HTMLCanvasElement;
          const dots = (canvas as HTMLCanvasElement)
            .getContext('2d')
            ?.getImageData(width - 9, height - 9, 1, 1);
          const [red = 0, green = 0, blue = 0] = dots?.data ?? [];
          return width > 600 && green > red + 40 && green > blue + 40;
        }),
      )
      .toBe(true);
  });

  test('that cannot be taken is told on the bench, and nothing waits for it', async () => {
    const page = await openBench(without);
    await expect.poll(() => seenNow(page.locator('.screen-head'))).toContain('不拍照：没有摄像头');
    await pack(page);
    await scan(page, 'SHIPDESK-PH');
    await page.locator('.toast', { hasText: '不拍照：没有摄像头' }).waitFor();
  });

  test('by a camera the system denies: said with what to do, and packing goes on', async () => {
    const page = await openBench(denying);
    await expect.poll(() => seenNow(page.locator('.screen-head'))).toContain('不拍照：摄像头被系统禁用');
    await pack(page);
    await scan(page, 'SHIPDESK-PH');
    await page.locator('.toast', { hasText: '在系统的隐私设置里允许使用摄像头' }).waitFor();
  });

  // No browser has a switch for these two: the answer of its media API is a double's, the camera behind it Chromium's own.
  test('by a camera that another program holds, or that is unplugged in the middle: said, and taken up again by itself', async () => {
    const page = await withCamera.openAlone('bench=camera');
    await page.evaluate(() => {
      const { mediaDevices } = navigator;
      const open = mediaDevices.getUserMedia.bind(mediaDevices);
      const door = { isBusy: true, tracks: [] as MediaStreamTrack[] };
      Object.assign(window, { cameraDoor: door });
      mediaDevices.getUserMedia = async (wish) => {
        if (door.isBusy) throw new DOMException('Could not start video source', 'NotReadableError');
        const stream = await open(wish);
        door.tracks = stream.getTracks();
        return stream;
      };
    });
    await page.keyboard.press('Alt+6');
    await page.locator('.bench-words h2').waitFor();
    const head = () => seenNow(page.locator('.screen-head'));
    await expect.poll(head).toContain('不拍照：摄像头被占用');
    await scan(page, order?.orderNo ?? '');
    await page.locator('.bench-sheet').waitFor();
    await scan(page, 'SHIPDESK-PH');
    await page.locator('.toast', { hasText: '关掉正在用摄像头的程序' }).waitFor();
    await page.evaluate('cameraDoor.isBusy = false');
    await expect.poll(head, { timeout: 30_000 }).not.toContain('不拍照');
    await page.evaluate("for (const track of cameraDoor.tracks) track.dispatchEvent(new Event('ended'))");
    await expect.poll(head).toContain('不拍照：没有摄像头');
    await scan(page, 'COFFEE-500');
    await expect.poll(() => seenNow(page.locator('.bench-words h2'))).toContain('还差 3 件');
    await expect.poll(head, { timeout: 30_000 }).not.toContain('不拍照');
    await page.close();
  });
});
