import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFailedFile } from '../../../../../electron/usecases/intake/failedFile.ts';
import { importOrders } from '../../../../../electron/usecases/intake/importOrders.ts';
import { exportOrders } from '../../../../../electron/usecases/orders/export.ts';
import { orderSheet, sheetOrder } from '../../../../doubles/files/orderSheet.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const rowsOf = (path: string): string[][] => {
  const book = XLSX.read(readFileSync(path), { raw: true });
  return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1, defval: '' });
};

async function take(path: string) {
  const report = await importOrders(workspace, { path, minConfidence: 0.7, isDryRun: false });
  if (!report.ok) throw new Error(report.code);
  return report.value;
}

describe('rows that could not be taken', () => {
  it('come back in the layout of their file with row and reason, and mended they become orders', async () => {
    const path = join(workspace.folder, 'in.csv');
    const rows = orderSheet([sheetOrder(0), sheetOrder(1), sheetOrder(2)])
      .trimEnd()
      .split('\r\n');
    rows[2] = rows[2]?.replace(/,138\d+,.*$/, ',,,,,,样品绿茶,1,') ?? '';
    writeFileSync(path, `${rows.join('\r\n')}\r\n`);
    expect(await take(path)).toMatchObject({ imported: 2, rejected: 1 });
    const failed = await writeFailedFile(workspace, { path, options: {}, language: 'zh-CN' });
    if (!failed.ok) throw new Error(failed.code);
    const [header, bad, ...more] = rowsOf(failed.value.path);
    expect(more).toEqual([]);
    expect(header).toEqual([...(rows[0]?.replace('\uFEFF', '').split(',') ?? []), '原行号', '原因']);
    expect(bad?.[0]).toBe(sheetOrder(1).orderNo);
    expect(bad?.at(-2)).toBe('3');
    expect(bad?.at(-1)).not.toBe('');
    const { name, phone, place, detail, goods } = sheetOrder(1);
    const mended = [
      sheetOrder(1).orderNo,
      name,
      phone,
      ...place,
      detail,
      goods,
      '1',
      '',
      ...(bad?.slice(-2) ?? []),
    ];
    const sheet = XLSX.utils.aoa_to_sheet([header ?? [], mended]);
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, '未导入的行');
    const again = join(workspace.folder, 'mended.xlsx');
    writeFileSync(again, XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    expect(await take(again)).toMatchObject({ imported: 1, rejected: 0, needsReview: 0 });
    expect(await take(path)).toMatchObject({ imported: 0, duplicates: 2 });
  });
});

describe('exported orders', () => {
  const remarks = ['=cmd|calc', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '-5'];

  it('hold no text that a spreadsheet program would run, and stay numbers where they are', async () => {
    const orders = remarks.map((remark, no) => sampleOrder(no, { buyerRemark: remark }));
    await workspace.store.write((write) => write.orders.insertMany(orders));
    const written = await exportOrders(workspace, { filter: {}, language: 'en', isRevealed: false });
    if (!written.ok) throw new Error(written.code);
    const [head = [], ...rows] = rowsOf(written.value.path);
    const at = head.indexOf('Buyer remark');
    const shown = rows.map((row) => String(row[at])).sort();
    expect(shown.filter((text) => /^[=+@\t]/.test(text))).toEqual([]);
    expect(shown).toContain("'=cmd|calc");
    expect(shown).toContain('-5');
  });

  it('are masked unless asked for, and then it is on record', async () => {
    await workspace.store.write((write) => write.orders.insertMany([sampleOrder(1)]));
    const options = { filter: {}, language: 'zh-CN' } as const;
    const masked = await exportOrders(workspace, { ...options, isRevealed: false });
    const open = await exportOrders(workspace, { ...options, isRevealed: true });
    if (!masked.ok || !open.ok) throw new Error('not written');
    const { receiverPhone: phone, detail } = sampleOrder(1);
    expect(JSON.stringify(rowsOf(masked.value.path))).not.toContain(phone);
    expect(JSON.stringify(rowsOf(masked.value.path))).not.toContain(detail);
    expect(JSON.stringify(rowsOf(open.value.path))).toContain(phone);
    const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
    const acts = await workspace.store.read.operatorActs.after(0, 9);
    const begunNo = acts[2]?.no;
    expect(acts).toMatchObject([
      { kind: 'exported-masked', what: 'orders', step: 'begun' },
      { kind: 'exported-masked', what: `orders 1 ${digest(masked.value.path)}`, step: 'ended' },
      { kind: 'personal-data-exported', what: 'orders', step: 'begun' },
      { kind: 'personal-data-exported', what: `orders 1 ${digest(open.value.path)}`, step: 'ended', begunNo },
    ]);
  });
});
