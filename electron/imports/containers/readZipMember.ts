import { failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { catchTableFault } from '../kit/catchTableFault.ts';
import type { ZipDirectory } from './zipDirectory.ts';

const MEGABYTE = 1024 * 1024;
/** A member is held in memory: 100,000 rows of order text take 15 MB, as a workbook 8. */
const MAX_MEMBER_BYTES = 64 * MEGABYTE;

/** One file out of a zip, unpacked in memory. Failures: IMPORT_FILE_TOO_LARGE, IMPORT_FILE_NOT_FOUND and what is wrong inside. */
export function readZipMember(zip: ZipDirectory, name: string): Promise<Outcome<Buffer>> {
  return catchTableFault(async () => {
    const isThere = zip.members.some((member) => member.isFile && member.name === name);
    if (!isThere) return failure('IMPORT_FILE_NOT_FOUND');
    const sizeBytes = zip.sizeBytes(name);
    if (sizeBytes === 0) return failure('IMPORT_FILE_EMPTY');
    if (sizeBytes > MAX_MEMBER_BYTES) {
      const sizeMb = Math.ceil(sizeBytes / MEGABYTE);
      return failure('IMPORT_FILE_TOO_LARGE', { sizeMb, limitMb: MAX_MEMBER_BYTES / MEGABYTE });
    }
    const chunks: Uint8Array[] = [];
    for await (const chunk of zip.stream(name)) chunks.push(chunk);
    return { ok: true, value: Buffer.concat(chunks) };
  });
}
