import type { TableSource } from './tableFormat.ts';

/** First bytes of a source, for sniffing. */
export const HEAD_BYTES = 4096;

/** The same file with its wrapping taken off: what formats see are these bytes. */
export function memorySource(outer: TableSource, memory: Buffer): TableSource {
  return { ...outer, memory, sizeBytes: memory.length, head: memory.subarray(0, HEAD_BYTES) };
}
