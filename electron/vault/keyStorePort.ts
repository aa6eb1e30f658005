/**
 * The operating system's key store. It lives in Electron's main process, the vault in the core: so every call is a
 * message and a promise. The command line has none.
 */
export interface KeyStorePort {
  /** false: no key store, or one that protects nothing. Then a passphrase is needed. */
  isAvailable(): boolean;
  /** Recorded beside the wrapped key: `dpapi`, `keychain`, `gnome_libsecret`, `kwallet5` … A change means: stop and explain. */
  readonly backend: string;
  /** Throws when the store has gone since; the caller must not have written anything by then. */
  wrap(key: Uint8Array): Promise<Uint8Array>;
  /** null: this store cannot open it (other user, other machine, other store). */
  unwrap(wrapped: Uint8Array): Promise<Uint8Array | null>;
}

/** The command line has no key store: plain Node cannot reach one. */
export const noKeyStore: KeyStorePort = {
  isAvailable: () => false,
  backend: 'none',
  wrap: async () => {
    throw new Error('no key store');
  },
  unwrap: async () => null,
};
