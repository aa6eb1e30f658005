import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { windowsFolders } from './windowsFolders.ts';

/** A count that no number of tests says, for RESULTS.md. */
export function recordWindows(what: string, count: number): void {
  const folder = join(windowsFolders.base, 'counts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${what.replaceAll(/\W+/g, '-')}.json`), JSON.stringify({ what, count }));
}
