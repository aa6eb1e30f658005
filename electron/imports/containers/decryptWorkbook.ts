import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { catchTableFault } from '../kit/catchTableFault.ts';
import { readWhole } from '../kit/readChunks.ts';
import type { TableSource } from '../kit/tableFormat.ts';
import { agilePackage, agilePackageKey, readAgileInfo } from './agileCipher.ts';
import { CompoundFile } from './compoundFile.ts';
import { readStandardInfo, standardPackage, standardPackageKey } from './standardCipher.ts';

/** Held twice while it is decrypted. */
const MAX_BYTES = 64 * 1024 * 1024;
const AGILE = 0x0004_0004;
/** Minor version 2 of the description means standard encryption, whatever the major one. */
const STANDARD_MINOR = 2;
/** Excel encrypts with this word when a workbook is only locked for writing, and opens such files without asking. */
const DEFAULT_PASSWORD = 'VelvetSweatshop';

interface Lock {
  readonly keyFor: (password: string) => Promise<Buffer | null> | Buffer | null;
  readonly open: (key: Buffer) => Buffer | null;
}

function readLock(file: CompoundFile): Lock | null {
  const description = file.stream('EncryptionInfo');
  const data = file.stream('EncryptedPackage');
  if (data.length < 8) return null;
  if (description.readUInt32LE(0) === AGILE) {
    const info = readAgileInfo(description.toString('utf8', 8));
    if (info === null) return null;
    return {
      keyFor: (password) => agilePackageKey(info, password),
      open: (key) => agilePackage(info, key, data),
    };
  }
  const info = description.readUInt16LE(2) === STANDARD_MINOR ? readStandardInfo(description) : null;
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
    (password === undefined ? null : await lock.keyFor(password)) ?? (await lock.keyFor(DEFAULT_PASSWORD));
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
    const bytes = await readWhole(source, MAX_BYTES);
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
