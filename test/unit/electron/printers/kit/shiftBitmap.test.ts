import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftBitmap } from '../../../../../electron/printers/kit/shiftBitmap.ts';
import { printerLanguages } from '../../../../../electron/printers/languages/index.ts';
import { encodeSheet } from '../../../../../electron/printers/renderJob.ts';
import { drawMediaSheet, drawRulerSheet } from '../../../../../electron/printers/setupSheets.ts';
import { type LabelBitmap, labelSizes } from '../../../../../shared/domain/printing/labelDocument.ts';
import { defaultPrinterProfile } from '../../../../../shared/domain/printing/printer.ts';
import { shippedFonts } from '../../../../doubles/printers/labelFonts.ts';

const dotAt = ({ bytesPerRow, data }: LabelBitmap, x: number, y: number): boolean =>
  ((data[y * bytesPerRow + (x >> 3)] as number) & (0x80 >> (x & 7))) !== 0;

function sheet(
  widthDots: number,
  heightDots: number,
  dots: readonly (readonly [number, number])[],
): LabelBitmap {
  const bytesPerRow = (widthDots + 7) >> 3;
  const data = new Uint8Array(bytesPerRow * heightDots);
  for (const [x, y] of dots) data[y * bytesPerRow + (x >> 3)]! |= 0x80 >> (x & 7);
  return { widthDots, heightDots, bytesPerRow, data, dpi: 203 };
}

describe('the offset of a printer', () => {
  it('moves every dot by whole dots, or refuses to lose one', () => {
    const coordinate = (max: number) => fc.integer({ min: 0, max: max - 1 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate(45), coordinate(20)), { maxLength: 20 }),
        fc.integer({ min: -30, max: 30 }),
        fc.integer({ min: -15, max: 15 }),
        (dots, right, down) => {
          const moved = shiftBitmap(sheet(45, 20, dots), right, down);
          const wanted = dots.map(([x, y]) => [x + right, y + down] as const);
          const isInside = wanted.every(([x, y]) => x >= 0 && x < 45 && y >= 0 && y < 20);
          expect(moved !== null).toBe(isInside);
          if (moved !== null) expect(Buffer.compare(moved.data, sheet(45, 20, wanted).data)).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is refused by name when it would cut the label', () => {
    const frame = drawMediaSheet({ language: 'tspl', dpi: 203, size: '76x130' }, shippedFonts());
    const target = { language: 'tspl', dpi: 203, size: '76x130' } as const;
    expect(encodeSheet(frame, target, { ...defaultPrinterProfile, offsetXTenthMm: 5 })).toMatchObject({
      code: 'PRINTER_OFFSET_CUTS_LABEL',
    });
  });
});

describe('the sheets of the setup', () => {
  const target = { language: 'tspl', dpi: 203, size: '76x130' } as const;

  it('ruler: a tick every millimetre from the left and from the top edge of the picture', () => {
    const ruler = drawRulerSheet(target, shippedFonts());
    for (let mm = 0; mm <= 20; mm += 1) {
      expect([mm, dotAt(ruler, mm * 8, 30 * 8 + 4)]).toEqual([mm, true]);
      expect([mm, dotAt(ruler, 30 * 8 + 4, mm * 8)]).toEqual([mm, true]);
      expect([mm, dotAt(ruler, mm * 8 + 4, 30 * 8 + 4)]).toEqual([mm, false]);
    }
  });

  it('ruler: fits every paper there is', () => {
    for (const size of labelSizes) {
      const ruler = drawRulerSheet({ ...target, size }, shippedFonts());
      const across = Math.min(30 * 8, ruler.heightDots - 15 * 8) + 4;
      for (let mm = 0; mm <= 20; mm += 1)
        expect([size, mm, dotAt(ruler, mm * 8, across)]).toEqual([size, mm, true]);
    }
  });

  it('media: the outermost dots of all four sides are printed', () => {
    const frame = drawMediaSheet(target, shippedFonts());
    const { widthDots, heightDots } = frame;
    for (let x = 0; x < widthDots; x += 1)
      expect(dotAt(frame, x, 0) && dotAt(frame, x, heightDots - 1)).toBe(true);
    for (let y = 0; y < heightDots; y += 1)
      expect(dotAt(frame, 0, y) && dotAt(frame, widthDots - 1, y)).toBe(true);
  });
});

describe('what is set for a printer', () => {
  const blank = sheet(608, 1040, []);
  const words = (language: string, profile: Partial<typeof defaultPrinterProfile>) => {
    const target = { language, dpi: 203, size: '76x130' } as const;
    const encoded = encodeSheet(blank, target, { ...defaultPrinterProfile, ...profile });
    if (!encoded.ok) throw new Error(encoded.code);
    return Buffer.from(encoded.value.bytes).toString('latin1');
  };

  it('writes a ZPL picture as set for the printer, else as its address says, else as Z64', () => {
    const form = (encoding: string | null, inUri?: string) => {
      const target = {
        language: 'zpl',
        dpi: 203,
        size: '76x130',
        ...(inUri ? { encoding: inUri } : {}),
      } as const;
      const encoded = encodeSheet(blank, target, { ...defaultPrinterProfile, encoding });
      return encoded.ok ? Buffer.from(encoded.value.bytes).toString('latin1').slice(60, 130) : encoded.code;
    };
    expect(form(null)).toContain(':Z64:');
    expect(form(null, 'hex')).toContain(',000000');
    expect(form('acs', 'hex')).toContain(',,::::');
    expect(form(null, 'gif')).toBe('PRINTER_ENCODING_UNKNOWN');
    expect(words('tspl', { encoding: 'hex' })).toBe(words('tspl', {}));
  });

  it('adds no command the printer was not told to use', () => {
    for (const { id } of printerLanguages) {
      expect(words(id, {})).not.toMatch(/DENSITY|SPEED|\^PR|~SD|CONTRAST/);
      expect(words(id, {})).toBe(words(id, { density: null, speedInchesPerSecond: null, gapTenthMm: null }));
    }
  });

  it('says density, speed and gap in the words of each language that has them, and nothing where it has none', () => {
    const profile = { density: 10, speedInchesPerSecond: 4, gapTenthMm: 30 };
    expect(words('tspl', profile)).toMatch(/GAP 3 mm,0 mm\r\nDENSITY 10\r\nSPEED 4\r\n/);
    expect(words('zpl', profile)).toMatch(/^~SD20\r\n\^XA[\s\S]*\^PR4\r\n/);
    expect(words('cpcl', profile)).toMatch(/CONTRAST 2\r\n/);
    expect(words('escpos', profile)).toBe(words('escpos', {}));
    for (const { id, settings } of printerLanguages) {
      expect(words(id, { density: 3 }) !== words(id, {})).toBe(settings.density);
      expect(words(id, { speedInchesPerSecond: 3 }) !== words(id, {})).toBe(settings.speed);
      expect(words(id, { gapTenthMm: 35 }) !== words(id, {})).toBe(settings.gap);
    }
  });
});
