import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../../../electron/imports/writers/encodeGb18030.ts';
import type { Order } from '../../../../../electron/store/schema.ts';
import { mergeOrders } from '../../../../../electron/usecases/orders/merge.ts';
import { splitOrder } from '../../../../../electron/usecases/orders/split.ts';
import { type WriteBackRequest, writeBack } from '../../../../../electron/usecases/writeback/writeBack.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { sampleShipment } from '../../../../doubles/workspace/sampleShipment.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const booked = (no: number, change: Partial<Order> = {}): Order =>
  sampleOrder(no, {
    state: 'booked',
    shipmentState: 'booked',
    bookedCarrier: 'YTO',
    waybillNo: `YT000000000000${no}`,
    platform: 'kdniao',
    ...change,
  });

const add = (...orders: Order[]) => workspace.store.write((write) => write.orders.insertMany(orders));
const written = async (request: Partial<WriteBackRequest> = {}) => {
  const outcome = await writeBack(workspace, { again: false, ...request });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
};
const firstPath = ({ files }: Awaited<ReturnType<typeof written>>) => files[0]?.path ?? '';
const rowsOf = (path: string, sheet?: string): string[][] => {
  const book = XLSX.read(readFileSync(path), { raw: true });
  return XLSX.utils.sheet_to_json(book.Sheets[sheet ?? book.SheetNames[0] ?? ''] ?? {}, {
    header: 1,
    raw: true,
    defval: '',
  });
};

function template(name: string, bytes: Uint8Array | string): string {
  const path = join(workspace.folder, name);
  writeFileSync(path, bytes);
  return path;
}

function workbook(sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Buffer {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

describe('numbers for a platform upload', () => {
  it('makes the folder that was named, and leaves the rights of one that is there', async () => {
    await add(booked(1), booked(2));
    const fresh = join(workspace.folder, 'new', 'out');
    expect(existsSync(firstPath(await written({ outFolder: fresh })))).toBe(true);
    const shared = join(workspace.folder, 'shared');
    mkdirSync(shared, { mode: 0o755 });
    await written({ outFolder: shared, again: true });
    expect(statSync(shared).mode & 0o777).toBe(0o755);
  });

  it('are written in the layout and with the carrier names of each platform', async () => {
    await add(booked(1, { source: 'pinduoduo' }), booked(2, { source: 'taobao' }));
    const { files } = await written();
    const pdd = files.find(({ template: id }) => id === 'pinduoduo')?.path ?? '';
    expect(readFileSync(pdd, 'utf8')).toBe(
      `\uFEFF订单号,快递公司,快递单号\r\n${sampleOrder(1).orderNo},圆通快递,YT0000000000001\r\n`,
    );
    const taobao = files.find(({ template: id }) => id === 'taobao')?.path ?? '';
    expect(rowsOf(taobao)).toEqual([
      ['订单编号', '物流公司', '运单号'],
      [sampleOrder(2).orderNo, '圆通速递', 'YT0000000000002'],
    ]);
    const sheet = XLSX.read(readFileSync(taobao), { cellNF: true }).Sheets.Sheet1;
    expect(sheet?.A2).toMatchObject({ t: 's', z: '@' });
  });

  it('of one platform are never those of another, and the others still wait to be written', async () => {
    await add(
      booked(1, { source: 'pinduoduo' }),
      booked(2, { source: 'douyin' }),
      booked(3, { source: 'generic' }),
    );
    const { files, written: count, skipped } = await written({ template: 'pinduoduo' });
    expect([files.map((file) => [file.template, file.rowCount]), count, skipped]).toEqual([
      [['pinduoduo', 2]],
      2,
      [],
    ]);
    expect((await written()).files).toMatchObject([{ template: 'douyin', rowCount: 1 }]);
    expect(
      await writeBack(workspace, { again: true, template: 'amazon', orderIds: ['order-000002'] }),
    ).toMatchObject({ code: 'WRITEBACK_NOTHING' });
  });

  it('say the day in China on which they were booked, whatever happened to the order since', async () => {
    const bookedAt = Date.UTC(2026, 10, 29, 18, 30);
    await add(booked(1, { source: 'woocommerce', shipmentId: 's1', updatedAt: Date.UTC(2026, 11, 4) }));
    await workspace.store.write((write) =>
      write.shipments.insert(
        sampleShipment({ orderId: sampleOrder(1).id, platform: 'kdniao', state: 'booked', bookedAt }),
      ),
    );
    expect(readFileSync(firstPath(await written()), 'utf8')).toContain(',2026-11-30');
  });

  it('are written once, unless asked for again', async () => {
    await add(booked(1));
    expect(await written()).toMatchObject({ written: 1, skipped: [] });
    expect(await writeBack(workspace, { again: false })).toMatchObject({
      code: 'WRITEBACK_NOTHING',
      params: { skipped: 1 },
    });
    await add(booked(2));
    expect(await written()).toMatchObject({
      written: 1,
      skipped: [{ orderNo: sampleOrder(1).orderNo, code: 'WRITEBACK_DONE' }],
    });
    expect(await written({ again: true })).toMatchObject({ written: 2, skipped: [] });
  });

  it('never hold practice, voided, refunded or home-made numbers', async () => {
    await add(
      booked(1, { platform: 'practice' }),
      booked(2, { state: 'cancelled', shipmentState: 'voided' }),
      booked(3, { alarm: 'refund' }),
      booked(4, { orderNo: 'A0123456789AB', orderKey: 'A0123456789AB' }),
      booked(5),
    );
    const result = await written();
    expect(result.written).toBe(1);
    expect(result.skipped.map(({ code }) => code).sort()).toEqual([
      'ORDER_REFUNDED_AFTER_BOOKING',
      'WRITEBACK_NO_NUMBER',
      'WRITEBACK_PRACTICE',
    ]);
  });

  it('name every member of a merge, every parcel of a split, every number of an ERP order', async () => {
    const phone = { receiverPhone: '13800001111' };
    await add(
      sampleOrder(1, phone),
      sampleOrder(2, phone),
      sampleOrder(3, {
        itemsJson: JSON.stringify([1, 2].map(() => ({ name: '茶', sku: '', skuCode: '', quantity: 1 }))),
      }),
      booked(4, {
        orderNo: 'X20260001,X20260002',
        orderKey: 'X20260001,X20260002',
        source: 'wangdiantong',
      }),
    );
    const seen = (no: number) => ({ orderId: sampleOrder(no).id, version: 0 });
    const merged = await mergeOrders(workspace, [seen(1), seen(2)]);
    const parts = await splitOrder(workspace, { ...seen(3), parcels: [[{ itemIndex: 0, quantity: 1 }]] });
    if (!merged.ok || !parts.ok) throw new Error('not regrouped');
    const numbers = { shipmentState: 'booked', bookedCarrier: 'ZTO' } as const;
    await workspace.store.write(async (write) => {
      await write.orders.show(merged.value.id, { ...numbers, waybillNo: 'ZT1' });
      for (const [index, { id }] of parts.value.entries())
        await write.orders.show(id, { ...numbers, waybillNo: `ZT2${index}` });
    });
    const { files } = await written({ template: 'generic' });
    expect(
      rowsOf(files[0]?.path ?? '')
        .slice(1)
        .sort(),
    ).toEqual(
      [
        [sampleOrder(1).orderNo, '中通快递', 'ZT1'],
        [sampleOrder(2).orderNo, '中通快递', 'ZT1'],
        [sampleOrder(3).orderNo, '中通快递', 'ZT20'],
        [sampleOrder(3).orderNo, '中通快递', 'ZT21'],
        ['X20260001', '圆通速递', 'YT0000000000004'],
        ['X20260002', '圆通速递', 'YT0000000000004'],
      ].sort(),
    );
  });

  it('begin a new file after 500 rows', async () => {
    await add(...Array.from({ length: 1_001 }, (_, no) => booked(no)));
    expect((await written()).files.map(({ rowCount }) => rowCount)).toEqual([500, 500, 1]);
  });
});

describe('a template that the person downloaded', () => {
  const no = (index: number) => sampleOrder(index).orderNo;

  it('is filled where its orders stand; every other byte of a csv stays', async () => {
    await add(booked(1), booked(2), booked(3));
    const text = `订单编号,"收货人 ""昵称""",快递公司,快递单号,备注\r\n${no(2)},"张,样",,,急\r\n="${no(1)}",李样,,,\r\n20269999,王样,,,\r\n`;
    const path = template('ship.csv', encodeGb18030(text));
    const result = await written({ templatePath: path });
    const bytes = readFileSync(firstPath(result));
    const expected = text
      .replace('"张,样",,,', '"张,样",圆通速递,YT0000000000002,')
      .replace('李样,,,', '李样,圆通速递,YT0000000000001,');
    expect(bytes.equals(Buffer.from(encodeGb18030(expected)))).toBe(true);
    expect(result.written).toBe(2);
    expect(readFileSync(path).equals(Buffer.from(encodeGb18030(text)))).toBe(true);
  });

  it('without orders gets a row for each, below its second header row', async () => {
    await add(booked(1));
    const path = template('ship.csv', '订单号,快递公司,快递单号\norder_sn,shipping_name,shipping_sn');
    expect(readFileSync(firstPath(await written({ templatePath: path })), 'utf8')).toBe(
      `订单号,快递公司,快递单号\norder_sn,shipping_name,shipping_sn\n${no(1)},圆通速递,YT0000000000001\n`,
    );
  });

  it('as xlsx keeps sheets, notes and other cells, takes the names its list accepts, and holds text', async () => {
    await add(booked(1), booked(2), booked(7));
    const path = template(
      'ship.xlsx',
      workbook({
        批量发货: [
          ['说明：请勿修改表头'],
          ['订单编号', '商品', '物流公司', '物流单号'],
          [no(1), '茶<1>&'],
          [no(2), '杯'],
        ],
        物流公司列表: [['圆通快递'], ['中通快递']],
      }),
    );
    const filled = firstPath(await written({ templatePath: path }));
    expect(rowsOf(filled)).toEqual([
      ['说明：请勿修改表头', '', '', ''],
      ['订单编号', '商品', '物流公司', '物流单号'],
      [no(1), '茶<1>&', '圆通快递', 'YT0000000000001'],
      [no(2), '杯', '圆通快递', 'YT0000000000002'],
    ]);
    expect(rowsOf(filled, '物流公司列表')).toEqual([['圆通快递'], ['中通快递']]);
    const before = XLSX.read(readFileSync(path), { bookFiles: true }) as unknown as { keys: string[] };
    const after = XLSX.read(readFileSync(filled), { bookFiles: true }) as unknown as { keys: string[] };
    expect(after.keys).toEqual(before.keys);
    expect(XLSX.read(readFileSync(filled)).Sheets.批量发货?.D3).toMatchObject({ t: 's' });
  });

  it('gets further parcels of a listed order as rows of their own, and keeps numbers that stand there', async () => {
    await add(
      booked(1),
      booked(2),
      booked(8, { orderNo: no(1), orderKey: `${no(1)} x`, waybillNo: 'YTSECOND' }),
    );
    const path = template(
      'ship.xlsx',
      workbook({ 发货: [['订单号', '快递公司', '快递单号'], [no(1)], [no(2), '中通快递', 'ZTOLD']] }),
    );
    const result = await written({ templatePath: path });
    expect(rowsOf(firstPath(result))).toEqual([
      ['订单号', '快递公司', '快递单号'],
      [no(1), '圆通速递', 'YT0000000000001'],
      [no(2), '中通快递', 'ZTOLD'],
      [no(1), '圆通速递', 'YTSECOND'],
    ]);
    expect(result.skipped).toEqual([{ orderNo: no(2), code: 'WRITEBACK_OTHER_NUMBER' }]);
  });

  it('names the parcel beside each of the goods of an order that travels in one', async () => {
    await add(booked(1), booked(2));
    const header = ['订单编号', '商品', '物流公司', '物流单号'];
    const rows = [
      header,
      [no(1), '杯', '', ''],
      [no(1), '盘', '', ''],
      [no(2), '茶', '', ''],
      [no(1), '碗', '', ''],
    ];
    const result = await written({ templatePath: template('ship.xlsx', workbook({ 发货: rows })) });
    expect(rowsOf(firstPath(result)).slice(1)).toEqual([
      [no(1), '杯', '圆通速递', 'YT0000000000001'],
      [no(1), '盘', '圆通速递', 'YT0000000000001'],
      [no(2), '茶', '圆通速递', 'YT0000000000002'],
      [no(1), '碗', '圆通速递', 'YT0000000000001'],
    ]);
    expect(result).toMatchObject({ written: 2, files: [{ rowCount: 2 }] });
  });

  it('without the three columns is refused, and nothing is remembered as written', async () => {
    await add(booked(1));
    const path = template('ship.csv', '订单号,备注\n1,2\n');
    expect(await writeBack(workspace, { again: false, templatePath: path })).toMatchObject({
      code: 'TEMPLATE_COLUMNS_MISSING',
    });
    expect(await written()).toMatchObject({ written: 1 });
  });
});
