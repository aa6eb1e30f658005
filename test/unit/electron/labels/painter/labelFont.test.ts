import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dotCanvas } from '../../../../../electron/labels/painter/dotCanvas.ts';
import { fillPolygons } from '../../../../../electron/labels/painter/fillPolygons.ts';
import { openLabelFonts, recentlyUsed } from '../../../../../electron/labels/painter/labelFont.ts';
import { projectFolder } from '../../../../security/sourceFiles.ts';

const runsOf = (polygon: number[]): number[] => [...fillPolygons([polygon])];

describe('fillPolygons', () => {
  it('prints a dot when at least half of it is ink', () => {
    expect(runsOf([0.5, 0, 3.4, 0, 3.4, 1, 0.5, 1])).toEqual([0, 0, 3]);
    expect(runsOf([0.6, 0, 3.6, 0, 3.6, 1, 0.6, 1])).toEqual([0, 1, 4]);
  });

  it('never loses a stroke one dot wide, wherever it falls', () => {
    for (let shift = 0; shift < 1; shift += 0.1) {
      expect(runsOf([shift, 0, shift + 1, 0, shift + 1, 2, shift, 2]).length).toBeGreaterThan(0);
    }
  });

  it('keeps overlapping outlines solid and holes open', () => {
    const square = (from: number, to: number): number[] => [from, from, to, from, to, to, from, to];
    const hole = [2, 2, 2, 4, 4, 4, 4, 2];
    expect([...fillPolygons([square(0, 6), square(1, 5)])].slice(0, 3)).toEqual([0, 0, 6]);
    expect([...fillPolygons([square(0, 6), hole])].slice(6, 12)).toEqual([2, 0, 2, 2, 4, 6]);
  });
});

describe('recentlyUsed', () => {
  it('forgets what was not used for longest and stays within its limit', () => {
    const cache = recentlyUsed<string>(2);
    cache.set(1, 'a');
    cache.set(2, 'b');
    cache.get(1);
    cache.set(3, 'c');
    expect([cache.get(1), cache.get(2), cache.get(3), cache.size]).toEqual(['a', undefined, 'c', 2]);
  });
});

describe('dotCanvas', () => {
  it('draws and erases whole dots across byte borders and counts what falls outside', () => {
    const canvas = dotCanvas(20, 2, 203);
    canvas.fillRect(3, 0, 14, 1);
    canvas.fillRect(8, 0, 2, 1, true);
    expect([...canvas.bitmap.data]).toEqual([0x1f, 0x3f, 0x80, 0, 0, 0]);
    expect(canvas.outsideRuns).toBe(0);
    canvas.fillRun(1, 18, 22, false);
    canvas.fillRun(-1, 0, 4, false);
    expect(canvas.outsideRuns).toBe(2);
    expect([...canvas.bitmap.data.subarray(3)]).toEqual([0, 0, 0x30]);
  });

  it('draws a glyph as its runs one by one, in ink and in white, also where it leaves the sheet', () => {
    const runs = Int16Array.from([-1, 0, 3, 0, -2, 30, 0, 33, 34, 1, 7, 9, 2, 0, 8]);
    for (const pen of [-3, 0, 5, 13])
      for (const isWhite of [false, true]) {
        const [whole, single] = [dotCanvas(40, 3, 203), dotCanvas(40, 3, 203)];
        for (const canvas of [whole, single]) if (isWhite) canvas.fillRect(0, 0, 40, 3);
        whole.fillRuns(runs, pen, 1, isWhite);
        for (let i = 0; i < runs.length; i += 3) {
          const [row, from, to] = runs.subarray(i, i + 3) as unknown as [number, number, number];
          single.fillRun(1 + row, pen + from, pen + to, isWhite);
        }
        expect([...whole.bitmap.data]).toEqual([...single.bitmap.data]);
        expect(whole.outsideRuns).toBe(single.outsideRuns);
      }
  });
});

describe('openLabelFonts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'label-fonts-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('names the weight whose file is not a font', () => {
    const [regular, bold] = [join(folder, 'regular.ttf'), join(folder, 'bold.ttf')];
    copyFileSync(join(projectFolder, 'resources/fonts/NotoSansSC-Regular.ttf'), regular);
    writeFileSync(bold, 'no font');
    expect(openLabelFonts({ regular, bold })).toEqual({
      ok: false,
      code: 'LABEL_FONT_UNREADABLE',
      params: { weight: 'bold' },
    });
  });
});
