import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen, seenNow } from '../seen.ts';

describe.skipIf(!hasChromium)('backups in Settings and in the status bar', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  const bar = (page: Page) => page.locator('.status-bar');
  const body = (page: Page) => page.locator('.settings-body');

  async function openSection(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.locator('.status-item', { hasText: /备份|Backup/ }).click();
    await page.locator('.settings-body h2').waitFor();
    return page;
  }

  test('the bar says how old the last backup is and leads to the section', async () => {
    const page = await openSection();
    await expect.poll(() => seen(bar(page))).toContain('备份 2 小时前');
    await expect.poll(() => seen(body(page))).toContain('今天每小时一份，最近 14 天每天一份');
    await expect.poll(() => seen(body(page))).toContain('电脑的硬盘坏了，只有放在别处的备份还在');
  });

  test('one act of the section is the main one; so in that of alarms', async () => {
    const page = await openSection();
    const main = page.locator('.settings-body .button-primary');
    await page.locator('.settings-body .plain-table').first().waitFor();
    expect(await main.allInnerTexts()).toEqual(['立即备份']);
    await page.locator('.settings-nav button', { hasText: /^报警和应急$/ }).click();
    await page.locator('.alarm-rules').waitFor();
    await expect.poll(() => main.count()).toBe(1);
  });

  test('a backup that is too old, or cannot be made, is no quiet grey', async () => {
    const old = await pages.open('backup=old');
    await expect
      .poll(() => seen(bar(old).locator('.state-note', { hasText: '备份' })))
      .toContain('备份 3 天前');
    const failing = await openSection('backup=failing');
    await expect
      .poll(() => seen(bar(failing).locator('.state-failed', { hasText: '备份' })))
      .toContain('备份失败');
    await expect.poll(() => seen(body(failing).getByRole('alert'))).toContain('写不进去');
  });

  test('a drive that is away is told beside a backup that is fine', async () => {
    const page = await openSection('backup=away');
    await expect.poll(() => seen(bar(page))).toContain('备份盘不在');
    await expect.poll(() => seen(body(page))).toContain('插上原来的盘，程序会自动补上');
  });

  test('that only this computer opens them is said in a sentence', async () => {
    const page = await openSection('backup=bound');
    await expect.poll(() => seen(body(page).locator('.notice'))).toContain('只有这台电脑能打开');
    expect(await seen(body(await openSection()))).not.toContain('只有这台电脑能打开');
  });

  test('a backup is made at once, and a second place chosen and given up', async () => {
    const page = await openSection();
    await page.getByRole('button', { name: '立即备份' }).click();
    await expect.poll(() => seenNow(page.locator('.toasts, .toast').first())).toContain('已备份 600 单');
    await expect.poll(() => seenNow(bar(page))).toContain('备份刚刚');
    await page.getByRole('button', { name: '选择文件夹' }).click();
    await expect.poll(() => seenNow(body(page))).toContain('备份盘');
    await page.getByRole('button', { name: '不再使用' }).click();
    await expect.poll(() => seen(page.getByRole('dialog'))).toContain('已经复制过去的备份不会删除');
    await page.getByRole('dialog').getByRole('button', { name: '不再使用' }).click();
    await expect.poll(() => seenNow(body(page))).toContain('还没有第二位置');
  });

  test('the list tells when, how much, where, by whom, and which does not open', async () => {
    const page = await openSection('backup=away');
    const rows = body(page).locator('.plain-table tbody tr');
    await expect.poll(() => rows.count()).toBe(4);
    await expect.poll(() => seen(rows.nth(1))).toContain('手动');
    await expect.poll(() => seen(rows.nth(2))).toContain('第二位置');
    await expect.poll(() => seen(rows.nth(3))).toContain('打不开');
  });

  test('the schedule is switched off and says what that means', async () => {
    const page = await openSection();
    await page.getByLabel('空闲时自动备份').click();
    await expect.poll(() => seenNow(body(page))).toContain('练习工作区默认不自动备份');
  });

  test('a packer sees how the backups stand and may make one, but changes nothing', async () => {
    const page = await openSection('operator=packer');
    await page.getByRole('button', { name: '立即备份' }).waitFor();
    expect(await page.getByRole('button', { name: '选择文件夹' }).count()).toBe(0);
    await expect.poll(() => page.getByLabel('空闲时自动备份').isDisabled()).toBe(true);
  });

  test('opens in English and dark without a complaint of the browser', async () => {
    const before = pages.complaints.length;
    const page = await openSection('language=en&theme=dark&backup=away');
    await expect.poll(() => seen(body(page))).toContain('Each hour of today');
    expect(pages.complaints.slice(before)).toEqual([]);
  });
});
