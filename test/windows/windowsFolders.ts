import { join, win32 } from 'node:path';
import { runtimeFolders } from '../runtime/runtimeFolders.ts';

const base = join(runtimeFolders.cache, 'windows');
const prefix = join(base, 'prefix');
const driveC = join(prefix, 'drive_c');

/** As an installed program lies there: with a space in the path, and signs no western code page has. */
const programPlace = 'Program Files/ShipDesk 发货台';

/** Where the Windows of the tests lies. Everything can be deleted and is made again. */
export const windowsFolders = {
  base,
  prefix,
  driveC,
  /** The letters of its drives, as links. */
  drives: join(prefix, 'dosdevices'),
  /** `D:`, a second disk. */
  disk: join(base, 'disk'),
  /** `N:` and `\\\\server\\发货`, a folder of another computer. */
  server: join(base, 'server'),
  program: join(driveC, programPlace),
  node: join(driveC, programPlace, 'node.exe'),
  stamp: join(base, 'stamp.json'),
} as const;

/** How Windows calls a file of this machine: on `C:` what lies in its drive, on `Z:` everything else. */
export function windowsPath(path: string): string {
  const onC = path.startsWith(`${driveC}/`);
  const [letter, rest] = onC ? ['C', path.slice(driveC.length)] : ['Z', path];
  return win32.normalize(`${letter}:${rest}`);
}
