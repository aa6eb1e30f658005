import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { autostartOf, linuxAutostart } from '../../../../../electron/shell/system/autostart.ts';

let config = '';
beforeEach(() => {
  config = mkdtempSync(join(tmpdir(), 'shipdesk-autostart-'));
});
afterEach(() => rmSync(config, { recursive: true }));

const entry = (): string => readFileSync(join(config, 'autostart/shipdesk.desktop'), 'utf8');

describe('starting with the desktop of Linux', () => {
  test('is off until somebody wants it, and off again when nobody does', () => {
    const autostart = linuxAutostart(['/opt/ShipDesk/shipdesk'], { XDG_CONFIG_HOME: config });
    expect(autostart.isOn()).toBe(false);
    expect(autostart.set(true)).toBe(true);
    expect(autostart.isOn()).toBe(true);
    expect(entry()).toContain('\nExec="/opt/ShipDesk/shipdesk"\nTryExec=/opt/ShipDesk/shipdesk\n');
    expect(autostart.set(false)).toBe(false);
    expect(autostart.set(false)).toBe(false);
  });

  test('keeps the workspace that the window was started with, whatever its name', () => {
    const words = ['/opt/ShipDesk/shipdesk', '--data=/srv/发货 "A" 100%$HOME'] as const;
    linuxAutostart(words, { XDG_CONFIG_HOME: config }).set(true);
    expect(entry()).toContain('Exec="/opt/ShipDesk/shipdesk" "--data=/srv/发货 \\"A\\" 100%%\\$HOME"\n');
  });

  test('says that it stayed off where the folder cannot be written', () => {
    writeFileSync(join(config, 'autostart'), 'a file in its place');
    const autostart = linuxAutostart(['/opt/ShipDesk/shipdesk'], { XDG_CONFIG_HOME: config });
    expect(autostart.set(true)).toBe(false);
  });
});

test('a checkout offers none', () => {
  const app = (isPackaged: boolean) => ({ isPackaged }) as unknown as App;
  expect(autostartOf(app(false), null)).toBeNull();
  expect(autostartOf(app(true), null)).not.toBeNull();
});
