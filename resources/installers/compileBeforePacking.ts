import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const parts = resolve(import.meta.dirname, '../../out/main');

/** What electron-builder says of the Electron that it has just laid out. */
interface Extracted {
  readonly appOutDir: string;
  readonly electronPlatformName: string;
  /** By its list `Arch`. */
  readonly arch: number;
}

const ownArch: Readonly<Record<string, number>> = { x64: 1, arm64: 3 };

const programs: Readonly<Record<string, string>> = {
  linux: 'electron',
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

/**
 * electron-builder calls it by this name before it packs the built program: its parts are compiled by the Electron that they are packed
 * with. One of another system cannot run here; its package goes without, and compiles at each start.
 */
export function afterExtract({ appOutDir, electronPlatformName, arch }: Extracted): void {
  for (const name of readdirSync(parts)) if (name.endsWith('.compiled')) rmSync(join(parts, name));
  const program = programs[electronPlatformName];
  const isOwn = electronPlatformName === process.platform && arch === ownArch[process.arch];
  if (program === undefined || !isOwn) return;
  const { status, stderr, error } = spawnSync(join(appOutDir, program), [join(parts, 'compileParts.cjs')], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the parts were not compiled: ${error?.message ?? stderr}`);
}
