import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eachOf } from '../../../../../electron/imports/kit/tableFormat.ts';
import { openOrderFile } from '../../../../../electron/imports/openOrderFile.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { type BillDesk, openBillDesk } from '../../../../doubles/workspace/billDesk.ts';

let desk: BillDesk;
beforeEach(async () => {
  desk = await openBillDesk();
});
afterEach(() => desk.workspace.close());

const waybill = (no: number) => `7361055558${String(no).padStart(4, '0')}`;
const run = async (name: string, ...words: string[]) => {
  const outcome = await runCommand(desk.workspace, commandNamed(name), words);
  return outcome.ok
    ? {
        exit: outcome.value.exitCode,
        json: outcome.value.json as never as Record<string, never>,
        human: outcome.value.human,
      }
    : { code: outcome.code };
};

async function bill(): Promise<string> {
  await desk.ship([
    { waybillNo: waybill(1) },
    { waybillNo: waybill(2) },
    { waybillNo: waybill(3) },
    { waybillNo: waybill(4), state: 'voided', tracking: null },
  ]);
  return desk.bill([
    ['运单号', '揽收日期', '计费重量', '金额'],
    [waybill(1), '2026-11-05', 1, 3],
    [waybill(2), '2026-11-05', 3, 5],
    [waybill(4), '2026-11-05', 1, 3],
  ]);
}

it('the result of a bill is written over the one before, and never over the bill itself', async () => {
  const file = await bill();
  expect(await run('reconcile', file, '--carrier', 'ZTO', '--out', file)).toEqual({ code: 'OUT_EXISTS' });
  const result = join(desk.workspace.folder, 'result.xlsx');
  writeFileSync(result, 'of yesterday');
  expect(await run('reconcile', file, '--carrier', 'ZTO', '--out', result)).toMatchObject({ exit: 3 });
  expect(readFileSync(result).subarray(0, 2).toString()).toBe('PK');
});

it('a sheet of the same parcels under other columns is named, not left out silently, and is a bill of its own', async () => {
  await desk.ship([{ waybillNo: waybill(1) }, { waybillNo: waybill(2) }]);
  const book = XLSX.utils.book_new();
  const sheets = {
    运费: [
      ['运单号', '揽收日期', '计费重量', '金额'],
      [waybill(1), '2026-11-05', 1, 3],
    ],
    退件: [
      ['快递单号', '退件日期', '退件费'],
      [waybill(2), '2026-11-06', 2],
    ],
    说明: [['请在月底前付款'], ['谢谢']],
  };
  for (const [name, rows] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), name);
  const file = join(desk.workspace.folder, '11月.xlsx');
  writeFileSync(file, XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }));
  const first = await run('reconcile', file, '--carrier', 'ZTO');
  expect(first).toMatchObject({ exit: 3, json: { lines: 1, sheetsLeft: ['退件'] } });
  expect((first as { human: string[] }).human.join('\n')).toMatch(/退件.*--sheet/);
  expect(await run('reconcile', file, '--carrier', 'ZTO')).toEqual(first);
  const other = await run('reconcile', file, '--carrier', 'ZTO', '--sheet', '退件');
  expect(other).toMatchObject({ json: { lines: 1, billedFen: 200, sheetsLeft: [] } });
  expect(await run('reconcile', file, '--carrier', 'ZTO', '--sheet', '退件')).toEqual(other);
});

it('the same bill again gives its result again, also as a file, says so and takes nothing in', async () => {
  const file = await bill();
  const first = await run('reconcile', file, '--carrier', 'ZTO');
  const out = join(desk.workspace.folder, 'later.xlsx');
  const notes: string[] = [];
  const again = await runCommand(
    desk.workspace,
    commandNamed('reconcile'),
    [file, '--carrier', 'ZTO', '--out', out],
    [],
    { note: (line) => notes.push(line) },
  );
  expect(again).toMatchObject({ ok: true, value: { exitCode: 3, json: { ...first.json, resultFile: out } } });
  expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  expect(notes).toEqual([expect.stringMatching(/reconciled on \d{4}-\d\d-\d\d already/)]);
  expect(await run('bills list')).toMatchObject({ json: { total: 1 } });
});

it('reconcile answers the classes, and exits 3 while something is to claim', async () => {
  const done = await run('reconcile', await bill(), '--carrier', '中通');
  expect(done).toMatchObject({
    exit: 3,
    json: {
      carrier: 'ZTO',
      lines: 3,
      billedFen: 1_100,
      fromDay: '2026-11-05',
      classes: {
        matched: { items: 1, billedFen: 300 },
        weight: { items: 1, claimFen: 200 },
        voided: { items: 1, claimFen: 300 },
        missing: { items: 1, lines: 0 },
        foreign: { items: 0 },
      },
      claims: { open: { items: 2, claimFen: 500 } },
    },
  });
  expect(await run('bills list')).toMatchObject({ exit: 0, json: { total: 1, bills: [{ lines: 3 }] } });
  const file = join(desk.workspace.folder, 'bill.csv');
  expect(
    await run('reconcile', file, '--carrier', 'ZTO', '--from', '2026-11-01', '--to', '2026-11-30'),
  ).toEqual({ code: 'BILL_SAME' });
});

it('claims go out as a table with both weights and both prices, and move from state to state', async () => {
  const { json } = await run('reconcile', await bill(), '--carrier', 'ZTO');
  const id = String(json?.id);
  const out = join(desk.workspace.folder, 'claims.xlsx');
  expect(await run('bills claims', id, '--out', out, '--sent')).toMatchObject({ json: { claims: 2 } });
  expect(existsSync(out)).toBe(true);
  expect(await cellsOf(out)).toEqual(
    expect.arrayContaining([
      expect.arrayContaining([waybill(2), 'Weight differs', '3.000', '0.800', '5.00', '3.00', '2.00']),
      // Nothing is due of a voided number: each row leaves what is claimed.
      expect.arrayContaining([waybill(4), 'Cancelled but billed', '1.000', '0.800', '3.00', '0.00', '3.00']),
    ]),
  );
  expect(await run('bills claims', id, '--state', 'sent')).toMatchObject({ json: { total: 2 } });
  expect(await run('bills remove', id)).toMatchObject({ code: 'BILL_CLAIMS_SENT' });
  expect(
    await run('bills claim', id, '--waybill', waybill(2), '--to', 'accepted', '--amount-fen', '150'),
  ).toMatchObject({ json: { moved: 1 } });
  expect(await run('bills claim', id, '--waybill', waybill(2), '--to', 'refused')).toMatchObject({
    code: 'CLAIM_MOVED',
  });
  expect(await run('bills claim', id, '--waybill', waybill(1), '--to', 'sent')).toMatchObject({
    code: 'CLAIM_NOT_FOUND',
  });
  // The second of these cannot go there, so the first stays where it was.
  expect(
    await run('bills claim', id, '--waybill', waybill(4), '--waybill', waybill(2), '--to', 'refused'),
  ).toMatchObject({ code: 'CLAIM_MOVED' });
  expect(await run('bills show', id)).toMatchObject({
    json: { claims: { accepted: { items: 1, wonFen: 150 }, sent: { items: 1 } } },
  });
});

it('a list of money paid out exits 3 while a parcel got less than was to be collected', async () => {
  await desk.ship([1, 2].map((no) => ({ waybillNo: waybill(no), codFen: 19_900 })));
  const list = (name: string, ...paid: number[]) =>
    desk.bill(
      [['运单号', '代收货款', '返款日期'], ...paid.map((yuan, at) => [waybill(at + 1), yuan, '2026-11-20'])],
      name,
    );
  const short = await run('reconcile', list('short.csv', 199, 189), '--carrier', 'ZTO');
  expect(short).toMatchObject({
    exit: 3,
    json: { classes: { remitted: { items: 2, differenceFen: 1_000 } } },
  });
  expect(short.human).toContain(
    '  10.00 less was paid out than was to be collected'.replace('10.00', '¥10.00'),
  );
  // Its fee, not the money: 388.00 were paid out.
  expect(short.human).toContain('  COD paid out: 2 parcels, 2 lines, charged for it ¥0.00');
  expect(await run('reconcile', list('right.csv', 199), '--carrier', 'ZTO')).toMatchObject({ exit: 0 });
});

it('money found on the account is confirmed by number, all or none, and taken back', async () => {
  await desk.ship([1, 2].map((no) => ({ waybillNo: waybill(no), codFen: 19_900 })));
  expect(await run('bills received', waybill(1), waybill(9))).toEqual({ code: 'COD_NOT_FOUND' });
  expect(await run('bills cod', '--state', 'received')).toMatchObject({ json: { parcels: [] } });
  expect(await run('bills received', waybill(1), waybill(2))).toMatchObject({ json: { confirmed: 2 } });
  expect(await run('bills received', waybill(1))).toMatchObject({ json: { confirmed: 0 } });
  expect(await run('bills cod')).toMatchObject({ exit: 0, json: { totals: { received: { parcels: 2 } } } });
  expect(await run('bills received', waybill(1), '--undo')).toMatchObject({ json: { reopened: 1 } });
  expect(await run('bills cod', '--state', 'received')).toMatchObject({
    json: { parcels: [{ waybillNo: waybill(2) }] },
  });
});

it('reconcile --out writes what came of every line, and what the bill leaves out', async () => {
  const out = join(desk.workspace.folder, 'result.xlsx');
  expect(await run('reconcile', await bill(), '--carrier', 'ZTO', '--out', out)).toMatchObject({
    exit: 3,
    json: { resultFile: out },
  });
  const [, ...rows] = await cellsOf(out);
  expect(rows.map(([waybillNo, , result]) => [waybillNo, result]).sort()).toEqual([
    [waybill(1), 'Matched'],
    [waybill(2), 'Weight differs'],
    [waybill(3), 'Missing from the bill'],
    [waybill(4), 'Cancelled but billed'],
  ]);
});

it('columns are named by their headers, and a wrong name is reported with those there are', async () => {
  await desk.ship([{ waybillNo: waybill(1) }]);
  const path = desk.bill([
    ['面单', '算多少钱'],
    [waybill(1), 3],
  ]);
  expect(await run('reconcile', path, '--carrier', 'ZTO')).toMatchObject({ code: 'BILL_LAYOUT_UNKNOWN' });
  expect(await run('reconcile', path, '--carrier', 'ZTO', '--column', '价钱=total')).toMatchObject({
    code: 'BILL_COLUMN_UNKNOWN',
  });
  expect(
    await run(
      'reconcile',
      path,
      '--carrier',
      'ZTO',
      '--column',
      '面单=waybillNo',
      '--column',
      '算多少钱=total',
    ),
  ).toMatchObject({ json: { lines: 1, isMissingKnown: false } });
});

it('a tolerance is shown and set', async () => {
  expect(await run('bills tolerance', '--carrier', 'ZTO')).toMatchObject({ json: { weightGrams: 100 } });
  expect(await run('bills tolerance', '--carrier', 'ZTO', '--percent', '5')).toMatchObject({
    json: { carrier: 'ZTO', percent: 5, weightGrams: 100 },
  });
});

async function cellsOf(path: string): Promise<string[][]> {
  const opened = await openOrderFile(path);
  if (!opened.ok) throw new Error(opened.code);
  const rows: string[][] = [];
  const [sheet] = opened.value.sheets;
  for await (const row of eachOf(sheet?.rows() ?? [])) rows.push(row.cells.map(({ text }) => text));
  await opened.value.close();
  return rows;
}
