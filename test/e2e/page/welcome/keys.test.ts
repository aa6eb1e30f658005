import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageRecoveryCode } from '../../../doubles/page/pageKeys.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

describe.skipIf(!hasChromium)('what opens the data, in Settings', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  /** A workspace for real work: one to practise in has no keys to speak of. */
  async function openBackups() {
    const page = await pages.open('session=new');
    await page.getByText('正式工作区').click();
    await page.getByRole('button', { name: '创建工作区' }).click();
    await page.getByRole('button', { name: '我已抄下' }).click();
    await page.locator('.today-next').waitFor();
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav').getByText('备份', { exact: true }).click();
    await page.getByRole('button', { name: '立即备份' }).waitFor();
    return page;
  }

  test('a new recovery code is told once, and can go to the label printer', async () => {
    const page = await openBackups();
    await page.getByRole('button', { name: '换一个', exact: true }).click();
    await page.locator('dialog[open]').getByRole('button', { name: '换一个', exact: true }).click();
    await page.locator('.recovery-code', { hasText: pageRecoveryCode }).waitFor();
    await page.getByRole('button', { name: '用面单打印机打印' }).click();
    await page.locator('.toast-done', { hasText: '恢复码已打印' }).waitFor();
    await page.getByRole('button', { name: '我已抄下' }).click();
    await page.locator('.recovery-code').waitFor({ state: 'detached' });
  });

  test('a passphrase is changed by typing a good one twice', async () => {
    const page = await openBackups();
    await page.getByRole('button', { name: '更换口令' }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByLabel('新口令').fill('password123');
    await dialog.getByText('太容易猜到').waitFor();
    await dialog.getByLabel('新口令').fill('仓库 门口 三只 白鹅');
    await dialog.getByLabel('再输入一次口令').fill('仓库 门口 三只 白鹅');
    await page.keyboard.press('Enter');
    await page.locator('.toast-done', { hasText: '口令已更换' }).waitFor();
  });

  test('restoring begins with the lock and leads to the backups', async () => {
    const page = await openBackups();
    await page.getByRole('button', { name: '从备份恢复…' }).click();
    await page.getByRole('button', { name: '锁上并选择备份' }).click();
    await page.getByRole('heading', { name: '从备份恢复' }).waitFor();
    await page.getByRole('button', { name: '返回' }).click();
    await page.getByRole('heading', { name: '工作区已锁定' }).waitFor();
  });

  test('who may not manage keys sees none of them', async () => {
    const page = await pages.open('operator=packer');
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav').getByText('备份', { exact: true }).click();
    await page.getByRole('button', { name: '立即备份' }).waitFor();
    expect(await seen(page.locator('.screen'))).not.toContain('打开数据的办法');
  });
});
