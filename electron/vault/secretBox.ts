import { openTagged, type SealingKeys, sealTagged } from './taggedKeys.ts';

/** Seals account secrets once more inside the encrypted database, so that no query, export or backup shows one. */
export interface SecretBox {
  /** `boundTo` (the row's id) is authenticated: a sealed value moved to another row does not open. */
  seal(plain: string, boundTo: string): string;
  /** Throws when it does not open. */
  open(sealed: string, boundTo: string): string;
}

/** `keys`: of the purpose `account secrets`. */
export function createSecretBox(keys: SealingKeys): SecretBox {
  return {
    seal: (plain, boundTo) => sealTagged(keys, plain, boundTo),
    open(sealed, boundTo) {
      const plain = openTagged(keys, sealed, boundTo);
      if (plain === null) throw new Error('a sealed value does not open');
      return plain.toString('utf8');
    },
  };
}
