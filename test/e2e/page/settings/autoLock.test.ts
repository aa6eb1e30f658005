import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen, seenNow } from '../seen.ts';

describe.skipIf(!hasChromium)('the automatic lock in Settings', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function openSecurity(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: /^安全$|^Security$/ }).click();
    await page.getByRole('heading', { name: /自动锁定|Automatic lock/ }).waitFor();
    return page;
  }
  const body = (page: Page) => page.locator('.settings-body');

  test('is chosen in minutes and with the computer, and says what a lock is worth here', async () => {
    const page = await openSecurity();
    await expect.poll(() => seen(body(page))).toContain('锁定后点一下就能打开');
    expect(await seen(body(page))).not.toContain('退出登录时同时锁定');
    const withSystem = page.getByLabel('电脑锁屏或睡眠时锁定');
    await withSystem.click();
    await expect.poll(() => withSystem.isChecked()).toBe(true);
  });

  test('with operators it is about signing out, and the key may leave memory with who signs out', async () => {
    const page = await openSecurity('operator=manager');
    await page.getByLabel('电脑锁屏或睡眠时，操作员自动退出登录').waitFor();
    await page.getByLabel('退出登录时同时锁定').click();
    await expect.poll(() => seenNow(page.locator('.toasts, .toast').first())).toContain('设置已保存');
  });

  test('a packer reads it and changes nothing', async () => {
    const page = await openSecurity('operator=packer&language=en');
    await expect.poll(() => page.getByLabel('Lock at sign-out as well').isDisabled()).toBe(true);
    // Why is said once.
    expect((await seen(body(page))).match(/the right/gi)).toHaveLength(1);
  });
});
