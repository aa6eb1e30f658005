import { existsSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { dirname, extname, join, posix, win32 } from 'node:path';

/** The operating system's per-user data folder for this product. */
export function defaultDataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  system: string = process.platform,
): string {
  if (system === 'win32')
    // Never the roaming profile: it is copied to a server at each sign-out, a database in the middle of work with it.
    return join(given(environment.LOCALAPPDATA, win32) ?? join(home(), 'AppData', 'Local'), 'ShipDesk');
  if (system === 'darwin') return join(home(), 'Library', 'Application Support', 'ShipDesk');
  return join(given(environment.XDG_DATA_HOME, posix) ?? join(home(), '.local', 'share'), 'shipdesk');
}

/** An empty HOME counts as unset. */
const home = (): string => homedir() || userInfo().homedir;

/** Empty, or relative to the current folder, it is ignored. */
const given = (folder: string | undefined, system: typeof posix): string | null =>
  folder !== undefined && system.isAbsolute(folder) ? folder : null;

/** Every copy of the resources holds it. */
const marker = join('fonts', 'OFL.txt');

/**
 * The folder with fonts, division data and sample orders, found from where the running file lies: beside the sources,
 * above `out/`, or in a packaged app (`packagedFolder` is `process.resourcesPath`, which plain Node lacks).
 */
export function resourceFolder(runningFolder: string, packagedFolder?: string): string {
  const packaged = packagedFolder === undefined ? [] : [join(packagedFolder, 'shipdesk')];
  const found = [...packaged, ...foldersAbove(runningFolder).map((folder) => join(folder, 'resources'))].find(
    (folder) => existsSync(join(folder, marker)),
  );
  if (found === undefined) throw new Error(`no resources were found above ${runningFolder}`);
  return found;
}

function foldersAbove(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersAbove(parent)];
}

/** The entry of a thread or process: it lies beside the running file, built or as source. */
export function threadFile(runningFile: string, thread: 'orderReader' | 'backupMaker' | 'logCopier'): string {
  return join(dirname(runningFile), `${thread}${extname(runningFile)}`);
}
