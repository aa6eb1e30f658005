import type { OpenWindow } from './launchWindow.ts';

const passphrase = '蓝色的猫 42 只在屋顶';

/** A workspace for real work from its first minute: the code that is told once, its backups and keys, the way back. */
export async function takeRecovery(
  { page }: OpenWindow,
  language: 'zh-CN' | 'en',
  take: (name: string) => Promise<void>,
): Promise<void> {
  await page.getByText(language === 'en' ? 'English' : '中文', { exact: true }).click();
  await page.locator('.welcome-kind').nth(1).click();
  for (const field of [0, 1]) await page.locator('input[type=password]').nth(field).fill(passphrase);
  await page.keyboard.press('Enter');
  await page.locator('.recovery-code').waitFor();
  await take('recovery');
  await page.getByRole('button', { name: /^(我已抄下|I wrote it down)$/ }).click();
  await page.locator('.today-next').waitFor();
  await page.keyboard.press('Alt+9');
  await page.locator('.settings-nav button', { hasText: /^(备份|Backups)$/ }).click();
  await page.getByRole('button', { name: /^(立即备份|Back up now)$/ }).click();
  await page.locator('.toast-done').waitFor();
  await page.locator('.toast button').last().click();
  await take('backups');
  await page.getByRole('button', { name: /^(从备份恢复…|Restore a backup…)$/ }).click();
  await page.getByRole('button', { name: /^(锁上并选择备份|Lock and choose)$/ }).click();
  await page.locator('table').waitFor();
  await take('restore');
}
