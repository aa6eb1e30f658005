import { readFileSync, renameSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { FileHeld } from '../../shared/errors/outcome.ts';
import { systemCodeOf } from './expectedFailure.ts';

/** Between the tries; together about three seconds, longer than an antivirus takes for a small file. */
const pausesMs = [5, 10, 20, 40, 80, 150, 300, 600, 800, 1_000] as const;

/** What Windows says of a file that another program has open; elsewhere these stand for missing rights, which waiting does not fix. */
const heldCodes: readonly string[] = ['EPERM', 'EBUSY', 'EACCES'];

const isHeld = (error: unknown): boolean =>
  process.platform === 'win32' && heldCodes.includes(systemCodeOf(error));

/** How long until the next try; throws what waiting does not fix, and `FileHeld` after the last one. */
function pauseAfter(error: unknown, tries: number, path: string): number {
  if (!isHeld(error)) throw error;
  const pauseMs = pausesMs[tries];
  if (pauseMs === undefined) throw new FileHeld(path);
  return pauseMs;
}

/**
 * Windows refuses while an antivirus, a folder sync or Excel holds a file: tried again for a moment, then `FileHeld` names it. Everything
 * else waits as well; these are small files.
 */
function patiently<T>(path: string, action: () => T): T {
  for (let tries = 0; ; tries++) {
    try {
      return action();
    } catch (error) {
      const pauseMs = pauseAfter(error, tries, path);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
    }
  }
}

/** Renames, over a file that is there. */
export const renamePatiently = (from: string, to: string): void => patiently(to, () => renameSync(from, to));

export const readPatiently = (path: string): Buffer => patiently(path, () => readFileSync(path));

/** Renames without stopping everything else meanwhile. */
export async function renameInTurn(from: string, to: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await rename(from, to);
    } catch (error) {
      const pauseMs = pauseAfter(error, tries, to);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
