import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account, Order } from '../../../../../electron/store/schema.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { giveBackUnsent } from '../../../../../electron/usecases/booking/givingBack/giveBack.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { didNotHappen, unknownOutcome } from '../../../../../shared/errors/outcome.ts';
import { type ScriptedPlatform, scriptedPlatform } from '../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let platform: ScriptedPlatform;
let account: Account;

beforeEach(async () => {
  platform = scriptedPlatform();
  workspace = await openTestWorkspace({ platforms: [platform] });
  account = await testAccount(workspace, { platform: 'scripted' });
});
afterEach(() => workspace.close());

async function add(...orders: Order[]): Promise<string[]> {
  await workspace.store.write((write) => write.orders.insertMany(orders));
  return orders.map(({ id }) => id);
}

const plan = (orderIds: readonly string[], carrier = '', accountId = account.id) =>
  planBookings(workspace, { orderIds, accountId, carrier, printerUri: null });

async function workDue() {
  const now = workspace.clock.now();
  const jobs = await workspace.store.write((write) => write.jobs.claim(['book', 'find'], 100, now));
  for (const job of jobs) await bookShipment(workspace, job);
}

const requestOf = async (id: string) =>
  JSON.parse((await workspace.store.read.shipments.ofOrder(id)).at(-1)?.requestJson ?? '{}');

/** Each look at the clock is 20 ms later. `onTurn`: with each transaction. */
const slowly = (onTurn: () => void): TestWorkspace =>
  Object.create(workspace, {
    clock: {
      value: {
        ...workspace.clock,
        now: (
          (at) => () =>
            (at += 20)
        )(workspace.clock.now()),
      },
    },
    store: {
      value: {
        ...workspace.store,
        write: (...asked: Parameters<TestWorkspace['store']['write']>) => {
          onTurn();
          return workspace.store.write(...asked);
        },
      },
    },
  });

describe('planning bookings', () => {
  it('writes order, shipment and job together, and nothing leaves the machine', async () => {
    const ids = await add(sampleOrder(1), sampleOrder(2));
    expect(await plan(ids)).toEqual({ ok: true, value: { planned: 2, refused: [] } });
    for (const id of ids) {
      expect(await workspace.store.read.orders.byId(id)).toMatchObject({
        state: 'booking',
        shipmentState: 'planned',
      });
      const [shipment] = await workspace.store.read.shipments.ofOrder(id);
      expect(await workspace.store.read.jobs.ofSubject(shipment?.id ?? '')).toMatchObject({ kind: 'book' });
    }
    expect(platform.calls).toEqual([]);
  });

  it('plans an order once, however often it is asked for', async () => {
    const [id = ''] = await add(sampleOrder(1));
    expect(await plan([id, id])).toMatchObject({ value: { planned: 1, refused: [] } });
    expect(await plan([id])).toMatchObject({
      value: { planned: 0, refused: [{ failure: { code: 'ORDER_STATE_REFUSES' } }] },
    });
    expect(await plan(['nobody'])).toMatchObject({ value: { planned: 0, refused: [] } });
    expect(await workspace.store.read.shipments.ofOrder(id)).toHaveLength(1);
  });

  it('plans no more once somebody stops it, and leaves the rest as it is', async () => {
    const ids = await add(sampleOrder(1), sampleOrder(2), sampleOrder(3));
    const stopping = new AbortController();
    const asked = { orderIds: ids, accountId: account.id, carrier: '', printerUri: null };
    const slow = slowly(() => stopping.abort());
    expect(await planBookings(slow, { ...asked, stopping: stopping.signal })).toMatchObject({
      value: { planned: 1 },
    });
    const orders = await Promise.all(ids.map((id) => workspace.store.read.orders.byId(id)));
    expect(orders.map((order) => order?.state)).toEqual(['booking', 'ready', 'ready']);
  });

  it('holds nobody up for longer than it takes to plan a few, and counts on through all of them', async () => {
    const ids = await add(...Array.from({ length: 7 }, (_, index) => sampleOrder(index + 1)));
    let turns = 0;
    const slow = slowly(() => {
      turns++;
    });
    const asked = { orderIds: [...ids].reverse(), accountId: account.id, carrier: '', printerUri: null };
    expect(await planBookings(slow, asked)).toMatchObject({ value: { planned: 7, refused: [] } });
    expect(turns).toBe(7);
    const places = [];
    for (const id of [...ids].reverse()) {
      const [shipment] = await workspace.store.read.shipments.ofOrder(id);
      places.push(`${shipment?.serialNo} of ${shipment?.serialTotal}`);
    }
    expect(places).toEqual([1, 2, 3, 4, 5, 6, 7].map((no) => `${no} of 7`));
  });

  it('reads a carrier as people write it', async () => {
    const ids = await add(
      sampleOrder(1, { carrier: '顺丰' }),
      sampleOrder(2, { carrier: 'yto' }),
      sampleOrder(3, { carrier: '中通快递有限公司' }),
      sampleOrder(4, { carrier: 'newcarrier' }),
      sampleOrder(5),
    );
    await plan(ids);
    const carriers = [];
    for (const id of ids) carriers.push((await requestOf(id)).carrier);
    expect(carriers).toEqual(['SF', 'YTO', 'ZTO', 'NEWCARRIER', 'ZTO']);
  });

  it('gives two orders with the same content two codes', async () => {
    const ids = await add(
      sampleOrder(1, { orderKey: '甲1', orderNo: '甲1' }),
      sampleOrder(2, { orderKey: '乙1', orderNo: '乙1' }),
      sampleOrder(3, { orderKey: '1 @ A', orderNo: '1', shop: 'A' }),
      sampleOrder(4, { orderKey: '1 @ B', orderNo: '1', shop: 'B' }),
    );
    expect(await plan(ids)).toMatchObject({ value: { planned: 4 } });
    const codes = [];
    for (const id of ids) codes.push((await requestOf(id)).orderCode);
    expect(new Set(codes).size).toBe(4);
  });

  it('uses the same code for the same order in a new workspace', async () => {
    const order = sampleOrder(1, { orderKey: 'A-1', orderNo: 'A-1' });
    const [id = ''] = await add(order);
    await plan([id]);
    const code = (await requestOf(id)).orderCode;
    const other = await openTestWorkspace({ platforms: [platform], seed: 9 });
    const otherAccount = await testAccount(other, { platform: 'scripted' });
    await other.store.write((write) => write.orders.insertMany([{ ...order, id: 'other-id' }]));
    await planBookings(other, {
      orderIds: ['other-id'],
      accountId: otherAccount.id,
      carrier: '',
      printerUri: null,
    });
    expect((await other.store.read.shipments.ofOrder('other-id'))[0]?.orderCode).toBe(code);
    await other.close();
  });

  it('keeps the code of a refused order and sends what it says today', async () => {
    const [id = ''] = await add(sampleOrder(1));
    await plan([id]);
    platform.next.push(didNotHappen('CARRIER_FIELD', { reason: '电话' }));
    await workDue();
    const before = await requestOf(id);
    const refused = await workspace.store.read.orders.byId(id);
    await workspace.store.write((write) =>
      write.orders.move(refused as Order, 'ready', { receiverPhone: '13900139000' }),
    );
    await plan([id]);
    const after = await requestOf(id);
    expect(after.orderCode).toBe(before.orderCode);
    expect(after.receiver.phone).toBe('13900139000');
    expect(await workspace.store.read.shipments.ofOrder(id)).toHaveLength(1);
    expect(await workspace.store.read.orders.byId(id)).toMatchObject({
      complaintsJson: '[]',
      errorCode: '',
    });
  });

  it('books an order whose name or address the label cannot draw whole, and keeps it as it was written', async () => {
    const ids = await add(
      sampleOrder(1, { receiverName: '\u{1F600}小明' }),
      sampleOrder(2, { detail: '样板路\u{1F3E0}号' }),
      sampleOrder(3, {
        sellerRemark: '谢谢\u{1F60A}\u{1F60A}',
        itemsJson: '[{"name":"\u{1F375}绿茶","sku":"","skuCode":"","quantity":1}]',
      }),
      sampleOrder(4, { receiverName: '𠮷田', detail: '𡋾口村1号' }),
    );
    const planned = await plan(ids);
    expect(planned).toMatchObject({
      value: {
        planned: 4,
        refused: [],
      },
    });
    expect(await workspace.store.read.orders.byId(ids[0] ?? '')).toMatchObject({
      state: 'booking',
      receiverName: '\u{1F600}小明',
    });
    expect((await requestOf(ids[3] ?? '')).receiver.name).toBe('𠮷田');
    expect(await workspace.store.read.orders.byId(ids[2] ?? '')).toMatchObject({ state: 'booking' });
  });

  it('refuses to plan without a sender or for an account nobody knows', async () => {
    const ids = await add(sampleOrder(1));
    expect(await plan(ids, '', 'nobody')).toMatchObject({ ok: false, code: 'ACCOUNT_GONE' });
    await workspace.store.write((write) => write.settings.put('sender', null));
    expect(await plan(ids)).toMatchObject({ ok: false, code: 'SENDER_MISSING' });
  });
});

describe('giving orders to the backup account', () => {
  it('takes what was refused or still waits, and leaves what is unsure', async () => {
    const ids = await add(sampleOrder(1), sampleOrder(2), sampleOrder(3));
    await plan(ids);
    platform.next.push(
      didNotHappen('CARRIER_REFUSED', { reason: 'x' }),
      unknownOutcome('NETWORK_TIMEOUT', { host: 'h' }),
      didNotHappen('NETWORK_REFUSED', { host: 'h' }),
    );
    await workDue();
    expect(await giveBackUnsent(workspace, ids, account.id)).toBe(2);
    const states = [];
    for (const id of ids) states.push((await workspace.store.read.orders.byId(id))?.state);
    expect(states).toEqual(['ready', 'booking', 'ready']);
    const backup = await testAccount(workspace, { platform: 'scripted', name: 'backup' });
    expect(await plan(ids, '', backup.id)).toMatchObject({ value: { planned: 2 } });
  });

  it('neither takes an order from another account nor releases one that is held back', async () => {
    const [id = ''] = await add(sampleOrder(1));
    await plan([id]);
    platform.next.push(didNotHappen('CARRIER_REFUSED', { reason: 'x' }));
    await workDue();
    await giveBackUnsent(workspace, [id], account.id);
    const backup = await testAccount(workspace, { platform: 'scripted', name: 'backup' });
    await plan([id], '', backup.id);
    expect(await giveBackUnsent(workspace, [id], account.id)).toBe(0);
    expect(await workspace.store.read.orders.byId(id)).toMatchObject({ state: 'booking' });
    await giveBackUnsent(workspace, [id], backup.id);
    const ready = await workspace.store.read.orders.byId(id);
    await workspace.store.write((write) => write.orders.move(ready as Order, 'held'));
    expect(await giveBackUnsent(workspace, [id], backup.id)).toBe(0);
    expect(await workspace.store.read.orders.byId(id)).toMatchObject({ state: 'held' });
  });
});
