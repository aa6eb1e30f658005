import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ready } from 'zpl-renderer-js';
import { encodePng } from '../../electron/labels/encodePng.ts';
import { dotsPerMm, labelMedia } from '../../electron/labels/layout/labelMedia.ts';
import { renderLabel } from '../../electron/labels/renderLabel.ts';
import { findCommandPair } from '../../electron/printers/languages/escpos/rasterBands.ts';
import { printerLanguages } from '../../electron/printers/languages/index.ts';
import type { LabelBitmap, LabelSize } from '../../shared/domain/printing/labelDocument.ts';
import { asBitmap, type ReadLabel } from '../doubles/languageReaders/dotSheet.ts';
import { languageReaders } from '../doubles/languageReaders/index.ts';
import { readEscpos } from '../doubles/languageReaders/readEscpos.ts';
import { decodePng } from '../doubles/printers/decodePng.ts';
import { shippedFonts } from '../doubles/printers/labelFonts.ts';
import { scanBarcodes } from '../doubles/printers/scanBarcodes.ts';
import { commandTexts, plainLabel, standardLabels } from '../doubles/printers/standardLabels.ts';

const sizes = Object.keys(labelMedia) as LabelSize[];

function render(document: typeof plainLabel, size: LabelSize, dpi: LabelBitmap['dpi']): LabelBitmap {
  const bitmap = renderLabel(document, { size, dpi }, shippedFonts());
  if (!bitmap.ok) throw new Error(`${bitmap.code} ${JSON.stringify(bitmap.params)}`);
  return bitmap.value;
}

/** The picture as it would be if moved right by so many dots. */
function movedRight(bitmap: LabelBitmap, dots: number): Uint8Array {
  const moved = new Uint8Array(bitmap.data.length);
  for (let row = 0; row < bitmap.heightDots; row += 1) {
    const from = row * bitmap.bytesPerRow;
    for (let x = dots; x < bitmap.bytesPerRow * 8; x += 1) {
      const source = x - dots;
      const isInk = ((bitmap.data[from + (source >> 3)] as number) >> (7 - (source & 7))) & 1;
      if (isInk) moved[from + (x >> 3)] = (moved[from + (x >> 3)] as number) | (0x80 >> (x & 7));
    }
  }
  return moved;
}

function expectSamePicture(languageId: string, label: ReadLabel, bitmap: LabelBitmap): void {
  expect(label.bytesPerRow).toBe(bitmap.bytesPerRow);
  expect(label.heightDots).toBe(bitmap.heightDots);
  if (Buffer.compare(label.data, bitmap.data) === 0) return;
  // Only ESC/POS may touch the picture, to keep device commands out of it: moved by less than a millimetre, or,
  // on a label black from edge to edge, with single dots turned.
  expect(languageId).toBe('escpos');
  const isMoved = [1, 2, 3, 4, 5, 6, 7].some(
    (dots) => Buffer.compare(label.data, movedRight(bitmap, dots)) === 0,
  );
  const turned = label.data.filter((byte, index) => byte !== bitmap.data[index]).length;
  expect(isMoved || turned <= 20).toBe(true);
}

describe.each(printerLanguages.map((language) => ({ id: language.id, language })))(
  '$id',
  ({ id, language }) => {
    const read = languageReaders[id] as (bytes: Uint8Array) => ReadLabel;
    const cases = Object.keys(standardLabels).flatMap((name) =>
      sizes.flatMap((size) => language.resolutionsDpi.map((dpi) => ({ name, size, dpi }))),
    );

    it('has a strict reader in the tests', () => {
      expect(read).toBeTypeOf('function');
    });

    it.each(cases)('prints "$name" on $size at $dpi dpi dot for dot, once', ({ name, size, dpi }) => {
      const bitmap = render(standardLabels[name] as typeof plainLabel, size, dpi);
      const media = labelMedia[size];
      expect(bitmap.widthDots).toBe(Math.round(media.widthMm * dotsPerMm(dpi)));
      expect(bitmap.heightDots).toBe(Math.round(media.heightMm * dotsPerMm(dpi)));
      const label = read(language.encode(bitmap, media));
      expect(label.copies).toBe(1);
      expectSamePicture(id, label, bitmap);
    });

    it.each(['plain', 'digits only', 'child number', 'practice', 'all too long'])(
      'lets a barcode reader read the waybill number of "%s" from the printed dots',
      (name) => {
        const document = standardLabels[name] as typeof plainLabel;
        for (const dpi of language.resolutionsDpi) {
          const label = read(language.encode(render(document, '76x130', dpi), labelMedia['76x130']));
          const codes = scanBarcodes(encodePng(asBitmap(label, dpi)));
          expect(codes).toEqual([`CODE-128:${document.waybillNo}`]);
        }
      },
    );

    it('sends the same commands whatever the texts say', () => {
      const skeleton = (document: typeof plainLabel): string => {
        const bytes = language.encode(render(document, '76x130', 203), labelMedia['76x130']);
        const label = read(bytes);
        return `${label.copies} ${label.widthDots}x${label.heightDots}`;
      };
      for (const text of commandTexts) {
        expect(skeleton({ ...plainLabel, remark: text, merchantText: text, sortCode: text })).toBe(
          skeleton(plainLabel),
        );
      }
    });

    it('carries any dots unchanged, not only those of labels', () => {
      fc.assert(
        fc.property(fc.uint8Array({ minLength: 8 * 60, maxLength: 8 * 60 }), (data) => {
          const bitmap: LabelBitmap = { widthDots: 64, heightDots: 60, bytesPerRow: 8, data, dpi: 203 };
          const label = read(language.encode(bitmap, { widthMm: 8, heightMm: 7.5, gapMm: 2 }));
          expect(label.copies).toBe(1);
          const different = label.data.filter((byte, index) => byte !== data[index]).length;
          // ESC/POS turns single dots when a picture without any margin spells a device command.
          expect(different).toBeLessThanOrEqual(id === 'escpos' ? 4 : 0);
        }),
        { seed: 20_261_125, numRuns: 200 },
      );
    });
  },
);

describe('zpl, read by a renderer of other authors', () => {
  it.each(['plain', 'child number', 'hostile text'])(
    'shows "%s" dot for dot',
    { timeout: 180_000 },
    async (name) => {
      const zpl = printerLanguages.find(({ id }) => id === 'zpl');
      const document = standardLabels[name] as typeof plainLabel;
      const bitmap = render(document, '76x130', 203);
      const text = Buffer.from(zpl?.encode(bitmap, labelMedia['76x130']) ?? []).toString('latin1');
      const { api } = await ready;
      const png = Buffer.from(await api.zplToBase64Async(text, 76, 130, 8), 'base64');
      expect(scanBarcodes(png)).toEqual([`CODE-128:${document.waybillNo}`]);
      const picture = decodePng(png);
      expect([picture.width, picture.height]).toEqual([bitmap.widthDots, bitmap.heightDots]);
      let differing = 0;
      for (let y = 0; y < bitmap.heightDots; y += 1) {
        for (let x = 0; x < bitmap.widthDots; x += 1) {
          const bit = ((bitmap.data[y * bitmap.bytesPerRow + (x >> 3)] as number) >> (7 - (x & 7))) & 1;
          if (picture.isDark(x, y) !== (bit === 1)) differing += 1;
        }
      }
      expect(differing).toBe(0);
    },
  );
});

describe('escpos', () => {
  it('keeps device commands out of the pictures it sends', () => {
    const escpos = printerLanguages.find(({ id }) => id === 'escpos');
    const trap = new Uint8Array(8 * 60);
    for (const [at, bytes] of [
      [9, [0x10, 0x04]],
      [100, [0x1b, 0x40]],
      [333, [0x10, 0x14]],
    ] as const) {
      trap.set(bytes, at);
    }
    const full = Uint8Array.from(trap, (byte, index) => (index % 8 === 7 ? byte | 1 : byte));
    for (const data of [trap, full]) {
      const bitmap: LabelBitmap = { widthDots: 64, heightDots: 60, bytesPerRow: 8, data, dpi: 203 };
      const label = readEscpos(escpos?.encode(bitmap, labelMedia['76x130']) ?? new Uint8Array());
      expect(findCommandPair(label.data)).toBe(-1);
    }
  });
});
