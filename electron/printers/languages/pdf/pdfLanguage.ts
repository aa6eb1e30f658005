import type { LabelBitmap } from '../../../../shared/domain/printing/labelDocument.ts';
import type { PrinterLanguage, PrinterMedia, SheetPage } from '../../kit/printerLanguage.ts';
import { encodePdfPages, sizeMm } from './encodePdf.ts';

const a4 = { widthMm: 210, heightMm: 297 } as const;
/** Nearer to the edge no office printer prints. */
const edgeMm = 5;

/** How labels lie on paper: each on a sheet of its own size, one on an A4 sheet, or as many as fit on one. */
const forms = ['label', 'a4', 'a4-full'] as const;

const inside = (paperMm: number, labelMm: number): number =>
  Math.max(1, Math.floor((paperMm - 2 * edgeMm) / labelMm));

/** Labels of this size on one A4 sheet, beside and below each other. */
function gridOf({ widthMm, heightMm }: Pick<PrinterMedia, 'widthMm' | 'heightMm'>) {
  return { across: inside(a4.widthMm, widthMm), down: inside(a4.heightMm, heightMm) };
}

/** Where labels begin along one side of the paper: what is left over lies between them, so that scissors have room. */
function startsMm(paperMm: number, labelMm: number, count: number): number[] {
  const restMm = Math.max(0, paperMm - 2 * edgeMm - count * labelMm);
  const betweenMm = count === 1 ? 0 : restMm / (count - 1);
  const firstMm = count === 1 ? edgeMm + restMm / 2 : edgeMm;
  return Array.from({ length: count }, (_, place) => firstMm + place * (labelMm + betweenMm));
}

function a4Pages(bitmaps: readonly LabelBitmap[], media: PrinterMedia): SheetPage[] {
  const { across, down } = gridOf(media);
  const lefts = startsMm(a4.widthMm, media.widthMm, across);
  const tops = startsMm(a4.heightMm, media.heightMm, down);
  const pages: SheetPage[] = [];
  for (let start = 0; start < bitmaps.length; start += across * down)
    pages.push({
      ...a4,
      pictures: bitmaps.slice(start, start + across * down).map((bitmap, place) => ({
        bitmap,
        leftMm: lefts[place % across] as number,
        topMm: tops[Math.floor(place / across)] as number,
      })),
    });
  return pages;
}

function layPages(bitmaps: readonly LabelBitmap[], media: PrinterMedia): SheetPage[] {
  if (media.encoding === 'a4' || media.encoding === 'a4-full') return a4Pages(bitmaps, media);
  return bitmaps.map((bitmap) => ({ ...sizeMm(bitmap), pictures: [{ bitmap, leftMm: 0, topMm: 0 }] }));
}

/** PDF, for printers that are reached through the driver of the system: laser and ink, A4 or labels. They cannot be asked. */
export const pdfLanguage: PrinterLanguage = {
  id: 'pdf',
  name: 'PDF',
  resolutionsDpi: [203, 300],
  settings: { density: false, speed: false, gap: false },
  encodings: forms,
  printsReceipts: true,
  encode: (bitmap, media) => encodePdfPages(layPages([bitmap], media)),
  sheets: {
    labels(media) {
      const { across, down } = gridOf(media);
      return media.encoding === 'a4-full' ? across * down : 1;
    },
    lay: layPages,
    write: encodePdfPages,
  },
  status: null,
};
