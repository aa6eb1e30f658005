import { describe, expect, it } from 'vitest';
import { encodePng } from '../../../../../electron/labels/encodePng.ts';
import type { LabelMark } from '../../../../../electron/labels/layout/labelDrawing.ts';
import { layoutLabel } from '../../../../../electron/labels/layout/layoutLabel.ts';
import { paintLabel } from '../../../../../electron/labels/paintLabel.ts';
import type { LabelDocument } from '../../../../../shared/domain/labelDocument.ts';
import { shippedFonts } from '../../../../doubles/labelFonts.ts';
import { scanBarcodes } from '../../../../doubles/scanBarcodes.ts';
import { plainLabel, standardLabels } from '../../../../doubles/standardLabels.ts';

const fonts = shippedFonts();

function draw(document: LabelDocument, dpi: 203 | 300 = 203) {
  const laidOut = layoutLabel(document, { size: '60x40', dpi }, fonts);
  if (!laidOut.ok) throw new Error(laidOut.code);
  return laidOut.value.drawing;
}

type TextMark = LabelMark & { kind: 'text' };
const textsOf = (document: LabelDocument): TextMark[] =>
  draw(document).marks.filter((mark) => mark.kind === 'text');
const largest = (document: LabelDocument): string =>
  textsOf(document).reduce((a, b) => (b.sizeDots > a.sizeDots ? b : a)).text;

describe('the internal label', () => {
  it('shows the short code largest: its own, else the place in the batch, else the end of the order number', () => {
    expect(largest({ ...plainLabel, shortCode: 'A-07' })).toBe('A-07');
    expect(largest(plainLabel)).toBe('3');
    expect(largest({ ...plainLabel, serial: null })).toBe('8123');
  });

  it('shows order, masked receiver, goods, number and marks', () => {
    const text = textsOf({ ...plainLabel, reprintNo: 1, isPractice: true })
      .map((mark) => mark.text)
      .join('\n');
    for (const part of [
      '订单 2026112514030088123',
      '王*',
      '1******1234',
      '浙江省杭州市余杭区 仓前街道文一西路***',
      'Type-C 快充数据线 1.5米 ×2',
      'YT8962646785389 圆通速递',
      '3/120  11-25 14:03',
      '补打1',
      '样单',
    ])
      expect(text).toContain(part);
  });

  it.each([203, 300] as const)('carries the number as a QR code at %i dpi', (dpi) => {
    for (const document of [plainLabel, standardLabels['all too long'] as LabelDocument]) {
      expect(scanBarcodes(encodePng(paintLabel(draw(document, dpi), fonts).bitmap))).toEqual([
        `QR-Code:${document.waybillNo}`,
      ]);
    }
  });

  it('does without a number, and with an order number no code can carry', () => {
    const bare = { ...plainLabel, waybillNo: '' };
    expect(scanBarcodes(encodePng(paintLabel(draw(bare), fonts).bitmap))).toEqual([
      `QR-Code:${plainLabel.orderNo}`,
    ]);
    expect(scanBarcodes(encodePng(paintLabel(draw({ ...bare, orderNo: '深圳-1' }), fonts).bitmap))).toEqual(
      [],
    );
  });
});
