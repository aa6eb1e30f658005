import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDeb } from '../../resources/installers/buildDeb.ts';
import { orderSheet, sheetOrder } from '../doubles/files/orderSheet.ts';
import { packageCompat } from '../runtime/packageCompat.ts';
import { runtimeFolders } from '../runtime/runtimeFolders.ts';
import { type CleanRoot, openCleanRoot } from './cleanRoot.ts';
import { type Display, openDisplay } from './display.ts';
import { publishNext, trustReleases } from './nextVersion.ts';
import { recordInstalled } from './recordInstalled.ts';

const sample = '/opt/ShipDesk/resources/shipdesk/samples/orders.xlsx';
const data = '/home/packer/.local/share/shipdesk';
const seconds = (value: number): string => `${value.toFixed(1)} s`;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;

let root: CleanRoot;
let display: Display;
let deb = '';
let window: ChildProcess | null = null;

const labels = (): readonly string[] =>
  readdirSync(root.at(`${data}/labels`)).filter((name) => name.endsWith('.png'));
const asPacker = (...words: string[]) => root.run('packer', ['shipdesk', ...words]);
const showWindow = (user: string) => root.start(user, ['shipdesk-window'], { DISPLAY: display.name });

beforeAll(async () => {
  const startedAt = performance.now();
  trustReleases();
  deb = buildDeb(packageCompat(), join(runtimeFolders.cache, 'installed'));
  recordInstalled('packaging and .deb', seconds((performance.now() - startedAt) / 1000));
  recordInstalled('size of the .deb', megabytes(statSync(deb).size));
  root = await openCleanRoot();
  display = await openDisplay();
  cpSync(deb, root.at(`/tmp/${basename(deb)}`));
  for (const user of ['packer', 'second'])
    expect(root.run('root', ['useradd', '--create-home', user])).toMatchObject({ status: 0 });
});
afterAll(async () => {
  window?.kill();
  await display.close();
  await root.close();
});

describe('in a Debian on which nothing was installed', () => {
  test('apt installs the package with everything that it names, and asks nothing', () => {
    const apt = (...words: string[]) =>
      root.run('root', ['apt-get', '-qq', ...words], { DEBIAN_FRONTEND: 'noninteractive' });
    expect(apt('update')).toMatchObject({ status: 0 });
    const words = ['install', '--yes', '--no-install-recommends', `/tmp/${basename(deb)}`];
    expect(apt(...words, '--download-only')).toMatchObject({ status: 0 });
    const installed = apt(...words);
    expect(installed, installed.said).toMatchObject({ status: 0 });
    recordInstalled('installing, all packages downloaded', seconds(installed.seconds));
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own placeholder
    const size = root.run('root', ['dpkg-query', '-W', '-f=${Installed-Size}', 'shipdesk']).out;
    recordInstalled('size when installed', megabytes(Number(size) * 1024));
  });

  test('the program belongs to root, and whoever uses it cannot change it', () => {
    const writable = root.run('packer', ['find', '/opt/ShipDesk', '-not', '-type', 'l', '-writable']);
    expect(writable).toMatchObject({ status: 0, out: '' });
    const odd = ['find', '/opt/ShipDesk', '-perm', '/6000', '-or', '-not', '-user', 'root'];
    expect(root.run('root', odd).out).toBe('/opt/ShipDesk/chrome-sandbox\n');
  });

  test('shipdesk is the command line, for everybody and from any folder', () => {
    const version = asPacker('version', '--json');
    expect(version, version.said).toMatchObject({ status: 0 });
    expect(JSON.parse(version.out)).toMatchObject({ version: '0.1.0' });
    recordInstalled('shipdesk version', seconds(asPacker('version').seconds));
  });

  test('a practice day goes from the sample file to labels in the folder of this user', () => {
    const shipped = asPacker('ship', sample, '--practice', '--json');
    expect(shipped, shipped.said).toMatchObject({ status: 3 });
    expect(labels()).toHaveLength(20);
    expect(statSync(root.at(data)).mode & 0o777).toBe(0o700);
    recordInstalled('ship of the sample, 20 labels', seconds(shipped.seconds));
  });

  test('shipdesk-window opens in Chromium’s sandbox, with the workspace that is there', async () => {
    const startedAt = performance.now();
    window = showWindow('packer');
    let said = '';
    window.stderr?.on('data', (bytes: Buffer) => {
      said += String(bytes);
    });
    await expect
      .poll(() => existsSync(root.at(`${data}/command-line.json`)), { timeout: 60_000, interval: 100 })
      .toBe(true);
    recordInstalled(
      'window: from its start to the open workspace',
      seconds((performance.now() - startedAt) / 1000),
    );
    await expect.poll(() => display.titles(), { timeout: 30_000 }).toContain('ShipDesk 发货台');
    expect(said).not.toMatch(/sandbox/i);
  });

  test('the window prints a practice label for a command beside it', () => {
    const before = labels().length;
    writeFileSync(root.at('/tmp/one.csv'), orderSheet([sheetOrder(1)]));
    const shipped = asPacker('ship', '/tmp/one.csv', '--practice', '--json');
    expect(shipped, shipped.said).toMatchObject({ status: 0 });
    expect(labels()).toHaveLength(before + 1);
  });

  test('beside the window, a backup is made before a new version comes', () => {
    const prepared = asPacker('update', 'prepare', '--json');
    expect(prepared, prepared.said).toMatchObject({ status: 0 });
    const { isReady, backup } = JSON.parse(prepared.out);
    expect(isReady).toBe(true);
    expect(existsSync(root.at(backup.file))).toBe(true);
  });

  test('a second start shows the window that is open, and ends', async () => {
    const second = showWindow('packer');
    await once(second, 'exit');
    expect(second.exitCode).toBe(0);
    expect(display.titles().filter((title) => title === 'ShipDesk 发货台')).toHaveLength(1);
  });

  test('a second user of the computer gets a workspace of their own, and is told why not the other', () => {
    const theirs = root.run('second', ['shipdesk', 'ship', sample, '--practice', '--json']);
    expect(theirs, theirs.said).toMatchObject({ status: 3 });
    const other = root.run('second', ['shipdesk', 'orders', 'list', '--data', data]);
    expect(other.status).toBe(2);
    expect(other.said).toContain('WORKSPACE_OTHER_USER');
    expect(other.out).toBe('');
  });

  test('the entry of the menu is the window, opens no kind of file, and has its icon', () => {
    const entry = root.run('packer', ['cat', '/usr/share/applications/shipdesk.desktop']).out;
    expect(entry).toContain('\nExec=/usr/bin/shipdesk-window\n');
    expect(entry).not.toMatch(/MimeType|%[fFuU]/);
    expect(existsSync(root.at('/usr/share/icons/hicolor/scalable/apps/shipdesk.svg'))).toBe(true);
  });

  test('a newer .deb that somebody brings is checked, then installed by whoever may; the data stay', () => {
    const file = publishNext(deb, root.at('/tmp/next'), '0.1.1').replace(root.at(''), '/');
    const checked = asPacker('update', 'check', file, '--json');
    expect(checked, checked.said).toMatchObject({ status: 0 });
    expect(JSON.parse(checked.out)).toMatchObject({ offer: { version: '0.1.1', state: 'ready' } });
    // Nothing in this Debian asks a person for an administrator's password.
    const refused = asPacker('update', 'install', file, '--lang', 'en');
    expect(refused).toMatchObject({ status: 2, said: expect.stringContaining('UPDATE_INSTALLER_REFUSED') });
    expect(root.run('root', ['shipdesk', 'ship', sample, '--practice', '--json'])).toMatchObject({
      status: 3,
    });
    const installed = root.run('root', ['shipdesk', 'update', 'install', file, '--json']);
    expect(installed, installed.said).toMatchObject({ status: 0 });
    const { isReady, backup } = JSON.parse(installed.out);
    expect([isReady, existsSync(root.at(backup.file))]).toEqual([true, true]);
    expect(JSON.parse(asPacker('version', '--json').out)).toMatchObject({ version: '0.1.1' });
    const listed = asPacker('orders', 'list', '--json');
    expect(listed, listed.said).toMatchObject({ status: 0 });
    recordInstalled('update install of a .deb', seconds(installed.seconds));
  });

  test('a .deb that another publisher signed, or that was changed, is not installed', () => {
    const folder = root.at('/tmp/foreign');
    const file = publishNext(deb, folder, '0.1.2', { isForeign: true }).replace(root.at(''), '/');
    const foreign = root.run('root', ['shipdesk', 'update', 'install', file, '--lang', 'en']);
    expect(foreign).toMatchObject({ status: 2, said: expect.stringContaining('UPDATE_SIGNATURE_WRONG') });
    expect(JSON.parse(asPacker('version', '--json').out)).toMatchObject({ version: '0.1.1' });
  });

  test('after the removal the program is gone, the data stay, and it was said where', async () => {
    if (window !== null && window.exitCode === null) {
      const gone = once(window, 'exit');
      root.run('root', ['pkill', '-TERM', '-u', 'packer', '-o']);
      await gone;
    }
    const removed = root.run('root', ['dpkg', '--purge', 'shipdesk']);
    expect(removed, removed.said).toMatchObject({ status: 0 });
    expect(removed.out + removed.said).toContain('stay in ~/.local/share/shipdesk of each user');
    expect(existsSync(root.at('/opt/ShipDesk'))).toBe(false);
    expect(root.run('packer', ['which', 'shipdesk']).status).not.toBe(0);
    expect(labels()).toHaveLength(21);
    expect(existsSync(root.at(`${data}/shipdesk.db`))).toBe(true);
  });

  test('installed again, it opens the data that stayed', () => {
    const again = root.run('root', ['dpkg', '--install', `/tmp/${basename(deb)}`]);
    expect(again, again.said).toMatchObject({ status: 0 });
    const listed = asPacker('orders', 'list', '--json');
    expect(listed, listed.said).toMatchObject({ status: 0 });
    expect(JSON.parse(listed.out).total).toBeGreaterThan(20);
  });
});
