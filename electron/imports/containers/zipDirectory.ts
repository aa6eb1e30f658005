import type { Readable } from 'node:stream';
import * as zlib from 'node:zlib';
import { type Entry, fromBuffer, fromFd, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { giveBack } from '../kit/giveBack.ts';
import {
  catchTableFault,
  corrupt,
  fileTooLarge,
  suspicious,
  TableFault,
  type TableSource,
  tableLimits,
} from '../kit/tableFormat.ts';

/** zlib has it since Node 22; the compatibility runtime is older, hence no import by name. */
const crc32: (data: Uint8Array, value: number) => number = 'crc32' in zlib ? zlib.crc32 : portableCrc32;
/** Compression methods of a zip entry; no office program uses another. */
const storedMethod = 0;
const deflatedMethod = 8;
/** Parts that only documents have: Office's list of types, its usual workbook, the type of an OpenDocument. */
const documentMarks = ['[content_types].xml', 'xl/workbook.xml', 'mimetype'] as const;
/** Below this, one part or all together, the ratio says nothing: a sheet of one repeated row packs 500 : 1 and is harmless. */
const ratioFreeBytes = 16 * 1024 * 1024;

interface ZipMember {
  /** As its author saw it, with slashes; not unique by itself only in a zip that is refused. */
  readonly name: string;
  readonly isFile: boolean;
}

export interface ZipDirectory {
  has(name: string): boolean;
  /** One document made of parts (xlsx, docx, ods), not an archive of files. */
  readonly isDocument: boolean;
  /** In the order of the archive. */
  readonly members: readonly ZipMember[];
  /** Unpacked size of a part, 0 when there is none. */
  sizeBytes(name: string): number;
  /**
   * The unpacked bytes of a part, in chunks that are gone when the next one is asked for. Throws `TableFault` when it is cut, lies about
   * its size or fails its checksum.
   */
  stream(name: string): AsyncGenerator<Uint8Array, void, void>;
}

function openZip(source: TableSource): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { autoClose: false, lazyEntries: true, decodeStrings: false };
    const answer = (error: Error | null, zip: ZipFile): void =>
      error === null ? resolve(zip) : reject(error);
    if (source.memory === undefined) fromFd(source.handle.fd, options, answer);
    else fromBuffer(source.memory, options, answer);
  });
}

/** The upper half of the attributes holds Unix modes; a symbolic link holds a path where the file's bytes should be. */
function isSymbolicLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}

/** Parts are found as the specification asks: without regard to case and to a leading slash. */
function partName(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase();
}

const localHeaderBytes = 30;

interface UsedBytes {
  readonly from: number;
  readonly to: number;
}

/** What an entry takes of the file at least: its own header, its name, its packed bytes. */
function bytesOf(entry: Entry): UsedBytes {
  const from = entry.relativeOffsetOfLocalHeader;
  return { from, to: from + localHeaderBytes + entry.fileNameRaw.length + entry.compressedSize };
}

/** No program writes two entries into the same bytes; one that does makes a small file unpack to any size. */
function overlaps(used: UsedBytes[]): boolean {
  const inOrder = used.sort((left, right) => left.from - right.from);
  return inOrder.some((one, at) => at > 0 && one.from < (inOrder[at - 1]?.to ?? 0));
}

function expandsTooFar(expandedBytes: number, packedBytes: number): boolean {
  const mayExpandTo = Math.max(ratioFreeBytes, packedBytes * tableLimits.expansionRatio);
  return expandedBytes > Math.min(mayExpandTo, tableLimits.expandedBytes);
}

const expansion = () =>
  failure('IMPORT_ARCHIVE_SUSPICIOUS', { reason: `expansion > ${tableLimits.expansionRatio}:1` });

async function listEntries(zip: ZipFile): Promise<Outcome<Map<string, Entry>>> {
  const entries = new Map<string, Entry>();
  const used: UsedBytes[] = [];
  let expandedBytes = 0;
  let packedBytes = 0;
  let isEncrypted = false;
  if (zip.entryCount > tableLimits.archiveEntries) {
    return failure('IMPORT_ARCHIVE_SUSPICIOUS', { reason: `entries > ${tableLimits.archiveEntries}` });
  }
  for await (const entry of zip.eachEntry()) {
    isEncrypted ||= entry.isEncrypted();
    expandedBytes += entry.uncompressedSize;
    packedBytes += entry.compressedSize;
    used.push(bytesOf(entry));
    if (expandsTooFar(entry.uncompressedSize, entry.compressedSize)) return expansion();
    entry.fileName = zipMemberName(entry);
    const name = partName(entry.fileName);
    if (entries.has(name)) return failure('IMPORT_ARCHIVE_SUSPICIOUS', { reason: 'duplicate entry' });
    entries.set(name, entry);
  }
  // A stream that many entries point at counts as packed for each of them: overlaps are judged before the ratio of all.
  if (overlaps(used)) return failure('IMPORT_ARCHIVE_SUSPICIOUS', { reason: 'overlapping entries' });
  if (expandsTooFar(expandedBytes, packedBytes)) return expansion();
  if (isEncrypted) {
    const isDocument = documentMarks.some((name) => entries.has(name));
    return failure(isDocument ? 'IMPORT_FILE_ENCRYPTED' : 'IMPORT_ZIP_ENCRYPTED');
  }
  return done(entries);
}

/** Each step of zlib is a turn of another thread: smaller ones take half again the time, larger ones no less. */
export const unpackedBytes = 128 * 1024;

/** The packed bytes through zlib in large steps; yauzl's own inflating takes 16 KiB. */
async function openUnpacked(zip: ZipFile, entry: Entry): Promise<Readable> {
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  if (entry.compressionMethod === storedMethod) return packed;
  if (entry.compressionMethod !== deflatedMethod) throw new Error('compression method');
  const inflate = zlib.createInflateRaw({ chunkSize: unpackedBytes });
  packed.on('error', (error) => inflate.destroy(error));
  inflate.on('close', () => packed.destroy());
  return packed.pipe(inflate);
}

async function* streamEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array, void, void> {
  let checksum = 0;
  let bytes = 0;
  try {
    const stream = await openUnpacked(zip, entry);
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > entry.uncompressedSize) break;
      checksum = crc32(chunk, checksum);
      yield chunk;
      // zlib no longer uses a buffer that it filled to the end.
      if (chunk.buffer.byteLength === unpackedBytes && chunk.length === unpackedBytes) giveBack(chunk.buffer);
    }
  } catch (error) {
    if (error instanceof TableFault) throw error;
    // zlib stops at data that is not deflate or ends early.
    throw corrupt(entry.fileName);
  }
  if (bytes !== entry.uncompressedSize) throw suspicious('size differs from directory');
  if (checksum !== entry.crc32) throw corrupt('checksum');
}

/** Opens a zip and judges its directory (entries, sizes, ratio, encryption) before a single byte is unpacked. */
export async function readZipDirectory(source: TableSource): Promise<Outcome<ZipDirectory>> {
  let entries: Outcome<Map<string, Entry>>;
  let zip: ZipFile;
  try {
    zip = await openZip(source);
    entries = await listEntries(zip);
  } catch {
    // The directory is at the end of a zip: an unfinished download has none.
    return failure('IMPORT_FILE_TRUNCATED');
  }
  if (!entries.ok) return entries;
  const found = entries.value;
  return done({
    has: (name) => found.has(partName(name)),
    isDocument: documentMarks.some((name) => found.has(name)),
    sizeBytes: (name) => found.get(partName(name))?.uncompressedSize ?? 0,
    members: [...found.values()].map((entry) => ({
      name: entry.fileName,
      isFile: !entry.fileName.endsWith('/') && !isSymbolicLink(entry),
    })),
    stream: (name) => {
      const entry = found.get(partName(name));
      if (entry === undefined) throw corrupt(name);
      return streamEntry(zip, entry);
    },
  });
}

/** A member is held in memory: 100,000 rows of order text take 15 MB, as a workbook 8. */
const mostMemberBytes = 64 * 1024 * 1024;

/** One file out of a zip, unpacked in memory. Failures: IMPORT_FILE_TOO_LARGE, IMPORT_FILE_NOT_FOUND and what is wrong inside. */
export function readZipMember(zip: ZipDirectory, name: string): Promise<Outcome<Buffer>> {
  return catchTableFault(async () => {
    const isThere = zip.members.some((member) => member.isFile && member.name === name);
    if (!isThere) return failure('IMPORT_FILE_NOT_FOUND');
    const sizeBytes = zip.sizeBytes(name);
    if (sizeBytes === 0) return failure('IMPORT_FILE_EMPTY');
    if (sizeBytes > mostMemberBytes) return fileTooLarge(sizeBytes, mostMemberBytes);
    const content = Buffer.alloc(sizeBytes);
    let bytes = 0;
    for await (const chunk of zip.stream(name)) {
      content.set(chunk, bytes);
      bytes += chunk.length;
    }
    return done(content);
  });
}

const utf8Flag = 0x800;
/** Info-ZIP's Unicode path: the name in UTF-8 beside one in the system's own encoding. */
const unicodePathField = 0x7075;

function decodes(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * A member's name as its author saw it. Chinese Windows writes GBK without a word about it, macOS UTF-8 without the flag.
 * Backslashes become slashes; control characters go.
 */
function zipMemberName(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const isDeclared = (entry.generalPurposeBitFlag & utf8Flag) !== 0;
  const name =
    entry.extraFields.some((field) => field.id === unicodePathField) || isDeclared
      ? getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false)
      : (decodes(raw, 'utf-8') ?? decodes(raw, 'gb18030') ?? raw.toString('latin1'));
  return name.replace(/\p{Cc}/gu, '').replaceAll('\\', '/');
}

const table = Uint32Array.from({ length: 256 }, (_unused, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 of the zip format (ISO 3309), continuing from `value`. For runtimes whose zlib has none. */
export function portableCrc32(data: Uint8Array, value: number): number {
  let checksum = ~value;
  for (let index = 0; index < data.length; index += 1) {
    checksum = (table[(checksum ^ (data[index] ?? 0)) & 0xff] ?? 0) ^ (checksum >>> 8);
  }
  return ~checksum >>> 0;
}
