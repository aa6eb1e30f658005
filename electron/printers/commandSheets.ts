import type { LabelBitmap } from '../../shared/domain/printing/labelDocument.ts';
import { encodeCode128, fitToRoom } from '../labels/barcodes/encodeCode128.ts';
import type { LabelDrawing, LabelMark } from '../labels/layout/labelDrawing.ts';
import { dotsPerMm, labelMedia } from '../labels/layout/labelMedia.ts';
import type { LabelFonts } from '../labels/painter/labelFont.ts';
import { paintLabel } from '../labels/renderLabel.ts';
import { measureText } from '../labels/text/fitText.ts';
import type { SheetPage } from './kit/printerLanguage.ts';
import type { SheetTarget } from './renderJob.ts';

/** A barcode with what it does, large enough to be found and scanned from where the parcels are. */
export interface CommandCard {
  readonly title: string;
  /** Why; empty: it needs no reason. */
  readonly note: string;
  readonly code: string;
}

const cardHeightMm = 30;
/** Codes that lie closer are read for each other. */
const barsHeightMm = 12;
const edgeMm = 2;

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

function layCard(card: CommandCard, { left, top, width }: Place, dpi: LabelBitmap['dpi'], fonts: LabelFonts) {
  const perMm = dotsPerMm(dpi);
  const mm = (length: number): number => Math.round(length * perMm);
  const words = card.note === '' ? card.title : `${card.title} · ${card.note}`;
  const fullSize = mm(5);
  const tooWide = measureText(fonts.bold, words, fullSize) / (width - mm(2 * edgeMm));
  const sizeDots = Math.floor(fullSize / Math.max(1, tooWide));
  const title: LabelMark = {
    kind: 'text',
    left: left + mm(edgeMm),
    baseline: top + mm(6.5),
    sizeDots,
    weight: 'bold',
    text: words,
    isWhite: false,
  };
  const barcode = encodeCode128(card.code);
  const fitted = barcode.ok ? fitToRoom(barcode.value, width, perMm) : barcode;
  // A code of the list always fits: the narrowest label is measured by a test.
  if (!fitted.ok) throw new Error(`no room for ${card.code}`);
  const bars: LabelMark = {
    kind: 'bars',
    fitted: fitted.value,
    leanDots: 0,
    left: left + Math.floor((width - fitted.value.widthDots) / 2),
    top: top + mm(8.5),
    width: fitted.value.widthDots,
    height: mm(barsHeightMm),
  };
  const text: LabelMark = {
    kind: 'text',
    left: left + Math.floor((width - measureText(fonts.regular, card.code, mm(2.5))) / 2),
    baseline: top + mm(8.5 + barsHeightMm + 3.5),
    sizeDots: mm(2.5),
    weight: 'regular',
    text: card.code,
    isWhite: false,
  };
  return [title, bars, text];
}

const paint = (drawing: LabelDrawing, fonts: LabelFonts): LabelBitmap => paintLabel(drawing, fonts).bitmap;

function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}

/** On labels, as many below each other as there is room for. */
export function drawCommandLabels(
  cards: readonly CommandCard[],
  { size, dpi }: SheetTarget,
  fonts: LabelFonts,
): readonly LabelBitmap[] {
  const { widthMm, heightMm } = labelMedia[size];
  const perMm = dotsPerMm(dpi);
  const [widthDots, heightDots] = [Math.round(widthMm * perMm), Math.round(heightMm * perMm)];
  const step = Math.round(cardHeightMm * perMm);
  const fits = Math.max(1, Math.floor(heightDots / step));
  return chunks(cards, fits).map((some) => {
    const marks = some.flatMap((card, at) =>
      layCard(card, { left: 0, top: at * step, width: widthDots }, dpi, fonts),
    );
    return paint({ widthDots, heightDots, dpi, marks }, fonts);
  });
}

const pageDpi = 300;
const pageEdgeMm = 12;
const pageColumns = 2;
const pageRows = 9;
const columnMm = (210 - 2 * pageEdgeMm) / pageColumns;

/** On A4, two beside each other, with a line to cut along between them. */
export function drawCommandPages(cards: readonly CommandCard[], fonts: LabelFonts): readonly SheetPage[] {
  const perMm = dotsPerMm(pageDpi);
  const mm = (length: number): number => Math.round(length * perMm);
  const [widthDots, heightDots] = [mm(210 - 2 * pageEdgeMm), mm(pageRows * cardHeightMm)];
  return chunks(cards, pageColumns * pageRows).map((some) => {
    const marks = some.flatMap((card, at) => {
      const [left, top] = [
        (at % pageColumns) * mm(columnMm),
        Math.floor(at / pageColumns) * mm(cardHeightMm),
      ];
      const line: LabelMark = { kind: 'rect', isWhite: false, left, top, width: mm(columnMm), height: 1 };
      return [line, ...layCard(card, { left, top, width: mm(columnMm) }, pageDpi, fonts)];
    });
    const bitmap = paint({ widthDots, heightDots, dpi: pageDpi, marks }, fonts);
    return { widthMm: 210, heightMm: 297, pictures: [{ bitmap, leftMm: pageEdgeMm, topMm: pageEdgeMm }] };
  });
}
