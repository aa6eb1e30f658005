import { spawnSync } from 'node:child_process';

const packageOfTool = { 'g++': 'g++', make: 'make', python3: 'python3', tar: 'tar' } as const;

/** Debian packages that are needed to build the add-on and whose program does not answer. */
export function missingBuildTools(): string[] {
  return Object.entries(packageOfTool)
    .filter(([tool]) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status !== 0)
    .map(([, name]) => name);
}
