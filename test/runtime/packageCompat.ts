import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './runTool.ts';
import { runtimeFolders } from './runtimeFolders.ts';

const electronVersion = '25.1.1';

/** electron-builder takes a dist without an app in it, and asks its `version` file what it is. */
function prepareDist(dist: string): void {
  rmSync(dist, { recursive: true, force: true });
  cpSync(runtimeFolders.electron, dist, {
    recursive: true,
    filter: (path) => !path.startsWith(join(runtimeFolders.electron, 'resources/')),
  });
  writeFileSync(join(dist, 'version'), electronVersion);
}

/** By this word in its package the program lets itself be driven from outside. Nothing that is released is packaged with it. */
const drivenByTests = '\nextraMetadata: { isDrivenByTests: true }\n';

/** The shipped configuration with the four lines changed that the old runtime makes necessary. */
function compatConfig(dist: string, output: string, isDriven: boolean): string {
  const shipped = readFileSync(join(runtimeFolders.project, 'electron-builder.yml'), 'utf8');
  const changes: readonly (readonly [RegExp, string])[] = [
    [/^electronVersion: .*$/m, `electronVersion: ${electronVersion}\nelectronDist: ${JSON.stringify(dist)}`],
    [/^ {2}output: .*$/m, `  output: ${JSON.stringify(output)}`],
    // This Electron does not know the fuse yet.
    [/^ {2}grantFileProtocolExtraPrivileges: .*\n/m, ''],
  ];
  return changes.reduce(
    (text, [from, to]) => {
      if (!from.test(text))
        throw new Error(`electron-builder.yml has changed: ${from} is not in it any more`);
      return text.replace(from, to);
    },
    shipped + (isDriven ? drivenByTests : ''),
  );
}

/**
 * Packages the built app with the shipped `electron-builder.yml`, but around the compatibility runtime, since the real
 * one cannot be downloaded everywhere. Returns the folder of the unpacked program. Needs `out/` and the runtime. `driven`: a
 * program that tests may drive, which the released one refuses.
 */
export function packageCompat(kind: 'released' | 'driven' = 'released'): string {
  const dist = join(runtimeFolders.cache, 'packaging-dist');
  const output = join(runtimeFolders.cache, kind === 'driven' ? 'packaged-driven' : 'packaged');
  const builder = join(runtimeFolders.project, 'node_modules/electron-builder/cli.js');
  prepareDist(dist);
  rmSync(output, { recursive: true, force: true });
  const config = join(runtimeFolders.cache, 'packaging.yml');
  writeFileSync(config, compatConfig(dist, output, kind === 'driven'));
  const args = [builder, '--linux', 'dir', '--publish', 'never', '--config', config];
  runTool(process.execPath, args, { cwd: runtimeFolders.project });
  rmSync(dist, { recursive: true });
  const program = join(output, 'linux-unpacked');
  const addon = join(
    program,
    'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node',
  );
  if (!existsSync(addon)) throw new Error(`the add-on is not outside the archive: ${addon}`);
  cpSync(join(runtimeFolders.sqlite, 'prebuilds/linux-x64.node'), addon);
  return program;
}
