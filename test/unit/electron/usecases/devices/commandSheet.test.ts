import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encodePng } from '../../../../../electron/labels/encodePng.ts';
import {
  type CommandCard,
  drawCommandLabels,
  drawCommandPages,
} from '../../../../../electron/printers/commandSheets.ts';
import { pagePictures } from '../../../../../electron/printers/pagePictures.ts';
import {
  printCommandSheet,
  writeCommandSheet,
} from '../../../../../electron/usecases/devices/commandSheet.ts';
import {
  commandCodes,
  printedCodeOf,
  readCommand,
} from '../../../../../shared/domain/packing/packCommands.ts';
import { labelSizes } from '../../../../../shared/domain/printing/labelDocument.ts';
import { errorCodes } from '../../../../../shared/errors/catalogue.ts';
import { describeError } from '../../../../../shared/text/describeError.ts';
import { wordFor } from '../../../../../shared/text/words.ts';
import { type FakePrinter, startFakePrinter } from '../../../../doubles/printers/fakePrinter.ts';
import { shippedFonts } from '../../../../doubles/printers/labelFonts.ts';
import { scanBarcodes } from '../../../../doubles/printers/scanBarcodes.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

const codes = commandCodes.map(printedCodeOf);
const cards: readonly CommandCard[] = commandCodes.map((known) => ({
  title: '放行',
  note: '看过了 包装不同',
  code: printedCodeOf(known),
}));
/** What another author's reader finds, in any order. */
const found = (pngs: readonly Uint8Array[]): readonly string[] =>
  pngs
    .flatMap(scanBarcodes)
    .map((line) => line.replace('CODE-128:', ''))
    .sort();

let workspace: TestWorkspace;
let printer: FakePrinter;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  printer = await startFakePrinter();
});
afterEach(async () => {
  await printer.close();
  await workspace.close();
});

describe('the sheet of command barcodes', () => {
  test('every barcode is another one, is read back as its command, and half of it as none', () => {
    expect(new Set(codes).size).toBe(codes.length);
    for (const known of commandCodes) {
      const code = printedCodeOf(known);
      expect(readCommand(code)).toEqual(known);
      expect(code).toMatch(/^[A-Z-]{9,16}$/);
      if (known.reason !== null) expect(readCommand(code.slice(0, -1))).toBe('unknown');
    }
  });

  test('a barcode reader of other authors reads all of it from the A4 page', () => {
    const pages = pagePictures(drawCommandPages(cards, shippedFonts()));
    expect(found(pages.map(({ png }) => png))).toEqual([...codes].sort());
  });

  test.each(labelSizes)('and from labels of %s', (size) => {
    const labels = drawCommandLabels(cards, { language: 'tspl', dpi: 203, size }, shippedFonts());
    expect(found(labels.map(encodePng))).toEqual([...codes].sort());
  });

  test('is a PDF for the office printer, and comes out of the label printer', async () => {
    const written = await writeCommandSheet(workspace);
    if (!written.ok) throw new Error(written.code);
    expect(readFileSync(written.value.path).subarray(0, 5).toString()).toBe('%PDF-');
    const printerUri = `tcp://127.0.0.1:${printer.port}?lang=tspl&dpi=203&size=76x130`;
    const printed = await printCommandSheet(workspace, { printerUri });
    await printer.idle();
    expect(printed).toMatchObject({ ok: true, value: { sheets: printer.papers.length } });
  });
});

test.each([
  ['zh-CN', /扫“([^”]+)”/g],
  ['en', /scan “([^”]+)”/g],
] as const)(
  'what a stop of the bench tells to scan stands on the wall by that name (%s)',
  (language, told) => {
    const onTheWall = commandCodes.map(({ command }) => wordFor(language, 'packCommand', command));
    const wanted = errorCodes
      .filter((code) => code.startsWith('PACK_'))
      .flatMap((code) => [...describeError(code, {}, language, 'window').next.matchAll(told)])
      .map(([, word]) => word);
    expect(wanted).not.toEqual([]);
    expect(onTheWall).toEqual(expect.arrayContaining(wanted));
  },
);
