import { homedir } from 'node:os';
import { join } from 'node:path';

/** The operating system's per-user data folder for this product. */
export function defaultDataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  system: string = process.platform,
): string {
  if (system === 'win32')
    return join(environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'ShipDesk');
  if (system === 'darwin') return join(homedir(), 'Library', 'Application Support', 'ShipDesk');
  return join(environment.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'shipdesk');
}
