import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { systemCodeOf } from '../../platform/expectedFailure.ts';
import {
  chunkBytes,
  fileTooLarge,
  TableFault,
  type TableSource,
  tableLimits,
  truncated,
} from './tableFormat.ts';

/** Without O_NONBLOCK a named pipe would hang the open for ever; Windows has neither the flag nor the trouble. */
const readFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function openFailure(error: unknown): Outcome<never> {
  const reason = systemCodeOf(error) || 'unknown';
  return reason === 'ENOENT'
    ? failure('IMPORT_FILE_NOT_FOUND')
    : failure('IMPORT_FILE_UNREADABLE', { reason });
}

async function sourceOf(handle: FileHandle, path: string): Promise<Outcome<TableSource>> {
  const stats = await handle.stat();
  if (!stats.isFile()) return failure('IMPORT_NOT_A_FILE');
  if (stats.size === 0) return failure('IMPORT_FILE_EMPTY');
  if (stats.size > tableLimits.fileBytes) return fileTooLarge(stats.size, tableLimits.fileBytes);
  const head = new Uint8Array(Math.min(headBytes, stats.size));
  const { bytesRead } = await handle.read(head, 0, head.length, 0);
  return done({ path, sizeBytes: stats.size, head: head.subarray(0, bytesRead), handle });
}

/**
 * Opens a file for reading, at most 200 MB, and hands it to `work`. The handle is closed when `work` fails or throws; after a
 * success its owner closes it. Failures: IMPORT_FILE_*, IMPORT_NOT_A_FILE and those of `work`.
 */
export async function openSource<T>(
  path: string,
  work: (source: TableSource) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  let handle: FileHandle;
  try {
    handle = await open(path, readFlags);
  } catch (error) {
    return openFailure(error);
  }
  let isKept = false;
  try {
    const source = await sourceOf(handle, path);
    if (!source.ok) return source;
    const used = await work(source.value);
    isKept = used.ok;
    return used;
  } catch (error) {
    if (systemCodeOf(error) !== '') return openFailure(error);
    throw error;
  } finally {
    if (!isKept) await handle.close();
  }
}

/** First bytes of a source, for sniffing. */
const headBytes = 4096;

/** The same file with its wrapping taken off: what formats see are these bytes. */
export function memorySource(outer: TableSource, memory: Buffer): TableSource {
  return { ...outer, memory, sizeBytes: memory.length, head: memory.subarray(0, headBytes) };
}

/**
 * The file's bytes from the beginning, through the one handle and with own positions, so that several passes do not
 * disturb each other. Throws `TableFault` when the file became shorter meanwhile.
 */
export async function* readChunks(source: TableSource): AsyncGenerator<Uint8Array, void, void> {
  if (source.memory !== undefined) {
    for (let from = 0; from < source.memory.length; from += chunkBytes) {
      yield source.memory.subarray(from, from + chunkBytes);
    }
    return;
  }
  let position = 0;
  while (position < source.sizeBytes) {
    const chunk = new Uint8Array(Math.min(chunkBytes, source.sizeBytes - position));
    const { bytesRead } = await source.handle.read(chunk, 0, chunk.length, position);
    if (bytesRead === 0) throw truncated();
    position += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}

/** The whole file, for formats that cannot be read front to back. Refuses more than `maxBytes`. */
export async function readWhole(source: TableSource, maxBytes: number): Promise<Buffer> {
  if (source.sizeBytes > maxBytes) throw new TableFault(fileTooLarge(source.sizeBytes, maxBytes));
  if (source.memory !== undefined) return source.memory;
  const content = Buffer.alloc(source.sizeBytes);
  let bytes = 0;
  for await (const chunk of readChunks(source)) {
    content.set(chunk, bytes);
    bytes += chunk.length;
  }
  return content;
}
