import { BreakLine, CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { cleanText } from '../../labels/text/cleanText.ts';
import { columnsOf, isGbkCharacter, wrapColumns } from './gbkText.ts';

export interface PackingSlip {
  readonly orderNo: string;
  readonly items: readonly { readonly name: string; readonly quantity: number }[];
  readonly remark: string;
  /** 32 on 58 mm paper, 48 on 80 mm paper. */
  readonly columns: 32 | 48;
}

/** What the composer hands its bytes to. */
export interface SlipOutlet {
  execute(bytes: Buffer): Promise<unknown>;
  isPrinterConnected(): Promise<boolean>;
}

/** `FS &`: Chinese on. The composer chooses the character set but never sends this. */
const chineseOn = Buffer.from([0x1c, 0x26]);

function findForeignCharacter(slip: PackingSlip): Outcome<void> {
  const fields: [string, string][] = [
    ['orderNo', slip.orderNo],
    ...slip.items.map((item): [string, string] => ['items', item.name]),
    ['remark', slip.remark],
  ];
  for (const [field, text] of fields) {
    const foreign = Array.from(text).find((character) => !isGbkCharacter(character));
    if (foreign === undefined) continue;
    const codePoint = (foreign.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
    return failure('SLIP_CHARACTER_UNSUPPORTED', { codePoint: `U+${codePoint}`, field });
  }
  return done(undefined);
}

/** The name on the left, wrapped under itself; the quantity at the right edge of its first line. */
function itemLines(name: string, quantity: number, columns: number): string[] {
  const count = ` x${quantity}`;
  const [first = '', ...rest] = wrapColumns(name, columns - columnsOf(count));
  const gap = ' '.repeat(columns - columnsOf(first) - columnsOf(count));
  return [first + gap + count, ...rest];
}

/**
 * Composes an ESC/POS packing slip. Control characters in the texts are gone before they reach the composer;
 * a character outside GBK is `SLIP_CHARACTER_UNSUPPORTED`, for the composer would print `?` without a word.
 */
export function composePackingSlip(slip: PackingSlip, outlet: SlipOutlet): Outcome<ThermalPrinter> {
  const clean: PackingSlip = {
    ...slip,
    orderNo: cleanText(slip.orderNo),
    items: slip.items.map((item) => ({ name: cleanText(item.name), quantity: item.quantity })),
    remark: cleanText(slip.remark),
  };
  const checked = findForeignCharacter(clean);
  if (!checked.ok) return checked;
  const printer = new ThermalPrinter({
    type: PrinterTypes.EPSON,
    // The declared type knows addresses only; an object with these two functions is used as it is.
    interface: outlet as unknown as string,
    width: clean.columns,
    characterSet: CharacterSet.CHINA,
    breakLine: BreakLine.NONE,
  });
  printer.add(chineseOn);
  printer.alignCenter();
  printer.bold(true);
  printer.println('装 箱 单');
  printer.bold(false);
  printer.alignLeft();
  for (const line of wrapColumns(`订单号 ${clean.orderNo}`, clean.columns)) printer.println(line);
  printer.drawLine();
  for (const { name, quantity } of clean.items) {
    for (const line of itemLines(name, quantity, clean.columns)) printer.println(line);
  }
  printer.drawLine();
  const pieces = clean.items.reduce((sum, item) => sum + item.quantity, 0);
  printer.println(`共 ${clean.items.length} 种 ${pieces} 件`);
  if (clean.remark !== '') {
    for (const line of wrapColumns(`备注：${clean.remark}`, clean.columns)) printer.println(line);
  }
  printer.cut();
  return done(printer);
}
