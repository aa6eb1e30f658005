import { describe, expect, it } from 'vitest';
import { encodePng } from '../../../../../electron/labels/encodePng.ts';
import type { LabelMark, LaidOutLabel } from '../../../../../electron/labels/layout/labelDrawing.ts';
import { merchantArea } from '../../../../../electron/labels/layout/labelZones.ts';
import { layoutLabel } from '../../../../../electron/labels/layout/layoutLabel.ts';
import { paintLabel } from '../../../../../electron/labels/renderLabel.ts';
import { starterTemplate } from '../../../../../electron/labels/template/starterTemplate.ts';
import type { LabelDocument } from '../../../../../shared/domain/printing/labelDocument.ts';
import {
  fitsSize,
  type LogoPicture,
  type TemplateElement,
  templateSizes,
} from '../../../../../shared/domain/printing/labelTemplate.ts';
import { shippedFonts } from '../../../../doubles/printers/labelFonts.ts';
import { scanBarcodes } from '../../../../doubles/printers/scanBarcodes.ts';
import { plainLabel, standardLabels } from '../../../../doubles/printers/standardLabels.ts';

const fonts = shippedFonts();
const always = { when: 'always' } as const;
const style = {
  fontTenthMm: 40,
  isBold: false,
  align: 'left',
  vertical: 'top',
  isInverted: false,
} as const;
const at = (left: number, top: number, width: number, height: number) => ({
  id: `${left}-${top}`,
  left,
  top,
  width,
  height,
  condition: always,
});

function draw(
  elements: readonly TemplateElement[],
  change: Partial<LabelDocument> = {},
  logos: ReadonlyMap<string, LogoPicture> = new Map(),
  dpi: 203 | 300 = 203,
): LaidOutLabel {
  const template = { content: { size: '76x130', elements }, logos } as const;
  const laidOut = layoutLabel({ ...plainLabel, ...change }, { size: '76x130', dpi }, fonts, template);
  if (!laidOut.ok) throw new Error(laidOut.code);
  expect(paintLabel(laidOut.value.drawing, fonts).cutMarks).toBe(0);
  return laidOut.value;
}

const inArea = ({ drawing, merchantArea: area }: LaidOutLabel): LabelMark[] =>
  drawing.marks.filter((mark) => {
    if (mark.kind === 'text') return mark.baseline > area.top && mark.baseline <= area.top + area.height;
    return mark.top >= area.top && mark.left >= area.left && mark.left < area.left + area.width;
  });

const textsOf = (laidOut: LaidOutLabel) =>
  inArea(laidOut).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

describe('a template', () => {
  it('shows a variable with the words around it, and neither when it is empty', () => {
    const remark: TemplateElement = {
      ...at(0, 0, 700, 50),
      kind: 'variable',
      variable: 'remark',
      before: '留言：',
      after: '！',
      style,
    };
    expect(textsOf(draw([remark]))).toEqual(['留言：请放快递柜！']);
    expect(textsOf(draw([remark], { remark: '' }))).toEqual([]);
  });

  it('puts each element where its tenths of a millimetre say, at both resolutions', () => {
    for (const [dpi, perTenth] of [
      [203, 0.8],
      [300, 1.181],
    ] as const) {
      const laidOut = draw([{ ...at(100, 50, 200, 40), kind: 'line' }], {}, new Map(), dpi);
      const { left, top } = laidOut.merchantArea;
      const box = { left: Math.round(100 * perTenth), top: Math.round(50 * perTenth) };
      expect(inArea(laidOut)).toEqual([
        {
          kind: 'rect',
          isWhite: false,
          left: left + box.left,
          top: top + box.top,
          width: Math.round(300 * perTenth) - box.left,
          height: Math.round(90 * perTenth) - box.top,
        },
      ]);
    }
  });

  it('shows an element only where its condition holds, and says which it hid', () => {
    const element = (id: string, condition: TemplateElement['condition']): TemplateElement => ({
      ...at(0, 0, 700, 50),
      id,
      condition,
      kind: 'text',
      text: id,
      style,
    });
    const elements = [
      element('cod', { when: 'filled', variable: 'codAmount' }),
      element('no-remark', { when: 'empty', variable: 'remark' }),
      element('shop-a', { when: 'is', variable: 'shop', value: '甲店 ' }),
      element('not-shop-a', { when: 'is-not', variable: 'shop', value: '甲店' }),
    ];
    const cod = draw(elements, { codAmountFen: 12_800, shop: '甲店' });
    expect(textsOf(cod)).toEqual(['cod', 'shop-a']);
    expect(cod.hidden).toEqual(['no-remark', 'not-shop-a']);
    expect(textsOf(draw(elements, { remark: '', shop: '乙店' }))).toEqual(['no-remark', 'not-shop-a']);
  });

  it('carries codes that a reader of other authors reads, with their quiet zones inside the element', () => {
    const elements: TemplateElement[] = [
      {
        ...at(10, 10, 450, 150),
        kind: 'barcode',
        source: { kind: 'variable', variable: 'orderNo' },
        showsText: true,
      },
      { ...at(480, 10, 220, 220), kind: 'qr', source: { kind: 'text', text: 'https://shop.example/a?b=1' } },
    ];
    for (const dpi of [203, 300] as const) {
      const laidOut = draw(elements, {}, new Map(), dpi);
      expect(laidOut.problems).toEqual([]);
      const codes = scanBarcodes(encodePng(paintLabel(laidOut.drawing, fonts).bitmap));
      expect(new Set(codes)).toEqual(
        new Set([
          `CODE-128:${plainLabel.waybillNo}`,
          `CODE-128:${plainLabel.orderNo}`,
          'QR-Code:https://shop.example/a?b=1',
        ]),
      );
    }
  });

  it('prints what a code should have said where the code could not be scanned', () => {
    const qr = (text: string, width: number): TemplateElement => ({
      ...at(0, 0, width, 300),
      kind: 'qr',
      source: { kind: 'text', text },
    });
    expect(draw([qr('深圳', 300)]).problems).toEqual([{ elementId: '0-0', problem: 'code-content' }]);
    expect(textsOf(draw([qr('深圳', 300)]))).toEqual(['深圳']);
    const tooSmall = draw([qr('https://shop.example/'.repeat(8), 150)]);
    expect(tooSmall.problems).toEqual([{ elementId: '0-0', problem: 'code-too-large' }]);
    expect(textsOf(tooSmall).length).toBeGreaterThan(0);
    const thin: TemplateElement = {
      ...at(0, 0, 150, 100),
      kind: 'barcode',
      source: { kind: 'variable', variable: 'orderNo' },
      showsText: false,
    };
    expect(draw([thin]).problems).toEqual([{ elementId: '0-0', problem: 'code-too-large' }]);
  });

  it('says what is cut, what the font lacks, what lies outside and which logo is gone', () => {
    const text = (id: string, words: string, left = 0): TemplateElement => ({
      ...at(left, 0, 300, 30),
      id,
      kind: 'text',
      text: words,
      style,
    });
    const laidOut = draw([
      text('cut', '很长很长的一段话'.repeat(20)),
      text('emoji', '谢谢🎁'),
      text('outside', '边上', 600),
      text('far', '外面', 900),
      { ...at(0, 100, 100, 100), id: 'logo', kind: 'image', logoId: 'gone' },
    ]);
    expect(laidOut.problems).toEqual([
      { elementId: 'cut', problem: 'text-cut' },
      { elementId: 'emoji', problem: 'glyph-missing' },
      { elementId: 'outside', problem: 'outside' },
      { elementId: 'far', problem: 'outside' },
      { elementId: 'logo', problem: 'logo-missing' },
    ]);
  });

  it('shows a logo dot for dot at its own size, and in proportion at another', () => {
    const bits = Uint8Array.from({ length: 5 * 40 }, (_, index) => (index * 37) & 0xff);
    const logo = { widthDots: 40, heightDots: 40, bits };
    const image = (width: number, height: number): TemplateElement => ({
      ...at(0, 0, width, height),
      kind: 'image',
      logoId: 'l',
    });
    const own = inArea(draw([image(50, 50)], {}, new Map([['l', logo]])))[0];
    expect(own).toMatchObject({ kind: 'picture', picture: { widthDots: 40, heightDots: 40 } });
    expect(own?.kind === 'picture' && Buffer.compare(own.picture.bits, bits)).toBe(0);
    const laidOut = draw([image(50, 50)], {}, new Map([['l', logo]]));
    const { bitmap } = paintLabel(laidOut.drawing, fonts);
    const { left, top } = laidOut.merchantArea;
    const isInk = (x: number, y: number, data: Uint8Array, bytesPerRow: number): number =>
      ((data[y * bytesPerRow + (x >> 3)] as number) >> (7 - (x & 7))) & 1;
    let different = 0;
    for (let at = 0; at < 1_600; at += 1) {
      const [x, y] = [at % 40, Math.floor(at / 40)];
      if (isInk(x, y, bits, 5) !== isInk(left + x, top + y, bitmap.data, bitmap.bytesPerRow)) different += 1;
    }
    expect(different).toBe(0);
    const wide = inArea(draw([image(300, 100)], {}, new Map([['l', logo]])))[0];
    expect(wide).toMatchObject({ kind: 'picture', picture: { widthDots: 80, heightDots: 80 } });
  });

  it('of one size is scaled as a whole onto another, so that a backup printer loses nothing', () => {
    for (const size of templateSizes) {
      for (const other of templateSizes) {
        const template = { content: starterTemplate(size), logos: new Map() };
        if (!fitsSize(template.content, other)) continue;
        const laidOut = layoutLabel(plainLabel, { size: other, dpi: 203 }, fonts, template);
        if (!laidOut.ok) throw new Error(laidOut.code);
        expect(laidOut.value.problems, `${size} on ${other}`).toEqual([]);
        expect(textsOf(laidOut.value).join('')).toContain('备注：请放快递柜');
      }
    }
  });

  it('of an express label leaves the internal label as it is, and the other way round', () => {
    for (const [size, other] of [
      ['76x130', '60x40'],
      ['60x40', '76x130'],
    ] as const) {
      const template = { content: starterTemplate(size), logos: new Map() };
      const withIt = layoutLabel(plainLabel, { size: other, dpi: 203 }, fonts, template);
      expect(withIt).toEqual(layoutLabel(plainLabel, { size: other, dpi: 203 }, fonts));
    }
  });

  it('starts as an area without problems, inside its size', () => {
    for (const size of templateSizes) {
      const { widthTenthMm, heightTenthMm } = merchantArea(size);
      for (const element of starterTemplate(size).elements) {
        expect(element.left + element.width).toBeLessThanOrEqual(widthTenthMm);
        expect(element.top + element.height).toBeLessThanOrEqual(heightTenthMm);
      }
    }
  });

  it.each(Object.keys(standardLabels))('draws nothing of "%s" outside the sheet', (name) => {
    draw(starterTemplate('76x130').elements, standardLabels[name]);
  });
});
