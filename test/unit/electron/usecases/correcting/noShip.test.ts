import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { reachOfOrder } from '../../../../../electron/usecases/correcting/askReach.ts';
import { addNoShip, readNoShip, removeNoShip } from '../../../../../electron/usecases/correcting/noShip.ts';
import { acceptReach } from '../../../../../electron/usecases/correcting/reach.ts';
import { importOrders } from '../../../../../electron/usecases/intake/importOrders.ts';
import { editOrders } from '../../../../../electron/usecases/orders/editOrders.ts';
import { complaintsOf } from '../../../../../electron/usecases/orders/order.ts';
import type { NoShipPlace } from '../../../../../shared/domain/addressKnowledge.ts';
import { orderSheet, type SheetOrder, sheetOrder } from '../../../../doubles/files/orderSheet.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const nowhere: NoShipPlace = { carrier: '', province: '', city: '', district: '', town: '', word: '' };

async function block(place: Partial<NoShipPlace>, reason = '太远') {
  const added = await addNoShip(workspace, { ...nowhere, ...place, reason });
  if (!added.ok) throw new Error(added.code);
  return added.value;
}

async function take(...orders: readonly SheetOrder[]): Promise<void> {
  const path = join(workspace.folder, 'in.csv');
  writeFileSync(path, orderSheet(orders));
  const report = await importOrders(workspace, { path, minConfidence: 0.7, isDryRun: false });
  if (!report.ok) throw new Error(report.code);
}

async function edit(changes: Record<string, string>, no = 1): Promise<void> {
  await editOrders(workspace, [{ orderId: (await order(no)).id, version: null }], changes);
}

async function order(no: number) {
  const found = await workspace.store.read.orders.byOrderNo(sheetOrder(no).orderNo);
  if (found === undefined) throw new Error('the order is not there');
  return found;
}

const codes = async (no: number) => complaintsOf(await order(no)).map(({ code }) => code);
const urumqi = ['新疆维吾尔自治区', '乌鲁木齐市', '天山区'] as const;

describe('the list', () => {
  it('takes short names and fills what lies above a name that stands alone', async () => {
    expect(await block({ province: '新疆' })).toMatchObject({ province: '新疆维吾尔自治区', city: '' });
    expect(await block({ carrier: '中通', district: '天山区' })).toMatchObject({
      carrier: 'ZTO',
      province: '新疆维吾尔自治区',
      city: '乌鲁木齐市',
      district: '天山区',
    });
  });

  it('refuses an entry without a place, with an unknown place or carrier, and the same one twice', async () => {
    const add = (place: Partial<NoShipPlace>) => addNoShip(workspace, { ...nowhere, ...place, reason: '' });
    expect(await add({ carrier: 'ZTO' })).toMatchObject({ code: 'NO_SHIP_PLACE_EMPTY' });
    expect(await add({ province: '新彊省' })).toMatchObject({ code: 'NO_SHIP_PLACE_UNKNOWN' });
    expect(await add({ province: '广东省', city: '杭州市' })).toMatchObject({
      code: 'NO_SHIP_PLACE_UNKNOWN',
    });
    expect(await add({ carrier: '飞毛腿', province: '新疆' })).toMatchObject({
      code: 'NO_SHIP_CARRIER_UNKNOWN',
    });
    expect(await add({ word: '长'.repeat(41) })).toMatchObject({
      code: 'NO_SHIP_TEXT_TOO_LONG',
      params: { field: 'word', limit: 40 },
    });
    expect(await add({ province: '新疆' })).toMatchObject({ ok: true });
    expect(await add({ province: '新疆维吾尔自治区' })).toMatchObject({ code: 'NO_SHIP_ENTRY_EXISTS' });
  });

  it('lets an entry go', async () => {
    const { id } = await block({ province: '新疆' });
    expect(await removeNoShip(workspace, id)).toMatchObject({ ok: true, value: [] });
    expect(await removeNoShip(workspace, id)).toMatchObject({ code: 'NO_SHIP_ENTRY_NOT_FOUND' });
    expect(await readNoShip(workspace.store.read)).toEqual([]);
  });
});

describe('an order to a place on the list', () => {
  it('waits for a person from the import on, with the hint why', async () => {
    await block({ province: '新疆' });
    await take(sheetOrder(1, { place: urumqi }), sheetOrder(2));
    expect(await order(1)).toMatchObject({ state: 'needs-review', errorCode: 'REACH_PLACE_NOT_SHIPPED' });
    expect((await order(2)).state).toBe('ready');
    expect(await reachOfOrder(workspace, (await order(1)).id)).toMatchObject({
      value: [
        {
          carrier: '',
          answer: 'not-reachable',
          source: 'own-list',
          place: '新疆维吾尔自治区',
          reason: '太远',
        },
      ],
    });
  });

  it('waits only when the carrier of the entry would carry it; another one may', async () => {
    await block({ carrier: 'SF', province: '新疆' });
    await block({ carrier: 'ZTO', district: '天山区' });
    await take(sheetOrder(1, { place: urumqi }));
    expect(complaintsOf(await order(1))).toEqual([
      { code: 'REACH_CARRIER_NOT_SHIPPED', field: 'carrier', params: { carrier: 'ZTO' } },
    ]);
    await edit({ carrier: 'SF' });
    expect(await order(1)).toMatchObject({ state: 'needs-review' });
    expect(complaintsOf(await order(1))).toMatchObject([{ params: { carrier: 'SF' } }]);
    await edit({ carrier: 'YTO' });
    expect(await order(1)).toMatchObject({ state: 'ready', complaintsJson: '[]' });
  });

  it('finds a word in town or detail', async () => {
    await block({ word: '部队' });
    await take(sheetOrder(1, { detail: '样板路9号部队家属院3栋' }), sheetOrder(2));
    expect(await codes(1)).toEqual(['REACH_PLACE_NOT_SHIPPED']);
    expect(await codes(2)).toEqual([]);
  });

  it('goes when a person says so, and is not asked for the same entry again', async () => {
    await block({ province: '新疆' });
    await take(sheetOrder(1, { place: urumqi }));
    const { id: orderId, version } = await order(1);
    expect(await acceptReach(workspace, { orderId, version: version + 1 })).toMatchObject({
      code: 'ORDER_CHANGED_MEANWHILE',
    });
    expect(await acceptReach(workspace, { orderId, version })).toMatchObject({
      ok: true,
      value: { state: 'ready' },
    });
    await editOrders(workspace, [{ orderId, version: null }], { detail: '别的路1号' });
    expect((await order(1)).state).toBe('ready');
    expect(await acceptReach(workspace, { orderId, version: null })).toMatchObject({
      code: 'REACH_NOTHING_TO_ACCEPT',
    });
    await block({ carrier: 'ZTO', district: '天山区' });
    await editOrders(workspace, [{ orderId, version: null }], { detail: '别的路2号' });
    expect(await codes(1)).toEqual(['REACH_CARRIER_NOT_SHIPPED']);
  });

  it('goes when a person confirms the order that shows the warning, but not when the edit leads there', async () => {
    await block({ province: '新疆' });
    await take(sheetOrder(1), sheetOrder(2, { place: urumqi }));
    const [province, city, district] = urumqi;
    await edit({ province, city, district });
    expect(await codes(1)).toEqual(['REACH_PLACE_NOT_SHIPPED']);
    expect((await order(1)).state).toBe('needs-review');
    await edit({ detail: '天山路1号' }, 2);
    expect((await order(2)).state).toBe('ready');
  });

  it('is not booked with a carrier that does not go there, whoever chose it, until a person says so', async () => {
    await take(sheetOrder(1, { place: urumqi }), sheetOrder(2));
    const account = await testAccount(workspace);
    await block({ carrier: 'SF', province: '新疆' });
    const book = async (carrier: string) => {
      const orderIds = [(await order(1)).id, (await order(2)).id];
      return planBookings(workspace, { orderIds, accountId: account.id, carrier, printerUri: null });
    };
    expect(await book('SF')).toMatchObject({
      value: { planned: 1, refused: [{ failure: { code: 'REACH_CARRIER_NOT_SHIPPED' } }] },
    });
    expect(await codes(1)).toEqual(['REACH_CARRIER_NOT_SHIPPED']);
    await acceptReach(workspace, { orderId: (await order(1)).id, version: null });
    expect(await book('SF')).toMatchObject({ value: { planned: 1 } });
    expect((await order(1)).state).toBe('booking');
  });
});
