import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildWhenStale, projectFolder } from '../../electron/launch/buildWhenStale.ts';

function build(config: string): void {
  const vite = join(projectFolder, 'node_modules/vite/bin/vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
    cwd: projectFolder,
    stdio: ['ignore', 2, 2],
  });
  if (built.status !== 0) throw new Error(`${config} was not built`);
}

/** Builds once for all test files what they run: the command line, the one with fault points, and the benches. */
export function setup(): void {
  if (!buildWhenStale('commandLine')) throw new Error('the command line was not built');
  build('vite.faults.config.ts');
  build('vite.programs.config.ts');
}
