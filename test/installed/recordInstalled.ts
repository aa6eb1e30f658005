import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runtimeFolders } from '../runtime/runtimeFolders.ts';

export const figuresFolder = join(runtimeFolders.cache, 'installed/figures');

/** A figure for RESULTS.md. */
export function recordInstalled(what: string, figure: string): void {
  mkdirSync(figuresFolder, { recursive: true });
  writeFileSync(
    join(figuresFolder, `${what.replaceAll(/\W+/g, '-')}.json`),
    JSON.stringify({ what, figure }),
  );
}
