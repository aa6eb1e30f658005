import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * scrypt, 16 MiB: some 50 ms off the core's thread. Half a PIN's strength is the growing wait; who could count digests
 * instead has the workspace's key already.
 */
const scryptCost = { N: 2 ** 14, r: 8, p: 1, maxmem: 32 * 1024 * 1024 } as const;
const saltBytes = 16;
const hashBytes = 32;

interface PinHash {
  /** Hex. */
  readonly salt: string;
  readonly hash: string;
}

function digest(pin: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, hashBytes, scryptCost, (error, hash) =>
      error === null ? resolve(hash) : reject(error),
    );
  });
}

/** A salt of its own for each PIN: two people with one PIN cannot be told by it. */
export async function hashPin(pin: string): Promise<PinHash> {
  const salt = randomBytes(saltBytes);
  return { salt: salt.toString('hex'), hash: (await digest(pin, salt)).toString('hex') };
}

export async function isPin(pin: string, { salt, hash }: PinHash): Promise<boolean> {
  const found = await digest(pin, Buffer.from(salt, 'hex'));
  const known = Buffer.from(hash, 'hex');
  return known.length === found.length && timingSafeEqual(known, found);
}
