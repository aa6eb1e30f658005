import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { scan } from '../scan/scan.ts';
import { seen } from '../seen.ts';

const message =
  '张三 13800138000 广东省深圳市南山区科苑路8号 苹果2箱\n李小四 13900139000 浙江省杭州市余杭区仓前街道1号';

describe.skipIf(!hasChromium)('the paste box on Today', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('Ctrl+V anywhere reads the message; Enter makes an order of each person, a second time none', async () => {
    const page = await pages.open();
    const paste = () =>
      page.evaluate((text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
      }, message);
    await page.locator('.today-next').waitFor();
    await paste();
    await page.locator('.paste-person').nth(1).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.toast', { hasText: '已生成 2 单' }).waitFor();
    await expect.poll(() => page.locator('textarea').inputValue()).toBe('');
    await paste();
    await page.locator('.paste-person').nth(1).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.toast', { hasText: '2 单以前粘贴过' }).waitFor();
  });

  test('a scan into the open message makes nothing and leaves the field as it was', async () => {
    const page = await pages.open();
    await page.locator('textarea').fill(message);
    await page.getByRole('button', { name: '识别' }).click();
    const name = page.getByLabel('姓名').first();
    await name.focus();
    await scan(page, '9999999999999');
    await expect.poll(() => name.inputValue()).toBe('张三');
    await expect.poll(() => page.locator('.paste-person').count()).toBe(2);
    expect(await page.locator('.toast', { hasText: '已生成' }).count()).toBe(0);
    await expect.poll(() => seen(page.locator('.dialog h2').first())).toContain('2 位');
  });

  test('the text waits when the screen is left', async () => {
    const page = await pages.open();
    await page.locator('textarea').fill(message);
    await page.keyboard.press('Alt+4');
    await page.locator('.desk').waitFor();
    await page.keyboard.press('Alt+1');
    await expect.poll(() => page.locator('textarea').inputValue()).toBe(message);
  });
});
