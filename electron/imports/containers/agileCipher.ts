import { createDecipheriv, createHash, createHmac } from 'node:crypto';

/** Purposes a key is derived for ([MS-OFFCRYPTO] 2.3.4.13 and 2.3.4.14). */
const purpose = {
  verifierInput: Buffer.from('fea7d2763b4b9e79', 'hex'),
  verifierHash: Buffer.from('d7aa0f6d3061344e', 'hex'),
  packageKey: Buffer.from('146e0be7abacd0d6', 'hex'),
  hmacKey: Buffer.from('5fb2ad010cb9e1f6', 'hex'),
  hmacValue: Buffer.from('a0677f02b22c8433', 'hex'),
} as const;
const segmentBytes = 4096;
/** Excel writes 100,000; each million costs a second or two, and the format would allow ten. */
const mostSpins = 1_000_000;
const pauseEachSpins = 25_000;

interface KeyParams {
  readonly salt: Buffer;
  readonly blockBytes: number;
  readonly keyBytes: number;
  readonly hash: string;
}

export interface AgileInfo {
  readonly data: KeyParams;
  readonly password: KeyParams & { readonly spins: number };
  readonly verifierInput: Buffer;
  readonly verifierHash: Buffer;
  readonly packageKey: Buffer;
  readonly hmacKey: Buffer;
  readonly hmacValue: Buffer;
}

const hashNames: Readonly<Record<string, string>> = {
  SHA1: 'sha1',
  'SHA-1': 'sha1',
  SHA256: 'sha256',
  SHA384: 'sha384',
  SHA512: 'sha512',
};

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"'<>]*)["']`).exec(tag)?.[1] ?? '';
}

function binary(tag: string, name: string): Buffer {
  return Buffer.from(attribute(tag, name), 'base64');
}

function keyParams(tag: string): KeyParams | null {
  const hash = hashNames[attribute(tag, 'hashAlgorithm').toUpperCase()];
  const keyBytes = Number(attribute(tag, 'keyBits')) / 8;
  const isUsual =
    attribute(tag, 'cipherAlgorithm') === 'AES' && attribute(tag, 'cipherChaining') === 'ChainingModeCBC';
  if (hash === undefined || !isUsual || ![16, 24, 32].includes(keyBytes)) return null;
  return { salt: binary(tag, 'saltValue'), blockBytes: 16, keyBytes, hash };
}

/** Reads the description of agile encryption; null when it uses anything but AES in CBC and SHA. */
export function readAgileInfo(xml: string): AgileInfo | null {
  const keyTag = /<(?:\w+:)?keyData\s[^<>]*>/.exec(xml)?.[0] ?? '';
  const passwordTag = /<(?:\w+:)?encryptedKey\s[^<>]*>/.exec(xml)?.[0] ?? '';
  const integrityTag = /<(?:\w+:)?dataIntegrity\s[^<>]*>/.exec(xml)?.[0] ?? '';
  const data = keyParams(keyTag);
  const password = keyParams(passwordTag);
  const spins = Number(attribute(passwordTag, 'spinCount'));
  if (data === null || password === null || !(spins >= 0 && spins <= mostSpins)) return null;
  return {
    data,
    password: { ...password, spins },
    verifierInput: binary(passwordTag, 'encryptedVerifierHashInput'),
    verifierHash: binary(passwordTag, 'encryptedVerifierHashValue'),
    packageKey: binary(passwordTag, 'encryptedKeyValue'),
    hmacKey: binary(integrityTag, 'encryptedHmacKey'),
    hmacValue: binary(integrityTag, 'encryptedHmacValue'),
  };
}

export function digest(name: string, ...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash(name);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function fitted(bytes: Buffer, length: number): Buffer {
  return bytes.length >= length
    ? bytes.subarray(0, length)
    : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)]);
}

/** Without an initial vector each block is decrypted on its own. */
export function decrypted(key: Buffer, iv: Buffer | null, data: Uint8Array): Buffer {
  const mode = iv === null ? 'ecb' : 'cbc';
  const cipher = createDecipheriv(`aes-${key.length * 8}-${mode}`, key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

/** The digest of a password, taken over and over. Pauses now and then, so that a cancel is noticed. */
export async function stretched(
  hash: string,
  salt: Buffer,
  password: string,
  spins: number,
): Promise<Buffer> {
  let value = digest(hash, salt, Buffer.from(password, 'utf16le'));
  for (let spin = 0; spin < spins; spin += 1) {
    value = digest(hash, littleEndian(spin), value);
    if (spin % pauseEachSpins === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return value;
}

/** The key of the package, null when the password is not the one. */
export async function agilePackageKey(info: AgileInfo, password: string): Promise<Buffer | null> {
  const { salt, blockBytes, keyBytes, hash, spins } = info.password;
  const base = await stretched(hash, salt, password, spins);
  const iv = fitted(salt, blockBytes);
  const open = (block: Buffer, data: Buffer): Buffer =>
    decrypted(fitted(digest(hash, base, block), keyBytes), iv, data);
  const expected = digest(hash, open(purpose.verifierInput, info.verifierInput).subarray(0, salt.length));
  const stored = open(purpose.verifierHash, info.verifierHash).subarray(0, expected.length);
  if (!stored.equals(expected)) return null;
  return open(purpose.packageKey, info.packageKey).subarray(0, info.data.keyBytes);
}

/** The package in the clear, null when it was changed after it was encrypted. */
export function agilePackage(info: AgileInfo, key: Buffer, stream: Buffer): Buffer | null {
  const { salt, blockBytes, hash } = info.data;
  const ivFor = (block: Uint8Array): Buffer => fitted(digest(hash, salt, block), blockBytes);
  const hashBytes = digest(hash).length;
  const hmacKey = decrypted(key, ivFor(purpose.hmacKey), info.hmacKey).subarray(0, hashBytes);
  const hmacValue = decrypted(key, ivFor(purpose.hmacValue), info.hmacValue).subarray(0, hashBytes);
  const actual = createHmac(hash, hmacKey).update(stream).digest();
  if (!actual.equals(hmacValue)) return null;
  const content = Buffer.alloc(stream.length);
  let bytes = 0;
  for (let from = 8, segment = 0; from < stream.length; from += segmentBytes, segment += 1) {
    const piece = stream.subarray(from, from + segmentBytes);
    const plain = decrypted(key, ivFor(littleEndian(segment)), piece.subarray(0, piece.length & ~15));
    bytes += plain.copy(content, bytes);
  }
  return content.subarray(0, Math.min(bytes, Number(stream.readBigUInt64LE(0))));
}
