import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

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
