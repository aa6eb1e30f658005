import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageRecoveryCode } from '../../../doubles/page/pageKeys.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';

describe.skipIf(!hasChromium)('the first run, the lock and the way back', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  test('a real workspace tells its recovery code once, and goes on when it was written down', async () => {
    const page = await pages.open('session=new');
    await page.getByText('正式工作区').click();
    const passphrase = page.getByLabel(/^口令/).first();
    await passphrase.fill('1234567');
    await page.getByText('口令至少 8 个字符').waitFor();
    await passphrase.fill('1234567890123');
    await page.getByText('这个口令太容易猜到').waitFor();
    await passphrase.fill('蓝色的猫 42 只在屋顶');
    await page.getByLabel('再输入一次口令').fill('蓝色的猫 42 只在屋顶');
    await page.getByRole('button', { name: '创建工作区' }).click();
    await page.locator('.recovery-code', { hasText: pageRecoveryCode }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('.recovery-code').waitFor();
    await button(page, '我已抄下').click();
    await page.locator('.recovery-code').waitFor({ state: 'detached' });
    await page.locator('.today-next').waitFor();
    expect(await page.content()).not.toContain(pageRecoveryCode);
  });

  test('an English system is greeted in English, until somebody chooses otherwise', async () => {
    let page = await pages.open('session=new&start=en');
    await page.getByText('Real workspace').waitFor();
    await page.getByText('中文', { exact: true }).click();
    await page.getByText('正式工作区').waitFor();
    // The next start of the same computer, whatever its system speaks.
    await page.reload();
    await page.getByText('正式工作区').waitFor();
    page = await pages.open('session=locked&start=en');
    await page.getByRole('button', { name: 'Unlock' }).first().waitFor();
  });

  test('a forgotten passphrase: the recovery code opens, and a typo in it is told before it is tried', async () => {
    const page = await pages.open('session=locked');
    await button(page, '忘记口令，用恢复码打开').click();
    const field = page.getByLabel('恢复码', { exact: true });
    await field.fill(pageRecoveryCode.replace(/.$/, pageRecoveryCode.endsWith('A') ? 'C' : 'A'));
    await page.getByText('恢复码里有抄错或打错的字符').waitFor();
    await expect.poll(() => page.getByRole('button', { name: '解锁' }).isDisabled()).toBe(true);
    await field.fill(pageRecoveryCode);
    await page.keyboard.press('Enter');
    await page.locator('.rail').waitFor();
  });

  test('a backup is looked at before it takes the place of anything', async () => {
    const page = await pages.open('session=locked');
    await button(page, '从备份恢复…').click();
    await page.getByRole('row', { name: /1,190/ }).getByRole('button', { name: '查看' }).click();
    await page.locator('.restore-facts', { hasText: '1,190 个订单' }).waitFor();
    await page.getByText('不会重复取号').waitFor();
    await button(page, '换一份备份').click();
    await page.getByRole('row', { name: /1,284/ }).getByRole('button', { name: '查看' }).click();
    await button(page, '恢复这份备份').click();
    await page.locator('.toast-done', { hasText: '1,284 个订单' }).waitFor();
    await page.locator('.rail').waitFor();
  });

  test('a backup that only the recovery code opens is opened by it; another key needs a second yes', async () => {
    const page = await pages.open('session=new');
    await button(page, '已有备份？从备份恢复…').click();
    await page.getByRole('row', { name: /不明/ }).getByRole('button', { name: '查看' }).click();
    await page.getByLabel('备份当时的口令').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('打不开这份备份').waitFor();
    await button(page, '用恢复码打开').click();
    await page.getByLabel('恢复码', { exact: true }).fill(pageRecoveryCode);
    await page.keyboard.press('Enter');
    await expect.poll(() => button(page, '恢复这份备份').isDisabled()).toBe(true);
    await page.getByText('我知道：恢复以后').click();
    await button(page, '恢复这份备份').click();
    await page.locator('.rail').waitFor();
  });

  test('where the workspace has operators a manager must agree, and a wrong PIN restores nothing', async () => {
    const page = await pages.open('session=locked&operator=packer');
    await button(page, '从备份恢复…').click();
    await page.getByRole('row', { name: /1,284/ }).getByRole('button', { name: '查看' }).click();
    await page.getByText('请店长同意').waitFor();
    const yes = button(page, '恢复这份备份');
    await expect.poll(() => yes.isDisabled()).toBe(true);
    await page.getByLabel('数字密码').fill('1111');
    await yes.click();
    await page.getByText('OPERATOR_PIN_WRONG').waitFor();
    await page.getByLabel('数字密码').fill('2580');
    await yes.click();
    await page.locator('.rail').waitFor();
  });
});
