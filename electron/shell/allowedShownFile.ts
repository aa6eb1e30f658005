import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';

/** The file as the system knows it when it lies in the results folder of the workspace, links followed; null otherwise. */
export function allowedShownFile(dataFolder: string, path: string): string | null {
  try {
    const folder = realpathSync(join(dataFolder, 'results'));
    const file = realpathSync(path);
    const inside = relative(folder, file);
    return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : file;
  } catch {
    return null;
  }
}
