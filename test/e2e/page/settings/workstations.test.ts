import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageInvitation } from '../../../doubles/page/workstations/pageWorkstations.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen, seenNow } from '../seen.ts';
import { openBenches } from './openBenches.ts';

describe.skipIf(!hasChromium)('the benches of the shop in Settings', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  const body = (page: Page) => page.locator('.settings-body');
  const line = (page: Page, name: string) => page.locator('.settings-row', { hasText: name });

  test('the search of Settings finds them by what they are called in the hall', async () => {
    const page = await pages.open('');
    await page.keyboard.press('Alt+9');
    await page.getByLabel('搜索设置').fill('工位');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '工作台' }).waitFor();
  });

  test('a book in a file says what it is and offers the way to a server', async () => {
    const page = await openBenches(pages, '');
    await expect.poll(() => seen(body(page))).toContain('只有这台电脑使用，不需要服务器');
    expect(await page.getByRole('button', { name: '邀请一台电脑' }).count()).toBe(0);
    await page.getByRole('button', { name: '搬到服务器…' }).click();
    await expect.poll(() => seen(body(page))).toContain('拿到数据库备份的人都看得到');
    await page.getByText('加密，管理员看不到').click();
    expect(await seenNow(body(page))).toContain('只看得到单号、商品、省市区、状态、时间和金额');
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '搬到服务器…' }).waitFor();
  });

  test('who is there, who does what for all, and how the server proves itself', async () => {
    const page = await openBenches(pages, 'benches=there');
    const said = await seen(body(page));
    expect(said).toContain('192.168.1.10:5432');
    expect(said).toContain('约定的证书');
    expect(said).toContain('5F:5F:5F');
    expect(said).toContain('正常');
    expect(said).toContain('加密，管理员看不到');
    expect(await seenNow(line(page, '打包台 1'))).toMatch(
      /（本机）.*在用.*替大家做：轨迹查询、异常检查、报警/s,
    );
    expect(await seenNow(line(page, '办公室'))).toContain('不在');
    expect(await seenNow(line(page, '旧电脑'))).toContain('已移出');
    expect(await line(page, '打包台 1').getByRole('button').count()).toBe(0);
    expect(await line(page, '旧电脑').getByRole('button').count()).toBe(0);
  });

  test('one that did not get the new keys is marked, with what to do', async () => {
    const page = await openBenches(pages, 'benches=renewed');
    expect(await seenNow(line(page, '办公室'))).toContain('没有拿到新密钥：请移出后重新加入。');
    expect(await seenNow(line(page, '打包台 2'))).not.toContain('密钥');
  });

  test('an invitation is shown once with the minutes it is good for, and leaves nothing in the page', async () => {
    const page = await openBenches(pages, 'benches=there');
    await page.getByRole('button', { name: '邀请一台电脑' }).click();
    const told = page.locator('dialog');
    await expect.poll(() => seen(told)).toContain('还有 60 分钟有效');
    // No way out but its button, and a scan does not press it.
    await page.keyboard.press('Escape');
    await expect.poll(() => told.count()).toBe(1);
    await told.getByRole('button', { name: '显示二维码' }).click();
    await told.getByRole('img', { name: '加入码的二维码' }).waitFor();
    await told.getByRole('button', { name: '显示文字' }).click();
    await told.getByRole('button', { name: '复制' }).click();
    expect(await page.evaluate('window.page.copied.at(-1)')).toBe(pageInvitation);
    await told.getByRole('button', { name: '已发给那台电脑' }).click();
    await told.waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain('SHIPDESK1-');
  });

  test('a bench is shut out after it was said what that means; then the password is to be changed', async () => {
    const page = await openBenches(pages, 'benches=there');
    await line(page, '打包台 2').getByRole('button', { name: '移出' }).click();
    const asked = page.locator('dialog');
    await expect.poll(() => seen(asked)).toContain('它记着的服务器密码不会失效');
    await asked.getByRole('button', { name: '移出' }).click();
    await asked.waitFor({ state: 'detached' });
    await expect.poll(() => seenNow(line(page, '打包台 2'))).toContain('已移出');
    expect(await seenNow(body(page))).toContain('请管理员马上更换服务器密码');
  });

  test('a server that does not answer says so, and since when', async () => {
    const page = await openBenches(pages, 'benches=away');
    const said = await seen(body(page));
    expect(said).toContain('连不上');
    expect(said).toContain('6 分钟前');
    expect(said).toContain('暂时看不到有哪些工作台');
    expect(await page.getByRole('button', { name: '邀请一台电脑' }).count()).toBe(0);
  });

  test('another address begins with the lock; where nobody answers the former one stays', async () => {
    const page = await openBenches(pages, 'benches=there');
    await page.getByRole('button', { name: '服务器换了地址或密码…' }).click();
    await page.getByRole('button', { name: '锁上并填写' }).click();
    await page.getByRole('heading', { name: '服务器的新地址' }).waitFor();
    await page.getByLabel('服务器地址').fill('192.168.1.99');
    await page.getByLabel('数据库').fill('shipdesk');
    await page.getByLabel('用户', { exact: true }).fill('shipdesk');
    await page.getByText('系统信任的机构').click();
    await page.getByLabel('这台电脑的口令').fill('open sesame');
    await page.keyboard.press('Enter');
    await page.getByText('SERVER_AWAY').waitFor();
    await page.getByLabel('服务器地址').fill('192.168.1.11');
    await page.keyboard.press('Enter');
    await page.locator('.rail').waitFor();
  });

  test('a packer sees who is there and changes nothing', async () => {
    const page = await openBenches(pages, 'benches=there&operator=packer');
    await expect.poll(() => seen(body(page))).toContain('打包台 2');
    expect(await body(page).getByRole('button').count()).toBe(0);
  });
});
