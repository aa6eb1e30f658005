import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFromDrop } from '../../../../../electron/usecases/intake/importFiles.ts';
import { itemsOf } from '../../../../../electron/usecases/orders/order.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

const pair = (name: string) =>
  fileURLToPath(new URL(`../../../../fixtures/intake/taobao-pair/${name}`, import.meta.url));
const orders = pair('ExportOrderList202601021200.csv');
const items = pair('ExportOrderDetailList202601021200.csv');

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

async function take(path: string, beside: readonly string[]) {
  const request = { path, minConfidence: 0.7, isDryRun: false };
  return importFromDrop(
    workspace,
    request,
    beside.map((one) => ({ path: one, entry: null })),
  );
}

const goodsOfFirst = async () => {
  const order = await workspace.store.read.orders.byOrderNo('2100000000000000001');
  return order === undefined ? [] : itemsOf(order).map(({ name }) => name);
};

describe('one file of a drop of several', () => {
  it('takes the goods of its orders from the list beside it', async () => {
    expect(await take(orders, [items])).toMatchObject({ ok: true, value: { imported: 5 } });
    expect(await goodsOfFirst()).toEqual(['样品绿茶', '样品马克杯']);
  });

  it('stores nothing of its own when it lists the goods of another one', async () => {
    const taken = await take(items, [orders]);
    expect(taken).toMatchObject({ ok: true, value: { rows: 4, imported: 0, isGoodsReport: true } });
    expect(await workspace.store.read.orders.count({})).toBe(0);
  });

  it('is taken whatever cannot be read beside it', async () => {
    const made = (name: string, bytes: string) => {
      const path = join(workspace.folder, name);
      writeFileSync(path, bytes);
      return path;
    };
    const unreadable = [
      made('empty.xlsx', ''),
      made('broken.xlsx', 'PK\u0003\u0004'),
      made('order.pdf', '%PDF-1.7'),
      made('note.txt', 'hello world'),
      join(workspace.folder, 'gone.csv'),
    ];
    expect(await take(orders, unreadable)).toMatchObject({ ok: true, value: { imported: 5 } });
  });

  it('stands alone when nothing beside it belongs to it', async () => {
    expect(await take(items, [])).toMatchObject({ ok: false, code: 'IMPORT_ITEMS_ONLY' });
    expect(await take(orders, [pair('expected.json')])).toMatchObject({ ok: true, value: { imported: 5 } });
    expect(await goodsOfFirst()).toEqual(['样品绿茶，样品马克杯']);
  });
});
