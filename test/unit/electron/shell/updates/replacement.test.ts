import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { replacementOf } from '../../../../../electron/shell/updates/replacement.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shell-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Electron's app, as far as it is asked here; `ended` resolves when it is told to quit. */
function appDouble(isPackaged: boolean) {
  let quit: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    quit = resolve;
  });
  const opened: unknown[] = [];
  const app = { isPackaged, quit, relaunch: (how: unknown) => void opened.push(how), once: () => app };
  return { app: app as unknown as Parameters<typeof replacementOf>[0], ended, opened };
}

const nothingOpensIt = async () => 'no program for it';
const running = { ...process, env: {}, execPath: '/opt/ShipDesk/shipdesk', argv: ['shipdesk', '--data=/d'] };

it('a checkout is not replaced', async () => {
  const { installed, replaceProgram } = replacementOf(appDouble(false).app, nothingOpensIt, running);
  expect(installed).toBeNull();
  expect(await replaceProgram('x')).toMatchObject({ ok: false, code: 'UPDATE_NOT_INSTALLED' });
});

it('an AppImage is swapped while it runs, then ends and opens again as the new one', async () => {
  const file = join(folder, 'ShipDesk.AppImage');
  writeFileSync(file, 'old');
  writeFileSync(join(folder, 'next'), 'new');
  const { app, ended, opened } = appDouble(true);
  const env = { APPIMAGE: file, APPDIR: '/tmp/.mount_S' };
  const place = { ...running, platform: 'linux' as const, env, execPath: '/tmp/.mount_S/shipdesk' };
  const { replaceProgram } = replacementOf(app, nothingOpensIt, place);
  expect(await replaceProgram(join(folder, 'next'))).toEqual({ ok: true, value: null });
  await ended;
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(opened).toEqual([{ execPath: file, args: ['--data=/d'] }]);
});

it('where nothing opens a disk image the program goes on', async () => {
  const { app } = appDouble(true);
  const { replaceProgram } = replacementOf(app, nothingOpensIt, { ...running, platform: 'darwin' });
  expect(await replaceProgram(join(folder, 'x.dmg'))).toMatchObject({ code: 'UPDATE_INSTALLER_REFUSED' });
  expect(existsSync(join(folder, 'x.dmg'))).toBe(false);
});
