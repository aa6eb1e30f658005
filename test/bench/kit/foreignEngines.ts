import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { benchFolder, projectFolder } from './benchFolders.ts';

const engineFolder = join(benchFolder, 'engines');

/** Installs what is drawn against, beside the project: the product depends on none of it. false: no registry to be had. */
export function installForeignEngines(): boolean {
  if (existsSync(join(engineFolder, 'node_modules/@resvg/resvg-js/package.json'))) return true;
  mkdirSync(engineFolder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json'])
    copyFileSync(join(projectFolder, 'test/bench/engines', name), join(engineFolder, name));
  return spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: engineFolder, stdio: 'ignore' }).status === 0;
}

/** Their types are not installed with the project: each engine states the part it uses. */
export const requireEngine = createRequire(join(engineFolder, 'package.json'));
