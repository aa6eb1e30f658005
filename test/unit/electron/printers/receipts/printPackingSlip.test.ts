import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../../../electron/platform/clock.ts';
import { createPrinterTransports } from '../../../../../electron/printers/index.ts';
import { parsePrinterUri } from '../../../../../electron/printers/parsePrinterUri.ts';
import type { PackingSlip } from '../../../../../electron/printers/receipts/composePackingSlip.ts';
import { isGbkCharacter, wrapColumns } from '../../../../../electron/printers/receipts/gbkText.ts';
import { printPackingSlip } from '../../../../../electron/printers/receipts/printPackingSlip.ts';
import { type FakePrinter, startFakePrinter } from '../../../../doubles/fakePrinter.ts';

const tcp = createPrinterTransports(systemClock).find(({ id }) => id === 'tcp');
const printers: FakePrinter[] = [];

afterEach(async () => {
  for (const printer of printers.splice(0)) await printer.close();
});

async function print(slip: Partial<PackingSlip>) {
  const printer = await startFakePrinter({ banner: Uint8Array.of(0x12) });
  printers.push(printer);
  const target = parsePrinterUri(`tcp://127.0.0.1:${printer.port}?lang=escpos`, { virtualFolder: '' });
  if (!target.ok || tcp === undefined) throw new Error('no printer');
  const whole: PackingSlip = {
    orderNo: 'A-1',
    items: [{ name: '耳机', quantity: 2 }],
    remark: '',
    columns: 32,
    ...slip,
  };
  const outcome = await printPackingSlip(whole, 'slip-1', target.value, tcp);
  const lines = printer.papers
    .map((paper) => new TextDecoder('gbk').decode(paper))
    .join('')
    .split('\n');
  return { outcome, lines, papers: printer.papers };
}

const columns = (line: string): number => Array.from(line).reduce((sum, c) => sum + (c <= '\x7e' ? 1 : 2), 0);

describe('a packing slip', () => {
  it('goes through our own transport, once', async () => {
    const { outcome, papers } = await print({});
    expect(outcome).toEqual({ ok: true, certainty: 'happened', value: { level: 'accepted' } });
    expect(papers).toHaveLength(1);
  });

  it('lists order number, articles with their quantities and the remark', async () => {
    const { lines } = await print({
      remark: '轻放',
      items: [
        { name: '耳机', quantity: 2 },
        { name: 'USB 线', quantity: 13 },
      ],
    });
    expect(lines.join('\n')).toContain('订单号 A-1');
    expect(lines.join('\n')).toContain('共 2 种 15 件');
    expect(lines.join('\n')).toContain('备注：轻放');
    expect(lines.find((line) => line.startsWith('USB 线'))).toMatch(/^USB 线 +x13$/);
  });

  it('never overflows the paper: a Chinese character takes two columns', async () => {
    const { lines } = await print({ items: [{ name: '很长的商品名称'.repeat(9), quantity: 1_000 }] });
    const texts = lines.filter((line) => /^[很长的商品名称]/.test(line));
    expect(texts.length).toBeGreaterThan(3);
    for (const line of texts) expect(columns(line)).toBeLessThanOrEqual(32);
  });

  it('is not printed at all when a character is outside GBK', async () => {
    const { outcome, papers } = await print({ items: [{ name: '䶮牌耳机', quantity: 1 }] });
    expect(outcome).toEqual({
      ok: false,
      certainty: 'did-not-happen',
      code: 'SLIP_CHARACTER_UNSUPPORTED',
      params: { codePoint: 'U+4DAE', field: 'items' },
    });
    expect(papers).toHaveLength(0);
  });

  it('cannot be made to send device commands by a text', async () => {
    const plain = await print({ remark: 'V', items: [{ name: '@p', quantity: 1 }] });
    const hostile = await print({ remark: '\x1dV\x00', items: [{ name: '\x1b@\x1bp\x00', quantity: 1 }] });
    const commands = (paper: Uint8Array | undefined): number =>
      [...(paper ?? [])].filter((byte) => byte === 0x1b || byte === 0x1d || byte === 0x10).length;
    expect(commands(hostile.papers[0])).toBe(commands(plain.papers[0]));
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
});
