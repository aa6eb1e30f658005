import { createReadStream } from 'node:fs';
import { writtenText } from '../../platform/writtenText.ts';

/** Far more than a thousand rules or a template with its logo; a device or pipe may never end. */
const mostBytes = 16 * 1024 * 1024;

/** A text file that a person wrote with any program; null: unreadable, no text, or too large. */
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

/** The file parsed as JSON; undefined: unreadable, or no JSON. */
export async function readWrittenJson(path: string): Promise<unknown> {
  try {
    return JSON.parse((await readWrittenText(path)) ?? '');
  } catch {
    return undefined;
  }
}
