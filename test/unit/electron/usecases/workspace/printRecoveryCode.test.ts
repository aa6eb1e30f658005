import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawCodeSheet } from '../../../../../electron/printers/setupSheets.ts';
import { printRecoveryCode } from '../../../../../electron/usecases/workspace/printRecoveryCode.ts';
import { labelSizes } from '../../../../../shared/domain/printing/labelDocument.ts';
import { drawRecoveryCode } from '../../../../../shared/rules/recoveryCode.ts';
import { asBitmap } from '../../../../doubles/languageReaders/dotSheet.ts';
import { readTspl } from '../../../../doubles/languageReaders/readTspl.ts';
import { type FakePrinter, startFakePrinter } from '../../../../doubles/printers/fakePrinter.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

/** W is the widest sign of the alphabet. */
const widest = drawRecoveryCode(() => 16);
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

const inkOf = (data: Uint8Array): number => data.reduce((sum, byte) => sum + (byte === 0 ? 0 : 1), 0);

describe('the recovery code on paper', () => {
  it('comes out of the label printer, once', async () => {
    const printerUri = `tcp://127.0.0.1:${printer.port}?lang=tspl&dpi=203&size=76x130`;
    expect(await printRecoveryCode(workspace, { code: widest, printerUri })).toMatchObject({ ok: true });
    await printer.idle();
    const sheets = printer.papers.map((paper) => asBitmap(readTspl(paper), 203));
    expect(sheets).toHaveLength(1);
    expect(inkOf(sheets[0]!.data)).toBeGreaterThan(500);
  });

  it('is not left in a file by a printer that writes files, and a typo is reported', async () => {
    const files = await printRecoveryCode(workspace, { code: widest, printerUri: 'virtual:' });
    expect(files).toMatchObject({ ok: false, code: 'CODE_NEEDS_PAPER' });
    const typo = await printRecoveryCode(workspace, { code: `${widest}A`, printerUri: 'virtual:' });
    expect(typo).toMatchObject({ ok: false, code: 'RECOVERY_CODE_TYPO' });
  });

  it.each(labelSizes)('has room for its widest signs on %s', (size) => {
    const words = {
      title: '发货台 恢复码',
      lines: ['WWWW-WWWW-WWWW', 'WWWW-WWWW-WWWW'],
      notes: ['请放在电脑以外的地方，不要拍照'],
    };
    const { widthDots, heightDots, data } = drawCodeSheet(
      words,
      { size, dpi: 203, language: 'tspl' },
      workspace.fonts,
    );
    const bytesPerRow = Math.ceil(widthDots / 8);
    const isInk = (x: number, y: number) =>
      ((data[y * bytesPerRow + (x >> 3)] ?? 0) & (128 >> (x & 7))) !== 0;
    const edge = Array.from({ length: heightDots }, (_, y) => isInk(0, y) || isInk(widthDots - 1, y));
    expect(edge).not.toContain(true);
    expect(inkOf(data)).toBeGreaterThan(500);
  });
});
