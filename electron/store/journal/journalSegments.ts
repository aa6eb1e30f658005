import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A backup older than this may be restored only with the platforms' own memory of order codes as guard. */
const keptMs = 90 * 24 * 60 * 60_000;

export const segmentName = (no: number): string => `${String(no).padStart(6, '0')}.journal`;

/** Numbers of the files there are, ascending. */
export function listSegments(folder: string): number[] {
  return readdirSync(folder)
    .filter((name) => /^\d{6}\.journal$/.test(name))
    .map((name) => Number(name.slice(0, 6)))
    .sort((left, right) => left - right);
}

/** Removes full files that nobody wrote to for 90 days; the newest always stays. */
export function removeOldSegments(folder: string, now: number): void {
  for (const no of listSegments(folder).slice(0, -1)) {
    const path = join(folder, segmentName(no));
    if (now - statSync(path).mtimeMs > keptMs) rmSync(path);
  }
}
