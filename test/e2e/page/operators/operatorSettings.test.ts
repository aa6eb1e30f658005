import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen, seenNow } from '../seen.ts';

describe.skipIf(!hasChromium)('operators in Settings', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  });
  afterAll(() => pages.close());

  async function openSection(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: /^操作员$|^Operators$/ }).click();
    await page.locator('.settings-body h2').waitFor();
    return page;
  }

  async function addFirst(page: Page, name = '王芳'): Promise<void> {
    await page.getByRole('button', { name: '添加店长' }).click();
    await page.getByLabel('名字').fill(name);
    await page.getByLabel('数字密码', { exact: true }).fill('258025');
    await page.getByLabel('再输入一次').fill('258025');
    await page.getByRole('button', { name: `添加并登录为“${name}”` }).click();
    await page.getByRole('button', { name: '我已抄下' }).click();
    await page.locator('.settings-row').waitFor();
  }

  async function addAnother(page: Page, name: string, pin: string): Promise<void> {
    await page.getByRole('button', { name: '添加操作员' }).click();
    await page.getByLabel('名字').fill(name);
    await page.getByLabel('数字密码', { exact: true }).fill(pin);
    await page.getByLabel('再输入一次').fill(pin);
    await page.locator('.settings-body form').getByRole('button', { name: '添加操作员' }).click();
    await page.locator('.settings-row', { hasText: name }).waitFor();
  }

  test('before anybody is added it says why one would, and what the first one changes', async () => {
    const page = await openSection();
    await expect.poll(() => seen(page.locator('.settings-body'))).toContain('谁打开工作区，谁就是店主');
    await page.getByRole('button', { name: '添加店长' }).click();
    const form = page.locator('.settings-body form');
    await expect.poll(() => seen(form)).toContain('添加后你就以这个名字登录');
    await expect.poll(() => seen(form)).toContain('每个人都要用数字密码');
  });

  test('a packer’s badge is printed on a chosen printer, is told in the list, and is made void when lost', async () => {
    const page = await openSection('operator=manager');
    const packer = page.locator('.settings-row', { hasText: '小李' });
    await expect.poll(() => page.getByRole('button', { name: '打印工牌' }).count()).toBe(1);
    await packer.getByRole('button', { name: '打印工牌' }).click();
    await expect.poll(() => seen(packer)).toContain('戴着手套也能换人');
    await packer.locator('form').getByRole('button', { name: '打印工牌' }).click();
    await page.getByText('“小李”的工牌已打印。').waitFor();
    await packer.getByText('有工牌').waitFor();
    await packer.getByRole('button', { name: '作废工牌' }).click();
    await page.locator('dialog[open]').getByRole('button', { name: '作废工牌' }).click();
    await page.getByText('“小李”的工牌已作废。').waitFor();
    expect(await seenNow(packer)).not.toContain('有工牌');
  });

  test('the first manager is added by the keyboard alone and goes on working', async () => {
    const page = await openSection();
    await page.getByRole('button', { name: '添加店长' }).focus();
    await page.keyboard.press('Enter');
    const name = page.getByLabel('名字');
    await name.focus();
    await name.fill('王芳');
    // Past the role, which is a manager's and cannot be chosen.
    await page.keyboard.press('Tab');
    await page.keyboard.type('258025');
    await page.keyboard.press('Tab');
    await page.keyboard.type('258025');
    await page.keyboard.press('Enter');
    const row = page.locator('.settings-row');
    await expect.poll(() => seenNow(row)).toContain('王芳');
    await expect.poll(() => seen(row)).toContain('店长');
    await expect.poll(() => seen(row)).toContain('你');
  });

  test('a PIN everybody tries first, or typed twice differently, cannot be saved', async () => {
    const page = await openSection();
    await page.getByRole('button', { name: '添加店长' }).click();
    const save = page.getByRole('button', { name: '添加并登录为“王芳”' });
    await page.getByLabel('名字').fill('王芳');
    await page.getByLabel('数字密码', { exact: true }).fill('258025');
    await page.getByLabel('再输入一次').fill('258926');
    expect(await seen(page.locator('.field-error'))).toBe('两次输入的不一样。');
    await expect.poll(() => save.isDisabled()).toBe(true);
    await page.getByLabel('数字密码', { exact: true }).fill('123456');
    await page.getByLabel('再输入一次').fill('123456');
    await expect.poll(() => seen(page.locator('.field-error'))).toContain('6 到 12 位数字');
    await expect.poll(() => save.isDisabled()).toBe(true);
  });

  test('a manager’s PIN takes six digits, and the form says so with the role', async () => {
    const page = await openSection('operator=manager');
    await page.getByRole('button', { name: '添加操作员' }).click();
    const form = page.locator('.settings-body form');
    await form.getByLabel('名字').fill('赵店长');
    await form.getByLabel('数字密码', { exact: true }).fill('4826');
    await form.getByLabel('再输入一次').fill('4826');
    const save = form.getByRole('button', { name: '添加操作员' });
    await expect.poll(() => save.isDisabled()).toBe(false);
    await form.getByRole('combobox', { name: '角色' }).fill('店长');
    await page.locator('.ant-select-item-option-active', { hasText: '店长' }).waitFor();
    await page.keyboard.press('Enter');
    await form.getByText('6 到 12 位数字').first().waitFor();
    await expect.poll(() => save.isDisabled()).toBe(true);
    await form.getByLabel('数字密码', { exact: true }).fill('482615');
    await form.getByLabel('再输入一次').fill('482615');
    await expect.poll(() => save.isDisabled()).toBe(false);
  });

  test('name, role and PIN can be changed, and somebody removed after a question', async () => {
    const page = await openSection();
    await addFirst(page);
    await addAnother(page, '小张', '4826');
    const row = page.locator('.settings-row', { hasText: '小张' });
    await expect.poll(() => seen(row)).toContain('打包员');
    await expect.poll(() => seen(row)).toContain('还没有登录过');
    await row.getByRole('button', { name: '修改' }).click();
    await row.getByLabel('名字').fill('小章');
    await row.getByRole('button', { name: '保存' }).click();
    const renamed = page.locator('.settings-row', { hasText: '小章' });
    await renamed.waitFor();
    await renamed.getByRole('button', { name: '删除' }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => seen(dialog)).toContain('马上不能再登录');
    await dialog.getByRole('button', { name: '删除' }).click();
    await renamed.waitFor({ state: 'detached' });
    await page.locator('.settings-row').getByRole('button', { name: '删除' }).click();
    await expect.poll(() => seen(page.getByRole('dialog'))).toContain('这是最后一位操作员');
    await page.keyboard.press('Escape');
  });

  test('the roles are told apart in words, approvals by PIN among them', async () => {
    const page = await openSection();
    await page.getByText('权限', { exact: true }).first().click();
    const cells = (right: string) =>
      page.locator('.rights-table tr', { hasText: right }).locator('td').allInnerTexts();
    expect(await cells('打印面单和打包')).toEqual(['可以', '可以', '可以']);
    expect(await cells('查看完整的个人信息')).toEqual(['需批准', '可以', '可以']);
    expect(await cells('超过上限补打面单')).toEqual(['需批准', '需批准', '每次输密码']);
    expect(await cells('管理操作员')).toEqual(['不可以', '不可以', '可以']);
  });

  test('the record tells who did what, newest first, and that nobody changed it', async () => {
    const page = await openSection();
    await addFirst(page);
    await addAnother(page, '小张', '4826');
    await page.getByText('记录', { exact: true }).first().click();
    const rows = page.locator('.table-body .row');
    await expect.poll(() => rows.count()).toBe(3);
    expect((await seen(rows.first())).replace(/\s+/g, ' ')).toContain('王芳 添加操作员 小张 打包员');
    await expect
      .poll(() => seen(page.locator('.settings-body')))
      .toContain('共 3 条，前后相接，没有被改动过。');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await expect.poll(() => rows.count()).toBe(1);
    await page
      .getByRole('group', { name: '筛选记录' })
      .getByRole('button', { name: '个人信息', exact: true })
      .click();
    await expect.poll(() => seenNow(page.locator('.table-empty'))).toContain('没有这类记录');
  });

  test('a record somebody changed is not shown as whole', async () => {
    const page = await openSection('brokenAct=2');
    await addFirst(page);
    await page.getByText('记录', { exact: true }).first().click();
    const notice = page.getByRole('alert').filter({ hasText: '不可信' });
    await notice.waitFor();
    await expect.poll(() => seen(notice)).toContain('从第 2 条起');
  });

  test('opens in English and dark without a complaint of the browser', async () => {
    const before = pages.complaints.length;
    const page = await openSection('language=en&theme=dark');
    await page.getByRole('button', { name: 'Add a manager' }).click();
    await page.getByText('Rights', { exact: true }).first().click();
    await page.locator('.rights-table').waitFor();
    await page.getByText('Activity', { exact: true }).first().click();
    await page.locator('.table-empty').waitFor();
    expect(pages.complaints.slice(before)).toEqual([]);
  });
});
