import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runtimeFolders } from '../../runtime/runtimeFolders.ts';
import { projectFolder } from './benchFolders.ts';

/** Figures of the window need a display, the runtime of `npm run runtime:setup` and a build. */
export function expectWindow(): void {
  const isReady = process.env.DISPLAY !== undefined && existsSync(runtimeFolders.fetchedProgram);
  if (!isReady || !existsSync(join(projectFolder, 'out/renderer/index.html')))
    throw new Error(
      'needs a display and the compatibility runtime: npm run runtime:setup, npm run build, xvfb-run -a',
    );
}
