import { describe, expect, it } from 'vitest';
import { encodePng } from '../../../../../electron/labels/encodePng.ts';
import type { LabelMark } from '../../../../../electron/labels/layout/labelDrawing.ts';
import { dotsPerMm } from '../../../../../electron/labels/layout/labelMedia.ts';
import { merchantArea } from '../../../../../electron/labels/layout/labelZones.ts';
import { layoutLabel } from '../../../../../electron/labels/layout/layoutLabel.ts';
import { paintLabel } from '../../../../../electron/labels/renderLabel.ts';
import { starterTemplate } from '../../../../../electron/labels/template/starterTemplate.ts';
import type { LabelDocument } from '../../../../../shared/domain/printing/labelDocument.ts';
import { shippedFonts } from '../../../../doubles/printers/labelFonts.ts';
import { scanBarcodes } from '../../../../doubles/printers/scanBarcodes.ts';
import { plainLabel, standardLabels } from '../../../../doubles/printers/standardLabels.ts';

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

  it('says carrier and pieces large beside a short code, and nothing where a long one leaves no room', () => {
    const beside = textsOf(plainLabel).filter(({ text }) => text === '圆通速递' || text === '共 3 件');
    expect(beside.map(({ sizeDots }) => sizeDots >= 24)).toEqual([true, true]);
    expect(textsOf({ ...plainLabel, shortCode: 'A-1234' }).map(({ text }) => text)).not.toContain('共 3 件');
    expect(textsOf({ ...plainLabel, goods: [] }).some(({ text }) => text.startsWith('共'))).toBe(false);
  });

  it('tells the packer the remark, in its own line below the goods', () => {
    expect(textsOf(plainLabel).map(({ text }) => text)).toContain('备注：请放快递柜');
    expect(textsOf({ ...plainLabel, remark: '' }).some(({ text }) => text.startsWith('备注'))).toBe(false);
  });

  it('shows what a merchant drew in place of the goods, inside the area the editor names', () => {
    const size = '60x40';
    const template = { content: starterTemplate(size), logos: new Map() };
    for (const dpi of [203, 300] as const) {
      const laidOut = layoutLabel(plainLabel, { size, dpi }, fonts, template);
      if (!laidOut.ok) throw new Error(laidOut.code);
      const { merchantArea: area, problems } = laidOut.value;
      expect(problems).toEqual([]);
      const perTenth = dotsPerMm(dpi) / 10;
      const named = merchantArea(size);
      expect(Math.abs(area.left - named.leftTenthMm * perTenth)).toBeLessThanOrEqual(2);
      expect(Math.abs(area.top - named.topTenthMm * perTenth)).toBeLessThanOrEqual(2);
      expect(Math.abs(area.width - named.widthTenthMm * perTenth)).toBeLessThanOrEqual(2);
      expect(Math.abs(area.height - named.heightTenthMm * perTenth)).toBeLessThanOrEqual(2);
      const blank = { content: { size, elements: [] }, logos: new Map() } as const;
      const empty = layoutLabel(plainLabel, { size, dpi }, fonts, blank);
      const wordsOf = (outcome: typeof empty) =>
        outcome.ok
          ? outcome.value.drawing.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
          : [];
      expect(wordsOf(laidOut).join('')).toContain('备注：请放快递柜');
      expect(wordsOf(empty).join()).not.toContain('备注');
    }
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
