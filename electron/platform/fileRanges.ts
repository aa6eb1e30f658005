import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes of a file from a place on; throws where it ends before. */
export type ReadRange = (start: number, length: number) => DataView;

/**
 * Opens a file of which only parts are read, when they are wanted. It stays open until the process ends, so that an update which puts
 * another one in its place changes nothing of it; what `work` throws closes it.
 */
export function openRanges<T>(path: string, work: (read: ReadRange) => T): T {
  const file = openSync(path, 'r');
  try {
    return work((start, length) => {
      const bytes = new DataView(new ArrayBuffer(length));
      if (readSync(file, bytes, 0, length, start) < length) throw new Error('a file ends too early');
      return bytes;
    });
  } catch (error) {
    closeSync(file);
    throw error;
  }
}
