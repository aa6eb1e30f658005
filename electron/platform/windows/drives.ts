import { statfsSync } from 'node:fs';
import { resolve, win32 } from 'node:path';
import { nativeCalls } from './native.ts';

/** Where a folder lies, as far as it matters to a database: on this computer or over a network. */
export type FolderPlace = 'local' | 'network' | 'roaming';

/** `DRIVE_REMOTE` */
const remoteDrive = 4;

/** Of a path alone; `isRemote` says it of a drive's root. */
export function windowsPlace(
  path: string,
  { APPDATA: roaming = '' }: NodeJS.ProcessEnv,
  isRemote: (root: string) => boolean,
): FolderPlace {
  const { root } = win32.parse(path);
  // `\\?\C:\` and `\\.\` are no server.
  const isServer = /^[\\/]{2}(?![?.][\\/])/.test(path) || /^\\\\\?\\UNC\\/i.test(path);
  if (isServer || isRemote(root)) return 'network';
  const isBelow = roaming !== '' && `${path}\\`.toLowerCase().startsWith(`${roaming}\\`.toLowerCase());
  return isBelow ? 'roaming' : 'local';
}

/** NFS, SMB and CIFS, as Linux numbers them. */
const networkKinds: readonly number[] = [0x6969, 0x517b, 0xfe534d42, 0xff534d42];

/** A folder that is not there yet counts as local. */
export function placeOf(folder: string): FolderPlace {
  const path = resolve(folder);
  if (process.platform !== 'win32') {
    try {
      return networkKinds.includes(statfsSync(path).type >>> 0) ? 'network' : 'local';
    } catch {
      return 'local';
    }
  }
  const driveType = nativeCalls()?.declare('kernel32.dll', 'GetDriveTypeW', 'uint32', ['str16']);
  return windowsPlace(path, process.env, (root) => driveType?.(root) === remoteDrive);
}
