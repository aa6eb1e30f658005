import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeHandover } from '../../../../../../electron/usecases/packing/handover/close.ts';
import {
  listLatePickups,
  listStayed,
  listUnsigned,
  readLate,
} from '../../../../../../electron/usecases/packing/handover/late.ts';
import { beginHandover } from '../../../../../../electron/usecases/packing/handover/lists.ts';
import { scanOut } from '../../../../../../electron/usecases/packing/handover/scanOut.ts';
import { dayMs, hourMs, startOfShopDay } from '../../../../../../shared/rules/shopTime.ts';
import { commandNamed, runCommand } from '../../../../../doubles/program/runCommand.ts';
import { type BenchDesk, of, openBenchDesk } from '../../../../../doubles/workspace/benchDesk.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

let desk: BenchDesk;
beforeEach(async () => {
  desk = await openBenchDesk([{}, {}, {}]);
  await desk.rules({ checksItems: false, scansLabel: false });
});
afterEach(() => desk.workspace.close());

const window = { offset: 0, limit: 9 };
const late = () => readLate(desk.workspace);
const clock = () => desk.workspace.clock;
const toHour = async (hour: number, day = 0) => {
  const at = startOfShopDay(clock().now()) + day * dayMs + hour * hourMs;
  await clock().advance(at - clock().now());
};
const pack = async (...nos: number[]) => {
  await desk.book(...nos);
  for (const no of nos) await desk.scan(sampleOrder(no).orderNo);
  await desk.print();
  await clock().advance(1_000);
};
const putOut = async (no: number) => {
  const { handoverId } = of(await beginHandover(desk.workspace, { carrier: 'SF' }));
  of(await scanOut(desk.workspace, { handoverId, code: (await desk.order(no)).waybillNo }));
  return handoverId;
};
const sign = async (handoverId: string) =>
  of(await closeHandover(desk.workspace, { handoverId, version: 0, courier: '' }));

describe('a parcel is left behind', () => {
  it('when its courier has signed a list since it was packed, and it is on none', async () => {
    await pack(1, 2);
    expect(await late()).toMatchObject({ stayed: 0 });
    const list = await putOut(1);
    expect(await late()).toMatchObject({ stayed: 0 });
    await sign(list);
    expect(await late()).toMatchObject({ stayed: 1 });
    const { total, rows } = await listStayed(desk.workspace, window);
    expect([total, rows]).toMatchObject([1, [{ orderNo: sampleOrder(2).orderNo, carrier: 'SF' }]]);
    // Packed after he had gone: it waits for the next one.
    await pack(3);
    expect(await late()).toMatchObject({ stayed: 1 });
    await putOut(2);
    expect(await late()).toMatchObject({ stayed: 0 });
  });
});

describe('a parcel that was refunded once it was packed', () => {
  it('is kept back on purpose: nobody is told to give it to the courier', async () => {
    await pack(1, 2);
    await sign(await putOut(1));
    const { id } = await desk.order(2);
    await desk.workspace.store.write((write) => write.orders.show(id, { alarm: 'refund' }));
    expect(await late()).toMatchObject({ stayed: 0 });
    expect(await listStayed(desk.workspace, window)).toMatchObject({ total: 0, rows: [] });
  });
});

describe('a list is not signed', () => {
  it('once the cut-off of its day is over; an empty one is nobody’s business', async () => {
    await toHour(10, 1);
    await desk.workspace.store.write((write) => write.settings.put('cutOffHour', 18));
    await pack(1);
    const { handoverId } = of(await beginHandover(desk.workspace, { carrier: 'SF' }));
    await toHour(17);
    expect(await late()).toMatchObject({ unsigned: 0 });
    await toHour(18);
    expect(await late()).toMatchObject({ unsigned: 0 });
    await putOut(1);
    expect(await late()).toMatchObject({ unsigned: 1 });
    expect(await listUnsigned(desk.workspace, window)).toMatchObject({
      total: 1,
      rows: [{ handoverId, parcels: 1 }],
    });
    await sign(handoverId);
    expect(await late()).toMatchObject({ unsigned: 0 });
  });

  it('where there is no cut-off, once its day is over', async () => {
    await pack(1);
    await putOut(1);
    await toHour(23.9);
    expect(await late()).toMatchObject({ unsigned: 0 });
    await toHour(0, 1);
    expect(await late()).toMatchObject({ unsigned: 1 });
  });
});

describe('a courier did not come', () => {
  it('when the agreed time is over and the order lies here still', async () => {
    await pack(1);
    const { id: orderId, orderNo } = await desk.order(1);
    const now = clock().now();
    await desk.workspace.store.write((write) =>
      write.pickups.insert({
        id: 'pickup-1',
        orderId,
        orderNo,
        accountId: 'account-1',
        platform: 'practice',
        carrier: 'SF',
        orderCode: 'P1',
        kind: 'appointment',
        state: 'placed',
        version: 0,
        requestJson: '{}',
        startAt: now,
        endAt: now + hourMs,
        waybillNo: '',
        platformRef: '',
        rawState: '',
        costFen: null,
        errorCode: '',
        errorParamsJson: '{}',
        createdAt: now,
        updatedAt: now,
        claimedBy: '',
      }),
    );
    expect(await late()).toMatchObject({ pickups: 0 });
    await clock().advance(hourMs + 1);
    expect(await late()).toMatchObject({ pickups: 1 });
    expect(await listLatePickups(desk.workspace, window)).toMatchObject({ total: 1, rows: [{ orderNo }] });
    const told = of(await runCommand(desk.workspace, commandNamed('handover late'), []));
    expect(told).toMatchObject({ exitCode: 3, json: { pickups: [{ orderNo }], stayed: [], unsigned: [] } });
    await sign(await putOut(1));
    expect(await late()).toMatchObject({ pickups: 0 });
  });
});
