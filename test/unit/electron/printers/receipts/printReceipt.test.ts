import fc from 'fast-check';
import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { afterEach, describe, expect, it } from 'vitest';
import { encodePng } from '../../../../../electron/labels/encodePng.ts';
import { systemClock } from '../../../../../electron/platform/clock.ts';
import { parsePrinterUri } from '../../../../../electron/printers/parsePrinterUri.ts';
import { printReceipt } from '../../../../../electron/printers/receipts/printReceipt.ts';
import {
  isGbkCharacter,
  type Receipt,
  type ReceiptPart,
  wrapColumns,
} from '../../../../../electron/printers/receipts/receiptRows.ts';
import { createPrinterTransports } from '../../../../../electron/printers/transports/index.ts';
import { nastyTexts } from '../../../../doubles/files/nastyTexts.ts';
import { readReceipt } from '../../../../doubles/languageReaders/readReceipt.ts';
import { type FakePrinter, startFakePrinter } from '../../../../doubles/printers/fakePrinter.ts';
import { shippedFonts } from '../../../../doubles/printers/labelFonts.ts';
import { scanBarcodes } from '../../../../doubles/printers/scanBarcodes.ts';

const tcp = createPrinterTransports(systemClock).find(({ id }) => id === 'tcp');
const printers: FakePrinter[] = [];

afterEach(async () => {
  for (const printer of printers.splice(0)) await printer.close();
});

async function print(parts: readonly ReceiptPart[], columns: Receipt['columns'] = 32) {
  const printer = await startFakePrinter({ banner: Uint8Array.of(0x12) });
  printers.push(printer);
  const target = parsePrinterUri(`tcp://127.0.0.1:${printer.port}?lang=escpos`, { virtualFolder: '' });
  if (!target.ok || tcp === undefined) throw new Error('no printer');
  const opened = { target: target.value, transport: tcp };
  const outcome = await printReceipt({ title: '小票', columns, parts }, 'slip-1', opened, shippedFonts());
  return { outcome, papers: printer.papers, ...readReceipt(Buffer.concat(printer.papers)) };
}

const columnsOf = (line: string): number =>
  Array.from(line).reduce((sum, c) => sum + (c <= '\x7e' ? 1 : 2), 0);

/** The picture as a scanner or an eye sees it, four times as wide as high is no matter. */
function inkOf({ data }: { data: Uint8Array }): number {
  return data.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
}

describe('a receipt', () => {
  it('goes through our own transport, once, and is cut once', async () => {
    const { outcome, papers, cuts } = await print([{ kind: 'text', text: '耳机' }]);
    expect(outcome).toEqual({ ok: true, certainty: 'happened', value: { level: 'accepted' } });
    expect(papers).toHaveLength(1);
    expect(cuts).toBe(1);
  });

  it('sets a pair to both edges of the paper, at 58 and at 80 mm', async () => {
    for (const columns of [32, 48] as const) {
      const { lines } = await print([{ kind: 'pair', left: 'USB 线', right: 'x13' }], columns);
      const line = lines.find((text) => text.startsWith('USB'));
      expect(line).toMatch(/^USB 线 +x13$/);
      expect(columnsOf(line ?? '')).toBe(columns);
    }
  });

  it('never overflows the paper: a Chinese character takes two columns', async () => {
    const { lines } = await print([
      { kind: 'pair', left: '很长的商品名称'.repeat(9), right: 'x1000' },
      { kind: 'text', text: '备注'.repeat(99), isBold: true },
      { kind: 'title', text: '装 箱 单'.repeat(9) },
      { kind: 'rule' },
    ]);
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(32);
  });

  it('draws a line the device has no letters for, as wide as the paper, and nothing else as a picture', async () => {
    const { lines, pictures } = await print([
      { kind: 'pair', left: '䶮牌耳机', right: 'x1' },
      { kind: 'text', text: '㙍镇' },
      { kind: 'text', text: '普通' },
      { kind: 'big', text: '㵆𬭎' },
    ]);
    expect(lines).toEqual(expect.arrayContaining(['普通', '[picture 384x30]', '[picture 384x60]']));
    expect(pictures.map(({ widthDots, heightDots }) => [widthDots, heightDots])).toEqual([
      [384, 30],
      [384, 30],
      [384, 60],
    ]);
    for (const picture of pictures) expect(inkOf(picture)).toBeGreaterThan(150);
    expect(lines.join('')).not.toContain('?');
  });

  it('carries a barcode that a reader of other authors reads, and its content below', async () => {
    const { lines, pictures } = await print([{ kind: 'code', content: '2026112514030088' }], 48);
    const [bars] = pictures;
    if (bars === undefined) throw new Error('no bars');
    const { widthDots, heightDots, data } = bars;
    const bitmap = { widthDots, heightDots, bytesPerRow: widthDots / 8, data, dpi: 203 } as const;
    expect(scanBarcodes(encodePng(bitmap))).toEqual(['CODE-128:2026112514030088']);
    expect(lines).toContain('2026112514030088');
  });

  it('shows only the content where no barcode can carry it', async () => {
    const { lines, pictures } = await print([{ kind: 'code', content: '订单一号' }]);
    expect(pictures).toEqual([]);
    expect(lines).toContain('订单一号');
  });

  it('cannot be made to send a command by any of 120 nasty texts', async () => {
    const parts = nastyTexts
      .filter((text) => text.length < 1_000)
      .flatMap((text): ReceiptPart[] => [
        { kind: 'text', text },
        { kind: 'pair', left: text, right: 'x1' },
        { kind: 'big', text: text.slice(0, 40) },
      ]);
    const { lines, cuts } = await print(parts);
    expect(cuts).toBe(1);
    expect(lines.length).toBeGreaterThan(300);
    for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(32);
  });
});

describe('the character check', () => {
  it('lets through only what the composer really writes as that character', () => {
    let accepted = '';
    for (let code = 0x80; code < 0x1_0000; code += 1) {
      const character = String.fromCharCode(code);
      if (isGbkCharacter(character)) accepted += character;
    }
    expect(accepted.length).toBeGreaterThan(21_000);
    const sample = Array.from(accepted)
      .filter((_, index) => index % 17 === 0)
      .join('');
    const composer = new ThermalPrinter({
      type: PrinterTypes.EPSON,
      interface: { execute: async () => {}, isPrinterConnected: async () => true } as unknown as string,
      characterSet: CharacterSet.CHINA,
    });
    const head = composer.getBuffer().length;
    composer.append(sample);
    expect(new TextDecoder('gbk').decode(composer.getBuffer().subarray(head))).toBe(sample);
  });

  it('cuts lines by columns', () => {
    expect(wrapColumns('中文ab中', 5)).toEqual(['中文a', 'b中']);
  });

  it('keeps a short word whole, and loses nothing but the blank at the end of a line', () => {
    expect(wrapColumns('邮政快递包裹 1 件', 16)).toEqual(['邮政快递包裹 1', '件']);
    expect(wrapColumns('邮政快递包裹 10 件', 14)).toEqual(['邮政快递包裹', '10 件']);
    expect(wrapColumns('  '.repeat(9), 4).every((line) => line.trim() === '')).toBe(true);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('中', 'a', ' ', '长', '7'), { maxLength: 60 }),
        fc.integer({ min: 4, max: 20 }),
        (characters, columns) => {
          const text = characters.join('');
          const lines = wrapColumns(text, columns);
          for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        },
      ),
    );
  });
});
