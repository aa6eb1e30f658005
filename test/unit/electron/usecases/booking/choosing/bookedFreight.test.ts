import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../../../../../electron/store/schema.ts';
import { bindWaybill } from '../../../../../../electron/usecases/booking/bind.ts';
import { planByRules } from '../../../../../../electron/usecases/booking/choosing/planByRules.ts';
import { savePriceTable } from '../../../../../../electron/usecases/booking/choosing/priceTables.ts';
import { readOrderDetail } from '../../../../../../electron/usecases/orders/detail.ts';
import { scriptedPlatform } from '../../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let accountId = '';
beforeEach(async () => {
  workspace = await openTestWorkspace({ platforms: [scriptedPlatform()] });
  accountId = (await testAccount(workspace, { platform: 'scripted' })).id;
  const orders = [sampleOrder(1), sampleOrder(2), sampleOrder(3, { weightGrams: null })];
  await workspace.store.write((write) => write.orders.insertMany(orders));
});
afterEach(() => workspace.close());

/** 首重 1 kg: `firstFen`, whatever the place. */
const price = (firstFen: number) =>
  savePriceTable(workspace, {
    id: 't1',
    name: '中通',
    accountId: '',
    carrier: 'ZTO',
    validFrom: '',
    validTo: '',
    parcels: 'each',
    perParcelFen: 30,
    insuranceBasisPoints: 0,
    insuranceLeastFen: 0,
    codBasisPoints: 0,
    codLeastFen: 0,
    zones: [
      {
        name: '全国',
        places: [{ province: sampleOrder(1).province, city: '' }],
        steps: [{ kind: 'flat', upToGrams: 1_000, amountFen: firstFen }],
        surchargeFen: 0,
      },
    ],
  });
const book = (no: number, account: string | null = accountId) =>
  planByRules(workspace, {
    orderIds: [sampleOrder(no).id],
    accountId: account,
    carrier: 'ZTO',
    printerUri: null,
  });
const order = async (no: number) => (await workspace.store.read.orders.byId(sampleOrder(no).id)) as Order;
const freightOf = async (no: number) => {
  const detail = await readOrderDetail(workspace, sampleOrder(no).id);
  return detail.ok ? detail.value.freight : null;
};

describe('the freight an order was booked with', () => {
  it('is kept as it was estimated then, however the price table changes later', async () => {
    await price(1_200);
    await book(1);
    expect(await order(1)).toMatchObject({ state: 'booking', freightFen: 1_230 });
    await price(2_000);
    await book(2);
    expect(await order(1)).toMatchObject({ freightFen: 1_230 });
    expect(await order(2)).toMatchObject({ freightFen: 2_030 });
    expect(await freightOf(1)).toMatchObject({
      isKnown: true,
      amountFen: 1_230,
      source: 'table',
      tableName: '中通',
      lines: [
        { kind: 'flat', amountFen: 1_200 },
        { kind: 'perParcel', amountFen: 30 },
      ],
    });
  });

  it('is reported for a choice of the rules, of a person, and for a number bound by hand', async () => {
    await price(1_200);
    await book(1, null);
    await bindWaybill(workspace, { orderId: sampleOrder(2).id, waybillNo: '73610555582883', carrier: 'ZTO' });
    for (const no of [1, 2]) expect(await order(no)).toMatchObject({ freightFen: 1_230 });
    const [shipment] = await workspace.store.read.shipments.ofOrder(sampleOrder(1).id);
    expect(JSON.parse(shipment?.chosenByJson ?? '')).toMatchObject({ freightFen: 1_230 });
  });

  it('is unknown, with why, where nobody could tell; an order that is not booked has none', async () => {
    await price(1_200);
    await book(3);
    expect(await order(3)).toMatchObject({ freightFen: null });
    expect(await freightOf(3)).toEqual({ isKnown: false, reason: 'no-weight' });
    expect(await freightOf(2)).toBeNull();
  });

  it('is estimated again when a refused order is tried again', async () => {
    await price(1_200);
    await book(1);
    const [shipment] = await workspace.store.read.shipments.ofOrder(sampleOrder(1).id);
    if (shipment === undefined) throw new Error('not planned');
    await workspace.store.write(async (write) => {
      await write.shipments.move(shipment, 'refused');
      const job = await write.jobs.ofSubject(shipment.id);
      if (job !== undefined) await write.jobs.settle(job);
      await write.orders.move(await order(1), 'ready');
    });
    await price(900);
    await book(1);
    expect(await order(1)).toMatchObject({ freightFen: 930 });
  });
});
