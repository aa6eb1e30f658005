import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusedKey } from '../../../doubles/page/pageAccounts.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

const main = '快递鸟主账号';

async function openAccounts(pages: Pages, query = ''): Promise<Page> {
  const page = await pages.open(query);
  await page.keyboard.press('Alt+9');
  await page
    .locator('.settings-nav')
    .getByText(/^(账号|Accounts)$/)
    .click();
  await page.locator('.account-row').first().waitFor();
  return page;
}

describe.skipIf(!hasChromium)('accounts in the window', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('an account is edited in place: what is there is shown, secrets are not, and only what changed is sent', async () => {
    const page = await openAccounts(pages);
    const row = page.locator('.account-row', { hasText: main });
    await row.getByRole('button', { name: '修改' }).click();
    const form = page.getByRole('form', { name: `修改账号“${main}”` });
    await expect.poll(() => form.getByLabel('电子面单账号').inputValue()).toBe('SHOP01');
    await expect.poll(() => form.getByLabel('电子面单密码').inputValue()).toBe('');
    await expect.poll(() => form.getByLabel('新密钥').inputValue()).toBe('');
    await expect.poll(() => seen(form)).toContain('已保存，不改请留空');
    await form.getByLabel('账号名称').fill('改过的名字');
    await form.getByRole('button', { name: '保存' }).click();
    await page.locator('.toast-done', { hasText: '账号“改过的名字”已保存' }).waitFor();
    await page.locator('.account-row', { hasText: '改过的名字' }).waitFor();
    expect(await page.getByRole('form', { name: /修改账号/ }).count()).toBe(0);
  });

  test('a key that the platform does not accept changes nothing, and may be saved all the same', async () => {
    const page = await openAccounts(pages);
    await page.locator('.account-row', { hasText: main }).getByRole('button', { name: '修改' }).click();
    const form = page.getByRole('form', { name: `修改账号“${main}”` });
    await form.getByLabel('新密钥').fill(refusedKey);
    await form.getByRole('button', { name: '保存', exact: true }).click();
    await form.getByText('CARRIER_CREDENTIALS').waitFor();
    await form.getByText('什么都没有改').waitFor();
    await form.getByRole('button', { name: '不测试，仍然保存' }).click();
    await page.locator('.toast-done', { hasText: '已保存' }).waitFor();
  });

  test('an account that parcels hang on is not removed: they are shown, and lead to themselves', async () => {
    const page = await openAccounts(pages);
    const first = page.locator('.account-row').first();
    await first.getByRole('button', { name: /^删除/ }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByText('个包裹还可能用到这个账号').waitFor();
    await expect.poll(() => seen(dialog)).toMatch(/单在排队[\s\S]*条发货规则指定了它/);
    await expect.poll(() => seen(dialog)).toContain('没有同一平台、同一商户号的其他账号');
    await expect.poll(() => dialog.getByRole('button', { name: '交出并删除' }).isDisabled()).toBe(true);
    await dialog.locator('.held-orders button').first().click();
    await page.locator('.table-body .row').first().waitFor();
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  test('where another account of the same merchant is there, it takes over what hangs on the one removed', async () => {
    const page = await openAccounts(pages, 'heir=1');
    const before = await page.locator('.account-row').count();
    await page.locator('.account-row').first().getByRole('button', { name: /^删除/ }).click();
    const dialog = page.locator('dialog[open]');
    const hand = dialog.getByRole('button', { name: '交出并删除' });
    await dialog.getByRole('combobox', { name: '由哪个账号接手' }).fill('练习账号 2');
    await expect.poll(() => hand.isDisabled()).toBe(true);
    await page.keyboard.press('Enter');
    await hand.click();
    await page.locator('.toast-done', { hasText: '它的包裹和规则已有账号接手' }).waitFor();
    await expect.poll(() => page.locator('.account-row').count()).toBe(before - 1);
  });

  test('an account that nothing hangs on is removed once somebody has read what happens', async () => {
    const page = await openAccounts(pages);
    const before = await page.locator('.account-row').count();
    await page.locator('.account-row').last().getByRole('button', { name: /^删除/ }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByText('密钥会从这台电脑上彻底删除').waitFor();
    await dialog.getByRole('button', { name: '删除', exact: true }).click();
    await page.locator('.toast-done', { hasText: '已删除' }).waitFor();
    await expect.poll(() => page.locator('.account-row').count()).toBe(before - 1);
  });

  test('where the key is refused, the notice above the desk takes a new one, and a good one lifts it', async () => {
    const page = await pages.open('keyRefused=1');
    await page.keyboard.press('Alt+4');
    const notice = page.locator('.standing-lane');
    await notice.getByRole('button', { name: '更换密钥' }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByLabel('新密钥').fill(refusedKey);
    await dialog.getByRole('button', { name: '测试并换上' }).click();
    await dialog.getByText('什么都没有改').waitFor();
    await dialog.getByLabel('新密钥').fill('good-key');
    await dialog.getByRole('button', { name: '测试并换上' }).click();
    await page.locator('.toast-done', { hasText: '取号已恢复' }).waitFor();
    await expect.poll(() => notice.count()).toBe(0);
  });

  test('the form is whole in both languages at the width of a small screen', async () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const page = await openAccounts(pages, `language=${language}`);
      const row = page.locator('.account-row', { hasText: main });
      await row.getByRole('button', { name: language === 'en' ? 'Edit' : '修改' }).click();
      const form = page.locator('form.account-detail');
      await form.waitFor();
      const isCut = await form.evaluate((node) => node.scrollWidth > node.clientWidth);
      expect(isCut).toBe(false);
    }
  });

  test('nothing of this draws a complaint of the browser or its content policy', () => {
    expect(pages.complaints).toEqual([]);
  });
});
