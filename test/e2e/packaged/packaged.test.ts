import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pageUrl } from '../../../electron/shell/ownPage.ts';
import { contract } from '../../../shared/contracts/contract.ts';
import { orderSheet, sheetOrder } from '../../doubles/files/orderSheet.ts';
import { packageCompat } from '../../runtime/packageCompat.ts';
import { runtimeFolders } from '../../runtime/runtimeFolders.ts';
import { askCore } from './askCore.ts';
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

/** Its command line through a link, from a foreign folder, without a display and without this project's Node on PATH. */
function command(words: readonly string[], dataFolder: string) {
  const link = join(dataFolder, 'shipdesk');
  if (!existsSync(link)) symlinkSync(join(folder, 'resources/bin/shipdesk'), link);
  const run = spawnSync(link, words, {
    cwd: dataFolder,
    env: { PATH: '/usr/bin:/bin', HOME: dataFolder, LANG: 'C.UTF-8', SHIPDESK_LANG: 'en' },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status: run.status, out: run.stdout, said: run.stderr };
}

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
    for (const bundle of [
      'startMain',
      'main',
      'startCore',
      'core',
      'orderReader',
      'backupMaker',
      'logCopier',
    ])
      expect(inside).toContain(`out/main/${bundle}.cjs`);
    const parts = inside.filter((path) => path.endsWith('.cjs') && path.startsWith('out/main/'));
    expect(inside.filter((path) => path.endsWith('.compiled'))).toEqual(
      parts.map((part) => `${part}.compiled`),
    );
    const packages = 'better-sqlite3|koffi|@koromix|serialport|@serialport|node-gyp-build|debug|ms';
    const known = new RegExp(`^(out/(main|preload|renderer)/|package\\.json$|node_modules/(${packages})/)`);
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
      isBehind: false,
    });
    rmSync(path);
    expect(read).toMatchObject({ rows: 3_000, error: null });
    expect([...new Set(read.said)]).toEqual(['opened', 'rows', 'end']);
  });

  it('brings its command line: a practice day from a file to labels, with the exit codes of a checkout', () => {
    const home = mkdtempSync(join(tmpdir(), 'shipdesk-installed-'));
    const own = JSON.parse(readFileSync(join(runtimeFolders.project, 'package.json'), 'utf8')) as {
      version: string;
    };
    try {
      expect(JSON.parse(command(['version', '--json'], home).out)).toMatchObject({ version: own.version });
      const sample = join(folder, 'resources/shipdesk/samples/orders.xlsx');
      const data = join(home, '工作区');
      const shipped = command(['ship', sample, '--practice', '--data', data, '--json'], home);
      expect(shipped.status, shipped.said).toBe(3);
      expect(readdirSync(join(data, 'labels')).filter((name) => name.endsWith('.png'))).toHaveLength(20);
      expect(command(['printer', 'find', '--data', data], home)).toMatchObject({ status: 0 });
      expect(command(['nonsense'], home)).toMatchObject({ status: 2, out: '' });
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });

  it('keeps the command line out of the archive, and nothing in it that only builds need', () => {
    const { inside } = listArchive(join(folder, 'resources/app.asar'));
    expect(inside.filter((path) => /^out\/(?!main|preload|renderer)/.test(path))).toEqual([]);
    const parts = readdirSync(join(folder, 'resources/command-line'), { recursive: true, encoding: 'utf8' });
    expect(parts.filter((path) => /\.(map|ts|c|cc|h|gyp)$/.test(path) && !path.endsWith('.d.ts'))).toEqual(
      [],
    );
    expect(parts.filter((path) => path.endsWith('.node'))).toHaveLength(3);
    // By which key newer versions are known.
    expect(inside).toContain('out/main/release.json');
    expect(parts).toContain('release.json');
  });

  it('carries the licences of everything in it, those of its command line among them', () => {
    const text = readFileSync(join(folder, 'resources/LICENCES.txt'), 'utf8');
    const names = z
      .array(z.string())
      .parse(JSON.parse(readFileSync(join(runtimeFolders.project, 'out/cli/parts.json'), 'utf8')));
    expect(names.length).toBeGreaterThan(20);
    for (const name of [...names, 'react ', 'antd ', 'koffi ', 'serialport ', 'Node.js ', 'Electron '])
      expect(text).toContain(`\n${name}`);
    expect(existsSync(join(folder, 'LICENSES.chromium.html'))).toBe(true);
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

  it('goes on with every part of itself after an upgrade has laid another archive in its place', async () => {
    const driven = packageCompat('driven');
    const archive = join(driven, 'resources/app.asar');
    const { inside } = listArchive(archive);
    const window = await launchPackaged(join(driven, 'shipdesk'));
    try {
      const made = await askCore(window, ['/session/create'], { passphrase: '', practice: true });
      expect(made['/session/create']).toContain('"state":"open"');
      // As dpkg does it.
      writeFileSync(`${archive}.dpkg-new`, 'the archive of another version');
      renameSync(`${archive}.dpkg-new`, archive);

      const firstOfEach = Object.entries(contract).map(([noun, all]) => `/${noun}/${Object.keys(all)[0]}`);
      const answers = await askCore(window, firstOfEach);
      expect(Object.keys(answers).sort()).toEqual(firstOfEach.sort());
      // Refused for want of an input is an answer; a part that cannot be read would be a fault of the core.
      expect(Object.entries(answers).filter(([, said]) => /"s":(404|5\d\d)/.test(said))).toEqual([]);
      // In a thread that starts only now.
      expect(await askCore(window, ['/backups/make'])).toEqual({
        '/backups/make': expect.stringContaining('.sdbackup'),
      });

      const pageFiles = inside.filter((path) => /^out\/renderer\/.*\.(html|js|css)$/.test(path));
      const addresses = pageFiles.map((path) => `app://shipdesk/${path.slice('out/renderer/'.length)}`);
      const unserved = await window.evaluate(`(async () => {
        const served = async (address) => (await fetch(address).catch(() => null))?.ok === true;
        const found = [];
        for (const address of ${JSON.stringify(addresses)}) if (!(await served(address))) found.push(address);
        return found.join(' ');
      })()`);
      expect(unserved).toBe('');
    } finally {
      await window.close();
    }
  }, 300_000);

  it('does not run as plain Node', () => {
    const run = spawnSync(program, ['-e', 'process.stdout.write("node")'], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', DISPLAY: '' },
      encoding: 'utf8',
      timeout: 10_000,
    });
    expect(run.stdout).not.toContain('node');
  });
});
