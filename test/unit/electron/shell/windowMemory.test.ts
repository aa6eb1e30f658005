import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { windowMemory } from '../../../../electron/shell/windowMemory.ts';

describe('windowMemory', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shipdesk-window-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('remembers place and theme over a restart, each change keeping the other', () => {
    const file = join(folder, 'deep/window.json');
    const bounds = { x: 1, y: 2, width: 1200, height: 700 };
    windowMemory(file).save({ theme: 'dark' });
    windowMemory(file).save({ bounds, isMaximized: false });
    expect(windowMemory(file).last).toEqual({ theme: 'dark', bounds, isMaximized: false });
  });

  it.each(['', '{', '[]', '{"theme":"pink"}', '{"bounds":{"x":0,"y":0,"width":1,"height":1}}'])(
    'opens at its usual place when the file says %j',
    (text) => {
      const file = join(folder, 'window.json');
      writeFileSync(file, text);
      expect(windowMemory(file).last).toEqual({});
    },
  );
});
