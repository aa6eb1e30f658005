import { readSync } from 'node:fs';

/** One piece of a database file in memory: 1 MB keeps a large backup flat. */
const chunkBytes = 1024 * 1024;

/** The bytes of an open file from `start` on, `length` of them, fewer when it ends before. Each chunk is valid until the next. */
export function* readChunks(file: number, start: number, length: number): Generator<Uint8Array> {
  const buffer = Buffer.alloc(Math.min(chunkBytes, Math.max(length, 1)));
  let position = start;
  const end = start + length;
  while (position < end) {
    const got = readSync(file, buffer, 0, Math.min(buffer.length, end - position), position);
    if (got === 0) return;
    yield buffer.subarray(0, got);
    position += got;
  }
}
