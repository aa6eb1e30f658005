import { createCipheriv, createHash, createHmac } from 'node:crypto';
import * as XLSX from '@e965/xlsx';

/** Encrypts as Excel does, written from the specification ([MS-OFFCRYPTO]) apart from the product's own reading of it. */
const bytesOf = (hex: string): Buffer => Buffer.from(hex, 'hex');

function le32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}

function filled(length: number, start: number): Buffer {
  return Buffer.from(Array.from({ length }, (_unused, index) => (start + index * 29) & 0xff));
}

function padded(data: Buffer, blockBytes = 16): Buffer {
  const rest = data.length % blockBytes;
  return rest === 0 ? data : Buffer.concat([data, Buffer.alloc(blockBytes - rest)]);
}

function compound(streams: Readonly<Record<string, Buffer>>): Buffer {
  const file = XLSX.CFB.utils.cfb_new();
  for (const [name, data] of Object.entries(streams)) XLSX.CFB.utils.cfb_add(file, `/${name}`, data);
  return Buffer.from(XLSX.CFB.write(file, { type: 'buffer' }) as Uint8Array);
}

export interface AgileChoice {
  readonly hash: 'sha1' | 'sha256' | 'sha512';
  readonly keyBits: 128 | 256;
  readonly spins: number;
}

/** A workbook under agile encryption, as Excel 2010 and later and WPS write it. */
export function agileWorkbook(workbook: Buffer, password: string, choice: AgileChoice): Buffer {
  const { hash, keyBits, spins } = choice;
  const sum = (...parts: Buffer[]): Buffer => {
    const one = createHash(hash);
    for (const part of parts) one.update(part);
    return one.digest();
  };
  const cbc = (key: Buffer, iv: Buffer, data: Buffer): Buffer => {
    const cipher = createCipheriv(`aes-${keyBits}-cbc`, key, iv).setAutoPadding(false);
    return Buffer.concat([cipher.update(padded(data)), cipher.final()]);
  };
  const sized = (data: Buffer, length: number): Buffer =>
    Buffer.concat([data, Buffer.alloc(64, 0x36)]).subarray(0, length);
  const passwordSalt = filled(16, 3);
  const dataSalt = filled(16, 101);
  const packageKey = filled(keyBits / 8, 57);
  let base = sum(passwordSalt, Buffer.from(password, 'utf16le'));
  for (let spin = 0; spin < spins; spin += 1) base = sum(le32(spin), base);
  const locked = (block: string, data: Buffer): string =>
    cbc(sized(sum(base, bytesOf(block)), keyBits / 8), passwordSalt, data).toString('base64');
  const pieces: Buffer[] = [];
  for (let at = 0; at < workbook.length; at += 4096) {
    const iv = sum(dataSalt, le32(at / 4096)).subarray(0, 16);
    pieces.push(cbc(packageKey, iv, workbook.subarray(at, at + 4096)));
  }
  const size = Buffer.alloc(8);
  size.writeUInt32LE(workbook.length, 0);
  const stream = Buffer.concat([size, ...pieces]);
  const hmacKey = filled(sum().length, 11);
  const integrity = (block: string, data: Buffer): string =>
    cbc(packageKey, sum(dataSalt, bytesOf(block)).subarray(0, 16), data).toString('base64');
  const verifier = filled(16, 200);
  const common = `saltSize="16" blockSize="16" keyBits="${keyBits}" hashSize="${sum().length}" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="${hash.toUpperCase()}"`;
  const xml =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password">` +
    `<keyData ${common} saltValue="${dataSalt.toString('base64')}"/>` +
    `<dataIntegrity encryptedHmacKey="${integrity('5fb2ad010cb9e1f6', hmacKey)}" encryptedHmacValue="${integrity('a0677f02b22c8433', createHmac(hash, hmacKey).update(stream).digest())}"/>` +
    `<keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="${spins}" ${common} saltValue="${passwordSalt.toString('base64')}" encryptedVerifierHashInput="${locked('fea7d2763b4b9e79', verifier)}" encryptedVerifierHashValue="${locked('d7aa0f6d3061344e', sum(verifier))}" encryptedKeyValue="${locked('146e0be7abacd0d6', packageKey)}"/></keyEncryptor></keyEncryptors></encryption>`;
  const info = Buffer.concat([bytesOf('0400040040000000'), Buffer.from(xml)]);
  return compound({ EncryptionInfo: info, EncryptedPackage: stream });
}

/** A workbook under standard encryption, as Excel 2007 writes it. */
export function standardWorkbook(workbook: Buffer, password: string, keyBits: 128 | 256 = 128): Buffer {
  const sum = (...parts: Buffer[]): Buffer => {
    const one = createHash('sha1');
    for (const part of parts) one.update(part);
    return one.digest();
  };
  const salt = filled(16, 7);
  let base = sum(salt, Buffer.from(password, 'utf16le'));
  for (let spin = 0; spin < 50_000; spin += 1) base = sum(le32(spin), base);
  const final = sum(base, le32(0));
  const half = (pad: number): Buffer =>
    sum(Buffer.from(Array.from({ length: 64 }, (_unused, index) => pad ^ (final[index] ?? 0))));
  const key = Buffer.concat([half(0x36), half(0x5c)]).subarray(0, keyBits / 8);
  const ecb = (data: Buffer): Buffer => {
    const cipher = createCipheriv(`aes-${keyBits}-ecb`, key, null).setAutoPadding(false);
    return Buffer.concat([cipher.update(padded(data)), cipher.final()]);
  };
  const provider = Buffer.from('Microsoft Enhanced RSA and AES Cryptographic Provider\0', 'utf16le');
  const header = Buffer.concat([
    le32(0x24),
    le32(0),
    le32(keyBits === 128 ? 0x660e : 0x6610),
    le32(0x8004),
    le32(keyBits),
    le32(0x18),
    le32(0),
    le32(0),
    provider,
  ]);
  const verifier = filled(16, 90);
  const info = Buffer.concat([
    bytesOf('0400020024000000'),
    le32(header.length),
    header,
    le32(16),
    salt,
    ecb(verifier),
    le32(20),
    ecb(sum(verifier)),
  ]);
  const size = Buffer.alloc(8);
  size.writeUInt32LE(workbook.length, 0);
  return compound({ EncryptionInfo: info, EncryptedPackage: Buffer.concat([size, ecb(workbook)]) });
}
