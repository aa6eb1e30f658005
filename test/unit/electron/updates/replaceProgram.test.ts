import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepAppImage, startNsis, swapAppImage } from '../../../../electron/updates/replaceProgram.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'program-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a new AppImage takes the place of the previous one and may be started', async () => {
  const present = join(folder, 'ShipDesk.AppImage');
  writeFileSync(present, 'old');
  writeFileSync(join(folder, 'next'), 'new', { mode: 0o600 });
  expect(await swapAppImage(present, join(folder, 'next'))).toEqual({ ok: true, value: null });
  expect(readFileSync(present, 'utf8')).toBe('new');
  expect(statSync(present).mode & 0o777).toBe(0o755);
  expect(readdirSync(folder).sort()).toEqual(['ShipDesk.AppImage', 'next']);
});

it('in a folder that cannot be written to the previous program stays, and it says where', async () => {
  // Root may write anywhere: a folder that is not there stands for one that takes nothing.
  const place = process.getuid?.() === 0 ? join(folder, 'gone') : folder;
  chmodSync(folder, 0o500);
  const swapped = await swapAppImage(join(place, 'ShipDesk.AppImage'), '/etc/hostname');
  chmodSync(folder, 0o700);
  expect(swapped).toMatchObject({ ok: false, code: 'UPDATE_PROGRAM_READ_ONLY', params: { folder: place } });
});

it('an installer that cannot be started says so', async () => {
  expect(await startNsis(join(folder, 'Setup.exe'))).toMatchObject({
    ok: false,
    code: 'UPDATE_INSTALLER_REFUSED',
    params: { name: 'Setup.exe' },
  });
});

it('the version to go back to is kept whole, and nothing half copied counts as one', () => {
  const present = join(folder, 'ShipDesk.AppImage');
  writeFileSync(present, 'old', { mode: 0o555 });
  const kept = join(folder, 'kept', '0.1.0');
  keepAppImage(present, kept);
  expect(readFileSync(join(kept, 'ShipDesk.AppImage'), 'utf8')).toBe('old');
  expect(readdirSync(join(folder, 'kept'))).toEqual(['0.1.0']);
  expect(() => keepAppImage(join(folder, 'gone'), kept)).toThrow('ENOENT');
  expect(readdirSync(kept)).toEqual(['ShipDesk.AppImage']);
});
