import { failure } from '../../../shared/errors/outcome.ts';
import { TableFault } from './tableFault.ts';
import type { TableSource } from './tableFormat.ts';

const CHUNK_BYTES = 256 * 1024;

/**
 * The file's bytes from the beginning, through the one handle and with own positions, so that several passes do not
 * disturb each other. Throws `TableFault` when the file became shorter meanwhile.
 */
export async function* readChunks(source: TableSource): AsyncGenerator<Uint8Array, void, void> {
  if (source.memory !== undefined) {
    for (let from = 0; from < source.memory.length; from += CHUNK_BYTES) {
      yield source.memory.subarray(from, from + CHUNK_BYTES);
    }
    return;
  }
  let position = 0;
  while (position < source.sizeBytes) {
    const chunk = new Uint8Array(Math.min(CHUNK_BYTES, source.sizeBytes - position));
    const { bytesRead } = await source.handle.read(chunk, 0, chunk.length, position);
    if (bytesRead === 0) throw new TableFault(failure('IMPORT_FILE_TRUNCATED'));
    position += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}

/** The whole file, for formats that cannot be read front to back. Refuses more than `maxBytes`. */
export async function readWhole(source: TableSource, maxBytes: number): Promise<Buffer> {
  if (source.sizeBytes > maxBytes) {
    const megabyte = 1024 * 1024;
    throw new TableFault(
      failure('IMPORT_FILE_TOO_LARGE', {
        sizeMb: Math.ceil(source.sizeBytes / megabyte),
        limitMb: Math.floor(maxBytes / megabyte),
      }),
    );
  }
  const parts: Uint8Array[] = [];
  for await (const chunk of readChunks(source)) parts.push(chunk);
  return Buffer.concat(parts);
}
