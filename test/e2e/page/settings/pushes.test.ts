import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen, seenNow } from '../seen.ts';

describe.skipIf(!hasChromium)('pushed tracking in Settings', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function openPushes(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: /^轨迹推送$|^Pushed tracking$/ }).click();
    await page.getByRole('heading', { name: /最近的推送|Latest pushes/ }).waitFor();
    return page;
  }
  const body = (page: Page) => page.locator('.settings-body');

  test('only an account whose platform pushes is offered a relay', async () => {
    const page = await openPushes();
    await expect.poll(() => seen(body(page))).toContain('没有设置');
    await expect.poll(() => page.getByRole('button', { name: '设置中转' }).count()).toBe(1);
  });

  test('a relay wants its token; one without https is refused in its own form', async () => {
    const page = await openPushes();
    await page.getByRole('button', { name: '设置中转' }).click();
    const save = page.locator('form').getByRole('button', { name: '保存' });
    await page.getByLabel('中转地址').fill('http://relay.example/pushes');
    await expect.poll(() => save.isDisabled()).toBe(true);
    await page.getByLabel('访问令牌').fill('a-token-of-the-relay');
    await save.click();
    await expect.poll(() => seenNow(page.locator('form'))).toContain('https://');
    await page.getByLabel('中转地址').fill('https://relay.example/pushes');
    await save.click();
    await page.locator('form').waitFor({ state: 'detached' });
    await expect.poll(() => seenNow(body(page))).toContain('https://relay.example/pushes');
    expect(await seenNow(body(page))).toContain('正常');
  });

  test('what it brings is fetched at once when asked, and told with its counts', async () => {
    const page = await openPushes();
    await page.getByRole('button', { name: '设置中转' }).click();
    await page.getByLabel('中转地址').fill('https://relay.example/pushes');
    await page.getByLabel('访问令牌').fill('a-token-of-the-relay');
    await page.locator('form').getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '现在取' }).click();
    await expect.poll(() => seenNow(body(page))).toContain('更新 3 件，已知 1 件');

    await page.getByRole('button', { name: '停用' }).click();
    await expect.poll(() => seenNow(body(page))).toContain('没有设置');
  });
});
