import { describe, expect, it } from 'vitest';
import { quietModules } from '../../../../../electron/labels/barcodes/encodeCode128.ts';
import { encodePng } from '../../../../../electron/labels/encodePng.ts';
import { cleanDocument } from '../../../../../electron/labels/layout/cleanDocument.ts';
import type { LabelDrawing, LabelMark } from '../../../../../electron/labels/layout/labelDrawing.ts';
import { labelMedia } from '../../../../../electron/labels/layout/labelMedia.ts';
import { layoutLabel } from '../../../../../electron/labels/layout/layoutLabel.ts';
import { paintLabel } from '../../../../../electron/labels/renderLabel.ts';
import { measureText } from '../../../../../electron/labels/text/fitText.ts';
import type { LabelDocument, LabelSize } from '../../../../../shared/domain/printing/labelDocument.ts';
import { shippedFonts } from '../../../../doubles/printers/labelFonts.ts';
import { scanBarcodes } from '../../../../doubles/printers/scanBarcodes.ts';
import {
  plainLabel,
  rareCharacters,
  routeTextOf,
  standardLabels,
} from '../../../../doubles/printers/standardLabels.ts';

const fonts = shippedFonts();
const formats = (Object.keys(labelMedia) as LabelSize[]).flatMap((size) =>
  ([203, 300] as const).map((dpi) => ({ size, dpi })),
);
const expressFormats = formats.filter(({ size }) => size !== '60x40');
const expressCases = Object.keys(standardLabels).flatMap((name) =>
  expressFormats.map((format) => ({ name, ...format })),
);
const cases = Object.keys(standardLabels).flatMap((name) => formats.map((format) => ({ name, ...format })));

function draw(
  document: LabelDocument,
  format: (typeof formats)[number] = { size: '76x130', dpi: 203 },
): LabelDrawing {
  const drawing = layoutLabel(document, format, fonts);
  if (!drawing.ok) throw new Error(`${drawing.code} ${JSON.stringify(drawing.params)}`);
  return drawing.value.drawing;
}

type TextMark = LabelMark & { kind: 'text' };
const textsOf = (drawing: LabelDrawing): TextMark[] => drawing.marks.filter((mark) => mark.kind === 'text');
const barsOf = (drawing: LabelDrawing) => drawing.marks.filter((mark) => mark.kind === 'bars');
const allText = (drawing: LabelDrawing): string =>
  textsOf(drawing)
    .map((mark) => mark.text)
    .join('\n');

describe('layoutLabel', () => {
  it.each(cases)('draws nothing of "$name" outside $size at $dpi dpi', ({ name, size, dpi }) => {
    const drawing = draw(standardLabels[name] as LabelDocument, { size, dpi });
    expect(paintLabel(drawing, fonts).cutMarks).toBe(0);
  });

  it.each(cases)('lets no text of "$name" run into another on $size at $dpi dpi', ({ name, size, dpi }) => {
    const texts = textsOf(draw(standardLabels[name] as LabelDocument, { size, dpi }));
    const boxes = texts.map((mark) => ({
      text: mark.text,
      left: mark.left,
      right: mark.left + measureText(fonts[mark.weight], mark.text, mark.sizeDots),
      top: mark.baseline - Math.round(0.88 * mark.sizeDots),
      bottom: mark.baseline + Math.floor(0.12 * mark.sizeDots),
    }));
    const collisions = boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => [a.text, b.text]),
    );
    expect(collisions).toEqual([]);
  });

  it.each(expressCases)(
    'keeps both quiet zones of "$name" on $size at $dpi dpi white',
    ({ name, size, dpi }) => {
      const drawing = draw(standardLabels[name] as LabelDocument, { size, dpi });
      const { bitmap } = paintLabel(drawing, fonts);
      const isInk = (x: number, y: number): boolean =>
        (((bitmap.data[y * bitmap.bytesPerRow + (x >> 3)] as number) >> (7 - (x & 7))) & 1) === 1;
      expect(barsOf(drawing)).toHaveLength(standardLabels[name]?.isPractice ? 1 : 2);
      for (const mark of barsOf(drawing)) {
        const quietDots = quietModules * mark.fitted.moduleDots;
        expect(mark.fitted.moduleDots).toBeGreaterThanOrEqual(dpi === 203 ? 2 : 3);
        expect(mark.width).toBe(mark.fitted.barsDots + 2 * quietDots);
        const rows = Array.from({ length: mark.height }, (_, row) => {
          const whole = Array.from({ length: mark.width + mark.leanDots }, (_, x) =>
            isInk(mark.left + x, mark.top + row),
          );
          return {
            leanDots: whole.indexOf(true) - quietDots,
            barsDots: whole.lastIndexOf(true) + 1 - whole.indexOf(true),
          };
        });
        expect(new Set(rows.map(({ barsDots }) => barsDots))).toEqual(new Set([mark.fitted.barsDots]));
        const leans = rows.map((row) => row.leanDots);
        expect([leans[0], leans.at(-1)]).toEqual([0, mark.leanDots]);
        expect(leans).toEqual([...leans].sort((one, other) => one - other));
      }
    },
  );

  it.each(expressFormats)('makes the main bars at least 10 mm high on $size at $dpi dpi', (format) => {
    const perMm = format.dpi === 203 ? 8 : 11.81;
    for (const name of ['plain', 'cash and insurance']) {
      const [main, second] = barsOf(draw(standardLabels[name] as LabelDocument, format));
      expect((main?.height ?? 0) / perMm).toBeGreaterThanOrEqual(10);
      expect((second?.height ?? 0) / perMm).toBeGreaterThanOrEqual(7);
    }
  });

  it.each(expressFormats)(
    'sets the sort code largest, on one line and as the carrier gave it, on $size at $dpi dpi',
    (format) => {
      for (const document of [
        plainLabel,
        { ...plainLabel, isPractice: true },
        standardLabels['cash and insurance'] as LabelDocument,
      ]) {
        const texts = textsOf(draw(document, format));
        const sortCode = texts.filter((mark) => mark.text === document.sortCode);
        expect(sortCode).toHaveLength(1);
        const others = texts.filter((mark) => mark.text !== document.sortCode).map((mark) => mark.sizeDots);
        expect(sortCode[0]?.sizeDots).toBeGreaterThan(Math.max(...others));
      }
    },
  );

  it('shrinks a long sort code instead of breaking it', () => {
    const sortCode = '浙江杭州余杭-仓前-342-081-00 052 A';
    expect(textsOf(draw({ ...plainLabel, sortCode })).filter((mark) => mark.text === sortCode)).toHaveLength(
      1,
    );
  });

  it('prints every part of an ordinary label', () => {
    const text = allText(draw(plainLabel));
    for (const part of [
      '圆通速递',
      'YT 8962 6467 85389',
      '342-081-00 052',
      '杭州萧山集散中心',
      '571-A08',
      '王*  1******1234',
      '林*  1******8822',
      '无线蓝牙耳机 Pro 曜石黑 ×1',
      '共 2 种 3 件',
      '备注：请放快递柜',
      '售后 400-800-8888',
      '打印 2026-11-25 14:03',
      '3/120',
      '订单 2026112514030088123',
    ]) {
      expect(text).toContain(part);
    }
    expect(text.replace(/\n/g, '')).toContain('浙江省杭州市余杭区 仓前街道文一西路***');
  });

  it('marks reprints with their number, and only reprints', () => {
    for (const reprintNo of [1, 2])
      expect(allText(draw({ ...plainLabel, reprintNo }))).toContain(`补打${reprintNo}`);
    expect(allText(draw(plainLabel))).not.toContain('补打');
  });

  it.each(expressFormats)(
    'marks practice labels white on black, away from the barcodes, on $size at $dpi dpi',
    (format) => {
      const drawing = draw({ ...plainLabel, isPractice: true }, format);
      const mark = textsOf(drawing).find(({ text }) => text === '样单 · 请勿寄递');
      expect(mark?.isWhite).toBe(true);
      const perMm = format.dpi === 203 ? 8 : 11.81;
      expect((mark?.sizeDots ?? 0) / perMm).toBeGreaterThan(6);
      for (const bars of barsOf(drawing)) {
        expect((mark?.baseline ?? 0) - (mark?.sizeDots ?? 0)).toBeGreaterThan(bars.top + bars.height);
      }
      expect(allText(draw(plainLabel, format))).not.toContain('样单');
    },
  );

  it('ends what cannot be printed whole with …, and never lets a text vanish', () => {
    const texts = textsOf(draw(standardLabels['all too long'] as LabelDocument));
    const cut = texts.filter((mark) => mark.text.endsWith('…'));
    expect(cut.length).toBeGreaterThanOrEqual(6);
    expect(texts.map((mark) => mark.text).join()).toContain('共 60 种 1770 件');
  });

  it('draws rare name characters', () => {
    const drawing = draw(standardLabels['rare characters'] as LabelDocument);
    expect(allText(drawing)).toContain(rareCharacters);
    for (const character of rareCharacters) {
      expect(fonts.bold.glyph(character.codePointAt(0) as number, 32).heightDots).toBeGreaterThan(0);
    }
  });

  it('leaves an emoji out of a name and tells its code point and field, without telling the text', () => {
    const document = {
      ...plainLabel,
      receiver: { ...plainLabel.receiver, name: '王😀', detail: '样板路🏠号' },
      sender: { ...plainLabel.sender, name: '🎁' },
    };
    const text = allText(draw(document));
    expect(text).not.toMatch(/😀|🏠|🎁/u);
    expect(text).toContain('样板路号');
    expect(cleanDocument(document, fonts)).toMatchObject({
      document: { receiver: { name: '王' }, sender: { name: '□' } },
      gaps: [
        { codePoint: 'U+1F381', field: 'sender.name' },
        { codePoint: 'U+1F600', field: 'receiver.name' },
        { codePoint: 'U+1F3E0', field: 'receiver.address' },
      ],
    });
  });

  it('keeps a hanzi no font has, and every sign of a code, as a box in its place', () => {
    const name = '王\u{323B0}明';
    const document = { ...plainLabel, sortCode: '342-😀-00', receiver: { ...plainLabel.receiver, name } };
    const text = allText(draw(document));
    expect(text).toContain(name);
    expect(text).toContain('342-😀-00');
    expect(cleanDocument(document, fonts).gaps).toEqual([
      { codePoint: 'U+1F600', field: 'sortCode' },
      { codePoint: 'U+323B0', field: 'receiver.name' },
    ]);
  });

  it('prints names that once kept a whole order from being booked', () => {
    const document = {
      ...plainLabel,
      receiver: { ...plainLabel.receiver, name: '𠮷田', detail: '𡋾口村1号' },
    };
    expect(cleanDocument(document, fonts).gaps).toEqual([]);
    expect(allText(draw(document))).toContain('𡋾口村1号');
  });

  it('refuses a number whose barcode would be too fine for the paper', () => {
    const document = { ...plainLabel, waybillNo: 'ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF' };
    expect(layoutLabel(document, { size: '76x130', dpi: 203 }, fonts)).toMatchObject({
      ok: false,
      code: 'LABEL_BARCODE_TOO_WIDE',
    });
  });

  it('shows money to collect, insurance, the slip to bring back, product and place among the parcels', () => {
    const text = allText(draw(standardLabels['cash and insurance'] as LabelDocument));
    for (const part of [
      '标准快递',
      '代收货款 ¥12345.67',
      '保价 ¥999999.99',
      '签回单',
      '子母件 2/5 · 母单 SF 1234 5678 90123',
    ])
      expect(text).toContain(part);
    const cod = textsOf(draw({ ...plainLabel, codAmountFen: 100 })).find(({ text }) => text.includes('代收'));
    expect(cod).toMatchObject({ text: '代收货款 ¥1.00', isWhite: true });
    expect(allText(draw(plainLabel))).not.toMatch(/代收|保价|签回单|子母件/);
  });

  it('gives the row of a missing consolidation place to bars and receiver, and keeps it where one is written', () => {
    const nowhere = { ...plainLabel, packageName: '', packageCode: '' };
    const [usual, without] = [draw(plainLabel), draw(nowhere)];
    expect(allText(usual)).toContain('集');
    expect(allText(without)).not.toContain('集');
    expect(barsOf(without)[0]?.height).toBeGreaterThan(barsOf(usual)[0]?.height ?? 0);
    expect(allText(draw({ ...nowhere, packageCode: '571-A08' }))).toContain('集');
  });

  it('sets the receiver’s name at least as large as the address, also when it is long', () => {
    for (const name of ['王*', rareCharacters, '阿卜杜热西提·买买提江·艾力']) {
      const texts = textsOf(draw({ ...plainLabel, receiver: { ...plainLabel.receiver, name } }));
      const sizeOf = (part: string) => texts.find(({ text }) => text.includes(part))?.sizeDots ?? 0;
      expect(sizeOf(name)).toBeGreaterThanOrEqual(sizeOf('余杭区'));
      expect(sizeOf('1******1234')).toBeGreaterThanOrEqual(sizeOf('余杭区'));
    }
  });

  it('keeps the carrier’s name clear of the frame, with and without a product', () => {
    for (const productName of ['', '标准快递']) {
      const drawing = draw({ ...plainLabel, productName });
      const name = textsOf(drawing).find(({ text }) => text === '圆通速递');
      const frameBottom = 1.5 * 8 + 2;
      expect((name?.baseline ?? 0) - 0.88 * (name?.sizeDots ?? 0)).toBeGreaterThanOrEqual(frameBottom + 3);
    }
  });

  it('tells who pays beside the product, and in the courier’s row when it is the receiver', () => {
    const texts = (change: Partial<LabelDocument>) =>
      textsOf(draw({ ...plainLabel, ...change })).map(({ text }) => text);
    expect(texts({ productName: '标准快递', payment: 'monthly' })).toContain('标准快递 月结');
    expect(texts({ payment: 'monthly' }).join('\n')).not.toContain('运费到付');
    const atDoor = texts({ payment: 'receiver', codAmountFen: 9_900 });
    expect(atDoor).toContain('到付');
    expect(atDoor.join('\n')).toContain('运费到付');
    expect(atDoor.join('\n')).toContain('代收货款');
  });

  it('sets few articles large, and all of twelve long ones smaller rather than dropping some on wide paper', () => {
    const sizeOf = (document: LabelDocument) =>
      textsOf(draw(document)).find(({ text }) => text.includes('无线蓝牙耳机'))?.sizeDots ?? 0;
    const [item] = plainLabel.goods;
    if (item === undefined) throw new Error('no goods');
    const many = Array.from({ length: 12 }, (_, no) => ({ ...item, quantity: no + 1 }));
    expect(sizeOf(plainLabel)).toBe(Math.round(3.5 * 8));
    expect(sizeOf({ ...plainLabel, goods: many })).toBeLessThan(sizeOf(plainLabel));
    const names = many.map(({ quantity }) => ({
      name: `加厚保暖男女同款连帽外套 深空灰 第${quantity}款`,
      quantity,
    }));
    for (const size of ['100x150', '100x180'] as const) {
      const text = allText(draw({ ...plainLabel, goods: names }, { size, dpi: 203 })).replaceAll('\n', '');
      for (const { quantity } of names)
        expect(text.replaceAll(' ', '')).toContain(`第${quantity}款×${quantity}`);
      expect(text).not.toContain('…');
    }
  });

  it('leaves the merchant area as large whatever else a label shows', () => {
    const areas = Object.values(standardLabels).map((document) => {
      const laidOut = layoutLabel(document, { size: '76x130', dpi: 203 }, fonts);
      return laidOut.ok ? laidOut.value.merchantArea : null;
    });
    expect(new Set(areas.map((area) => JSON.stringify(area))).size).toBe(1);
  });

  it('leaves room for the sticker of a carrier booked by hand, and a barcode to find the order by', () => {
    const drawing = draw({ ...(standardLabels['manual slip'] as LabelDocument), waybillNo: '' });
    expect(allText(drawing)).toContain('手工单');
    expect(allText(drawing)).toContain('在此粘贴快递单条码');
    expect(scanBarcodes(encodePng(paintLabel(drawing, fonts).bitmap))).toEqual([
      `CODE-128:${plainLabel.orderNo}`,
    ]);
    const numbered = draw(standardLabels['manual slip'] as LabelDocument);
    expect(allText(numbered)).not.toContain('粘贴');
    expect(barsOf(numbered)).toHaveLength(2);
    // Only a slip may go without a number.
    expect(layoutLabel({ ...plainLabel, waybillNo: '' }, { size: '76x130', dpi: 203 }, fonts)).toMatchObject({
      code: 'LABEL_BARCODE_CONTENT',
    });
  });

  it('says 已验视 also where a long number leaves no room to sign', () => {
    const drawing = draw({ ...plainLabel, waybillNo: 'ABCDEFGHIJKLMNOPQRS' });
    expect(allText(drawing)).not.toContain('签收人');
    expect(allText(drawing)).toContain('已验视');
    for (const format of expressFormats) expect(allText(draw(plainLabel, format))).toContain('已验视');
  });

  it('carries the number as QR code too where the paper is wide, with a quiet zone of four modules', () => {
    for (const format of expressFormats) {
      const drawing = draw(plainLabel, format);
      const codes = scanBarcodes(encodePng(paintLabel(drawing, fonts).bitmap));
      const expected = [`CODE-128:${plainLabel.waybillNo}`];
      if (format.size !== '76x130') expected.push(`QR-Code:${plainLabel.waybillNo}`);
      expect(new Set(codes)).toEqual(new Set(expected));
    }
  });

  describe('what SF wants in the QR code', () => {
    const waybillNo = 'SF7444404156506';
    const crowded = { ...(standardLabels['all too long'] as LabelDocument), isPractice: false, waybillNo };
    const longest = routeTextOf(waybillNo).replace(
      'MMM',
      'M'.repeat(200 - routeTextOf(waybillNo).length + 3),
    );

    it.each(expressFormats)('is on $size at $dpi dpi, however long it is and whatever else is', (format) => {
      for (const routeQrText of [routeTextOf(waybillNo), longest])
        for (const document of [{ ...plainLabel, waybillNo }, crowded]) {
          const drawing = draw({ ...document, routeQrText }, format);
          const codes = scanBarcodes(encodePng(paintLabel(drawing, fonts).bitmap));
          expect(new Set(codes)).toEqual(new Set([`CODE-128:${waybillNo}`, `QR-Code:${routeQrText}`]));
          for (const mark of drawing.marks.filter(({ kind }) => kind === 'modules'))
            expect(mark).toMatchObject({ moduleDots: format.dpi === 203 ? 3 : 4 });
        }
    });

    it('gives way to the number where it cannot be a QR code of a label', () => {
      for (const routeQrText of ['', '深圳', 'm'.repeat(301)])
        for (const format of expressFormats)
          expect(draw({ ...plainLabel, routeQrText }, format)).toEqual(draw(plainLabel, format));
    });
  });

  it('prints a municipality once', () => {
    const receiver = { ...plainLabel.receiver, province: '北京市', city: '北京市', district: '朝阳区' };
    expect(allText(draw({ ...plainLabel, receiver }))).toContain('北京市朝阳区');
    expect(allText(draw({ ...plainLabel, receiver }))).not.toContain('北京市北京市');
  });
});
