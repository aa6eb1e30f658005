import bwip from 'bwip-js/node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aimedModuleDots,
  encodeCode128,
  fitBarcode,
  thinnestModuleDots,
} from '../../../../../electron/labels/barcodes/encodeCode128.ts';

const modulesOf = (content: string): number => {
  const barcode = encodeCode128(content);
  if (!barcode.ok) throw new Error(barcode.code);
  return barcode.value.modules;
};

/** Bar and space widths by an encoder of other authors. */
function foreignWidths(content: string): number[] {
  const [symbol] = bwip.raw({ bcid: 'code128', text: content }) as unknown as { sbs: number[] }[];
  return Array.from(symbol?.sbs ?? []);
}

describe('encodeCode128', () => {
  it.each([
    ['YT8962646785389', 145],
    ['73610555582883', 112],
    ['SF1234567890123-1-1-', 211],
  ])('packs digit pairs: %s takes %i modules', (content, modules) => {
    expect(modulesOf(content)).toBe(modules);
  });

  it.each(['YT8962646785389', '73610555582883', 'JDX024407261700', 'DPK202252612836', '1207119765021'])(
    'draws the bars of %s no longer than another encoder',
    (content) => {
      const foreign = foreignWidths(content).reduce((sum, width) => sum + width, 0);
      expect(modulesOf(content)).toBeLessThanOrEqual(foreign);
    },
  );

  it('has the same bars as another encoder when there is nothing to pack', () => {
    const barcode = encodeCode128('AB-cd.EF');
    expect(barcode.ok && [...barcode.value.widths]).toEqual(foreignWidths('AB-cd.EF'));
  });

  it('always makes whole symbols: 11 modules each, 13 for the stop', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]{1,30}$/), (content) => {
        expect((modulesOf(content) - 13) % 11).toBe(0);
      }),
      { seed: 128 },
    );
  });

  it.each(['', '中通123', 'A\n', 'é', 'A'.repeat(49)])(
    'refuses %j, which no such barcode can carry',
    (content) => {
      expect(encodeCode128(content)).toMatchObject({ ok: false, code: 'LABEL_BARCODE_CONTENT' });
    },
  );
});

describe('fitBarcode', () => {
  it('takes the widest whole-dot module that fits with its quiet zones, never one below the limit', () => {
    const barcode = encodeCode128('YT8962646785389');
    if (!barcode.ok) throw new Error(barcode.code);
    expect(fitBarcode(barcode.value, 584, 3, 2)).toMatchObject({
      ok: true,
      value: { moduleDots: 3, widthDots: 495 },
    });
    expect(fitBarcode(barcode.value, 494, 3, 2)).toMatchObject({ ok: true, value: { moduleDots: 2 } });
    expect(fitBarcode(barcode.value, 329, 3, 2)).toMatchObject({ ok: false, code: 'LABEL_BARCODE_TOO_WIDE' });
  });

  it('keeps a module at a quarter of a millimetre or more at both resolutions', () => {
    expect([thinnestModuleDots(8), aimedModuleDots(8)]).toEqual([2, 3]);
    expect([thinnestModuleDots(11.81), aimedModuleDots(11.81)]).toEqual([3, 4]);
  });
});
