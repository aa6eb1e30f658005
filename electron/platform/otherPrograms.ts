import { existsSync } from 'node:fs';
import { join, win32 } from 'node:path';

/**
 * What another program of this computer learns of our surroundings: where its own files lie, how to speak, whom to print at.
 * Everything else stays here; a passphrase in our surroundings would otherwise be readable in every program we start.
 */
const allowed: readonly string[] = [
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'LANG',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'windir',
  'CUPS_SERVER',
  'CUPS_ENCRYPTION',
];

/** The surroundings of a program that we start. Windows writes the names of variables as it likes. */
export function childEnvironment(
  environment: NodeJS.ProcessEnv,
  more: Readonly<Record<string, string>>,
): NodeJS.ProcessEnv {
  const names = new Set(allowed.map((name) => name.toUpperCase()));
  const passedOn = Object.entries(environment).filter(
    ([name]) => names.has(name.toUpperCase()) || name.startsWith('LC_'),
  );
  return { ...Object.fromEntries(passedOn), ...more };
}

/** Where systems keep their own programs; only their owner writes there. */
const programFolders = ['/usr/bin', '/bin', '/run/current-system/sw/bin'];

/** A program of the system by its full path: whatever lies in a folder of `PATH` under the same name is never started. */
export function systemProgram(name: string, folders: readonly string[] = programFolders): string | null {
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

const usualRoot = 'C:\\Windows';

/** A library of Windows by its full path: a file of the same name beside the program or in its folder is never loaded. */
export function windowsLibrary(name: string, environment: NodeJS.ProcessEnv): string {
  const root = environment.SystemRoot ?? environment.SYSTEMROOT ?? usualRoot;
  return win32.join(win32.isAbsolute(root) ? root : usualRoot, 'System32', name);
}
