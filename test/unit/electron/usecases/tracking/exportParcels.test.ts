import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { exportParcels } from '../../../../../electron/usecases/tracking/exportParcels.ts';
import { openTestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { writeFortnight } from '../../../../fixtures/fortnight/writeFortnight.ts';

/** Friday 14:05 in the shop. */
const friday = Date.UTC(2026, 10, 27, 6, 5);
let workspace: Awaited<ReturnType<typeof openTestWorkspace>>;

beforeEach(async () => {
  workspace = await openTestWorkspace();
  await workspace.clock.advance(friday - workspace.clock.now());
  await writeFortnight(workspace, { perDay: 12 });
});
afterEach(() => workspace.close());

async function written(format: 'xlsx' | 'csv') {
  const outcome = await exportParcels(workspace, {
    filter: { group: 'delivering' },
    format,
    language: 'zh-CN',
  });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

it('writes what the list shows as csv: state and silence in words, times of the shop, no phone in the clear', async () => {
  const { path, rowCount } = await written('csv');
  const [header, ...rows] = readFileSync(path, 'utf8').trimEnd().split('\r\n');
  expect(header).toMatch(/^\uFEFF运单号,订单号,快递公司,状态,停留小时,/);
  expect(rows).toHaveLength(rowCount);
  expect(rowCount).toBeGreaterThan(0);
  for (const row of rows) {
    expect(row).toMatch(/派送中|待取件/);
    expect(row).toMatch(/,2026-11-\d\d \d\d:\d\d,/);
    expect(row).not.toMatch(/(?<!\d)1\d{10}(?!\d)/);
  }
});

it('writes the same parcels as a workbook, and both are on record', async () => {
  const { path, rowCount } = await written('xlsx');
  const book = await readXlsx(readFileSync(path));
  expect(book.sheets[0]?.rows).toHaveLength(rowCount + 1);
  await written('csv');
  const acts = await workspace.store.read.operatorActs.after(0, 99);
  expect(acts.filter(({ kind }) => kind === 'exported-masked').length).toBeGreaterThanOrEqual(2);
});
