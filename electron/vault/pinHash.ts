import { randomBytes, scrypt } from 'node:crypto';
import { isSameDigest } from '../platform/sameDigest.ts';
import { openTagged, type SealingKeys, sealTagged } from './taggedKeys.ts';

/** scrypt, 16 MiB: some 50 ms off the core's thread. The growing wait is the other half of a PIN's protection. */
const scryptCost = { N: 2 ** 14, r: 8, p: 1, maxmem: 32 * 1024 * 1024 } as const;
const saltBytes = 16;
const hashBytes = 32;

export interface PinHash {
  /** Hex. */
  readonly salt: string;
  /** Hex, or sealed under a key of the workspace. */
  readonly hash: string;
}

/**
 * Sealed, not hashed again with the key: an attacker with the digests also needs the workspace's key, and a renewed workspace can keep its
 * PINs.
 */
const sealedMark = 'sealed:';

export const isPeppered = (hash: string): boolean => hash.startsWith(sealedMark);

function digest(secret: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, hashBytes, scryptCost, (error, hash) =>
      error === null ? resolve(hash) : reject(error),
    );
  });
}

/** Each PIN has its own salt, so equal PINs of two people are not visible. */
export async function hashPin(pin: string, pepper: SealingKeys): Promise<PinHash> {
  const { salt, hash } = await hashCode(pin);
  return { salt, hash: sealed(pepper, Buffer.from(hash, 'hex'), salt) };
}

const sealed = (pepper: SealingKeys, digest: Uint8Array, salt: string): string =>
  sealedMark + sealTagged(pepper, digest, salt);

const opened = (pepper: SealingKeys, { salt, hash }: PinHash): Buffer | null =>
  openTagged(pepper, hash.slice(sealedMark.length), salt);

export async function isPin(pin: string, { salt, hash }: PinHash, pepper: SealingKeys): Promise<boolean> {
  if (!isPeppered(hash)) return isCode(pin, { salt, hash });
  const known = opened(pepper, { salt, hash });
  return known !== null && isCode(pin, { salt, hash: known.toString('hex') });
}

/** The same PIN under another key's pepper; null: it does not open under the previous one, so its owner cannot sign in with it. */
export function repepper({ salt, hash }: PinHash, from: SealingKeys, to: SealingKeys): PinHash | null {
  if (!isPeppered(hash)) return { salt, hash };
  const known = opened(from, { salt, hash });
  return known === null ? null : { salt, hash: sealed(to, known, salt) };
}

/** For a code that cannot be guessed: its digest needs no key. */
export async function hashCode(code: string): Promise<PinHash> {
  const salt = randomBytes(saltBytes);
  return { salt: salt.toString('hex'), hash: (await digest(code, salt)).toString('hex') };
}

export async function isCode(code: string, { salt, hash }: PinHash): Promise<boolean> {
  const found = await digest(code, Buffer.from(salt, 'hex'));
  return isSameDigest(found, Buffer.from(hash, 'hex'));
}
