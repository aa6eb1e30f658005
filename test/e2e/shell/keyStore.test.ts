import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { launchWindow } from '../launchWindow.ts';
import { keepRecoveryCode, openSection } from '../realDesk.ts';

describe('the operating system key store', () => {
  it('is there with an unlocked key ring, and takes a key', async () => {
    const open = await launchWindow({ keyring: true });
    try {
      const found = await open.app.evaluate(({ safeStorage }) => {
        const sealed = safeStorage.encryptString('数据密钥');
        return {
          isAvailable: safeStorage.isEncryptionAvailable(),
          isSealed: !sealed.toString('utf8').includes('数据密钥'),
          opened: safeStorage.decryptString(sealed),
        };
      });
      expect(found).toEqual({ isAvailable: true, isSealed: true, opened: '数据密钥' });
    } finally {
      await open.close();
    }
  });

  it('holds the key of a workspace without passphrase, over a restart', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'shipdesk-e2e-'));
    const first = await launchWindow({ dataFolder, keyring: true });
    await first.page.getByText('正式工作区').click();
    await first.page.getByRole('button', { name: '创建工作区' }).click();
    await first.page.getByText('填写寄件人').first().waitFor();
    await first.close();
    const keys = readFileSync(join(dataFolder, 'keys.json'), 'utf8');
    expect(keys).toContain('"kind": "key-store"');
    expect(keys).toContain('"backend": "linux-keyring"');

    const second = await launchWindow({ dataFolder, keyring: true });
    try {
      await second.page.getByText('填写寄件人').first().waitFor();
    } finally {
      await second.close();
      for (const folder of [dataFolder, `${dataFolder}-xdg`])
        rmSync(folder, { recursive: true, force: true });
    }
  });

  it('of another computer opens nothing here: the recovery code does, and then this one is used', async () => {
    const there = mkdtempSync(join(tmpdir(), 'shipdesk-e2e-'));
    const here = mkdtempSync(join(tmpdir(), 'shipdesk-e2e-'));
    const first = await launchWindow({ dataFolder: there, keyring: true });
    await first.page.getByText('正式工作区').click();
    await first.page.getByRole('button', { name: '创建工作区' }).click();
    const code = await keepRecoveryCode(first.page);
    await first.page.locator('.today-next').waitFor();
    await first.close();
    cpSync(there, here, { recursive: true });
    const second = await launchWindow({ dataFolder: here, keyring: true });
    await second.page.getByRole('button', { name: '解锁' }).click();
    await second.page.getByRole('button', { name: '忘记口令，用恢复码打开' }).click();
    await second.page.getByLabel('恢复码').fill(code);
    await second.page.keyboard.press('Enter');
    await second.page.locator('.today-next').waitFor();
    await openSection(second.page, '备份');
    await second.page.getByRole('button', { name: '重新启用' }).click();
    await second.page.locator('.toast-done', { hasText: '不用输入口令' }).waitFor();
    await second.close();
    const third = await launchWindow({ dataFolder: here, keyring: true });
    await third.page.locator('.today-next').waitFor();
    await third.close();
    for (const folder of [there, here])
      for (const one of [folder, `${folder}-xdg`]) rmSync(one, { recursive: true, force: true });
  }, 60_000);

  it('is not there without one', async () => {
    const open = await launchWindow({ args: ['--password-store=basic'] });
    try {
      expect(await open.app.evaluate(({ safeStorage }) => safeStorage.isEncryptionAvailable())).toBe(false);
    } finally {
      await open.close();
    }
  });
});
