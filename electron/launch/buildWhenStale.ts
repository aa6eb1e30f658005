import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const projectFolder = resolve(import.meta.dirname, '../..');
const sources = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json'];
const builtFiles = [
  'out/main/main.cjs',
  'out/main/core.cjs',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

/** UTC ms of the newest change at or below the path. Compiler notes do not count. */
function newestChange(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return path.endsWith('.tsbuildinfo') ? 0 : stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

function isBuildStale(): boolean {
  const built = builtFiles.map((file) => join(projectFolder, file));
  if (!built.every((file) => existsSync(file))) return true;
  const oldestBuilt = Math.min(...built.map((file) => statSync(file).mtimeMs));
  return sources.some((source) => newestChange(join(projectFolder, source)) > oldestBuilt);
}

/** Builds the window when the sources are newer than it. Returns whether there is a build to start. */
export function buildWhenStale(): boolean {
  if (!isBuildStale()) return true;
  const electronVite = join(projectFolder, 'node_modules/electron-vite/bin/electron-vite.js');
  const build = spawnSync(process.execPath, [electronVite, 'build', '--logLevel', 'warn'], {
    cwd: projectFolder,
    stdio: ['ignore', 2, 2],
  });
  return build.status === 0;
}
