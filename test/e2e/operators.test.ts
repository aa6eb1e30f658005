import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { corePid } from './corePid.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';
import { enterPin } from './page/enterPin.ts';
import { seen, seenNow } from './page/seen.ts';

const managerPin = '258025';
const packerPin = '135790';

let opened: OpenWindow;
afterEach(() => opened.close());

/** The one on top. */
const dialog = (page: Page) => page.locator('dialog[open]').last();
const bar = (page: Page) => page.locator('.status-bar');

async function add(page: Page, name: string, pin: string): Promise<void> {
  await page.getByLabel('名字').fill(name);
  await page.getByLabel('数字密码', { exact: true }).fill(pin);
  await page.getByLabel('再输入一次').fill(pin);
}

/** The first operator; returns the rescue code, copied from the window by hand. */
async function addManager(page: Page): Promise<string> {
  await page.keyboard.press('Alt+9');
  await page.locator('.settings-nav').getByRole('button', { name: '操作员' }).click();
  await page.getByRole('button', { name: '添加店长' }).click();
  await add(page, '陈店长', managerPin);
  await page.getByRole('button', { name: '添加并登录为“陈店长”' }).click();
  const code = await seen(dialog(page).locator('.rescue-code'));
  await page.getByRole('button', { name: '我已抄下' }).click();
  await expect.poll(() => seenNow(bar(page))).toContain('陈店长 店长');
  return code;
}

async function killCore(): Promise<void> {
  const before = await corePid(opened.app);
  process.kill(before as number, 'SIGKILL');
  await expect.poll(() => corePid(opened.app)).not.toBeOneOf([before, undefined]);
}

it('from the first manager to a packer who needs a word: sign-in, a restarted core, one approval', async () => {
  opened = await launchWindow();
  const { page } = opened;
  await page.getByRole('button', { name: '进入练习' }).click();
  await page.getByPlaceholder('粘贴聊天里的收件信息').fill('上海市浦东新区世纪大道100号 张三 13800138000');
  await page.getByRole('button', { name: '识别' }).click();
  await dialog(page)
    .getByRole('button', { name: /^生成 1 单/ })
    .click();
  await page.locator('.toast', { hasText: '已生成 1 单' }).waitFor();
  await addManager(page);
  await page.getByRole('button', { name: '添加操作员' }).click();
  await add(page, '小李', packerPin);
  await page.locator('.settings-body form').getByRole('button', { name: '添加操作员' }).click();
  await page.locator('.settings-row', { hasText: '小李' }).waitFor();

  await killCore();
  await dialog(page).getByText('请登录', { exact: true }).waitFor();
  const cover = await dialog(page).evaluate((it) => getComputedStyle(it, '::backdrop').backgroundColor);
  expect(cover, 'nothing of the page shines through').toMatch(/^rgb\(/);
  await page.reload();
  await dialog(page).locator('.operator-name', { hasText: '小李' }).click();
  await enterPin(page, managerPin);
  await dialog(page).getByText('数字密码不对').waitFor();
  await enterPin(page, packerPin);
  await expect.poll(() => seenNow(bar(page))).toContain('小李');

  await page.keyboard.press('Alt+3');
  await page.locator('.right-needed', { hasText: '陈店长' }).waitFor();
  await page.keyboard.press('Alt+4');
  await page.locator('.table-body .row').first().click();
  const facts = page.locator('.detail .facts').first();
  await expect.poll(() => seenNow(facts)).toContain('****');
  await page.keyboard.type('i');
  await dialog(page).getByRole('button', { name: '核对地址' }).click();
  await page.keyboard.press('Enter');
  await dialog(page).getByText('需要批准：查看完整的个人信息').waitFor();
  await enterPin(page, managerPin);
  await expect.poll(() => seenNow(facts)).toContain('138 0013 8000');
  await expect.poll(() => seenNow(bar(page))).toContain('小李');
});

it('the only manager forgets the PIN, and comes back in with the code on paper', async () => {
  opened = await launchWindow();
  const { page } = opened;
  await page.getByRole('button', { name: '进入练习' }).click();
  await page.locator('.today-next').waitFor();
  const code = await addManager(page);
  await page.keyboard.press('Control+l');
  await dialog(page).getByRole('button', { name: '退出登录' }).click();
  await dialog(page).getByRole('button', { name: '忘记数字密码' }).click();
  await dialog(page).getByLabel('找回码').fill(code.toLowerCase());
  await dialog(page).getByLabel('新的数字密码', { exact: true }).fill('802480');
  await dialog(page).getByLabel('再输入一次').fill('802480');
  await dialog(page).getByRole('button', { name: '设置新的数字密码' }).click();
  await dialog(page).locator('.rescue-code').waitFor();
  expect(await seen(dialog(page).locator('.rescue-code'))).not.toBe(code);
  await page.getByRole('button', { name: '我已抄下' }).click();
  await enterPin(page, '802480');
  await expect.poll(() => seenNow(bar(page))).toContain('陈店长 店长');
});
