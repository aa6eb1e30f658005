import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commandLineForm, readReleaseMark, windowForm } from '../../../../electron/updates/installed.ts';

const linux = { system: 'linux', isPackaged: true, program: '/opt/ShipDesk/shipdesk', environment: {} };

it('how the window is installed is seen by where it runs', () => {
  expect(windowForm(linux)).toEqual({ form: 'deb', file: '' });
  expect(windowForm({ ...linux, system: 'win32' })).toEqual({ form: 'nsis', file: '' });
  expect(windowForm({ ...linux, system: 'darwin' })).toEqual({ form: 'dmg', file: '' });
  expect(windowForm({ ...linux, isPackaged: false })).toBeNull();
});

it('an AppImage is replaced only by its own program, not by one that it has started', () => {
  const environment = { APPIMAGE: '/home/a/ShipDesk.AppImage', APPDIR: '/tmp/.mount_Ship' };
  const own = { ...linux, program: '/tmp/.mount_Ship/shipdesk', environment };
  expect(windowForm(own)).toEqual({ form: 'appimage', file: '/home/a/ShipDesk.AppImage' });
  expect(windowForm({ ...linux, environment })).toEqual({ form: 'deb', file: '' });
  expect(windowForm({ ...linux, isPackaged: false, environment })).toBeNull();
});

it('the command line of an installed program lies in its folder; a checkout is not installed', () => {
  const inside = '/opt/ShipDesk/resources/command-line/commandLine.cjs';
  expect(commandLineForm(inside, 'linux')).toEqual({ form: 'deb', file: '' });
  expect(commandLineForm(inside, 'win32')).toEqual({ form: 'nsis', file: '' });
  expect(commandLineForm('/src/out/cli/commandLine.cjs', 'linux')).toBeNull();
});

it('without a mark, or with one nobody can read, no other version is trusted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'built-'));
  const none = { releaseKey: null, feed: null };
  expect(readReleaseMark(join(folder, 'core.cjs'))).toEqual(none);
  writeFileSync(join(folder, 'release.json'), '{');
  expect(readReleaseMark(join(folder, 'core.cjs'))).toEqual(none);
  writeFileSync(join(folder, 'release.json'), '{"key":"abc","feed":"https://example.com"}');
  expect(readReleaseMark(join(folder, 'core.cjs'))).toEqual({
    releaseKey: 'abc',
    feed: 'https://example.com',
  });
  rmSync(folder, { recursive: true });
});
