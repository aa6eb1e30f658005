import { writeSync } from 'node:fs';

/**
 * Writes all of it, or throws what the disk says. A disk that fills up takes a part and says nothing: only the next try is refused, so
 * a single call leaves a file cut off that looks written.
 */
export function writeWhole(file: number, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
