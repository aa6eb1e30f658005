import type { SafeStorage } from 'electron';
import type { KeyStorePort } from '../vault/keyStorePort.ts';

/** The asynchronous functions came after Electron 40; the compatibility runtime lacks them and the backend's name. */
type AnySafeStorage = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> &
  Partial<
    Pick<
      SafeStorage,
      'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
    >
  >;

const backendOfSystem: Readonly<Record<string, string>> = { win32: 'dpapi', darwin: 'keychain' };

/** `basic_text` encrypts with a constant of the program; `unknown` means nobody can say. Both protect nothing. */
const worthlessBackends: readonly string[] = ['basic_text', 'unknown'];

/** On Linux before Electron names it. Such a version calls encryption available only with a real keyring behind it. */
const unnamedBackend = 'linux-keyring';

/** Wraps Electron's safeStorage. Call it after the app is ready: earlier, Linux cannot tell its backend. */
export async function osKeyStore(storage: AnySafeStorage, platform: NodeJS.Platform): Promise<KeyStorePort> {
  const backend = backendOfSystem[platform] ?? storage.getSelectedStorageBackend?.() ?? unnamedBackend;
  const isAvailable = !worthlessBackends.includes(backend) && (await canEncrypt(storage));
  return {
    backend,
    isAvailable: () => isAvailable,
    async wrap(key) {
      if (!isAvailable) throw new Error(`the key store ${backend} protects nothing`);
      const text = Buffer.from(key).toString('base64');
      return new Uint8Array(await encrypt(storage, text));
    },
    async unwrap(wrapped) {
      if (!isAvailable) return null;
      try {
        return new Uint8Array(Buffer.from(await decrypt(storage, Buffer.from(wrapped)), 'base64'));
      } catch {
        // Electron throws one plain Error for every reason: another user, another machine, a damaged slot.
        return null;
      }
    },
  };
}

function canEncrypt(storage: AnySafeStorage): Promise<boolean> {
  return storage.isAsyncEncryptionAvailable?.() ?? Promise.resolve(storage.isEncryptionAvailable());
}

function encrypt(storage: AnySafeStorage, text: string): Promise<Buffer> {
  return storage.encryptStringAsync?.(text) ?? Promise.resolve(storage.encryptString(text));
}

async function decrypt(storage: AnySafeStorage, wrapped: Buffer): Promise<string> {
  if (storage.decryptStringAsync === undefined) return storage.decryptString(wrapped);
  const { result } = await storage.decryptStringAsync(wrapped);
  return result;
}
