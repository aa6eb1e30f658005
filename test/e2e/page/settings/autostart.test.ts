import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';

const words = '登录这台电脑时自动打开窗口';

async function openLook(page: Page): Promise<void> {
  await page.keyboard.press('Alt+9');
  await page.locator('.settings-nav button', { hasText: '外观与语言' }).click();
}

describe.skipIf(!hasChromium)('opening with the computer', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('is off until somebody ticks it, and holds', async () => {
    const page = await pages.open();
    await openLook(page);
    const box = page.getByRole('checkbox', { name: words });
    await expect.poll(() => box.isChecked()).toBe(false);
    await box.click();
    await expect.poll(() => box.isChecked()).toBe(true);
    await box.click();
    await expect.poll(() => box.isChecked()).toBe(false);
  });

  test('says so where the system does not take it over, and stays off', async () => {
    const page = await pages.open('refuses-autostart=1');
    await openLook(page);
    const box = page.getByRole('checkbox', { name: words });
    await box.click();
    await page.getByText('系统没有接受').waitFor();
    await expect.poll(() => box.isChecked()).toBe(false);
  });

  test('is not offered by a checkout', async () => {
    const page = await pages.open('checkout=1');
    await openLook(page);
    await page.getByText('按钮上的快捷键').waitFor();
    expect(await page.getByRole('checkbox', { name: words }).count()).toBe(0);
  });
});
