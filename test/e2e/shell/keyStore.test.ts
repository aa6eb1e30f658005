import { describe, expect, it } from 'vitest';
import { launchWindow } from '../launchWindow.ts';

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

  it('is not there without one', async () => {
    const open = await launchWindow({ args: ['--password-store=basic'] });
    try {
      expect(await open.app.evaluate(({ safeStorage }) => safeStorage.isEncryptionAvailable())).toBe(false);
    } finally {
      await open.close();
    }
  });
});
