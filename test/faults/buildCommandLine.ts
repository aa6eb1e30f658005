import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildWhenStale, projectFolder } from '../../electron/launch/buildWhenStale.ts';

/** Builds once for all test files what they run: the command line, and the one with fault points. */
export function setup(): void {
  if (!buildWhenStale('commandLine')) throw new Error('the command line was not built');
  const built = spawnSync(
    process.execPath,
    [
      join(projectFolder, 'node_modules/vite/bin/vite.js'),
      'build',
      '--config',
      'vite.faults.config.ts',
      '--logLevel',
      'warn',
    ],
    { cwd: projectFolder, stdio: ['ignore', 2, 2] },
  );
  if (built.status !== 0) throw new Error('the command line with fault points was not built');
}
