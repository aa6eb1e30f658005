import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  readGoodsCodeFile,
  writeGoodsCodeFile,
} from '../../../../../electron/usecases/packing/goodsCodeFile.ts';
import {
  forgetGoodsCode,
  lastGoodsCodeChange,
  listGoodsCodes,
  saveGoodsCode,
  undoGoodsCodes,
} from '../../../../../electron/usecases/packing/goodsCodes.ts';
import { type BenchDesk, of, openBenchDesk } from '../../../../doubles/workspace/benchDesk.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let desk: BenchDesk;
let folder: string;
beforeEach(async () => {
  desk = await openBenchDesk([{}]);
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-codes-'));
});
afterEach(async () => {
  await desk.workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

const teach = (code: string, skuCode: string, isCorrection = false) =>
  saveGoodsCode(desk.workspace, { code, skuCode, hasSerials: false, isCorrection });
const listed = async (search = '') => {
  const { rows } = await listGoodsCodes(desk.workspace, { search, offset: 0, limit: 500 });
  return rows.map(({ code, skuCode }) => `${code} ${skuCode}`);
};
const undo = async () => {
  const last = await lastGoodsCodeChange(desk.workspace);
  return of(await undoGoodsCodes(desk.workspace, { no: last?.no ?? -1 }));
};
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const read = async (path: string, replaces = false, isTrial = false) =>
  of(await readGoodsCodeFile(desk.workspace, path, { replaces, isTrial }));

describe('taught barcodes', () => {
  it('are found by part of the barcode or of the SKU code, in any letters, the newest first', async () => {
    of(await teach('4006381333931', 'cof-500'));
    await desk.workspace.clock.advance(1_000);
    of(await teach('6901028075763', 'TEA-100'));
    expect(await listed()).toEqual(['6901028075763 TEA-100', '4006381333931 COF-500']);
    expect(await listed('cof')).toEqual(['4006381333931 COF-500']);
    expect(await listed('07576')).toEqual(['6901028075763 TEA-100']);
    expect(await listed('%')).toEqual([]);
  });

  it('tell who taught them and when, and who corrected them', async () => {
    const at = desk.workspace.clock.now();
    expect(of(await teach('4006381333931', 'COF-500'))).toMatchObject({ savedAt: at });
    await desk.workspace.clock.advance(60_000);
    expect(await teach('4006381333931', 'TEA')).toMatchObject({ code: 'PACK_GOODS_CODE_TAKEN' });
    expect(of(await teach('4006381333931', 'TEA', true))).toMatchObject({ savedAt: at + 60_000 });
  });

  it('stand for every piece: of a code that numbers the piece only the article is taught', async () => {
    const article = '6901028075763';
    expect(of(await teach(`(01)0${article}(21)SN0001`, 'COF-500'))).toMatchObject({ code: article });
    await desk.book(1);
    await desk.scan(sampleOrder(1).orderNo);
    expect((await desk.scan(`(01)0${article}(21)SN0002`)).says).toBe('counted');
    expect((await desk.scan(article)).says).toBe('counted');
  });

  it('are never a command of the bench', async () => {
    expect(await teach('shipdesk-nx', 'COF-500')).toMatchObject({ code: 'PACK_GOODS_CODE_COMMAND' });
    expect(await listed()).toEqual([]);
  });

  it('are undone one change after another, and what was changed since then stays', async () => {
    of(await teach('A-1', 'COF-500'));
    of(await teach('A-1', 'TEA', true));
    await forgetGoodsCode(desk.workspace, { code: 'a-1' });
    expect(await listed()).toEqual([]);
    expect(await undo()).toEqual({ restored: 1, left: 0 });
    expect(await listed()).toEqual(['A-1 TEA']);
    expect(await undo()).toEqual({ restored: 1, left: 0 });
    expect(await listed()).toEqual(['A-1 COF-500']);
    await undo();
    expect(await listed()).toEqual([]);
    expect(await undoGoodsCodes(desk.workspace, {})).toMatchObject({ code: 'PACK_GOODS_CODES_UNDONE' });
  });

  it('an undo that was meant for another change does nothing', async () => {
    of(await teach('A-1', 'COF-500'));
    const seen = (await lastGoodsCodeChange(desk.workspace))?.no ?? -1;
    of(await teach('A-2', 'COF-500'));
    expect(await undoGoodsCodes(desk.workspace, { no: seen })).toMatchObject({
      code: 'PACK_GOODS_CODES_UNDONE',
    });
    expect(await listed()).toHaveLength(2);
  });
});

describe('a file of barcodes', () => {
  it('is written and read back as it was, with leading zeros and signs that spreadsheets run', async () => {
    for (const [code, sku] of [
      ['00012345', 'COF-500'],
      ['-7+1', '=TEA'],
    ] as const)
      of(await teach(code, sku));
    const before = await listed();
    for (const format of ['csv', 'xlsx'] as const) {
      const path = join(folder, `out.${format}`);
      const asked = { language: 'zh-CN' as const, path, format };
      expect(of(await writeGoodsCodeFile(desk.workspace, asked)).rowCount).toBe(2);
      expect(await read(path)).toMatchObject({ added: 0, same: 2, left: 0, refused: [] });
      for (const code of ['00012345', '-7+1']) await forgetGoodsCode(desk.workspace, { code });
      expect(await read(path)).toMatchObject({ added: 2, refused: [] });
      expect((await listed()).sort()).toEqual([...before].sort());
    }
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toContain("'-7+1,'=TEA");
  });

  it('says of each row that teaches nothing why, and teaches the others', async () => {
    const lines = [
      '条形码,货号,唯一码',
      '6901028075763,TEA-100,是',
      ',TEA-100,',
      '6920459905012,,',
      '6.90103E+12,CUP,',
      'SHIPDESK-NX,CUP,',
      '6901028075763,CUP,',
    ];
    const told = await read(file('in.csv', `${lines.join('\r\n')}\r\n`));
    expect(told.refused).toEqual([
      { row: 3, fault: 'noCode' },
      { row: 4, fault: 'noSku' },
      { row: 5, fault: 'digitsLost' },
      { row: 6, fault: 'isCommand' },
      { row: 7, fault: 'twice' },
    ]);
    const { rows } = await listGoodsCodes(desk.workspace, { offset: 0, limit: 9 });
    expect(rows).toMatchObject([{ code: '6901028075763', skuCode: 'TEA-100', hasSerials: true }]);
  });

  it('leaves what stands for other goods unless it is told to correct it; a trial changes nothing', async () => {
    of(await teach('A-1', 'COF-500'));
    const path = file('in.csv', '条码,商家编码\nA-1,TEA\nA-2,TEA\n');
    expect(await read(path, true, true)).toMatchObject({ added: 1, corrected: 1, left: 0 });
    expect(await listed()).toEqual(['A-1 COF-500']);
    expect(await read(path)).toMatchObject({ added: 1, corrected: 0, left: 1 });
    expect((await listed()).sort()).toEqual(['A-1 COF-500', 'A-2 TEA']);
    expect(await read(path, true)).toMatchObject({ added: 0, corrected: 1, same: 1, left: 0 });
    expect((await listed()).sort()).toEqual(['A-1 TEA', 'A-2 TEA']);
  });

  it('is undone as one', async () => {
    of(await teach('A-1', 'COF-500'));
    await read(file('in.csv', '条码,商家编码\nA-1,TEA\nA-2,TEA\nA-3,TEA\n'), true);
    of(await teach('A-3', 'CUP', true));
    await undo();
    expect(await undo()).toEqual({ restored: 3, left: 0 });
    expect(await listed()).toEqual(['A-1 COF-500']);
  });

  it('without the columns it needs is refused with their names, and one that is too long is refused', async () => {
    const wrong = file('in.csv', '名称,数量\n茶,1\n');
    expect(await readGoodsCodeFile(desk.workspace, wrong, { replaces: false, isTrial: false })).toMatchObject(
      {
        code: 'PACK_GOODS_FILE_COLUMNS',
        params: { columns: '条码、商家编码' },
      },
    );
    const rows = Array.from({ length: 20_001 }, (_, at) => `C${at},TEA`);
    const long = file('long.csv', ['条码,商家编码', ...rows].join('\n'));
    expect(await readGoodsCodeFile(desk.workspace, long, { replaces: false, isTrial: false })).toMatchObject({
      code: 'IMPORT_TOO_MANY_ROWS',
    });
    expect(await listed()).toEqual([]);
  });
});
