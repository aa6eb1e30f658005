import type { FileHandle } from 'node:fs/promises';
import { done } from '../../shared/errors/outcome.ts';
import { readZipDirectory } from './containers/zipDirectory.ts';
import { openSource } from './kit/openSource.ts';
import { catchTableFault, chunkBytes } from './kit/tableFormat.ts';

/** The longest that is looked for, written with whatever between its digits. */
const overlap = 64;

/** Does this file say it? Workbooks are looked through part by part. What cannot be read says nothing. */
export async function fileHolds(path: string, isNamed: (text: string) => boolean): Promise<boolean> {
  const read = await openSource(path, (source) =>
    catchTableFault(async () => {
      const { handle } = source;
      const isZip = Buffer.from(source.head.subarray(0, 2)).toString('latin1') === 'PK';
      if (!isZip) return done({ handle, isHeld: await isNamedIn(chunksOf(handle), isNamed) });
      const zip = await readZipDirectory(source);
      if (!zip.ok) return zip;
      for (const { name, isFile } of zip.value.members)
        if (isFile && (await isNamedIn(zip.value.stream(name), isNamed)))
          return done({ handle, isHeld: true });
      return done({ handle, isHeld: false });
    }),
  );
  if (!read.ok) return false;
  await read.value.handle.close();
  return read.value.isHeld;
}

/** Digits are the same in every encoding that files here have. */
async function isNamedIn(
  chunks: AsyncIterable<Uint8Array>,
  isNamed: (text: string) => boolean,
): Promise<boolean> {
  let before = '';
  for await (const chunk of chunks) {
    const text = before + Buffer.from(chunk).toString('latin1');
    if (isNamed(text)) return true;
    before = text.slice(-overlap);
  }
  return false;
}

async function* chunksOf(handle: FileHandle): AsyncGenerator<Uint8Array, void, void> {
  const stream = handle.createReadStream({ start: 0, autoClose: false, highWaterMark: chunkBytes });
  for await (const chunk of stream) yield chunk as Uint8Array;
}
