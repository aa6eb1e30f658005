/**
 * Packs an unpacked Linux program into a Debian package: `node resources/installers/buildDeb.ts [UNPACKED [FOLDER]]`. Without
 * words it takes what electron-builder has left in `release`. Says the path of the package.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { control, copyright, desktopEntry, postrm, programFolder } from './debFiles.ts';

const project = resolve(import.meta.dirname, '../..');
const manifest = z.object({ version: z.string(), description: z.string() });

function write(root: string, path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text, { mode });
}

function copy(root: string, from: string, path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  cpSync(from, join(root, path), { recursive: true, verbatimSymlinks: true });
}

/** Readable by all and writable by root, whatever the umask of the builder was. Returns the bytes of all files. */
function setModes(path: string): number {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return 0;
  chmodSync(path, stat.isDirectory() || (stat.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + setModes(join(path, name)), 0);
}

function layOut(root: string, unpacked: string): void {
  copy(root, unpacked, programFolder);
  mkdirSync(join(root, 'usr/bin'), { recursive: true });
  symlinkSync(`${programFolder}/resources/bin/shipdesk`, join(root, 'usr/bin/shipdesk'));
  symlinkSync(`${programFolder}/shipdesk`, join(root, 'usr/bin/shipdesk-window'));
  write(root, 'usr/share/applications/shipdesk.desktop', desktopEntry);
  copy(root, join(project, 'resources/icons/icon.svg'), 'usr/share/icons/hicolor/scalable/apps/shipdesk.svg');
  copy(root, join(project, 'resources/icons/icon.png'), 'usr/share/pixmaps/shipdesk.png');
  write(root, 'usr/share/doc/shipdesk/copyright', copyright(readFileSync(join(project, 'LICENSE'), 'utf8')));
}

/** Returns the path of the package. Packed by zstd, which every Debian since 12 and Ubuntu since 18.04 reads: xz takes minutes. */
export function buildDeb(unpacked: string, folder: string): string {
  const { version, description } = manifest.parse(
    JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')),
  );
  const root = mkdtempSync(join(tmpdir(), 'shipdesk-deb-'));
  try {
    layOut(root, unpacked);
    const installedBytes = setModes(root);
    // Root's right for Chromium's sandbox, on systems whose users may not make name spaces.
    chmodSync(join(root, programFolder, 'chrome-sandbox'), 0o4755);
    write(root, 'DEBIAN/control', control({ version, description, installedBytes }));
    write(root, 'DEBIAN/postrm', postrm, 0o755);
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `shipdesk_${version}_amd64.deb`);
    const args = ['--root-owner-group', '-Zzstd', '--build', root, file];
    const { status, stderr } = spawnSync('dpkg-deb', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`dpkg-deb: ${stderr || 'it is not on this machine'}`);
    return file;
  } finally {
    rmSync(root, { recursive: true });
  }
}

function main([unpacked = 'release/linux-unpacked', folder = 'release']: readonly string[]): void {
  const from = resolve(project, unpacked);
  if (process.platform !== 'linux' || !existsSync(from)) return;
  process.stdout.write(`${buildDeb(from, resolve(project, folder))}\n`);
}

if (import.meta.main) main(process.argv.slice(2));
