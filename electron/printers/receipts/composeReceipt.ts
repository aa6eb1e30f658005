import { BreakLine, CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { LabelBitmap } from '../../../shared/domain/printing/labelDocument.ts';
import { encodeCode128, fitBarcode } from '../../labels/barcodes/encodeCode128.ts';
import type { LabelMark } from '../../labels/layout/labelDrawing.ts';
import type { LabelFonts } from '../../labels/painter/labelFont.ts';
import { paintLabel } from '../../labels/renderLabel.ts';
import { measureText } from '../../labels/text/fitText.ts';
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
export function composeReceipt(receipt: Receipt, outlet: ReceiptOutlet, fonts: LabelFonts): ThermalPrinter {
  const printer = new ThermalPrinter({
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

interface RowLook {
  readonly columns: number;
  readonly isBold: boolean;
  readonly isBig: boolean;
}

function paint(widthDots: number, heightDots: number, marks: readonly LabelMark[], fonts: LabelFonts) {
  return paintLabel({ widthDots, heightDots, dpi: 203, marks }, fonts).bitmap;
}

/** A line the device has no letters for, as a picture as wide as the paper; blanks at its start move it right. */
function drawReceiptRow(text: string, look: RowLook, fonts: LabelFonts): LabelBitmap {
  const scale = look.isBig ? 2 : 1;
  const widthDots = look.columns * columnDots;
  const weight = look.isBold || look.isBig ? 'bold' : 'regular';
  const [, indent = '', left = '', right = ''] = /^( *)(.*?)(?: {2,}(\S+))?$/.exec(text.trimEnd()) ?? [];
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
    [{ kind: 'bars', fitted: fitted.value, left, top: 4, width, height: barsDots - 8 }],
    fonts,
  );
}
