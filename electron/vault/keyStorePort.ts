/** The operating system's key store as the core sees it; the window's main process does the work (safeStorage). */
export interface KeyStorePort {
  /** False where there is none, or only one that protects nothing (`basic_text` on Linux). */
  isAvailable(): Promise<boolean>;
  /** Which store wraps, e.g. `dpapi`, `keychain`, `gnome_libsecret`; recorded beside the wrapped key. */
  backend(): Promise<string>;
  wrap(key: Uint8Array): Promise<Uint8Array>;
  /** null: this store cannot open it (another user, another machine, store reset). */
  unwrap(wrapped: Uint8Array): Promise<Uint8Array | null>;
}

/** The command line has no key store: Node cannot reach one without a native module. */
export const noKeyStore: KeyStorePort = {
  isAvailable: async () => false,
  backend: async () => 'none',
  wrap: async () => {
    throw new Error('no key store');
  },
  unwrap: async () => null,
};
