import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageRecoveryCode } from '../../../doubles/page/pageKeys.ts';
import { awayHost, pageInvitation, secondHost } from '../../../doubles/page/workstations/pageWorkstations.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { isInSight, seenNow } from '../seen.ts';

describe.skipIf(!hasChromium)('beginning with several benches', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  const button = (page: Page, name: string) => page.getByRole('button', { name });

  async function onServer(): Promise<Page> {
    const page = await pages.open('session=new');
    await page.getByText('正式工作区').click();
    await page.getByText('店里的服务器', { exact: true }).click();
    await page.getByLabel('数据库').fill('shop');
    await page.getByLabel('用户', { exact: true }).fill('desk');
    return page;
  }

  test('a PC joins by an invitation; one that is spent or cut off is told where it was pasted', async () => {
    const page = await pages.open('session=new');
    await page.getByText('加入店里的工作台').click();
    await expect.poll(() => button(page, '加入').last().isDisabled()).toBe(true);
    const code = page.getByLabel('加入码', { exact: true });
    expect(await code.getAttribute('type')).toBe('password');
    await code.fill('hello');
    await page.keyboard.press('Enter');
    await page.getByText('INVITATION_INVALID').waitFor();
    await code.fill('SHIPDESK1-used');
    await page.keyboard.press('Enter');
    await page.getByText('INVITATION_SPENT').waitFor();
    await expect.poll(() => page.getByLabel('这台电脑的名称').inputValue()).toBe('DESKTOP-7QK2');
    await code.fill(pageInvitation);
    await page.keyboard.press('Enter');
    await page.locator('.rail').waitFor();
    expect(await page.content()).not.toContain('SHIPDESK1-');
  });

  test('a PC that was shut out is asked for nothing: no passphrase opens it again', async () => {
    const page = await pages.open('session=locked&benches=shut-out');
    await page.getByText('WORKSTATION_SHUT_OUT').waitFor();
    expect(await page.locator('input[type=password]').count()).toBe(0);
    expect(await page.locator('.button-primary').count()).toBe(0);
    expect(await seenNow(page.locator('.welcome-card'))).toContain('请店长发一个新的加入码');
  });

  test('a PC that was shut out joins anew where it stands, once somebody agrees that the former bench goes aside', async () => {
    const page = await pages.open('session=locked&benches=shut-out');
    await button(page, '用新的加入码重新加入').click();
    await page.getByText('set-aside').waitFor();
    await button(page, '取消').click();
    await page.getByText('WORKSTATION_SHUT_OUT').waitFor();
    await button(page, '用新的加入码重新加入').click();
    await button(page, '移开并重新加入').click();
    await page.getByLabel('加入码', { exact: true }).fill(pageInvitation);
    await page.keyboard.press('Enter');
    await page.locator('.rail').waitFor();
  });

  for (const why of ['unproven', 'keyless', 'placeless'])
    test(`a PC that may be out (${why}) is not promised work behind its passphrase, and joins anew from there; what fails is said where it was asked`, async () => {
      const page = await pages.open(`session=locked&benches=${why}&fails=workstations.beginAnew`);
      await page.locator('.welcome-card .notice-failed').waitFor();
      expect(await seenNow(page.locator('.welcome-card'))).not.toContain('继续工作');
      await page.setViewportSize({ width: 1093, height: 614 });
      expect(await isInSight(button(page, '从备份恢复…'))).toBe(true);
      await button(page, '用新的加入码重新加入').click();
      await button(page, '移开并重新加入').click();
      await page.locator('dialog .notice-failed', { hasText: 'INTERNAL' }).waitFor();
      expect(await isInSight(button(page, '移开并重新加入'))).toBe(true);
    });

  test('over a network the server must prove itself; plain is offered within this computer alone', async () => {
    const page = await onServer();
    const plain = page.getByText('不加密', { exact: true });
    await page.getByLabel('服务器地址').fill('192.168.1.10');
    expect(await plain.count()).toBe(0);
    await expect.poll(() => button(page, '创建工作区').isDisabled()).toBe(true);
    await button(page, '查看服务器的证书').click();
    await page.locator('.server-shown', { hasText: '5F:5F' }).waitFor();
    await button(page, '核对过，一样').click();
    await expect.poll(() => page.getByLabel('证书指纹').inputValue()).toMatch(/^5F:5F.*A0$/);
    await button(page, '创建工作区').click();
    await page.locator('.recovery-code', { hasText: pageRecoveryCode }).waitFor();
  });

  test('two servers of one book stand in one address, and each shows its certificate', async () => {
    const page = await onServer();
    await page.getByLabel('服务器地址').fill(`192.168.1.10, ${secondHost}:70000`);
    await expect.poll(() => button(page, '查看服务器的证书').isDisabled()).toBe(true);
    await page.getByLabel('服务器地址').fill(`192.168.1.10, ${secondHost}:5433`);
    await button(page, '查看服务器的证书').click();
    await page.locator('.server-shown', { hasText: 'B2:B2' }).waitFor();
    await button(page, '核对过，一样').click();
    await expect.poll(() => page.getByLabel('证书指纹').inputValue()).toMatch(/^5F:5F.*A0, B2:B2.*B2$/);
    await button(page, '创建工作区').click();
    await page.locator('.recovery-code', { hasText: pageRecoveryCode }).waitFor();
  });

  test('a certificate file is named; within this computer nothing is asked for', async () => {
    const page = await onServer();
    await page.getByLabel('服务器地址').fill('192.168.1.10');
    await page.getByText('证书文件', { exact: true }).click();
    await expect.poll(() => button(page, '创建工作区').isDisabled()).toBe(true);
    await button(page, '选择证书文件').click();
    await page.getByText('店铺根证书.pem').waitFor();
    await expect.poll(() => button(page, '创建工作区').isDisabled()).toBe(false);
    await page.getByLabel('服务器地址').fill('127.0.0.1');
    await page.getByText('不加密', { exact: true }).click();
    await expect.poll(() => button(page, '创建工作区').isDisabled()).toBe(false);
  });

  test('whether its administrator may read names is chosen where the book is made, and told in Settings', async () => {
    const page = await onServer();
    await page.getByLabel('服务器地址').fill('127.0.0.1');
    expect(await seenNow(page.locator('.welcome'))).toContain('拿到数据库备份的人都看得到');
    await page.getByText('加密，管理员看不到').click();
    expect(await seenNow(page.locator('.welcome'))).toContain('导入慢一些');
    await button(page, '创建工作区').click();
    await page.locator('.recovery-code', { hasText: pageRecoveryCode }).waitFor();
    await button(page, '我已抄下').click();
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav').getByText('工作台', { exact: true }).click();
    await page.locator('.settings-body').getByText('加密，管理员看不到').waitFor();
  });

  test('the administrator’s statements carry the names that were typed, and are copied', async () => {
    const page = await onServer();
    await page.getByText('给服务器管理员的语句').click();
    await button(page, '复制').click();
    const copied = String(await page.evaluate('window.page.copied.at(-1)'));
    expect(copied).toContain('create role "desk" login nosuperuser nocreatedb nocreaterole');
    expect(copied).toContain('create database "shop" owner "desk"');
    expect(copied).not.toMatch(/password '/);
  });

  test('a server that does not answer is told in the form, and nothing is made', async () => {
    const page = await onServer();
    await page.getByLabel('服务器地址').fill(awayHost);
    await page.getByText('系统信任的机构').click();
    await button(page, '创建工作区').click();
    await page.getByText('SERVER_AWAY').waitFor();
    expect(await seenNow(page.locator('.welcome'))).toContain('连不上服务器');
  });
});
