import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { placeOf, windowsPlace } from '../../../../../electron/platform/windows/drives.ts';

const environment = { APPDATA: 'C:\\Users\\li\\AppData\\Roaming' };
const isRemote = (root: string) => root === 'N:\\';

describe('where a folder lies', () => {
  it.each([
    ['C:\\Users\\li\\AppData\\Local\\ShipDesk', 'local'],
    ['\\\\?\\C:\\ws', 'local'],
    ['N:\\ws', 'network'],
    ['\\\\server\\share\\ws', 'network'],
    ['\\\\?\\UNC\\server\\share\\ws', 'network'],
    ['c:\\users\\LI\\appdata\\roaming\\ShipDesk', 'roaming'],
    ['C:\\Users\\li\\AppData\\RoamingOther', 'local'],
  ])('%s: %s', (path, place) => {
    expect(windowsPlace(path, environment, isRemote)).toBe(place);
  });

  it('a folder of this computer is local, one that is not there as well', () => {
    expect(placeOf(tmpdir())).toBe('local');
    expect(placeOf('/nowhere/at/all')).toBe('local');
  });
});
