import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkit';
import { expect, it } from 'vitest';
import { type FontFile, openFontFile } from '../../electron/labels/painter/fontFile.ts';
import { projectFolder } from '../security/sourceFiles.ts';

const folder = join(projectFolder, 'resources/fonts');
const files = readdirSync(folder).filter((name) => /\.(ttf|otf)$/.test(name));

/** Behind the last ideograph. */
const endOfHanzi = 0x32400;
/** Every so many characters: all of them take a minute. */
const stride = 11;

function outlineOf(font: FontFile, codePoint: number): (string | number)[][] {
  const drawn: (string | number)[][] = [];
  const note =
    (command: string) =>
    (...places: number[]) =>
      void drawn.push([command, ...places]);
  font.draw(codePoint, {
    moveTo: note('moveTo'),
    lineTo: note('lineTo'),
    quadraticTo: note('quadraticCurveTo'),
    cubicTo: note('bezierCurveTo'),
  });
  return drawn;
}

it.each(files)(
  '%s: has the characters, widths and outlines that another program reads in it',
  (file) => {
    const font = openFontFile(join(folder, file));
    const other = create(readFileSync(join(folder, file)));
    expect(font.unitsPerEm).toBe(other.unitsPerEm);
    let compared = 0;
    for (let codePoint = 0; codePoint < endOfHanzi; codePoint += stride) {
      const isIn = other.hasGlyphForCodePoint(codePoint);
      if (font.has(codePoint) !== isIn) expect.fail(`character ${codePoint.toString(16)}`);
      if (!isIn) continue;
      const glyph = other.glyphForCodePoint(codePoint);
      const outline = glyph.path.commands
        .filter(({ command }) => command !== 'closePath')
        .map(({ command, args }) => [command, ...args]);
      expect(outlineOf(font, codePoint), codePoint.toString(16)).toEqual(outline);
      expect(font.advance(codePoint), codePoint.toString(16)).toBe(glyph.advanceWidth);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(100);
  },
  60_000,
);
