import { join } from 'node:path';
import { build } from 'vite';
import { runtimeFolders } from '../../runtime/runtimeFolders.ts';

export const builtPage = join(runtimeFolders.project, 'out/page');

/** Builds the page with its doubles, once for all who open it. */
export async function buildPage(): Promise<void> {
  await build({ configFile: join(import.meta.dirname, 'vite.config.ts') });
}
