import { createReadStream } from 'node:fs';
import { writtenText } from '../../platform/writtenText.ts';

/** Far more than rules of a thousand lines or a template with its logo have; a device or pipe may have no end. */
const mostBytes = 16 * 1024 * 1024;

/** A file that a person wrote, with whatever program; null: it cannot be read, is no text, or is beyond any size of one. */
export async function readWrittenText(path: string): Promise<string | null> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const piece of createReadStream(path)) {
      bytes += (piece as Uint8Array).length;
      if (bytes > mostBytes) return null;
      pieces.push(piece as Uint8Array);
    }
  } catch {
    return null;
  }
  return writtenText(Buffer.concat(pieces));
}

/** The same as JSON; undefined: it cannot be read, or is none. */
export async function readWrittenJson(path: string): Promise<unknown> {
  try {
    return JSON.parse((await readWrittenText(path)) ?? '');
  } catch {
    return undefined;
  }
}
