import { deriveKey, openBytes, sealBytes } from './sealing.ts';

/** Seals account secrets once more inside the encrypted database, so that no query, export or backup shows one. */
export interface SecretBox {
  /** `boundTo` (the row's id) is authenticated: a sealed value moved to another row does not open. */
  seal(plain: string, boundTo: string): string;
  /** Throws when it does not open. */
  open(sealed: string, boundTo: string): string;
}

export function createSecretBox(dataKey: Uint8Array): SecretBox {
  const key = deriveKey(dataKey, 'account secrets');
  return {
    seal: (plain, boundTo) => sealBytes(key, plain, boundTo).toString('base64'),
    open(sealed, boundTo) {
      const plain = openBytes(key, Buffer.from(sealed, 'base64'), boundTo);
      if (plain === null) throw new Error('a sealed value does not open');
      return plain.toString('utf8');
    },
  };
}
