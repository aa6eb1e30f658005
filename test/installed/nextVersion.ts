import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newKey, signRelease } from '../../resources/installers/signRelease.ts';
import { runTool } from '../runtime/runTool.ts';
import { runtimeFolders } from '../runtime/runtimeFolders.ts';

const own = newKey();
const foreign = newKey();

/** Builds a key into what is packaged next, as the release workflow does. */
export function trustReleases(): void {
  for (const part of ['main', 'cli'])
    writeFileSync(
      join(runtimeFolders.project, 'out', part, 'release.json'),
      JSON.stringify({ key: own.key }),
    );
}

/** Lays a signed .deb of another version into a folder: the same program, which calls itself by that version. Its path. */
export function publishNext(
  deb: string,
  folder: string,
  version: string,
  { isForeign = false }: { readonly isForeign?: boolean } = {},
): string {
  const laidOut = `${folder}-laid-out`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const name = `shipdesk_${version}_amd64.deb`;
  if (isForeign) cpSync(deb, join(folder, name));
  else {
    runTool('dpkg-deb', ['--raw-extract', deb, laidOut], { cwd: folder });
    replaceIn(join(laidOut, 'DEBIAN/control'), /^Version: .*$/m, `Version: ${version}`);
    const program = join(laidOut, 'opt/ShipDesk/resources/command-line');
    const [bundle = ''] = readdirSync(program).filter((one) => /^commandLine-.*\.cjs$/.test(one));
    replaceIn(join(program, bundle), /version: "0\.1\.0"/, `version: "${version}"`);
    runTool('dpkg-deb', ['-Zzstd', '-z1', '--build', laidOut, join(folder, name)], { cwd: folder });
    rmSync(laidOut, { recursive: true });
  }
  const notes = { 'zh-CN': '新', en: 'new' };
  const keys = isForeign ? foreign : own;
  signRelease({ folder, channel: 'stable', share: 100, version, releasedOn: '2026-11-28', notes, ...keys });
  return join(folder, name);
}

function replaceIn(file: string, what: RegExp, by: string): void {
  const text = readFileSync(file, 'utf8');
  if (!what.test(text)) throw new Error(`${what} is not in ${file}`);
  writeFileSync(file, text.replace(what, by));
}
