import { fstatSync, writeSync } from 'node:fs';
import { ExpectedError, failure } from '../../shared/errors/outcome.ts';

/** How results are written: RESULT_NOT_WRITTEN is thrown where a file or a device does not take all of it. */
export function outputWriter(output: typeof process.stdout): (text: string) => void {
  if (!isFile(output)) return (text) => void output.write(text);
  return (text) => writeWhole(output.fd, text);
}

/** A device counts as one, a pipe and a terminal do not. */
function isFile({ fd, isTTY }: typeof process.stdout): boolean {
  try {
    const found = fstatSync(fd);
    return found.isFile() || (found.isCharacterDevice() && !isTTY);
  } catch {
    // A program without a console has none.
    return false;
  }
}

/** Node's own stream writes once and does not look how much a full disk has taken. */
function writeWhole(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(fd, bytes, written);
  } catch {
    throw new ExpectedError(failure('RESULT_NOT_WRITTEN'));
  }
}
