import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { z } from 'zod';
import type { KeyStorePort } from './keyStorePort.ts';

/** scrypt, 64 MiB: about 0.2 s on a warehouse PC. OWASP's 2023 minimum is N=2^17,r=8 at p=1; N=2^16 keeps old PCs usable. */
const scryptCost = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 } as const;

const keyBytes = 32;
const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;

/** A slot of another length was damaged; told at the door, not by a cipher that throws. */
const hexOf = (byteCount: number) => z.string().regex(new RegExp(`^[0-9a-f]{${byteCount * 2}}$`));
const slotSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('passphrase'),
    salt: hexOf(saltBytes),
    nonce: hexOf(nonceBytes),
    wrapped: hexOf(keyBytes + tagBytes),
  }),
  z.object({
    kind: z.literal('key-store'),
    backend: z.string(),
    wrapped: z.string().regex(/^([0-9a-f]{2})+$/),
  }),
  /** Practice only: the key itself, protected by file permissions alone. */
  z.object({ kind: z.literal('practice'), key: hexOf(keyBytes) }),
]);

export const keyFileSchema = z.object({
  version: z.literal(1),
  workspaceId: z.string(),
  createdAt: z.number().int(),
  /** false until the database it opens was made: from then on a missing or empty one is damage. */
  hasDatabase: z.boolean().default(true),
  slots: z.array(slotSchema).min(1),
});

export type KeySlot = z.infer<typeof slotSchema>;
export type KeyFile = z.infer<typeof keyFileSchema>;

export function newDataKey(): Uint8Array {
  return randomBytes(keyBytes);
}

function passphraseKey(passphrase: string, salt: Uint8Array): Buffer {
  return scryptSync(passphrase.normalize('NFKC'), salt, keyBytes, scryptCost);
}

export function makePassphraseSlot(key: Uint8Array, passphrase: string): KeySlot {
  const salt = randomBytes(saltBytes);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', passphraseKey(passphrase, salt), nonce);
  const wrapped = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return {
    kind: 'passphrase',
    salt: salt.toString('hex'),
    nonce: nonce.toString('hex'),
    wrapped: wrapped.toString('hex'),
  };
}

export async function makeKeyStoreSlot(key: Uint8Array, keyStore: KeyStorePort): Promise<KeySlot> {
  const wrapped = Buffer.from(await keyStore.wrap(key)).toString('hex');
  return { kind: 'key-store', backend: keyStore.backend, wrapped };
}

export function makePracticeSlot(key: Uint8Array): KeySlot {
  return { kind: 'practice', key: Buffer.from(key).toString('hex') };
}

/** The data key, or null when the passphrase is wrong. */
export function openPassphraseSlot(
  slot: Extract<KeySlot, { kind: 'passphrase' }>,
  passphrase: string,
): Uint8Array | null {
  const wrapped = Buffer.from(slot.wrapped, 'hex');
  const decipher = createDecipheriv(
    'aes-256-gcm',
    passphraseKey(passphrase, Buffer.from(slot.salt, 'hex')),
    Buffer.from(slot.nonce, 'hex'),
    { authTagLength: tagBytes },
  );
  decipher.setAuthTag(wrapped.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(0, -tagBytes)), decipher.final()]);
  } catch {
    return null;
  }
}
