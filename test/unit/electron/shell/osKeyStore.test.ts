import { describe, expect, it } from 'vitest';
import { osKeyStore } from '../../../../electron/shell/osKeyStore.ts';

/** Behaves like safeStorage: a prefix stands for the encryption. */
function storage(isAvailable = true) {
  return {
    isEncryptionAvailable: () => isAvailable,
    encryptString: (text: string) => Buffer.from(`sealed:${text}`),
    decryptString: (sealed: Buffer) => {
      const text = sealed.toString();
      if (!text.startsWith('sealed:')) throw new Error('Error while decrypting the ciphertext');
      return text.slice('sealed:'.length);
    },
  };
}

const key = new Uint8Array([0, 255, 10, 13, 128]);

describe('osKeyStore', () => {
  it.each([
    ['win32', 'dpapi'],
    ['darwin', 'keychain'],
    ['linux', 'linux-keyring'],
  ] as const)('gives on %s the very key back that it took', async (platform, backend) => {
    const store = await osKeyStore(storage(), platform);
    expect(store.isAvailable()).toBe(true);
    expect(store.backend).toBe(backend);
    expect(await store.unwrap(await store.wrap(key))).toEqual(key);
  });

  it('uses the asynchronous functions where Electron has them', async () => {
    const used: string[] = [];
    const sync = storage();
    const store = await osKeyStore(
      {
        ...sync,
        isAsyncEncryptionAvailable: async () => true,
        encryptStringAsync: async (text) => {
          used.push('encrypt');
          return sync.encryptString(text);
        },
        decryptStringAsync: async (sealed) => {
          used.push('decrypt');
          return { result: sync.decryptString(sealed), shouldReEncrypt: false };
        },
      },
      'darwin',
    );
    expect(await store.unwrap(await store.wrap(key))).toEqual(key);
    expect(used).toEqual(['encrypt', 'decrypt']);
  });

  it.each(['basic_text', 'unknown'] as const)(
    'refuses the Linux store %s although Electron calls it available',
    async (backend) => {
      const store = await osKeyStore({ ...storage(), getSelectedStorageBackend: () => backend }, 'linux');
      expect(store.isAvailable()).toBe(false);
      await expect(store.wrap(key)).rejects.toThrow();
      expect(await store.unwrap(new Uint8Array([1]))).toBeNull();
    },
  );

  it('is not available without a key store', async () => {
    expect((await osKeyStore(storage(false), 'linux')).isAvailable()).toBe(false);
  });

  it('answers null for a key another user or machine wrapped', async () => {
    const store = await osKeyStore(storage(), 'win32');
    expect(await store.unwrap(new Uint8Array([1, 2, 3]))).toBeNull();
  });
});
