import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account, Order } from '../../../../../electron/store/schema.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { undoStep } from '../../../../../electron/usecases/correcting/undo.ts';
import { releaseOrder } from '../../../../../electron/usecases/orders/edit.ts';
import { editOrders } from '../../../../../electron/usecases/orders/editOrders.ts';
import { complaintsOf, itemsOf, receiverOf } from '../../../../../electron/usecases/orders/order.ts';
import { didNotHappen, done, failure, unknownOutcome } from '../../../../../shared/errors/outcome.ts';
import { type ScriptedPlatform, scriptedPlatform } from '../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let platform: ScriptedPlatform;
let isHeavyRefused = false;
let account: Account;
const ids = Array.from({ length: 4 }, (_, no) => sampleOrder(no).id);

beforeEach(async () => {
  isHeavyRefused = false;
  platform = {
    ...scriptedPlatform(),
    check: (request) => (isHeavyRefused ? failure('CARRIER_REFUSED', { reason: '太重' }) : done(request)),
  };
  workspace = await openTestWorkspace({ platforms: [platform] });
  account = await testAccount(workspace, { platform: 'scripted', name: '主账号' });
});
afterEach(() => workspace.close());

async function add(change: Partial<Order> = {}, count = 1): Promise<void> {
  const orders = Array.from({ length: count }, (_, no) => sampleOrder(no, change));
  await workspace.store.write((write) => write.orders.insertMany(orders));
}
const order = async (no = 0) => (await workspace.store.read.orders.byId(sampleOrder(no).id)) as Order;
const shipments = (no = 0) => workspace.store.read.shipments.ofOrder(sampleOrder(no).id);
const edit = (changes: Record<string, string>, chosen: readonly string[] = ids.slice(0, 1)) =>
  editOrders(
    workspace,
    chosen.map((orderId) => ({ orderId, version: null })),
    changes,
  );
const plan = (orderIds: readonly string[] = ids.slice(0, 1)) =>
  planBookings(workspace, { orderIds, accountId: account.id, carrier: 'ZTO', printerUri: 'virtual:' });

async function workSome(limit = 9): Promise<void> {
  await workspace.clock.advance(60_000);
  const now = workspace.clock.now();
  const claimed = await workspace.store.write((write) => write.jobs.claim(['book', 'find'], limit, now));
  for (const job of claimed) await bookShipment(workspace, job);
}

const twoGoods = {
  itemsJson: JSON.stringify([
    { name: '茶叶', sku: '红色', skuCode: 'T-1', quantity: 1 },
    { name: '红枣', sku: '', skuCode: 'D-9', quantity: 2 },
  ]),
  goodsText: '茶叶 红色×1; 红枣×2',
  quantity: 3,
};

describe('editing an order that has not left', () => {
  it('takes the names of the JSON, dotted and short ones, and amounts and weights as people write them', async () => {
    await add(twoGoods);
    const changes = {
      'receiver.detail': '文三路 9 号',
      phone: '139 0013 ９000',
      weight: '1.2kg',
      boxes: '2',
      cod: '12.30',
      insuredValueFen: '50000',
      remark: '轻放',
      buyerRemark: '',
      carrier: '顺丰',
      'items.1.quantity': '5',
    };
    expect(await edit(changes)).toMatchObject({ ok: true, value: { editedIds: [ids[0]], queuedAgain: 0 } });
    expect(await order()).toMatchObject({
      state: 'ready',
      detail: '文三路 9 号',
      receiverPhone: '13900139000',
      receiverPhoneTail: '9000',
      weightGrams: 1200,
      parcelCount: 2,
      codFen: 1230,
      insuredFen: 50_000,
      sellerRemark: '轻放',
      carrier: 'SF',
      goodsText: '茶叶 红色×1; 红枣×5',
      quantity: 6,
    });
  });

  it('takes a virtual number as lists show it, and a landline as it is', async () => {
    await add({ receiverPhone: '18400000001', receiverExtension: '1234' });
    await edit({ phone: '18400000002-5678' });
    expect(receiverOf(await order())).toMatchObject({ phone: '18400000002', extension: '5678' });
    await edit({ phone: '18400000003转99' });
    expect(receiverOf(await order())).toMatchObject({ phone: '18400000003', extension: '99' });
    await edit({ phone: '0571-88886666' });
    expect(receiverOf(await order())).toMatchObject({ phone: '0571-88886666' });
  });

  it('keeps the codes of goods that read as before, whichever way they are parted', async () => {
    await add(twoGoods);
    await edit({ goods: '茶叶 红色×4; 杯子' });
    expect(itemsOf(await order())).toEqual([
      { name: '茶叶', sku: '红色', skuCode: 'T-1', quantity: 4 },
      { name: '杯子', sku: '', skuCode: '', quantity: 1 },
    ]);
    await edit({ goods: '礼盒;大×2\n' });
    expect(itemsOf(await order())).toEqual([{ name: '礼盒;大', sku: '', skuCode: '', quantity: 2 }]);
  });

  it.each([
    [{ weight: '很重' }, 'ORDER_FIELD_UNREADABLE'],
    [{ boxes: '0' }, 'ORDER_FIELD_UNREADABLE'],
    [{ cod: '-3' }, 'ORDER_FIELD_UNREADABLE'],
    [{ carrier: '没有这家' }, 'ORDER_FIELD_UNREADABLE'],
    [{ goods: ' ' }, 'ORDER_FIELD_UNREADABLE'],
    [{ 'items.7.quantity': '1' }, 'ORDER_FIELD_UNREADABLE'],
    [{ 'receiver.colour': 'red' }, 'ORDER_FIELD_UNKNOWN'],
    [{ constructor: 'x' }, 'ORDER_FIELD_UNKNOWN'],
  ])('changes nothing when %j cannot be read', async (wrong, code) => {
    await add();
    expect(await edit({ remark: '轻放', ...wrong })).toMatchObject({ ok: false, code });
    expect(await order()).toEqual(sampleOrder(0));
  });

  it('leaves a doubtful address waiting when only the weight is written', async () => {
    const complaintsJson = '[{"code":"ADDRESS_UNCERTAIN","field":"address"}]';
    await add({ state: 'needs-review', complaintsJson, errorCode: 'ADDRESS_UNCERTAIN' });
    await edit({ weight: '2kg' });
    expect(await order()).toMatchObject({ state: 'needs-review', weightGrams: 2000, complaintsJson });
    await edit({ detail: '文三路 9 号' });
    expect(await order()).toMatchObject({ state: 'ready', complaintsJson: '[]' });
  });

  it('leaves an open refund and a wish to wait open when the receiver is corrected, until a person lets it go', async () => {
    const complaintsJson = JSON.stringify([
      { code: 'ADDRESS_PHONE_INVALID', field: 'phone' },
      { code: 'IMPORT_REFUND_OPEN', field: 'refundStatus' },
      { code: 'IMPORT_BUYER_SAYS_WAIT', field: 'buyerRemark' },
    ]);
    await add({ state: 'needs-review', complaintsJson, errorCode: 'ADDRESS_PHONE_INVALID' });
    await edit({ phone: '13900139000' });
    expect(await order()).toMatchObject({ state: 'needs-review', errorCode: 'IMPORT_REFUND_OPEN' });
    await edit({ buyerRemark: '可以发了' });
    expect(complaintsOf(await order()).map(({ code }) => code)).toEqual(['IMPORT_REFUND_OPEN']);
    const letGo = () => releaseOrder(workspace, { orderId: ids[0] ?? '', version: null, note: '已撤销' });
    expect(await letGo()).toMatchObject({ value: { state: 'ready', complaintsJson: '[]', errorCode: '' } });
    expect(await letGo()).toMatchObject({ code: 'ORDER_STATE_REFUSES' });
  });

  it('lets an order go whose address still has to be corrected: it waits for that alone', async () => {
    const wait = { code: 'IMPORT_PRESALE', field: 'sellerRemark' };
    const wrong = { code: 'ADDRESS_UNCERTAIN', field: 'address' };
    await add({ state: 'needs-review', complaintsJson: JSON.stringify([wait, wrong]) });
    const orderId = ids[0] ?? '';
    await releaseOrder(workspace, { orderId, version: null });
    expect(await order()).toMatchObject({ state: 'needs-review', errorCode: 'ADDRESS_UNCERTAIN' });
    expect(await releaseOrder(workspace, { orderId, version: null })).toMatchObject({
      code: 'ORDER_STATE_REFUSES',
    });
  });

  it('makes a rejected order ready again by the very edit that fixes it', async () => {
    await add();
    platform.next.push(didNotHappen('CARRIER_REFUSED', { reason: '超重' }));
    await plan();
    await workSome();
    expect(await order()).toMatchObject({ state: 'needs-review', shipmentState: 'refused' });
    await edit({ weight: '1kg' });
    expect(await order()).toMatchObject({ state: 'ready', errorCode: '' });
  });
});

describe('editing an order that waits in the queue', () => {
  it('takes it back, changes it and queues it again, although nothing got through so far', async () => {
    await add({}, 2);
    platform.next.push(didNotHappen('NETWORK_DNS', { host: 'h' }));
    await plan(ids.slice(0, 2));
    await workSome(1);
    const [previous] = await shipments();
    expect(previous).toMatchObject({ state: 'planned', attempts: 1 });
    expect(await edit({ 'receiver.detail': '文三路 9 号' })).toMatchObject({ value: { queuedAgain: 1 } });
    const [now, ...more] = await shipments();
    expect(more).toEqual([]);
    expect(now).toMatchObject({
      id: previous?.id,
      state: 'planned',
      accountId: account.id,
      carrier: 'ZTO',
      printerUri: 'virtual:',
      orderCode: previous?.orderCode,
      serialNo: 1,
      serialTotal: 2,
    });
    expect(now?.requestJson).toContain('文三路 9 号');
    expect(await workspace.store.read.jobs.ofSubject(String(now?.id))).toMatchObject({ state: 'waiting' });
    await workSome();
    expect(platform.calls.at(-1)?.request.receiver.detail).toBe('文三路 9 号');
    expect(await order()).toMatchObject({ state: 'booked', detail: '文三路 9 号' });
  });

  it('books with the carrier that the edit names', async () => {
    await add();
    await plan();
    await edit({ carrier: 'SF' });
    expect((await shipments()).at(-1)).toMatchObject({ state: 'planned', carrier: 'SF' });
  });

  it('says what was changed and could not be queued again, and why', async () => {
    await add();
    await plan();
    isHeavyRefused = true;
    expect(await edit({ weight: '99kg' })).toMatchObject({
      value: {
        queuedAgain: 0,
        notQueued: [{ orderNo: sampleOrder(0).orderNo, failure: { code: 'CARRIER_REFUSED' } }],
      },
    });
    expect(await order()).toMatchObject({ state: 'needs-review', weightGrams: 99_000 });
  });

  it('refuses one in the hands of a worker, one without an answer and one with a number', async () => {
    await add({}, 3);
    await plan(ids.slice(0, 3));
    const now = workspace.clock.now();
    const claimed = await workspace.store.write((write) => write.jobs.claim(['book'], 3, now));
    const [before] = await shipments();
    expect(await edit({ remark: '晚了' })).toMatchObject({ ok: false, code: 'ORDER_UNDER_WAY' });
    platform.next.push(unknownOutcome('NETWORK_TIMEOUT'));
    for (const job of claimed.slice(0, 2)) await bookShipment(workspace, job);
    const all = await edit({ remark: '晚了' }, ids.slice(0, 3));
    expect(all).toMatchObject({
      value: {
        editedIds: [],
        refused: [
          { failure: { code: 'ORDER_UNDER_WAY' } },
          { failure: { code: 'ORDER_BOOKED_ALREADY' } },
          { failure: { code: 'ORDER_UNDER_WAY' } },
        ],
      },
    });
    expect((await shipments())[0]?.requestJson).toBe(before?.requestJson);
  });
});

describe('an edit of many orders', () => {
  it('changes what has not left, names the rest, and is taken back as one, in the queue too', async () => {
    await add({}, 4);
    await plan(ids.slice(1, 3));
    const now = workspace.clock.now();
    const [job] = await workspace.store.write((write) => write.jobs.claim(['book'], 1, now));
    if (job === undefined) throw new Error('nothing was queued');
    await bookShipment(workspace, job);
    const edited = await edit({ weight: '3kg', goods: '礼盒×2' }, ids);
    if (!edited.ok) throw new Error(edited.code);
    expect(edited.value).toMatchObject({ queuedAgain: 1, refused: [{ orderId: ids[1] }] });
    expect(edited.value.editedIds).toEqual([ids[0], ids[2], ids[3]]);
    expect(await order(2)).toMatchObject({ state: 'booking', weightGrams: 3000, goodsText: '礼盒×2' });
    await edit({ weight: '4kg' }, [String(ids[3])]);
    expect(await undoStep(workspace, edited.value.stepId)).toMatchObject({ undone: 2, kept: 1 });
    const { weightGrams, goodsText, itemsJson, quantity } = sampleOrder(0);
    expect(await order(0)).toMatchObject({ state: 'ready', weightGrams, goodsText, itemsJson, quantity });
    expect(await order(2)).toMatchObject({ state: 'booking', weightGrams, shipmentState: 'planned' });
    expect((await shipments(2)).at(-1)?.requestJson).toContain(`"weightGrams":${weightGrams}`);
    // Changed since by another edit.
    expect(await order(3)).toMatchObject({ weightGrams: 4000 });
  });
});
