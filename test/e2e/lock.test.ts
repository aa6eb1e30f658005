import { afterEach, expect, it } from 'vitest';
import { corePid } from './corePid.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';
import { keepRecoveryCode } from './realDesk.ts';

const passphrase = 'correct horse battery';
let opened: OpenWindow;
afterEach(() => opened.close());

async function killCore(): Promise<void> {
  const before = await corePid(opened.app);
  process.kill(before as number, 'SIGKILL');
  await expect.poll(() => corePid(opened.app)).not.toBeOneOf([before, undefined]);
}

async function lock(): Promise<void> {
  const { page } = opened;
  await page.keyboard.press('Alt+9');
  await page.getByRole('button', { name: '安全' }).click();
  await page.getByRole('button', { name: '锁定工作区' }).click();
  await page.getByRole('heading', { name: '工作区已锁定' }).waitFor();
}

const unlockButton = () => opened.page.getByRole('button', { name: '解锁' });

it('a workspace with a passphrase survives the death of its core without asking, and asks after locking', async () => {
  opened = await launchWindow();
  const { page } = opened;
  await page.getByText('正式工作区').click();
  await page.locator('input[type=password]').nth(0).fill(passphrase);
  await page.locator('input[type=password]').nth(1).fill(passphrase);
  await page.keyboard.press('Enter');
  await keepRecoveryCode(page);
  await page.locator('.today-next').waitFor();
  await killCore();
  await page.getByPlaceholder('粘贴聊天里的收件信息').fill('上海市浦东新区世纪大道100号 张三 13800138000');
  await page.getByRole('button', { name: '识别' }).click();
  await page.getByText(/浦东新区 世纪大道100号/).waitFor();
  await page.keyboard.press('Escape');
  // Keys of the shell rest while a dialog is open, and it closes a moment after its key.
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await lock();
  // Neither a reload nor a new core opens what somebody locked.
  await page.reload();
  await unlockButton().waitFor();
  await killCore();
  await unlockButton().waitFor();
  await page.locator('input[type=password]').fill('wrong');
  await unlockButton().click();
  await page.getByText('WORKSPACE_LOCKED').waitFor();
  await page.locator('input[type=password]').fill(passphrase);
  await unlockButton().click();
  await page.locator('.rail').waitFor();
});

it('a practice workspace that was locked opens again by one press, not by itself', async () => {
  opened = await launchWindow();
  await opened.page.getByRole('button', { name: '进入练习' }).click();
  await opened.page.locator('.today-next').waitFor();
  await lock();
  await opened.page.reload();
  await unlockButton().waitFor();
  await killCore();
  await unlockButton().click();
  await opened.page.locator('.rail').waitFor();
});

it('the computer’s own lock locks a workspace that has no operators, and nothing opens it by itself', async () => {
  opened = await launchWindow();
  const { page, app } = opened;
  await page.getByText('正式工作区').click();
  await page.locator('input[type=password]').nth(0).fill(passphrase);
  await page.locator('input[type=password]').nth(1).fill(passphrase);
  await page.keyboard.press('Enter');
  await page.locator('.today-next').waitFor();
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
  await page.getByRole('heading', { name: '工作区已锁定' }).waitFor();
  await killCore();
  await unlockButton().waitFor();
});
