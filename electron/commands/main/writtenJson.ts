import { readFile } from 'node:fs/promises';
import { writtenText } from '../../platform/writtenText.ts';

/** A file that a person wrote as JSON, with whatever program; undefined: it cannot be read, or is none. */
export async function readWrittenJson(path: string): Promise<unknown> {
  try {
    const text = writtenText(await readFile(path));
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
