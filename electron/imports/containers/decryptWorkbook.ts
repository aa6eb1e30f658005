import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { readWhole } from '../kit/openSource.ts';
import { catchTableFault, type TableSource } from '../kit/tableFormat.ts';
import { agilePackage, agilePackageKey, decrypted, digest, readAgileInfo, stretched } from './agileCipher.ts';
import { CompoundFile } from './compoundFile.ts';

/** Held twice while it is decrypted. */
const mostBytes = 64 * 1024 * 1024;
const agileVersion = 0x0004_0004;
/** Minor version 2 of the description means standard encryption, whatever the major one. */
const standardMinor = 2;
/** Excel encrypts with this word when a workbook is only locked for writing, and opens such files without asking. */
const defaultPassword = 'VelvetSweatshop';

interface Lock {
  readonly keyFor: (password: string) => Promise<Buffer | null>;
  readonly open: (key: Buffer) => Buffer | null;
}

function readLock(file: CompoundFile): Lock | null {
  const description = file.stream('EncryptionInfo');
  const data = file.stream('EncryptedPackage');
  if (data.length < 8) return null;
  if (description.readUInt32LE(0) === agileVersion) {
    const info = readAgileInfo(description.toString('utf8', 8));
    if (info === null) return null;
    return {
      keyFor: (password) => agilePackageKey(info, password),
      open: (key) => agilePackage(info, key, data),
    };
  }
  const info = description.readUInt16LE(2) === standardMinor ? readStandardInfo(description) : null;
  if (info === null) return null;
  return {
    keyFor: (password) => standardPackageKey(info, password),
    open: (key) => standardPackage(key, data),
  };
}

async function unlock(file: CompoundFile, password: string | undefined): Promise<Outcome<Buffer>> {
  const lock = readLock(file);
  if (lock === null) return failure('IMPORT_FILE_ENCRYPTED');
  const key =
    (password === undefined ? null : await lock.keyFor(password)) ?? (await lock.keyFor(defaultPassword));
  if (key === null)
    return failure(password === undefined ? 'IMPORT_PASSWORD_NEEDED' : 'IMPORT_PASSWORD_WRONG');
  const workbook = lock.open(key);
  return workbook === null ? failure('IMPORT_FILE_CORRUPT', { reason: 'checksum' }) : done(workbook);
}

/**
 * The workbook inside a password-protected file (ECMA-376 agile and standard encryption). Failures: IMPORT_PASSWORD_NEEDED,
 * IMPORT_PASSWORD_WRONG, IMPORT_FILE_ENCRYPTED for every lock that cannot be opened here.
 */
export function decryptWorkbook(source: TableSource, password: string | undefined): Promise<Outcome<Buffer>> {
  return catchTableFault(async () => {
    const bytes = await readWhole(source, mostBytes);
    try {
      const file = new CompoundFile(bytes);
      const isPackage = file.has('EncryptedPackage') && file.has('EncryptionInfo');
      return isPackage ? await unlock(file, password) : failure('IMPORT_FILE_ENCRYPTED');
    } catch (error) {
      // Fields shorter than their kind demands, or lengths that the cipher refuses.
      if (error instanceof RangeError || isCryptoError(error)) {
        return failure('IMPORT_FILE_CORRUPT', { reason: 'encryption' });
      }
      throw error;
    }
  });
}

function isCryptoError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^ERR_(OSSL|CRYPTO)/.test(String(error.code));
}

/** Algorithm numbers of [MS-OFFCRYPTO] 2.3.2: AES with 128, 192 and 256 bits. */
const keyBytesOf: Readonly<Record<number, number>> = { 26126: 16, 26127: 24, 26128: 32 };
const standardSpins = 50_000;
const hashBytes = 20;

interface StandardInfo {
  readonly keyBytes: number;
  readonly salt: Buffer;
  readonly verifier: Buffer;
  readonly verifierHash: Buffer;
}

/** Reads the description of standard encryption (Office 2007); null when it is not AES. */
function readStandardInfo(stream: Buffer): StandardInfo | null {
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

async function deriveKey({ salt, keyBytes }: StandardInfo, password: string): Promise<Buffer> {
  const final = digest('sha1', await stretched('sha1', salt, password, standardSpins), Buffer.alloc(4));
  const mixed = (pad: number): Buffer => {
    const block = Buffer.alloc(64, pad);
    for (let index = 0; index < final.length; index += 1) block[index] = pad ^ (final[index] ?? 0);
    return digest('sha1', block);
  };
  return Buffer.concat([mixed(0x36), mixed(0x5c)]).subarray(0, keyBytes);
}

/** The key of the package, null when the password is not the one. */
async function standardPackageKey(info: StandardInfo, password: string): Promise<Buffer | null> {
  const key = await deriveKey(info, password);
  const expected = digest('sha1', decrypted(key, null, info.verifier));
  const stored = decrypted(key, null, info.verifierHash).subarray(0, hashBytes);
  return stored.equals(expected) ? key : null;
}

function standardPackage(key: Buffer, stream: Buffer): Buffer {
  const data = stream.subarray(8, 8 + ((stream.length - 8) & ~15));
  return decrypted(key, null, data).subarray(0, Number(stream.readBigUInt64LE(0)));
}
