import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  type DotCanvas,
  type DotPattern,
  dotCanvas,
} from '../../../../../electron/labels/painter/dotCanvas.ts';
import { fillPolygons } from '../../../../../electron/labels/painter/fillPolygons.ts';
import { glyphDots } from '../../../../../electron/labels/painter/glyphDots.ts';
import { openLabelFonts, recentlyUsed } from '../../../../../electron/labels/painter/labelFont.ts';
import { glyphRows } from '../../../../doubles/printers/glyphRows.ts';
import { projectFolder } from '../../../../security/sourceFiles.ts';

const drawn = (...polygons: number[][]) => {
  const glyph = fillPolygons(polygons);
  return [glyph.left, glyph.top, ...glyphRows(glyph)];
};

describe('fillPolygons', () => {
  it('prints a dot when at least half of it is ink', () => {
    expect(drawn([0.5, 0, 3.4, 0, 3.4, 1, 0.5, 1])).toEqual([0, 0, '###']);
    expect(drawn([0.6, 0, 3.6, 0, 3.6, 1, 0.6, 1])).toEqual([1, 0, '###']);
  });

  it('never loses a stroke one dot wide, wherever it falls', () => {
    for (let shift = 0; shift < 1; shift += 0.1) {
      expect(drawn([shift, 0, shift + 1, 0, shift + 1, 2, shift, 2]).join('')).toContain('#');
    }
  });

  it('keeps overlapping outlines solid and holes open', () => {
    const square = (from: number, to: number): number[] => [from, from, to, from, to, to, from, to];
    const hole = [2, 2, 2, 4, 4, 4, 4, 2];
    expect(drawn(square(0, 6), square(1, 5))).toEqual([0, 0, ...Array(6).fill('######')]);
    const [whole, open] = ['######', '##..##'];
    expect(drawn(square(0, 6), hole)).toEqual([0, 0, whole, whole, open, open, whole, whole]);
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
    expect(canvas.cutMarks).toBe(0);
    canvas.fillRect(18, 1, 4, 1);
    canvas.fillRect(0, -1, 4, 1);
    expect(canvas.cutMarks).toBe(2);
    expect([...canvas.bitmap.data.subarray(3)]).toEqual([0, 0, 0x30]);
  });

  it('draws a glyph dot for dot, in ink and in white, also where it leaves the sheet', () => {
    const glyphs = [
      glyphDots([-1, 0, 3, 0, -2, 30, 0, 33, 34, 1, 7, 9, 2, 0, 8]),
      glyphDots([0, 0, 8, 1, 0, 1]),
      glyphDots([0, 3, 20, 1, 2, 3]),
    ];
    const dotByDot = (canvas: DotCanvas, pattern: DotPattern, left: number, top: number, isWhite: boolean) =>
      glyphRows(pattern).forEach((row, y) => {
        Array.from(row).forEach((dot, x) => {
          if (dot === '#') canvas.fillRect(left + x, top + y, 1, 1, isWhite);
        });
      });
    for (const glyph of glyphs)
      for (let left = -4; left < 42; left += 1)
        for (const top of [-1, 0, 2])
          for (const isWhite of [false, true]) {
            const [whole, single] = [dotCanvas(40, 4, 203), dotCanvas(40, 4, 203)];
            for (const canvas of [whole, single]) if (isWhite) canvas.fillRect(0, 0, 40, 4);
            whole.stamp(glyph, left, top, isWhite);
            dotByDot(single, glyph, left, top, isWhite);
            expect([...whole.bitmap.data]).toEqual([...single.bitmap.data]);
            expect(whole.cutMarks > 0).toBe(single.cutMarks > 0);
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
