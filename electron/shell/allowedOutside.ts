import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';

/** Where operators look a parcel up, and where they manage their accounts. Subdomains are not included. */
const allowedHosts: ReadonlySet<string> = new Set([
  'www.kuaidi100.com',
  'api.kuaidi100.com',
  'www.kdniao.com',
  'www.sf-express.com',
  'open.sf-express.com',
  'www.zto.com',
  'www.yto.net.cn',
  'www.yundaex.com',
  'www.sto.cn',
  'www.jdl.com',
  'www.ems.com.cn',
  'www.deppon.com',
]);

const maxLength = 2048;

/** The address as it may be given to the system, null when it may not: https, a host of the list, no user part or port. */
export function allowedExternalUrl(address: unknown): string | null {
  if (typeof address !== 'string' || address.length > maxLength || !/^[\x21-\x7e]+$/.test(address))
    return null;
  try {
    const { protocol, host, username, password, href } = new URL(address);
    const isPlain = protocol === 'https:' && username === '' && password === '' && !address.includes('\\');
    return isPlain && allowedHosts.has(host) ? href : null;
  } catch {
    return null;
  }
}

/** Where the program writes what an operator may want to see. */
const shownFolders = ['results', 'backups'];

/** The file as the system knows it when it is in such a folder of the workspace, links followed; null otherwise. */
export function allowedShownFile(dataFolder: string, path: string): string | null {
  for (const name of shownFolders) {
    const file = fileInside(join(dataFolder, name), path);
    if (file !== null) return file;
  }
  return null;
}

function fileInside(shownFolder: string, path: string): string | null {
  try {
    const folder = realpathSync(shownFolder);
    const file = realpathSync(path);
    const inside = relative(folder, file);
    return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : file;
  } catch {
    return null;
  }
}
