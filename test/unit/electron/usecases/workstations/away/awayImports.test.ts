import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importOrders } from '../../../../../../electron/usecases/intake/importOrders.ts';
import { readPaste } from '../../../../../../electron/usecases/intake/pasteOrders.ts';
import {
  bringImports,
  listWaitingImports,
} from '../../../../../../electron/usecases/workstations/away/bringImports.ts';
import { listConflicts } from '../../../../../../electron/usecases/workstations/away/conflicts.ts';
import { keepImport, keepMessage } from '../../../../../../electron/usecases/workstations/away/keepImport.ts';
import { orderSheet, type SheetOrder, sheetOrder } from '../../../../../doubles/files/orderSheet.ts';
import { type AwayDesk, openAwayDesk } from '../../../../../doubles/workspace/awayDesk.ts';

let away: AwayDesk;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'away-imports-'));
  away = await openAwayDesk([{}]);
  await away.bench().check();
});
afterEach(async () => {
  await away.close();
  rmSync(folder, { recursive: true });
});

/** None of them is one of the sample orders. */
const orders = (count: number, from = 1_001): SheetOrder[] =>
  Array.from({ length: count }, (_, no) => sheetOrder(from + no));

function fileOf(name: string, content: readonly SheetOrder[]): string {
  const path = join(folder, name);
  writeFileSync(path, orderSheet(content));
  return path;
}

const request = (path: string) => ({ path, minConfidence: 0.7, readsOtherSheets: true });

/** As a drop on the window does while the server is away. */
async function drop(name: string, content: readonly SheetOrder[]) {
  const path = fileOf(name, content);
  const kept = await away.bench().reading(away.desk.workspace, (at) => keepImport(at, request(path), []));
  // Nobody needs the file any more.
  rmSync(path);
  if (kept === null) throw new Error('the book is at hand');
  return kept;
}

const never = new AbortController().signal;
const bring = (signal = never) => bringImports(away.desk.workspace, signal);
const waiting = () => listWaitingImports(away.desk.workspace);
const { read } = { read: () => away.desk.workspace.store.read };
const inBook = async (orderNo: string) => (await read().orders.byOrderNo(orderNo)) !== undefined;
const imports = () => read().imports.window({ offset: 0, limit: 10 });

async function cut(): Promise<void> {
  away.server.cut();
  await away.bench().check();
}

async function back(): Promise<void> {
  away.server.mend();
  await away.bench().check();
}

describe('a file that is dropped while the server is away', () => {
  it('is read and counted, waits, and is imported once when the server is back', async () => {
    await cut();
    const kept = await drop('早上.csv', orders(12));
    expect(kept).toMatchObject({ ok: true, value: { rows: 12, orders: 12, imported: 12 } });
    expect(waiting()).toMatchObject([{ file: '早上.csv', rows: 12, orders: 12 }]);
    await back();
    expect(await imports()).toEqual([]);
    await bring();
    expect(waiting()).toEqual([]);
    const [row, ...more] = await imports();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ fileName: '早上.csv', rows: 12, imported: 12, duplicates: 0 });
    expect(kept.ok && kept.value.importId).toBe(row?.id);
    expect(await read().orders.count({ importId: row?.id ?? '' })).toBe(12);
    await bring();
    expect(await imports()).toHaveLength(1);
  });

  it('outlives the end of the program, and lies sealed at the bench', async () => {
    await cut();
    const [first] = orders(1);
    await drop('客户.csv', orders(3));
    const place = join(away.desk.workspace.folder, 'waiting-imports');
    for (const name of readdirSync(place)) {
      const text = readFileSync(join(place, name)).toString('latin1');
      expect(name).not.toContain('客户');
      expect(text.includes(Buffer.from(first?.orderNo ?? '').toString('latin1'))).toBe(false);
    }
    await away.startAway();
    expect(waiting()).toHaveLength(1);
    await back();
    await bring();
    expect(await inBook(first?.orderNo ?? '')).toBe(true);
  });

  it('several are imported in the order in which they came', async () => {
    await cut();
    await drop('一.csv', orders(2));
    await away.desk.workspace.clock.advance(1_000);
    await drop('二.csv', orders(3, 1_002));
    expect(waiting().map(({ file }) => file)).toEqual(['一.csv', '二.csv']);
    await back();
    await bring();
    expect(
      (await imports()).map(({ fileName, imported, duplicates }) => [fileName, imported, duplicates]),
    ).toEqual([
      ['二.csv', 2, 1],
      ['一.csv', 2, 0],
    ]);
  });

  it('goes on under its id where the server went in the middle, and each order is there once', async () => {
    await cut();
    await drop('大.csv', orders(4_500));
    await back();
    // Of three transactions the answer of the second is lost.
    away.server.cut(2);
    await expect(bring()).rejects.toMatchObject({ failure: { code: 'SERVER_AWAY' } });
    expect(waiting()).toHaveLength(1);
    away.server.mend();
    expect(await imports()).toEqual([]);
    await bring();
    const [row] = await imports();
    expect(row).toMatchObject({ rows: 4_500, imported: 4_500, duplicates: 0, changed: 0 });
    expect(await read().orders.count({ importId: row?.id ?? '' })).toBe(4_500);
    expect(await read().orders.count({})).toBe(4_501);
  });

  it('waits on where the program is closed in the middle', async () => {
    await cut();
    await drop('大.csv', orders(2_500));
    await back();
    const closing = new AbortController();
    const { store } = away.desk.workspace;
    const { storeMany } = store;
    const closingBehind: typeof storeMany = (work) =>
      storeMany(({ write, onStored }) =>
        work({
          write: async (some) => {
            const result = await write(some);
            closing.abort();
            return result;
          },
          onStored,
        }),
      );
    Object.assign(store, { storeMany: closingBehind });
    await expect(bring(closing.signal)).rejects.toMatchObject({ failure: { code: 'SERVER_AWAY' } });
    Object.assign(store, { storeMany });
    expect(waiting()).toHaveLength(1);
    await bring();
    expect(await imports()).toMatchObject([{ imported: 2_500 }]);
  });

  it('with orders that the book has with other content leaves those, and tells a person', async () => {
    const known = orders(2);
    await importOrders(away.desk.workspace, { ...request(fileOf('先.csv', known)), isDryRun: false });
    await cut();
    const [first, second] = known;
    if (first === undefined || second === undefined) throw new Error('no orders');
    await drop('后.csv', [first, { ...second, goods: '别的东西' }, ...orders(1, 1_003)]);
    await back();
    await bring();
    expect((await imports())[0]).toMatchObject({
      fileName: '后.csv',
      imported: 1,
      duplicates: 1,
      changed: 1,
    });
    expect(await listConflicts(away.desk.workspace)).toMatchObject([
      { kind: 'import-changed', code: 'AWAY_IMPORT_CHANGED', fileName: '后.csv', count: 1 },
    ]);
  });

  it('that is no order table, or has nothing in it, is refused as ever and not kept', async () => {
    await cut();
    const path = join(folder, '空.csv');
    writeFileSync(path, '一,二\n');
    const kept = await away.bench().reading(away.desk.workspace, (at) => keepImport(at, request(path), []));
    expect(kept?.ok).toBe(false);
    expect(waiting()).toEqual([]);
    expect(readdirSync(join(away.desk.workspace.folder, 'waiting-imports'))).toEqual([]);
  });

  it('that is more than this bench keeps is refused with how much that is, and not kept', async () => {
    await cut();
    await drop('一.csv', orders(3));
    const path = fileOf('大.csv', orders(3, 2_001));
    const most = { bytes: 1_000_000, rows: 5 };
    const kept = await away
      .bench()
      .reading(away.desk.workspace, (at) => keepImport(at, request(path), [], most));
    expect(kept).toMatchObject({ ok: false, code: 'AWAY_IMPORTS_FULL' });
    expect(waiting()).toHaveLength(1);
    const small = await away
      .bench()
      .reading(away.desk.workspace, (at) => keepImport(at, request(path), [], { bytes: 500, rows: 1_000 }));
    expect(small).toMatchObject({ ok: false, code: 'AWAY_IMPORTS_FULL' });
  });

  it('as a message makes its orders once when the server is back', async () => {
    await cut();
    const people = await away
      .bench()
      .atLeisure(away.desk.workspace, (at) =>
        readPaste(at, '张三 13812345678 广东省深圳市南山区粤海街道科苑路8号讯美广场3栋1203 茶叶*2'),
      );
    const [person] = people;
    if (person === undefined) throw new Error('nobody was read');
    const { name, phone, extension, province, city, district, town, detail } = person.reading;
    const order = {
      text: person.receiverText,
      receiver: { name, phone, extension, province, city, district, town, detail },
      goods: person.goods,
      quantity: person.quantity,
      remark: person.remark,
    };
    const kept = await away.bench().reading(away.desk.workspace, (at) => keepMessage(at, [order]));
    expect(kept).toMatchObject({ ok: true });
    expect(waiting()).toMatchObject([{ file: '', orders: 1 }]);
    await back();
    await bring();
    await bring();
    expect(await imports()).toMatchObject([{ profile: 'paste', imported: 1 }]);
    expect(await read().orders.ofPhone('13812345678', 5)).toHaveLength(1);
    expect(waiting()).toEqual([]);
  });

  it('that somebody cancels is not kept', async () => {
    await cut();
    const path = fileOf('取消.csv', orders(2_000));
    const kept = await away
      .bench()
      .reading(away.desk.workspace, (at) =>
        keepImport(at, { ...request(path), signal: AbortSignal.abort() }, []),
      );
    expect(kept).toMatchObject({ ok: true, value: { isCancelled: true } });
    expect(waiting()).toEqual([]);
  });

  it('that was changed on the disk is kept aside, and a person is shown where', async () => {
    await cut();
    await drop('坏.csv', orders(5));
    const [id] = waiting().map((one) => one.id);
    const path = join(away.desk.workspace.folder, 'waiting-imports', `${id}.rows`);
    const bytes = readFileSync(path);
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await back();
    await bring();
    expect(waiting()).toEqual([]);
    const [conflict] = await listConflicts(away.desk.workspace);
    expect(conflict).toMatchObject({ kind: 'import-refused', fileName: '坏.csv' });
    expect(readdirSync(join(away.desk.workspace.folder, 'set-aside', conflict?.file ?? ''))).toHaveLength(2);
  });
});
