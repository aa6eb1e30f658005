import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

/** Algorithm numbers of [MS-OFFCRYPTO] 2.3.2: AES with 128, 192 and 256 bits. */
const keyBytesOf: Readonly<Record<number, number>> = { 26126: 16, 26127: 24, 26128: 32 };
const SPINS = 50_000;
const HASH_BYTES = 20;

export interface StandardInfo {
  readonly keyBytes: number;
  readonly salt: Buffer;
  readonly verifier: Buffer;
  readonly verifierHash: Buffer;
}

/** Reads the description of standard encryption (Office 2007); null when it is not AES. */
export function readStandardInfo(stream: Buffer): StandardInfo | null {
  const headerBytes = stream.readUInt32LE(8);
  const keyBytes = keyBytesOf[stream.readUInt32LE(12 + 8)];
  const at = 12 + headerBytes;
  if (keyBytes === undefined || stream.readUInt32LE(at) !== 16) return null;
  return {
    keyBytes,
    salt: stream.subarray(at + 4, at + 20),
    verifier: stream.subarray(at + 20, at + 36),
    verifierHash: stream.subarray(at + 40, at + 72),
  };
}

function sha1(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function deriveKey({ salt, keyBytes }: StandardInfo, password: string): Buffer {
  const counter = Buffer.alloc(4);
  let value = sha1(salt, Buffer.from(password, 'utf16le'));
  for (let spin = 0; spin < SPINS; spin += 1) {
    counter.writeUInt32LE(spin);
    value = sha1(counter, value);
  }
  const final = sha1(value, Buffer.alloc(4));
  const mixed = (pad: number): Buffer => {
    const block = Buffer.alloc(64, pad);
    for (let index = 0; index < final.length; index += 1) block[index] = pad ^ (final[index] ?? 0);
    return sha1(block);
  };
  return Buffer.concat([mixed(0x36), mixed(0x5c)]).subarray(0, keyBytes);
}

function decrypted(key: Buffer, data: Uint8Array): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

/** The key of the package, null when the password is not the one. */
export function standardPackageKey(info: StandardInfo, password: string): Buffer | null {
  const key = deriveKey(info, password);
  const expected = sha1(decrypted(key, info.verifier));
  const stored = decrypted(key, info.verifierHash).subarray(0, HASH_BYTES);
  return timingSafeEqual(stored, expected) ? key : null;
}

export function standardPackage(key: Buffer, stream: Buffer): Buffer {
  const data = stream.subarray(8, 8 + ((stream.length - 8) & ~15));
  return decrypted(key, data).subarray(0, Number(stream.readBigUInt64LE(0)));
}
