import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen, seenNow } from '../seen.ts';

describe.skipIf(!hasChromium)('new versions of the program, in Settings', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  const body = (page: Page) => page.locator('.settings-body');
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

  async function openSection(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: /^更新$/ }).click();
    await page.locator('.settings-body h2', { hasText: '更新' }).waitFor();
    return page;
  }

  test('it says which version runs, when it looked last, and that there is none newer', async () => {
    const page = await openSection();
    await expect.poll(() => seen(body(page))).toContain('0.1.0');
    await expect.poll(() => seen(body(page))).toContain('3 小时前');
    await expect.poll(() => seen(body(page))).toContain('已是最新版本');
  });

  test('a version is looked for, read about, downloaded and installed in four presses', async () => {
    const page = await openSection();
    await button(page, /^检查$/).click();
    await expect.poll(() => seenNow(body(page))).toContain('多个工作台可以共用一个订单簿');
    await button(page, /^下载$/).click();
    await button(page, '安装 0.2.0').click();
    await expect.poll(() => seen(page.getByRole('dialog'))).toContain('再做一份逐页校验的备份');
    await page.getByRole('dialog').getByRole('button', { name: '安装' }).click();
    await expect.poll(() => seenNow(body(page))).toContain('程序马上退出');
    await expect.poll(() => seen(body(page))).toContain('shipdesk-20261120-0915.sdbackup');
  });

  test('while work is open it says how much of what, and the version is kept', async () => {
    const page = await openSection('updates=busy');
    await button(page, '安装 0.2.0').click();
    await page.getByRole('dialog').getByRole('button', { name: '安装' }).click();
    await expect.poll(() => seenNow(body(page))).toContain('不确定有没有取到号');
    await expect.poll(() => seen(body(page))).toContain('现在不能安装');
    await button(page, '安装 0.2.0').waitFor();
  });

  test('a broken download goes on', async () => {
    const page = await openSection('updates=partly');
    await button(page, '接着下载').click();
    await button(page, '安装 0.2.0').waitFor();
  });

  test('a new version is told once, on whatever screen one is', async () => {
    const page = await pages.open('updates=offered');
    await page.locator('.toast', { hasText: '新版本 0.2.0' }).getByRole('button', { name: '查看' }).click();
    await page.locator('.settings-body h2', { hasText: '更新' }).waitFor();
    await button(page, /^下载$/).waitFor();
  });

  test('the first start of a new version says so, with the way back, until it was read', async () => {
    const page = await pages.open('updates=came');
    await expect.poll(() => seenNow(page.locator('.toast').first())).toContain('已从 0.0.9 更新到 0.1.0');
    const there = await openSection('updates=came');
    await expect.poll(() => seen(body(there))).toContain('恢复备份 shipdesk-20261120-0915.sdbackup');
    await button(there, '知道了').click();
    await expect.poll(() => seenNow(body(there))).not.toContain('已从 0.0.9');
  });

  test('an installation that was broken off is told as what it is', async () => {
    expect(await seen(body(await openSection('updates=cameNot')))).toContain(
      '0.2.0 没有装上，现在还是 0.1.0',
    );
  });

  test('a server that is away, and a build that takes no updates, each say so in a sentence', async () => {
    const away = await openSection('updates=failing');
    await expect.poll(() => seen(body(away))).toContain('连不上更新服务器 files.shop.example');
    const keyless = await openSection('updates=keyless');
    await expect.poll(() => seen(body(keyless))).toContain('不接受更新');
    expect(await button(keyless, /^检查$/).count()).toBe(0);
  });

  test('an address without encryption is refused where it was typed', async () => {
    const page = await openSection();
    await page.getByLabel('更新地址').fill('http://files.example');
    await button(page, /^保存$/).click();
    await expect.poll(() => seenNow(body(page))).toContain('更新地址要以 https:// 开头');
  });

  test('a packer sees the version and changes nothing', async () => {
    const page = await openSection('updates=ready&operator=packer');
    await expect.poll(() => seen(body(page))).toContain('新版本 0.2.0');
    expect(await button(page, '安装 0.2.0').count()).toBe(0);
    await expect.poll(() => page.getByLabel('更新地址').isDisabled()).toBe(true);
  });
});
