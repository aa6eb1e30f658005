import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fitBounds, windowMemory } from '../../../../electron/shell/windowMemory.ts';

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

  it('writes nothing when it is told what it knows', () => {
    const file = join(folder, 'window.json');
    const memory = windowMemory(file);
    memory.save({ theme: 'dark' });
    rmSync(file);
    memory.save({ theme: 'dark' });
    expect(existsSync(file)).toBe(false);
    memory.save({ theme: 'light' });
    expect(windowMemory(file).last).toEqual({ theme: 'light' });
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

const place = { x: fc.integer({ min: -9000, max: 9000 }), y: fc.integer({ min: -9000, max: 9000 }) };
const size = { width: fc.integer({ min: 200, max: 9000 }), height: fc.integer({ min: 200, max: 9000 }) };

describe('fitBounds', () => {
  it('leaves a window that fits where it is', () => {
    const wanted = { x: 100, y: 50, width: 1200, height: 700 };
    expect(fitBounds(wanted, { x: 0, y: 0, width: 1920, height: 1040 })).toEqual(wanted);
  });

  it('never opens a window off the screen', () => {
    fc.assert(
      fc.property(fc.record({ ...place, ...size }), fc.record({ ...place, ...size }), (wanted, area) => {
        const { x, y, width, height } = fitBounds(wanted, area);
        expect(x).toBeGreaterThanOrEqual(area.x);
        expect(y).toBeGreaterThanOrEqual(area.y);
        expect(x + width).toBeLessThanOrEqual(area.x + area.width);
        expect(y + height).toBeLessThanOrEqual(area.y + area.height);
      }),
      { seed: 7 },
    );
  });
});
