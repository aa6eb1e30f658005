import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptTogether } from '../../../../../electron/usecases/correcting/correctAddresses.ts';
import { forgetLearned, readLearned } from '../../../../../electron/usecases/correcting/memory.ts';
import { readSteps, undoStep } from '../../../../../electron/usecases/correcting/undo.ts';
import { importOrders } from '../../../../../electron/usecases/intake/importOrders.ts';
import { complaintsOf, receiverOf } from '../../../../../electron/usecases/orders/order.ts';
import type { Party } from '../../../../../shared/domain/party.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

/** One line a receiver, as the shop writes it. */
async function take(receivers: Readonly<Record<string, string>>) {
  const path = join(workspace.folder, 'in.csv');
  const rows = Object.entries(receivers).map(([orderNo, text]) => `${orderNo},"${text}",样品,1`);
  writeFileSync(path, ['订单号,收件信息,商品名称,数量', ...rows].join('\n'));
  const report = await importOrders(workspace, { path, minConfidence: 0.7, isDryRun: false });
  if (!report.ok) throw new Error(report.code);
  return report.value;
}

async function order(orderNo: string) {
  const found = await workspace.store.read.orders.byOrderNo(orderNo);
  if (found === undefined) throw new Error(`${orderNo} is not there`);
  return found;
}

async function accept(orderNo: string, change: Partial<Party>): Promise<Party> {
  const { id: orderId, version, ...row } = await order(orderNo);
  const receiver = { ...receiverOf({ id: orderId, version, ...row }), ...change };
  const accepted = await acceptTogether(workspace, { together: 1, orderId, version, receiver });
  if (!accepted.ok) throw new Error(accepted.code);
  return receiver;
}

/** Two cities have this district, and nothing else says which. */
const text = '林小满 13912345678 鼓楼区样板路8号2栋301室';
const region = { province: '江苏省', city: '南京市', district: '鼓楼区', detail: '样板路8号2栋301室' };
const first = 'TB2026000000000001';
const second = 'TB2026000000000002';
const third = 'TB2026000000000003';

describe('an import after a person settled a text', () => {
  it('takes the same text as it was settled, and shows in the history where that came from', async () => {
    await take({ [first]: text });
    expect((await order(first)).state).toBe('needs-review');
    const receiver = await accept(first, region);
    const coming = { [second]: text, [third]: '何田田 13700001111 鼓楼区样板路9号' };
    expect(await take(coming)).toMatchObject({ imported: 2, fromMemory: 1, needsReview: 1 });
    expect(await order(second)).toMatchObject({ state: 'ready', complaintsJson: '[]', errorCode: '' });
    expect(receiverOf(await order(second))).toEqual(receiver);
    const history = await workspace.store.read.history.ofOrder((await order(second)).id);
    expect(history.map(({ kind }) => kind)).toContain('taken-from-memory');
    expect((await order(third)).state).toBe('needs-review');
    expect((await readLearned(workspace, { offset: 0, limit: 9 })).rows).toMatchObject([{ usedCount: 1 }]);
  });

  it('asks again when two persons took the text for two receivers', async () => {
    await take({ [first]: text, [second]: text });
    await accept(first, region);
    await accept(second, { ...region, province: '福建省', city: '福州市' });
    await take({ [third]: text });
    expect((await order(third)).state).toBe('needs-review');
  });

  it('asks again when the text does not say whose it is', async () => {
    const nobody = '鼓楼区样板路8号2栋301室';
    await take({ [first]: nobody });
    await accept(first, { ...region, name: '林小满', phone: '13912345678' });
    await take({ [second]: nobody });
    expect((await order(second)).state).toBe('needs-review');
  });

  it('sends what it took back to a person when the acceptance is undone', async () => {
    await take({ [first]: text });
    const before = await order(first);
    await accept(first, region);
    await take({ [second]: text });
    const [step] = await readSteps(workspace, 1);
    expect(await undoStep(workspace, step?.stepId ?? '')).toMatchObject({ undone: 1 });
    const back = await order(second);
    expect(back.state).toBe('needs-review');
    expect(receiverOf(back)).toEqual(receiverOf(before));
    expect(complaintsOf(back)).toEqual(complaintsOf(before));
    await take({ [third]: text });
    expect((await order(third)).state).toBe('needs-review');
  });

  it('leaves an order alone that a person confirmed after it was taken', async () => {
    await take({ [first]: text });
    await accept(first, region);
    await take({ [second]: text });
    await workspace.clock.advance(1_000);
    const receiver = await accept(second, { detail: '样板路8号3栋' });
    const [learned] = (await readLearned(workspace, { offset: 0, limit: 9 })).rows;
    await forgetLearned(workspace, learned?.id ?? '');
    expect((await order(second)).state).toBe('ready');
    expect(receiverOf(await order(second))).toEqual(receiver);
  });

  it('takes nothing once it is forgotten', async () => {
    await take({ [first]: text });
    await accept(first, region);
    const [learned] = (await readLearned(workspace, { offset: 0, limit: 9 })).rows;
    await forgetLearned(workspace, learned?.id ?? '');
    await take({ [second]: text });
    expect((await order(second)).state).toBe('needs-review');
  });

  it('asks again when the person who settled the text changes the order once more', async () => {
    await take({ [first]: text });
    await accept(first, { ...region, detail: '样板路8号2栋302室' });
    const mended = await accept(first, region);
    expect((await readLearned(workspace, { offset: 0, limit: 9 })).rows).toMatchObject([
      { receiver: mended },
    ]);
    await take({ [second]: text });
    expect((await order(second)).state).toBe('needs-review');
  });

  it('asks again when an order it filled is changed by a person', async () => {
    await take({ [first]: text });
    await accept(first, region);
    await take({ [second]: text });
    await accept(second, { detail: '样板路8号2栋303室' });
    await take({ [third]: text });
    expect((await order(third)).state).toBe('needs-review');
    expect((await order(first)).state).toBe('ready');
  });

  it('goes on when an order it filled is confirmed as it is', async () => {
    await take({ [first]: text });
    await accept(first, region);
    await take({ [second]: text });
    await accept(second, {});
    await take({ [third]: text });
    expect((await order(third)).state).toBe('ready');
  });
});
