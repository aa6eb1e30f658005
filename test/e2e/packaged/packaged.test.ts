import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { pageUrl } from '../../../electron/shell/ownPage.ts';
import { orderSheet, sheetOrder } from '../../doubles/files/orderSheet.ts';
import { packageCompat } from '../../runtime/packageCompat.ts';
import { runtimeFolders } from '../../runtime/runtimeFolders.ts';
import { launchPackaged } from './launchPackaged.ts';
import { listArchive } from './listArchive.ts';
import { readFuses } from './readFuses.ts';
import { readInArchive } from './readInArchive.ts';

let folder = '';
let program = '';

beforeAll(() => {
  folder = packageCompat();
  program = join(folder, 'shipdesk');
}, 120_000);

/** Starts it and waits for its end; it has a display, so that a window could open. */
function startedWith(switches: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'shipdesk-refused-'));
  const run = spawnSync(program, ['--no-sandbox', `--data=${dataFolder}`, ...switches], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
    timeout: 10_000,
  });
  const left = readdirSync(dataFolder);
  rmSync(dataFolder, { recursive: true, force: true });
  return { status: run.status, said: run.stderr + run.stdout, left };
}

describe('the packaged program', () => {
  it('has its fuses set in the program itself', () => {
    expect(readFuses(program)).toEqual({
      runAsNode: 'off',
      cookieEncryption: 'on',
      nodeOptions: 'off',
      nodeCliInspect: 'off',
      embeddedAsarIntegrityValidation: 'on',
      onlyLoadAppFromAsar: 'on',
      loadBrowserProcessSpecificV8Snapshot: 'off',
      // Only newer Electron knows this one; the shipped configuration turns it off.
      grantFileProtocolExtraPrivileges: 'absent',
    });
  });

  it('carries the bundles, its three add-ons for this system, and nothing of the sources or the tests', () => {
    const { inside, outside } = listArchive(join(folder, 'resources/app.asar'));
    expect(outside).toEqual([
      'node_modules/@koromix/koffi-linux-x64/linux_x64/koffi.node',
      'node_modules/@serialport/bindings-cpp/prebuilds/linux-x64/@serialport+bindings-cpp.glibc.node',
      'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ]);
    for (const bundle of ['main', 'core', 'orderReader', 'backupMaker'])
      expect(inside).toContain(`out/main/${bundle}.cjs`);
    const packages = 'better-sqlite3|koffi|@koromix|serialport|@serialport|node-gyp-build|debug|ms';
    const known = new RegExp(`^(out/|package\\.json$|node_modules/(${packages})/)`);
    const strangers = inside.filter((path) => !known.test(path));
    expect(strangers).toEqual([]);
    expect(inside.filter((path) => /\.(map|ts|tsx)$/.test(path))).toEqual([]);
  });

  it('reads a large order file in the thread that lies in its archive', () => {
    const path = join(folder, 'orders.csv');
    writeFileSync(path, orderSheet(Array.from({ length: 3_000 }, (_, no) => sheetOrder(no))));
    const read = readInArchive(join(folder, 'resources/app.asar'), {
      path,
      options: {},
      divisionFolder: join(folder, 'resources/shipdesk/divisions'),
      buffersMb: 200,
    });
    rmSync(path);
    expect(read).toMatchObject({ rows: 3_000, error: null });
    expect([...new Set(read.said)]).toEqual(['opened', 'rows', 'end']);
  });

  it('has fonts and division data beside the archive, and two languages of Chromium', () => {
    expect(existsSync(join(folder, 'resources/shipdesk/fonts/NotoSansSC-Regular.ttf'))).toBe(true);
    expect(readdirSync(join(folder, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);
  });

  it.each([
    '--remote-debugging-port=0',
    '--remote-debugging-pipe',
    '--inspect=0',
    '--inspect-brk',
    '--disable-web-security',
    '--ssl-key-log-file=/tmp/keys',
    '--log-net-log=/tmp/net.json',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp/x',
    '--host-rules=MAP * 127.0.0.1',
    '--proxy-server=127.0.0.1:1',
    '-remote-debugging-port=0',
  ])('started with %s says why not in both languages, and ends before it has a window', (word) => {
    const { status, said, left } = startedWith([word]);
    expect(status).toBe(1);
    expect(said).toContain('START_SWITCH_REFUSED');
    expect(said).toContain('正式版不接受');
    expect(said).toContain('the released program refuses it');
    // No profile, no port of a debugger, no workspace.
    expect(left).toEqual([]);
  });

  it('is released by a configuration that lets nobody drive it', () => {
    const read = (name: string) => readFileSync(join(runtimeFolders.project, name), 'utf8');
    expect(read('electron-builder.yml') + read('package.json')).not.toContain('isDrivenByTests');
    expect(readdirSync(runtimeFolders.project).filter((name) => name.startsWith('electron-builder'))).toEqual(
      ['electron-builder.yml'],
    );
  });

  it('packaged to be driven by tests, opens its page and its core, without Node in the page', async () => {
    const window = await launchPackaged(join(packageCompat('driven'), 'shipdesk'));
    try {
      expect(window.url).toBe(pageUrl);
      expect(await window.evaluate("typeof require + ' ' + typeof process")).toBe('undefined undefined');
      const state = await window.evaluate(`new Promise((resolve) => {
        shipdesk.onCoreState((state) => { if (state !== 'down') resolve(state); });
        shipdesk.connect();
      })`);
      expect(state).toBe('up');
    } finally {
      await window.close();
    }
  });

  it('does not run as plain Node', () => {
    const run = spawnSync(program, ['-e', 'process.stdout.write("node")'], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', DISPLAY: '' },
      encoding: 'utf8',
      timeout: 10_000,
    });
    expect(run.stdout).not.toContain('node');
  });
});
