import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labelMedia } from '../../../../../../electron/labels/layout/labelMedia.ts';
import { renderLabel } from '../../../../../../electron/labels/renderLabel.ts';
import { encodePdfPages } from '../../../../../../electron/printers/languages/pdf/encodePdf.ts';
import { pdfLanguage } from '../../../../../../electron/printers/languages/pdf/pdfLanguage.ts';
import { pagePictures } from '../../../../../../electron/printers/pagePictures.ts';
import { type LabelSize, labelSizes } from '../../../../../../shared/domain/printing/labelDocument.ts';
import { readPdfPages } from '../../../../../doubles/languageReaders/readPdf.ts';
import { decodePng } from '../../../../../doubles/printers/decodePng.ts';
import { shippedFonts } from '../../../../../doubles/printers/labelFonts.ts';
import { scanBarcodes } from '../../../../../doubles/printers/scanBarcodes.ts';
import { plainLabel } from '../../../../../doubles/printers/standardLabels.ts';

function draw(size: LabelSize, waybillNo = plainLabel.waybillNo) {
  const drawn = renderLabel({ ...plainLabel, waybillNo }, { size, dpi: 300 }, shippedFonts());
  if (!drawn.ok) throw new Error(drawn.code);
  return drawn.value;
}

const sheet = (size: LabelSize, count: number, encoding: string) =>
  pdfLanguage.sheets?.lay(
    Array.from({ length: count }, (_, no) => draw(size, `YT896264678538${no}`)),
    { ...labelMedia[size], encoding },
  ) ?? [];

const perSheet = (size: LabelSize, encoding: string | null) =>
  pdfLanguage.sheets?.labels({ ...labelMedia[size], encoding });

describe('labels on A4', () => {
  it('are as many as fit, only where that was chosen', () => {
    expect(labelSizes.map((size) => [size, perSheet(size, 'a4-full')])).toEqual([
      ['76x130', 4],
      ['100x150', 2],
      ['100x180', 2],
      ['60x40', 21],
    ]);
    for (const encoding of [null, 'label', 'a4']) expect(perSheet('76x130', encoding)).toBe(1);
  });

  it.each(labelSizes)('of %s lie apart from each other and from the edge, in their real size', (size) => {
    const room = perSheet(size, 'a4-full') ?? 0;
    const pages = readPdfPages(encodePdfPages(sheet(size, Math.min(room + 1, 6), 'a4-full')));
    const { widthMm, heightMm } = labelMedia[size];
    for (const page of pages) {
      expect([page.widthMm, page.heightMm].map(Math.round)).toEqual([210, 297]);
      for (const picture of page.pictures) {
        expect(picture.widthMm).toBeCloseTo(widthMm, 0);
        expect(picture.heightMm).toBeCloseTo(heightMm, 0);
        expect(picture.leftMm).toBeGreaterThan(4.9);
        expect(picture.topMm).toBeGreaterThan(4.9);
        expect(page.widthMm - picture.leftMm - picture.widthMm).toBeGreaterThan(4.9);
        expect(page.heightMm - picture.topMm - picture.heightMm).toBeGreaterThan(4.9);
        for (const other of page.pictures)
          if (other !== picture)
            expect(
              other.leftMm >= picture.leftMm + widthMm - 0.05 ||
                picture.leftMm >= other.leftMm + widthMm - 0.05 ||
                other.topMm >= picture.topMm + heightMm - 0.05 ||
                picture.topMm >= other.topMm + heightMm - 0.05,
            ).toBe(true);
      }
    }
  });

  it('begin a second sheet where the first is full', () => {
    const pages = readPdfPages(encodePdfPages(sheet('76x130', 5, 'a4-full')));
    expect(pages.map(({ pictures }) => pictures.length)).toEqual([4, 1]);
  });

  it('are the same dots as pictures for a driver that takes no PDF', () => {
    const [page] = pagePictures(sheet('76x130', 4, 'a4-full'));
    expect(page).toMatchObject({ widthMm: 210, heightMm: 297 });
    const found = scanBarcodes(Buffer.from(page?.png ?? []));
    expect(new Set(found)).toEqual(new Set([0, 1, 2, 3].map((no) => `CODE-128:YT896264678538${no}`)));
    const { width, height } = decodePng(Buffer.from(page?.png ?? []));
    expect([width, height]).toEqual([2480, 3508]);
  });
});

/** A viewer of other authors (poppler); where it is not installed our own strict reader has to do. */
const viewer = '/usr/bin/pdftoppm';

it.runIf(existsSync(viewer))('shows four scannable labels in a viewer of other authors', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sheet-'));
  try {
    const file = join(folder, 'sheet.pdf');
    writeFileSync(file, encodePdfPages(sheet('76x130', 4, 'a4-full')));
    execFileSync(viewer, ['-png', '-r', '300', file, join(folder, 'page')]);
    const found = scanBarcodes(readFileSync(join(folder, 'page-1.png')));
    expect(new Set(found)).toEqual(new Set([0, 1, 2, 3].map((no) => `CODE-128:YT896264678538${no}`)));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
