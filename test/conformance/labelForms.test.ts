import { describe, expect, it } from 'vitest';
import { encodePng } from '../../electron/labels/encodePng.ts';
import { cleanDocument } from '../../electron/labels/layout/cleanDocument.ts';
import type { LabelDrawing } from '../../electron/labels/layout/labelDrawing.ts';
import { dotsPerMm, labelMedia } from '../../electron/labels/layout/labelMedia.ts';
import { layoutLabel } from '../../electron/labels/layout/layoutLabel.ts';
import { maskForLabel } from '../../electron/labels/maskForLabel.ts';
import { paintLabel } from '../../electron/labels/renderLabel.ts';
import { starterTemplate } from '../../electron/labels/template/starterTemplate.ts';
import { printerLanguages } from '../../electron/printers/languages/index.ts';
import {
  type LabelBitmap,
  type LabelDocument,
  type LabelSize,
  labelSizes,
} from '../../shared/domain/printing/labelDocument.ts';
import { nastyTexts } from '../doubles/files/nastyTexts.ts';
import type { ReadLabel } from '../doubles/languageReaders/dotSheet.ts';
import { languageReaders } from '../doubles/languageReaders/index.ts';
import { glyphRows } from '../doubles/printers/glyphRows.ts';
import { shippedFonts } from '../doubles/printers/labelFonts.ts';
import { scanBarcodes } from '../doubles/printers/scanBarcodes.ts';
import { plainLabel, standardLabels } from '../doubles/printers/standardLabels.ts';

const fonts = shippedFonts();

const forms = labelSizes.flatMap((size) => ([203, 300] as const).map((dpi) => ({ size, dpi })));
const cases = Object.keys(standardLabels).flatMap((name) => forms.map((form) => ({ name, ...form })));

const isInk = ({ data, bytesPerRow }: LabelBitmap, x: number, y: number): boolean =>
  (((data[y * bytesPerRow + (x >> 3)] as number) >> (7 - (x & 7))) & 1) === 1;

function draw(document: LabelDocument, size: LabelSize, dpi: LabelBitmap['dpi']) {
  const laidOut = layoutLabel(document, { size, dpi }, fonts);
  if (!laidOut.ok) throw new Error(`${laidOut.code} ${JSON.stringify(laidOut.params)}`);
  const { drawing } = laidOut.value;
  return { drawing, canvas: paintLabel(drawing, fonts) };
}

/** What a scanner has to find on this medium. */
function expectedCodes({ waybillNo, routeQrText }: LabelDocument, size: LabelSize): string[] {
  const [bars, qr] = [`CODE-128:${waybillNo}`, `QR-Code:${waybillNo}`];
  // The label inside the shop says the number alone.
  if (size === '60x40') return [qr];
  if (routeQrText !== undefined) return [bars, `QR-Code:${routeQrText}`];
  return size === '76x130' ? [bars] : [bars, qr];
}

function inkAround(bitmap: LabelBitmap, drawing: LabelDrawing): number {
  let ink = 0;
  for (const mark of drawing.marks) {
    if (mark.kind !== 'modules') continue;
    const side = mark.code.side * mark.moduleDots;
    const quiet = 4 * mark.moduleDots;
    for (let y = mark.top - quiet; y < mark.top + side + quiet; y += 1) {
      for (let x = mark.left - quiet; x < mark.left + side + quiet; x += 1) {
        const isInside = x >= mark.left && x < mark.left + side && y >= mark.top && y < mark.top + side;
        if (!isInside && isInk(bitmap, x, y)) ink += 1;
      }
    }
  }
  return ink;
}

describe.each(cases)('"$name" on $size at $dpi dpi', ({ name, size, dpi }) => {
  const document = standardLabels[name] as LabelDocument;

  it('is read by a scanner of other authors, and by nothing it should not say', () => {
    const { canvas } = draw(document, size, dpi);
    expect(new Set(scanBarcodes(encodePng(canvas.bitmap)))).toEqual(new Set(expectedCodes(document, size)));
  });

  it('leaves the edge of the paper and the quiet zone of its QR code blank', () => {
    const { drawing, canvas } = draw(document, size, dpi);
    const { bitmap } = canvas;
    const { widthMm, heightMm } = labelMedia[size];
    expect([bitmap.widthDots, bitmap.heightDots]).toEqual(
      [widthMm, heightMm].map((mm) => Math.round(mm * dotsPerMm(dpi))),
    );
    expect(canvas.cutMarks).toBe(0);
    const edge = Math.floor(dotsPerMm(dpi));
    let ink = 0;
    for (let y = 0; y < bitmap.heightDots; y += 1) {
      for (let x = 0; x < bitmap.widthDots; x += 1) {
        const isEdge = x < edge || y < edge || x >= bitmap.widthDots - edge || y >= bitmap.heightDots - edge;
        if (isEdge && isInk(bitmap, x, y)) ink += 1;
      }
    }
    expect(ink).toBe(0);
    expect(inkAround(bitmap, drawing)).toBe(0);
  });
});

type Setter = (text: string) => Partial<LabelDocument>;

/** Fields a parcel arrives without: whatever stands there, the label is printed. */
const freeFields: Readonly<Record<string, Setter>> = {
  remark: (remark) => ({ remark }),
  merchantText: (merchantText) => ({ merchantText }),
  goods: (name) => ({ goods: [{ name, quantity: 1 }] }),
  shop: (shop) => ({ shop }),
};

const strictFields: Readonly<Record<string, Setter>> = {
  carrierName: (carrierName) => ({ carrierName }),
  productName: (productName) => ({ productName }),
  orderNo: (orderNo) => ({ orderNo }),
  sortCode: (sortCode) => ({ sortCode }),
  packageCode: (packageCode) => ({ packageCode }),
  packageName: (packageName) => ({ packageName }),
  shortCode: (shortCode) => ({ shortCode }),
  'receiver.name': (name) => ({ receiver: { ...plainLabel.receiver, name } }),
  'receiver.phone': (phone) => ({ receiver: { ...plainLabel.receiver, phone } }),
  'receiver.address': (detail) => ({ receiver: { ...plainLabel.receiver, detail } }),
  'sender.name': (name) => ({ sender: { ...plainLabel.sender, name } }),
  'sender.address': (province) => ({ sender: { ...plainLabel.sender, province } }),
};

const numbered = nastyTexts.map((text, no) => ({ no, text }));

describe('120 nasty texts', () => {
  it('are as many and more', () => {
    expect(new Set(nastyTexts).size).toBeGreaterThanOrEqual(120);
  });

  it.each(Object.keys(freeFields))('in %s are printed whatever they are, inside the paper', (field) => {
    for (const { no, text } of numbered) {
      const document = { ...plainLabel, ...(freeFields[field] as Setter)(text) };
      for (const size of ['76x130', '60x40'] as const)
        expect(draw(document, size, 203).canvas.cutMarks, `${no}`).toBe(0);
    }
  });

  it.each(Object.keys(strictFields))(
    'in %s never keep a label from being printed, and what is not on the paper is told',
    (field) => {
      for (const { no, text } of numbered) {
        const document = maskForLabel({ ...plainLabel, ...(strictFields[field] as Setter)(text) });
        for (const size of ['76x130', '60x40'] as const) {
          const laidOut = layoutLabel(document, { size, dpi: 203 }, fonts);
          expect(laidOut.ok, `${no}`).toBe(true);
          if (laidOut.ok) expect(paintLabel(laidOut.value.drawing, fonts).cutMarks, `${no}`).toBe(0);
          for (const gap of cleanDocument(document, fonts).gaps)
            expect(gap, `${no}`).toEqual({ field, codePoint: expect.stringMatching(/^U\+[0-9A-F]{4,6}$/) });
        }
      }
    },
  );

  it('as a waybill number become bars or a refusal', () => {
    for (const { text } of numbered) {
      const laidOut = layoutLabel({ ...plainLabel, waybillNo: text }, { size: '76x130', dpi: 203 }, fonts);
      if (!laidOut.ok) expect(laidOut.code).toMatch(/^LABEL_BARCODE_/);
    }
  });

  it('in a template and its variables stay inside the merchant area', () => {
    for (const { no, text } of numbered) {
      const starter = starterTemplate('76x130');
      const fixed = {
        id: 'fixed',
        kind: 'text',
        text: text.slice(0, 500),
        left: 0,
        top: 0,
        width: 700,
        height: 80,
        condition: { when: 'always' },
        style: { fontTenthMm: 40, isBold: true, align: 'left', vertical: 'top', isInverted: false },
      } as const;
      const code = {
        ...fixed,
        id: 'code',
        kind: 'qr',
        source: { kind: 'text', text: text.slice(0, 500) },
      } as const;
      const template = {
        content: { ...starter, elements: [...starter.elements, fixed, code] },
        logos: new Map(),
      };
      const document = { ...plainLabel, remark: text, shop: text };
      const laidOut = layoutLabel(document, { size: '76x130', dpi: 203 }, fonts, template);
      if (!laidOut.ok) throw new Error(laidOut.code);
      expect(paintLabel(laidOut.value.drawing, fonts).cutMarks, `${no}`).toBe(0);
    }
  });

  it.each(printerLanguages.map(({ id }) => id))('never become a command of %s', (id) => {
    const language = printerLanguages.find((candidate) => candidate.id === id);
    const read = languageReaders[id] as (bytes: Uint8Array) => ReadLabel;
    for (const { text } of numbered) {
      const document = {
        ...plainLabel,
        remark: text,
        merchantText: text,
        goods: [{ name: text, quantity: 9 }],
      };
      const { bitmap } = draw(document, '76x130', 203).canvas;
      const label = read(language?.encode(bitmap, labelMedia['76x130']) ?? new Uint8Array());
      expect([label.copies, label.bytesPerRow, label.heightDots]).toEqual([
        1,
        bitmap.bytesPerRow,
        bitmap.heightDots,
      ]);
    }
  });
});

describe('rare characters of names', () => {
  const rare = Array.from('镕堃喆祎燊垚昇彧甯䶮㙍㵆𬭎𬱖𠮷𡋾\u{2A6C0}\u{2EBF5}');
  const missing = 0x1f600;

  it.each(rare)('%s is drawn as itself in both weights, not as the sign for a missing glyph', (character) => {
    const codePoint = character.codePointAt(0) as number;
    for (const font of [fonts.regular, fonts.bold]) {
      expect(font.has(codePoint)).toBe(true);
      for (const sizeDots of [16, 32, 48]) {
        const glyph = font.glyph(codePoint, sizeDots);
        expect(glyph.heightDots).toBeGreaterThan(sizeDots / 2);
        expect(glyphRows(glyph)).not.toEqual(glyphRows(font.glyph(missing, sizeDots)));
      }
    }
  });

  it('are all different from each other', () => {
    const pictures = rare.map((character) =>
      glyphRows(fonts.bold.glyph(character.codePointAt(0) as number, 32)).join(),
    );
    expect(new Set(pictures).size).toBe(rare.length);
  });

  it.each(printerLanguages.map(({ id }) => id))(
    'stand on the whole label that %s brings to the paper',
    (id) => {
      const language = printerLanguages.find((candidate) => candidate.id === id);
      const name = '𠮷𡋾\u{2A6C0}';
      const document = { ...plainLabel, receiver: { ...plainLabel.receiver, name } };
      const { drawing, canvas } = draw(document, '76x130', 203);
      const label = languageReaders[id]?.(
        language?.encode(canvas.bitmap, labelMedia['76x130']) ?? new Uint8Array(),
      );
      const mark = drawing.marks.find((one) => one.kind === 'text' && one.text.startsWith(name));
      if (label === undefined || mark?.kind !== 'text') throw new Error('no such label');
      const isInk = (x: number, y: number): boolean =>
        (((label.data[y * label.bytesPerRow + (x >> 3)] as number) >> (7 - (x & 7))) & 1) === 1;
      const isWhole = (moved: number): boolean => {
        let pen = mark.left + moved;
        return Array.from(name).every((character) => {
          const codePoint = character.codePointAt(0) as number;
          const glyph = fonts[mark.weight].glyph(codePoint, mark.sizeDots);
          const [left, top] = [pen + glyph.left, mark.baseline + glyph.top];
          const isDrawn =
            glyph.heightDots > 0 &&
            glyphRows(glyph).every((row, y) =>
              Array.from(row).every((dot, x) => dot !== '#' || isInk(left + x, top + y)),
            );
          pen += fonts[mark.weight].advanceDots(codePoint, mark.sizeDots);
          return isDrawn;
        });
      };
      // ESC/POS may move a picture by less than a millimetre, to keep device commands out of it.
      expect([0, 1, 2, 3, 4, 5, 6, 7].some(isWhole)).toBe(true);
    },
  );
});
