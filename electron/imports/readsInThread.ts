import { done } from '../../shared/errors/outcome.ts';
import { openSource } from './kit/openSource.ts';

/** Below this (some 2,000 rows) starting a thread takes longer than it saves. */
const THREAD_FROM_BYTES = 256 * 1024;
const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Is the file to be read in a thread of its own? Large ones are, to keep this one free; the old binary formats whatever
 * their size: they are read whole and in one go, and a thread can be ended in the middle of that.
 */
export async function readsInThread(path: string): Promise<boolean> {
  const looked = await openSource(path, async ({ sizeBytes, head, handle }) => {
    await handle.close();
    return done(sizeBytes >= THREAD_FROM_BYTES || OLE_SIGNATURE.every((byte, index) => head[index] === byte));
  });
  // Whatever is wrong with the path is told by the opening itself.
  return looked.ok && looked.value;
}
