import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultDataFolder, resourceFolder } from '../../../../electron/platform/folders.ts';

function putResources(folder: string): string {
  mkdirSync(join(folder, 'fonts'), { recursive: true });
  writeFileSync(join(folder, 'fonts/OFL.txt'), '');
  return folder;
}

describe('resourceFolder', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'shipdesk-resources-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('finds the real fonts from the sources', () => {
    const found = resourceFolder(import.meta.dirname);
    expect(existsSync(join(found, 'fonts/NotoSansSC-Regular.ttf'))).toBe(true);
  });

  it('finds them from a built file', () => {
    const resources = putResources(join(root, 'resources'));
    expect(resourceFolder(join(root, 'out/main'))).toBe(resources);
  });

  it('finds them in a packaged app, whatever lies above it', () => {
    putResources(join(root, 'resources'));
    const packaged = join(root, 'app/Resources');
    const resources = putResources(join(packaged, 'shipdesk'));
    expect(resourceFolder(join(packaged, 'app.asar/out/main'), packaged)).toBe(resources);
  });

  it('says where it looked when there are none', () => {
    expect(() => resourceFolder(join(root, 'out/cli'))).toThrow(join(root, 'out/cli'));
  });
});

describe('the folder of a person for this product', () => {
  it('is where the system says', () => {
    expect(defaultDataFolder({ XDG_DATA_HOME: '/data' }, 'linux')).toBe('/data/shipdesk');
    expect(defaultDataFolder({ LOCALAPPDATA: 'D:\\Local' }, 'win32')).toContain('D:\\Local');
  });

  it.each(['', 'data', './data'])('never depends on where a command is called: %j', (said) => {
    expect(defaultDataFolder({ XDG_DATA_HOME: said }, 'linux')).toBe(
      join(homedir(), '.local', 'share', 'shipdesk'),
    );
    expect(defaultDataFolder({ LOCALAPPDATA: said }, 'win32')).toBe(
      join(homedir(), 'AppData', 'Local', 'ShipDesk'),
    );
  });
});
