import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { putBuildInPlace } from './putBuildInPlace.ts';

export const projectFolder = resolve(import.meta.dirname, '../..');

interface BuildTarget {
  /** What the build reads; a change below any of them makes it stale. */
  readonly sources: readonly string[];
  readonly builtFiles: readonly string[];
  /** Script below node_modules and its arguments. */
  readonly command: readonly [script: string, ...args: string[]];
  /** Built beside it and put there file by file: several may start at once, and others run from it meanwhile. */
  readonly putInto?: string;
}

const targets = {
  window: {
    sources: ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'vite.parts.ts', 'package.json'],
    builtFiles: [
      'out/main/startMain.cjs',
      'out/main/main.cjs',
      'out/main/startCore.cjs',
      'out/main/core.cjs',
      'out/preload/index.cjs',
      'out/renderer/index.html',
    ],
    command: ['electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'],
  },
  commandLine: {
    sources: ['electron', 'shared', 'vite.cli.config.ts', 'vite.parts.ts', 'package.json'],
    builtFiles: ['out/cli/cli.cjs'],
    command: ['vite/bin/vite.js', 'build', '--config', 'vite.cli.config.ts', '--logLevel', 'warn'],
    putInto: 'out/cli',
  },
} satisfies Readonly<Record<string, BuildTarget>>;

/** UTC ms of the newest change at or below the path. Compiler notes do not count. */
function newestChange(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return path.endsWith('.tsbuildinfo') ? 0 : stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

function isStale({ sources, builtFiles }: BuildTarget): boolean {
  const built = builtFiles.map((file) => join(projectFolder, file));
  if (!built.every((file) => existsSync(file))) return true;
  const oldestBuilt = Math.min(...built.map((file) => statSync(file).mtimeMs));
  return sources.some((source) => newestChange(join(projectFolder, source)) > oldestBuilt);
}

/** Builds when the sources are newer. Returns whether there is a build to start; build messages go to stderr. */
export function buildWhenStale(name: keyof typeof targets): boolean {
  const target: BuildTarget = targets[name];
  if (!isStale(target)) return true;
  const { putInto } = target;
  if (putInto === undefined) return run(target.command);
  const out = join(projectFolder, 'out');
  mkdirSync(out, { recursive: true });
  const made = mkdtempSync(join(out, 'building-'));
  try {
    const isBuilt = run([...target.command, '--outDir', made]);
    if (isBuilt) putBuildInPlace(made, join(projectFolder, putInto), statSync(made).mtimeMs);
    return isBuilt;
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

function run([script, ...args]: BuildTarget['command']): boolean {
  const build = spawnSync(process.execPath, [join(projectFolder, 'node_modules', script), ...args], {
    cwd: projectFolder,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, SHIPDESK_PASSPHRASE: undefined, SHIPDESK_PASSPHRASE_FILE: undefined },
  });
  return build.status === 0;
}
