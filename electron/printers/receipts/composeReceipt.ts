import { BreakLine, CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { LabelBitmap } from '../../../shared/domain/labelDocument.ts';
import type { LabelFonts } from '../../labels/painter/openLabelFonts.ts';
import { rasterBands } from '../languages/escpos/rasterBands.ts';
import { drawReceiptCode, drawReceiptRow } from './drawReceiptRow.ts';
import { isGbkCharacter } from './gbkText.ts';
import type { Receipt } from './receipt.ts';
import { type ReceiptRow, receiptRows } from './receiptRows.ts';

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
