import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterPin } from '../enterPin.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { scan } from '../scan/scan.ts';
import { seen, seenNow } from '../seen.ts';

const patience = { timeout: 20_000 };

/** Of the sample's staff. */
const sampleCode = 'K7QM-2VXA-9DHT-4RPC';
const codeForm = /^(?:[A-Z2-9]{4}-){3}[A-Z2-9]{4}$/;

const dialog = (page: Page) => page.locator('dialog[open]');
const shownCode = (page: Page) => dialog(page).locator('.rescue-code');
const bar = (page: Page) => page.locator('.status-bar');

async function forget(page: Page, name: string): Promise<void> {
  await dialog(page).locator('.operator-name', { hasText: name }).click();
  await dialog(page).getByRole('button', { name: '忘记数字密码' }).click();
}

async function enterRescue(page: Page, code: string, pin: string): Promise<void> {
  await dialog(page).getByLabel('找回码').fill(code);
  await dialog(page).getByLabel('新的数字密码', { exact: true }).fill(pin);
  await dialog(page).getByLabel('再输入一次').fill(pin);
  await page.keyboard.press('Enter');
}

describe.skipIf(!hasChromium)('the rescue code in the window', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  });
  afterAll(() => pages.close());

  async function openSection(query: string): Promise<Page> {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: '操作员' }).click();
    await page.locator('.settings-body h2').waitFor();
    return page;
  }

  test('is announced before the first manager, shown once after, and neither Esc, a key nor a scan takes it away', async () => {
    const page = await openSection('');
    await expect.poll(() => seen(page.locator('.empty-state'))).toContain('找回码');
    await page.getByRole('button', { name: '添加店长' }).click();
    await page.getByLabel('名字').fill('王芳');
    await page.getByLabel('数字密码', { exact: true }).fill('258025');
    await page.getByLabel('再输入一次').fill('258025');
    await page.getByRole('button', { name: '添加并登录为“王芳”' }).click();
    const code = await seen(shownCode(page));
    expect(code).toMatch(codeForm);
    // Within a millisecond where the machine is quick, or one after the other where the page was busy.
    for (const key of ['Escape', 'Escape', 'Alt+4']) await page.keyboard.press(key);
    await scan(page, 'SF1234567890123');
    await page.waitForTimeout(150);
    expect(await seen(shownCode(page))).toBe(code);
    await dialog(page).getByRole('button', { name: '复制' }).click();
    await dialog(page).getByText('已复制').waitFor();
    await dialog(page).getByRole('button', { name: '我已抄下' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await page.locator('.settings-row', { hasText: '王芳' }).waitFor();
    expect(await page.getByText(code).count()).toBe(0);
  });

  test('sets a new PIN for a manager at the sign-in, shows the next code, and the new PIN signs in', async () => {
    const page = await pages.open('operator=nobody');
    await forget(page, '陈店长');
    await enterRescue(page, sampleCode.toLowerCase().replaceAll('-', ''), '802480');
    const next = await seen(shownCode(page));
    expect(next).toMatch(codeForm);
    expect(next).not.toBe(sampleCode);
    await dialog(page).getByRole('button', { name: '我已抄下' }).click();
    await enterPin(page, '802480');
    await expect.poll(() => seenNow(bar(page)), patience).toContain('陈店长 店长');
  });

  test('that is wrong is told with the time until the next try, and can be corrected', async () => {
    const page = await pages.open('operator=nobody');
    await forget(page, '陈店长');
    await enterRescue(page, 'AAAA-AAAA-AAAA-AAAA', '802480');
    await dialog(page).getByText('秒后可以再试').waitFor();
    await expect
      .poll(() => dialog(page).getByRole('button', { name: '设置新的数字密码' }).isDisabled())
      .toBe(true);
    await dialog(page).getByLabel('找回码').fill(sampleCode);
    await dialog(page).getByText('秒后可以再试').waitFor({ state: 'detached', timeout: 10_000 });
    await dialog(page).getByRole('button', { name: '设置新的数字密码' }).click();
    await expect.poll(() => seen(shownCode(page))).toMatch(codeForm);
  });

  test('serves managers alone: who packs is told whom to ask', async () => {
    const page = await pages.open('operator=nobody');
    await forget(page, '小李');
    await expect.poll(() => seen(dialog(page))).toContain('请 陈店长 登录');
    expect(await dialog(page).getByLabel('找回码').count()).toBe(0);
    await dialog(page).getByRole('button', { name: '返回登录' }).click();
    await expect.poll(() => seen(dialog(page).locator('[aria-pressed=true]'))).toContain('小李');
  });

  test('that does not exist yet is missed before it is needed, and made in Settings', async () => {
    const page = await pages.open('operator=nobody&noRescueCode');
    await forget(page, '陈店长');
    await expect.poll(() => seen(dialog(page))).toContain('这个工作区还没有找回码');
    await dialog(page).getByRole('button', { name: '返回登录' }).click();
    await enterPin(page, '258025');
    await dialog(page).waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: '操作员' }).click();
    await page.getByRole('button', { name: '生成找回码' }).click();
    await expect.poll(() => seen(shownCode(page))).toMatch(codeForm);
    await dialog(page).getByRole('button', { name: '我已抄下' }).click();
    await page.getByRole('button', { name: '换一个找回码' }).waitFor();
  });

  test('is replaced after a question, which says that the old one is void; both are on record', async () => {
    const page = await openSection('operator=manager');
    await page.getByRole('button', { name: '换一个找回码' }).click();
    await expect.poll(() => seen(dialog(page))).toContain('旧的马上作废');
    await dialog(page).getByRole('button', { name: '换一个', exact: true }).click();
    await shownCode(page).waitFor();
    const words = (await seen(dialog(page))).match(/[a-z]+/g) ?? [];
    expect(words).toEqual([]);
    await dialog(page).getByRole('button', { name: '我已抄下' }).click();
    await page.getByText('记录', { exact: true }).first().click();
    const first = page.locator('.table-body .row').first();
    await expect.poll(() => seenNow(first), patience).toContain('生成找回码');
    expect(pages.complaints).toEqual([]);
  });
});
