import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ready } from 'zpl-renderer-js';
import { dotsPerMm, labelMedia } from '../../electron/labels/layout/labelMedia.ts';
import { renderLabel } from '../../electron/labels/renderLabel.ts';
import { zplEncodings } from '../../electron/printers/languages/zpl/pictureField.ts';
import { zplLanguage } from '../../electron/printers/languages/zpl/zplLanguage.ts';
import {
  type LabelBitmap,
  type LabelDocument,
  labelSizes,
} from '../../shared/domain/printing/labelDocument.ts';
import { readZpl } from '../doubles/languageReaders/readZpl.ts';
import { decodePng } from '../doubles/printers/decodePng.ts';
import { shippedFonts } from '../doubles/printers/labelFonts.ts';
import { scanBarcodes } from '../doubles/printers/scanBarcodes.ts';
import { standardLabels } from '../doubles/printers/standardLabels.ts';

const forms = labelSizes.flatMap((size) => ([203, 300] as const).map((dpi) => ({ size, dpi })));
const names = ['plain', 'cash and insurance', 'hostile text'];

function draw(name: string, form: (typeof forms)[number]): LabelBitmap {
  const bitmap = renderLabel(standardLabels[name] as LabelDocument, form, shippedFonts());
  if (!bitmap.ok) throw new Error(bitmap.code);
  return bitmap.value;
}

const isInk = ({ data, bytesPerRow }: LabelBitmap, x: number, y: number): boolean =>
  (((data[y * bytesPerRow + (x >> 3)] as number) >> (7 - (x & 7))) & 1) === 1;

const encode = (bitmap: LabelBitmap, encoding: string) =>
  zplLanguage.encode(bitmap, { widthMm: 76, heightMm: 130, gapMm: 2, encoding });

/** The picture field without the commands around it. */
const fieldOf = (bytes: Uint8Array): string =>
  /\^GFA,\d+,\d+,\d+,([^^]*)\^FS/.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? '';

describe.each(zplEncodings)('a label in ZPL as %s', (encoding) => {
  it.each(forms)(
    'is shown dot for dot by a renderer of other authors: $size at $dpi dpi',
    {
      timeout: 120_000,
    },
    async ({ size, dpi }) => {
      const { api } = await ready;
      // The renderer counts 300 dpi as 12 dots a millimetre: it is given a sheet of as many dots as ours has.
      const rendererDots = Math.ceil(dotsPerMm(dpi));
      for (const name of names) {
        const bitmap = draw(name, { size, dpi });
        const zpl = Buffer.from(encode(bitmap, encoding)).toString('latin1');
        const [width, height] = [bitmap.widthDots / rendererDots, bitmap.heightDots / rendererDots];
        const png = Buffer.from(await api.zplToBase64Async(zpl, width, height, rendererDots), 'base64');
        const picture = decodePng(png);
        expect([picture.width, picture.height]).toEqual([bitmap.widthDots, bitmap.heightDots]);
        let different = 0;
        for (let y = 0; y < picture.height; y += 1) {
          for (let x = 0; x < picture.width; x += 1) {
            if (picture.isDark(x, y) !== isInk(bitmap, x, y)) different += 1;
          }
        }
        expect(different, name).toBe(0);
        // The same dots in every encoding: they are scanned in one.
        if (encoding !== zplEncodings[0]) continue;
        const { waybillNo } = standardLabels[name] as LabelDocument;
        const code = size === '60x40' ? `QR-Code:${waybillNo}` : `CODE-128:${waybillNo}`;
        expect(scanBarcodes(png), name).toContain(code);
      }
    },
  );

  it('carries any dots unchanged', () => {
    const row = fc.oneof(
      fc.uint8Array({ minLength: 13, maxLength: 13 }),
      fc.constantFrom(0x00, 0xff, 0x0f, 0xf0, 0x11).map((byte) => new Uint8Array(13).fill(byte)),
      fc
        .tuple(fc.nat(12), fc.constantFrom(0x00, 0xff))
        .map(([from, byte]) => new Uint8Array(13).fill(0x5a).fill(byte, from)),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        const data = new Uint8Array(Buffer.concat(rows));
        const bitmap = { widthDots: 104, heightDots: rows.length, bytesPerRow: 13, data, dpi: 203 } as const;
        expect(Buffer.compare(readZpl(encode(bitmap, encoding)).data, data)).toBe(0);
      }),
      { seed: 20_261_125, numRuns: 400 },
    );
  });

  it('carries rows longer than the longest run there is a letter for', () => {
    for (const bytesPerRow of [10, 104, 209, 210, 211, 500]) {
      for (const byte of [0x00, 0xff, 0x77]) {
        const data = new Uint8Array(bytesPerRow * 3).fill(byte);
        data[bytesPerRow] = 0x42;
        const bitmap = { widthDots: bytesPerRow * 8, heightDots: 3, bytesPerRow, data, dpi: 203 } as const;
        expect(Buffer.compare(readZpl(encode(bitmap, encoding)).data, data)).toBe(0);
      }
    }
  });

  it('holds no character a command begins with, whatever the dots', () => {
    for (const name of Object.keys(standardLabels)) {
      const field = fieldOf(encode(draw(name, { size: '76x130', dpi: 203 }), encoding));
      expect(field).toMatch(/^[\w+/=:,!]+$/);
      expect(field).not.toMatch(/[~^]/);
    }
  });
});

it('the forms differ in size as their kind says: Z64 smallest, run lengths next, bare hex twice the picture', () => {
  const bitmap = draw('plain', { size: '76x130', dpi: 203 });
  const [z64, acs, hex] = zplEncodings.map((encoding) => fieldOf(encode(bitmap, encoding)).length);
  expect(hex).toBe(bitmap.data.length * 2);
  expect(acs).toBeLessThan(bitmap.data.length);
  expect(z64).toBeLessThan(acs ?? 0);
});

it('an unknown form, or none, is written in the usual one', () => {
  const bitmap = draw('plain', { size: '60x40', dpi: 203 });
  const usual = encode(bitmap, 'z64');
  expect(encode(bitmap, 'gif')).toEqual(usual);
  expect(zplLanguage.encode(bitmap, labelMedia['60x40'])).toEqual(usual);
});
