import type { ThermalPrinter } from 'node-thermal-printer';
import type { LabelBitmap } from '../../../shared/domain/printing/labelDocument.ts';
import { encodeCode128, fitBarcode } from '../../labels/barcodes/encodeCode128.ts';
import type { LabelMark } from '../../labels/layout/labelDrawing.ts';
import { dotsPerMm } from '../../labels/layout/labelMedia.ts';
import type { LabelFonts } from '../../labels/painter/labelFont.ts';
import { paintLabel } from '../../labels/renderLabel.ts';
import { measureText } from '../../labels/text/fitText.ts';
import type { SheetPage } from '../kit/printerLanguage.ts';
import { rasterBands } from '../languages/escpos/rasterBands.ts';
import { isGbkCharacter, type Receipt, type ReceiptRow, receiptRows } from './receiptRows.ts';

/** What the composer hands its bytes to. */
export interface ReceiptOutlet {
  execute(bytes: Buffer, options?: { readonly docname?: string }): Promise<unknown>;
  isPrinterConnected(): Promise<boolean>;
}

/** `FS &`: Chinese on. The composer chooses the character set but never sends this. */
const chineseOn = Buffer.from([0x1c, 0x26]);

const canPrint = (text: string): boolean => Array.from(text).every(isGbkCharacter);

function addPicture(printer: ThermalPrinter, bitmap: LabelBitmap): void {
  printer.add(Buffer.concat(rasterBands(bitmap)));
}

function addText(
  printer: ThermalPrinter,
  row: ReceiptRow & { kind: 'text' },
  receipt: Receipt,
  fonts: LabelFonts,
) {
  const isBold = row.style !== 'plain';
  const isBig = row.style === 'big';
  // The composer would print `?` for a character outside GBK, without a word.
  if (!canPrint(row.text)) {
    addPicture(printer, drawReceiptRow(row.text, { columns: receipt.columns, isBold, isBig }, fonts));
    return;
  }
  if (isBold) printer.bold(true);
  if (isBig) printer.setTextSize(1, 1);
  printer.println(row.text);
  if (isBig) printer.setTextNormal();
  if (isBold) printer.bold(false);
}

function addCode(printer: ThermalPrinter, content: string, receipt: Receipt, fonts: LabelFonts): void {
  const bars = drawReceiptCode(content, receipt.columns, fonts);
  if (bars !== null) addPicture(printer, bars);
  const text = { kind: 'text', text: content, style: 'plain' } as const;
  printer.alignCenter();
  addText(printer, text, receipt, fonts);
  printer.alignLeft();
}

/** Composes an ESC/POS receipt: device letters for GBK text, a picture of the line for everything else. */
export async function composeReceipt(
  receipt: Receipt,
  outlet: ReceiptOutlet,
  fonts: LabelFonts,
): Promise<ThermalPrinter> {
  // Read at the first receipt: with its tables of characters it would be a tenth of what a start reads.
  const composer = await import('node-thermal-printer');
  const { BreakLine, CharacterSet, PrinterTypes } = composer;
  const printer = new composer.ThermalPrinter({
    type: PrinterTypes.EPSON,
    // The declared type knows addresses only; an object with these two functions is used as it is.
    interface: outlet as unknown as string,
    width: receipt.columns,
    characterSet: CharacterSet.CHINA,
    breakLine: BreakLine.NONE,
  });
  printer.add(chineseOn);
  printer.alignLeft();
  for (const row of receiptRows(receipt, fonts)) {
    if (row.kind === 'text') addText(printer, row, receipt, fonts);
    else addCode(printer, row.content, receipt, fonts);
  }
  printer.cut();
  return printer;
}

/** Font A of receipt printers: 12 dots a column, 24 high, 30 from line to line. */
const columnDots = 12;
const letterDots = 24;
const pitchDots = 30;
const barsDots = 64;

/** The rows as pages of an A4 printer, 3 mm letters, each page as long as its rows need at most. */
export function receiptPages(receipt: Receipt, fonts: LabelFonts): SheetPage[] {
  const columns = pageColumns;
  const drawn = receiptRows({ ...receipt, columns }, fonts).flatMap((row): LabelBitmap[] => {
    if (row.kind === 'code') {
      const bars = drawReceiptCode(row.content, columns, fonts);
      const text = centredText(row.content, columns);
      const line = drawReceiptRow(text, { columns, isBold: false, isBig: false }, fonts);
      return bars === null ? [line] : [bars, line];
    }
    const isBig = row.style === 'big';
    if (/^-+$/.test(row.text)) return [drawRule(columns, fonts)];
    return [drawReceiptRow(row.text, { columns, isBold: row.style !== 'plain', isBig }, fonts)];
  });
  const pages = inPages(drawn);
  const leftMm = (210 - (columns * columnDots) / dotsPerMm(203)) / 2;
  return pages.map((rows, index) => {
    let above = 0;
    const pictures = rows.map((bitmap) => {
      const topMm = pageEdgeMm + above / dotsPerMm(203);
      above += bitmap.heightDots;
      return { bitmap, leftMm, topMm };
    });
    if (pages.length === 1) return { widthMm: 210, heightMm: 297, pictures };
    const foot = `${nameOf(receipt)}    ${index + 1}/${pages.length}`;
    const bitmap = drawReceiptRow(foot, { columns, isBold: false, isBig: false }, fonts);
    const topMm = pageEdgeMm + pageDots / dotsPerMm(203);
    return { widthMm: 210, heightMm: 297, pictures: [...pictures, { bitmap, leftMm, topMm }] };
  });
}

/** As many rows on a page as its length has room for, above the foot by which pages that were parted find together. */
function inPages(drawn: readonly LabelBitmap[]): LabelBitmap[][] {
  const pages: LabelBitmap[][] = [[]];
  let used = 0;
  for (const bitmap of drawn) {
    if (used + bitmap.heightDots > pageDots) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(bitmap);
    used += bitmap.heightDots;
  }
  return pages;
}

/** What it is, and its number where it bears one. */
function nameOf({ title, parts }: Receipt): string {
  const code = parts.find((part) => part.kind === 'code')?.content ?? '';
  return code === '' ? title : `${title} ${code}`;
}

/** A line of dashes is as wide as the paper only in the letters of a receipt printer. */
function drawRule(columns: number, fonts: LabelFonts): LabelBitmap {
  const width = columns * columnDots;
  return paint(width, 14, [{ kind: 'rect', left: 0, top: 6, width, height: 2, isWhite: false }], fonts);
}

/** Columns across an A4 page, of the same letters as on a receipt. */
const pageColumns = 96;
const pageEdgeMm = 15;
const pageDots = (297 - 2 * pageEdgeMm) * dotsPerMm(203) - pitchDots;

const centredText = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, Math.floor((columns - text.length) / 2))) + text;

interface RowStyle {
  readonly columns: number;
  readonly isBold: boolean;
  readonly isBig: boolean;
}

function paint(widthDots: number, heightDots: number, marks: readonly LabelMark[], fonts: LabelFonts) {
  return paintLabel({ widthDots, heightDots, dpi: 203, marks }, fonts).bitmap;
}

/** A line the device has no letters for, as a picture as wide as the paper; blanks at its start move it right. */
function drawReceiptRow(text: string, style: RowStyle, fonts: LabelFonts): LabelBitmap {
  const scale = style.isBig ? 2 : 1;
  const widthDots = style.columns * columnDots;
  const weight = style.isBold || style.isBig ? 'bold' : 'regular';
  const [, indent = '', left = '', right = ''] =
    /^( *)(.*?)(?: {2,}(\S+(?: \S+)*))?$/.exec(text.trimEnd()) ?? [];
  const start = indent.length * columnDots * scale;
  const measure = (part: string, sizeDots: number) => measureText(fonts[weight], part, sizeDots);
  let sizeDots = letterDots * scale;
  const fits = () => start + measure(left, sizeDots) + measure(right, sizeDots) <= widthDots;
  while (sizeDots > letterDots / 2 && !fits()) sizeDots -= 1;
  const mark = (part: string, at: number): LabelMark => ({
    kind: 'text',
    left: at,
    baseline: Math.round(2 * scale + sizeDots * 0.88),
    sizeDots,
    weight,
    text: part,
    isWhite: false,
  });
  const marks = [mark(left, start)];
  if (right !== '') marks.push(mark(right, Math.max(0, widthDots - measure(right, sizeDots))));
  return paint(widthDots, pitchDots * scale, marks, fonts);
}

/** A barcode as wide as it needs, in the middle of the paper; null where none can carry the text or would fit. */
function drawReceiptCode(content: string, columns: number, fonts: LabelFonts): LabelBitmap | null {
  const widthDots = columns * columnDots;
  const barcode = encodeCode128(content);
  const fitted = barcode.ok ? fitBarcode(barcode.value, widthDots, 3, 2) : barcode;
  if (!fitted.ok) return null;
  const width = fitted.value.widthDots;
  const left = Math.floor((widthDots - width) / 2);
  return paint(
    widthDots,
    barsDots,
    [{ kind: 'bars', fitted: fitted.value, leanDots: 0, left, top: 4, width, height: barsDots - 8 }],
    fonts,
  );
}
