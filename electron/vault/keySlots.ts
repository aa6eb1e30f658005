import { createCipheriv, createDecipheriv, createHash, randomBytes, randomInt, scrypt } from 'node:crypto';
import { z } from 'zod';
import { drawRecoveryCode, readRecoveryCode } from '../../shared/rules/recoveryCode.ts';
import type { KeyStorePort } from './keyStorePort.ts';

/** scrypt, 64 MiB: about 0.2 s on a warehouse PC. OWASP's 2023 minimum is N=2^17,r=8 at p=1; N=2^16 keeps old PCs usable. */
const scryptCost = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 } as const;

const keyBytes = 32;
const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;

/** A slot of another length is damaged; refused by the schema, not by a cipher that throws. */
const hexOf = (byteCount: number) => z.string().regex(new RegExp(`^[0-9a-f]{${byteCount * 2}}$`));
/** UTC ms; null: unknown, in a slot made before this was stored. */
const momentSchema = z.number().int().nullable().default(null);
/** A data key wrapped with something a person knows. */
const wrappedBySecret = {
  salt: hexOf(saltBytes),
  nonce: hexOf(nonceBytes),
  wrapped: hexOf(keyBytes + tagBytes),
  createdAt: momentSchema,
};
const slotSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passphrase'), ...wrappedBySecret }),
  /** A code that is shown once and kept on paper. `usedAt`: when it last opened the workspace. */
  z.object({ kind: z.literal('recovery'), ...wrappedBySecret, usedAt: momentSchema }),
  z.object({
    kind: z.literal('key-store'),
    backend: z.string(),
    wrapped: z.string().regex(/^([0-9a-f]{2})+$/),
    createdAt: momentSchema,
  }),
  /** Practice only: the key itself, protected by file permissions alone. */
  z.object({ kind: z.literal('practice'), key: hexOf(keyBytes) }),
]);

export const keyFileSchema = z.object({
  version: z.literal(1),
  workspaceId: z.string(),
  createdAt: z.number().int(),
  /** false until its database was made: from then on a missing or empty one is damage. */
  hasDatabase: z.boolean().default(true),
  slots: z.array(slotSchema).min(1),
});

export type KeySlot = z.infer<typeof slotSchema>;
export type KeyFile = z.infer<typeof keyFileSchema>;

/** Is the key stored in the clear, protected only by file permissions? */
export const isUnprotected = ({ slots }: Pick<KeyFile, 'slots'>): boolean =>
  slots.some(({ kind }) => kind === 'practice');

export function newDataKey(): Uint8Array {
  return randomBytes(keyBytes);
}

/** Off the main thread, so that nothing else waits for it. */
function secretKey(secret: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, keyBytes, scryptCost, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

/** Authenticated with the key: a slot relabelled as another kind does not open. Passphrase slots are older and have none. */
const bindings = { passphrase: '', recovery: 'recovery' } as const;
type SecretKind = keyof typeof bindings;

async function wrapBySecret(key: Uint8Array, secret: string, kind: SecretKind) {
  const salt = randomBytes(saltBytes);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', await secretKey(secret, salt), nonce);
  cipher.setAAD(Buffer.from(bindings[kind]));
  const wrapped = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return { salt: salt.toString('hex'), nonce: nonce.toString('hex'), wrapped: wrapped.toString('hex') };
}

export async function makePassphraseSlot(
  key: Uint8Array,
  passphrase: string,
  createdAt: number | null = null,
): Promise<KeySlot> {
  return { kind: 'passphrase', ...(await wrapBySecret(key, passphrase, 'passphrase')), createdAt };
}

/** A new code, to be shown once, and the slot that it opens. */
export async function makeRecoverySlot(
  key: Uint8Array,
  createdAt: number,
): Promise<{ readonly code: string; readonly slot: KeySlot }> {
  const code = drawRecoveryCode((signCount) => randomInt(signCount));
  const wrapped = await wrapBySecret(key, readRecoveryCode(code) ?? '', 'recovery');
  return { code, slot: { kind: 'recovery', ...wrapped, createdAt, usedAt: null } };
}

export async function makeKeyStoreSlot(
  key: Uint8Array,
  keyStore: KeyStorePort,
  createdAt: number | null,
): Promise<KeySlot> {
  const wrapped = Buffer.from(await keyStore.wrap(key)).toString('hex');
  return { kind: 'key-store', backend: keyStore.backend, wrapped, createdAt };
}

export function makePracticeSlot(key: Uint8Array): KeySlot {
  return { kind: 'practice', key: Buffer.from(key).toString('hex') };
}

/** The data key, or null when the secret (a passphrase, or the characters of a recovery code) is wrong. */
export async function openSecretSlot(
  slot: Extract<KeySlot, { kind: SecretKind }>,
  secret: string,
): Promise<Uint8Array | null> {
  const wrapped = Buffer.from(slot.wrapped, 'hex');
  const key = await secretKey(secret, Buffer.from(slot.salt, 'hex'));
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.nonce, 'hex'), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(bindings[slot.kind]));
  decipher.setAuthTag(wrapped.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(0, -tagBytes)), decipher.final()]);
  } catch {
    return null;
  }
}

/** The id of a slot, derived from what it wraps: it lasts as long as the slot, and no two are equal. */
export function slotId(slot: KeySlot): string {
  const wrapped = slot.kind === 'practice' ? slot.key : slot.wrapped;
  return createHash('sha256').update(`${slot.kind} ${wrapped}`).digest('hex').slice(0, 8);
}
