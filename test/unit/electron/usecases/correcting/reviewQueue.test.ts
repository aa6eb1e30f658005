import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptAbove, previewAcceptAbove } from '../../../../../electron/usecases/correcting/acceptAbove.ts';
import {
  keepReceiverDraft,
  readReceiverDraft,
} from '../../../../../electron/usecases/correcting/acceptance.ts';
import {
  acceptTogether,
  readCorrection,
} from '../../../../../electron/usecases/correcting/correctAddresses.ts';
import { putOff, readQueue } from '../../../../../electron/usecases/correcting/reviewQueue.ts';
import { readSteps, undoStep } from '../../../../../electron/usecases/correcting/undo.ts';
import { complaintsOf, receiverOf } from '../../../../../electron/usecases/orders/order.ts';
import type { Party } from '../../../../../shared/domain/party.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { unclearOrder } from '../../../../doubles/workspace/unclearOrder.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const text = '张三 13800138000 广东省深圳市南山区粤海街道科苑路8号';
const receiver: Party = {
  name: '张三',
  phone: '13800138000',
  extension: '',
  province: '广东省',
  city: '深圳市',
  district: '南山区',
  town: '粤海街道',
  detail: '科苑路8号',
};
type Order = ReturnType<typeof unclearOrder>;
const add = (...orders: readonly Order[]) =>
  workspace.store.write((write) => write.orders.insertMany(orders));
const id = (no: number): string => unclearOrder(no, '').id;
const byNo = async (no: number): Promise<Order> => (await workspace.store.read.orders.byId(id(no))) as Order;
const window = { offset: 0, limit: 50 };
const queueIds = async (issue?: string) =>
  (await readQueue(workspace, { issue }, window)).rows.map(({ order }) => order.id);
const together = (no: number, count: number, version = 0) =>
  acceptTogether(workspace, { orderId: id(no), version, receiver, together: count });

describe('the review queue', () => {
  it('shows the worst first, one line an address, and counts orders and entries apart', async () => {
    await add(
      unclearOrder(1, text, { confidence: 0.6 }),
      unclearOrder(2, text, { confidence: 0.2 }),
      unclearOrder(3, text, { confidence: 0.4, addressKey: 'same' }),
      unclearOrder(4, text, { confidence: 0.4, addressKey: 'same', errorCode: 'ADDRESS_NAME_MISSING' }),
      unclearOrder(5, text, { state: 'ready' }),
    );
    expect(await readQueue(workspace, {}, window)).toMatchObject({
      orders: 4,
      entries: 3,
      rows: [{ order: { id: id(2) } }, { order: { id: id(3) }, orders: 2 }, { order: { id: id(1) } }],
    });
    expect(await queueIds('ADDRESS_NAME_MISSING')).toEqual([id(4)]);
    expect(await workspace.store.read.review.issues()).toEqual(
      expect.arrayContaining([
        { issue: 'ADDRESS_NAME_MISSING', total: 1 },
        { issue: 'ADDRESS_UNCERTAIN', total: 3 },
      ]),
    );
  });

  it('puts an address off behind all others, and back', async () => {
    await add(unclearOrder(1, text, { confidence: 0.1 }), unclearOrder(2, text, { confidence: 0.5 }));
    expect(await putOff(workspace, id(1), 'end')).toMatchObject({ ok: true });
    expect(await queueIds()).toEqual([id(2), id(1)]);
    await putOff(workspace, id(2), 'end');
    expect(await queueIds()).toEqual([id(1), id(2)]);
    await putOff(workspace, id(2), 'first');
    expect(await queueIds()).toEqual([id(2), id(1)]);
    expect((await byNo(1)).version).toBe(0);
  });
});

describe('one decision for an address', () => {
  const same = { addressKey: 'same' };

  it('sends all of them on and is undone as one', async () => {
    await add(unclearOrder(1, text, same), unclearOrder(2, text, same), unclearOrder(3, text));
    const item = await readCorrection(workspace, id(2));
    expect(item.ok && item.value.together.map((order) => order.id)).toEqual([id(2), id(1)]);
    const accepted = await together(2, 2);
    expect(accepted).toMatchObject({ ok: true, value: { accepted: 2, waiting: 0 } });
    expect(await queueIds()).toEqual([id(3)]);
    expect(receiverOf(await byNo(1))).toEqual(receiver);
    const [step] = await readSteps(workspace, 5);
    expect(step).toMatchObject({ orders: 2 });
    expect(await undoStep(workspace, step?.stepId ?? '')).toMatchObject({ undone: 2, kept: 0 });
    expect((await queueIds()).length).toBe(2);
    expect(await readSteps(workspace, 5)).toEqual([]);
  });

  it('is refused when more orders wait than were shown, and for one alone takes one', async () => {
    await add(unclearOrder(1, text, same), unclearOrder(2, text, same), unclearOrder(3, text, same));
    expect(await together(1, 2)).toMatchObject({ code: 'ORDER_CHANGED_MEANWHILE' });
    expect(await together(1, 1)).toMatchObject({ value: { accepted: 1 } });
    expect((await byNo(2)).state).toBe('needs-review');
  });

  it('leaves with a person what else is wrong with an order nobody looked at', async () => {
    const odd = JSON.stringify([
      { code: 'ADDRESS_UNCERTAIN', field: 'address' },
      { code: 'IMPORT_QUANTITY_INVALID', field: 'quantity' },
    ]);
    await add(unclearOrder(1, text, same), unclearOrder(2, text, { ...same, complaintsJson: odd }));
    expect(await together(1, 2)).toMatchObject({ value: { accepted: 2, waiting: 1 } });
    const second = await byNo(2);
    expect(second.state).toBe('needs-review');
    expect(complaintsOf(second).map(({ code }) => code)).toEqual(['IMPORT_QUANTITY_INVALID']);
    expect(receiverOf(second)).toEqual(receiver);
  });

  it('is not undone where a waybill was booked or the receiver changed since', async () => {
    await add(unclearOrder(1, text, same), unclearOrder(2, text, same));
    await together(1, 2);
    const booked = await byNo(1);
    await workspace.store.write((write) => write.orders.move(booked, 'booking'));
    const [step] = await readSteps(workspace, 1);
    expect(await undoStep(workspace, step?.stepId ?? '')).toMatchObject({ undone: 1, kept: 1 });
    expect((await byNo(1)).state).toBe('booking');
  });

  it('forgets what was typed once it is accepted, and keeps it until then through a restart', async () => {
    await add(unclearOrder(1, text));
    await keepReceiverDraft(workspace, id(1), receiver);
    workspace = await workspace.reopen();
    expect(await readReceiverDraft(workspace, id(1))).toEqual(receiver);
    await together(1, 1);
    expect(await readReceiverDraft(workspace, id(1))).toBeNull();
  });
});

describe('accepting all above a threshold', () => {
  const nobody = () => undefined;
  const request = { minConfidence: 0.7 };

  it('does exactly what its preview said, leaves the rest with the reason, and is undone as one', async () => {
    await add(
      ...Array.from({ length: 300 }, (_, at) => unclearOrder(at + 1, text.replace('8号', `${at + 1}号`))),
      unclearOrder(401, '李四 13900139000 朝阳区建设路8号'),
      unclearOrder(402, '李四 139****9000 广东省深圳市南山区科苑路9号'),
      unclearOrder(403, '广东省深圳市南山区科苑路9号'),
      unclearOrder(404, text, { complaintsJson: '[{"code":"IMPORT_QUANTITY_INVALID","field":"quantity"}]' }),
    );
    const preview = await previewAcceptAbove(workspace, request, nobody);
    expect(preview).toMatchObject({ accepted: 300, staying: 4 });
    expect(preview?.changes.reduce((sum, { samples }) => sum + samples.length, 0)).toBeGreaterThan(0);
    expect(preview?.stays.map(({ kind }) => kind).sort()).toEqual(
      ['incomplete', 'incomplete', 'masked', 'other'].filter((kind, at, all) => all.indexOf(kind) === at),
    );
    await add(unclearOrder(500, text));
    const untilId = preview?.untilId ?? '';
    const done: number[] = [];
    const result = await acceptAbove(workspace, { ...request, untilId }, ({ accepted }) =>
      done.push(accepted),
    );
    expect(result).toMatchObject({ accepted: 300, isCancelled: false });
    expect(done.length).toBeGreaterThan(1);
    expect((await readQueue(workspace, {}, window)).orders).toBe(5);
    expect(receiverOf(await byNo(7))).toEqual({ ...receiver, detail: '科苑路7号' });
    expect(await undoStep(workspace, result.stepId)).toMatchObject({ undone: 300, kept: 0 });
    expect((await readQueue(workspace, {}, window)).orders).toBe(305);
  });

  it('stops when told to; what was accepted by then stays and can be undone', async () => {
    await add(...Array.from({ length: 600 }, (_, at) => unclearOrder(at + 1, text)));
    const stop = new AbortController();
    const all = { ...request, untilId: '~' };
    const result = await acceptAbove(workspace, all, () => stop.abort(), stop.signal);
    expect(result).toMatchObject({ accepted: 250, isCancelled: true });
    expect(await undoStep(workspace, result.stepId)).toMatchObject({ undone: 250 });
  });
});
