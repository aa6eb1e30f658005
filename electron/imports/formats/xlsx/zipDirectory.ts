import { crc32 as nativeCrc32 } from 'node:zlib';
import { type Entry, fromFd, type ZipFile } from 'yauzl';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { TableFault } from '../../kit/tableFault.ts';
import type { TableSource } from '../../kit/tableFormat.ts';
import { tableLimits } from '../../kit/tableLimits.ts';
import { crc32 as portableCrc32 } from './crc32.ts';

/** zlib has it since Node 22; the compatibility runtime is older. */
const crc32: (data: Uint8Array, value: number) => number =
  typeof nativeCrc32 === 'function' ? nativeCrc32 : portableCrc32;
/** Below this the ratio says nothing: a sheet of one repeated row packs 500 : 1 and is harmless. */
const RATIO_FREE_BYTES = 16 * 1024 * 1024;

export interface ZipDirectory {
  has(name: string): boolean;
  names(): readonly string[];
  /** The unpacked bytes of a part, in chunks. Throws `TableFault` when it is cut, lies about its size or fails its checksum. */
  stream(name: string): AsyncGenerator<Uint8Array, void, void>;
}

function openZip(source: TableSource): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { autoClose: false, lazyEntries: true, validateEntrySizes: true };
    fromFd(source.handle.fd, options, (error, zip) => (error === null ? resolve(zip) : reject(error)));
  });
}

/** Parts are found as the specification asks: without regard to case and to a leading slash. */
function partName(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase();
}

async function listEntries(zip: ZipFile): Promise<Outcome<Map<string, Entry>>> {
  const entries = new Map<string, Entry>();
  let expandedBytes = 0;
  if (zip.entryCount > tableLimits.archiveEntries) {
    return failure('IMPORT_ARCHIVE_SUSPICIOUS', { reason: `entries > ${tableLimits.archiveEntries}` });
  }
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) return failure('IMPORT_FILE_ENCRYPTED');
    expandedBytes += entry.uncompressedSize;
    const mayExpandTo = Math.max(RATIO_FREE_BYTES, entry.compressedSize * tableLimits.expansionRatio);
    if (expandedBytes > tableLimits.expandedBytes || entry.uncompressedSize > mayExpandTo) {
      return failure('IMPORT_ARCHIVE_SUSPICIOUS', { reason: `expansion > ${tableLimits.expansionRatio}:1` });
    }
    const name = partName(entry.fileName);
    if (entries.has(name)) return failure('IMPORT_ARCHIVE_SUSPICIOUS', { reason: 'duplicate entry' });
    entries.set(name, entry);
  }
  return done(entries);
}

async function* streamEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array, void, void> {
  let checksum = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof TableFault) throw error;
    // yauzl stops at the declared size, zlib at data that is not deflate or ends early.
    const isLie = error instanceof Error && /too many bytes|not enough bytes/.test(error.message);
    throw new TableFault(
      isLie
        ? failure('IMPORT_ARCHIVE_SUSPICIOUS', { reason: 'size differs from directory' })
        : failure('IMPORT_FILE_CORRUPT', { reason: entry.fileName }),
    );
  }
  if (checksum !== entry.crc32) throw new TableFault(failure('IMPORT_FILE_CORRUPT', { reason: 'checksum' }));
}

/** Opens a zip and judges its directory (entries, sizes, ratio, encryption) before a single byte is unpacked. */
export async function readZipDirectory(source: TableSource): Promise<Outcome<ZipDirectory>> {
  let entries: Outcome<Map<string, Entry>>;
  let zip: ZipFile;
  try {
    zip = await openZip(source);
    entries = await listEntries(zip);
  } catch {
    // The directory stands at the end of a zip: a download that stopped has none.
    return failure('IMPORT_FILE_TRUNCATED');
  }
  if (!entries.ok) return entries;
  const found = entries.value;
  return done({
    has: (name) => found.has(partName(name)),
    names: () => [...found.keys()],
    stream: (name) => {
      const entry = found.get(partName(name));
      if (entry === undefined) throw new TableFault(failure('IMPORT_FILE_CORRUPT', { reason: name }));
      return streamEntry(zip, entry);
    },
  });
}
