import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endWaits } from '../../../../../electron/usecases/orders/endWaits.ts';
import type { OrderComplaint } from '../../../../../shared/domain/order.ts';
import { dayMs, shopDate, startOfShopDay } from '../../../../../shared/rules/shopTime.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const now = () => workspace.clock.now();
const waitsUntil = (date: string): OrderComplaint => ({
  code: 'IMPORT_SHIP_LATER',
  field: 'sellerRemark',
  params: { date },
});
const other: OrderComplaint = { code: 'IMPORT_NOTE_READDRESSES', field: 'buyerRemark', params: {} };

async function add(place: number, ...complaints: readonly OrderComplaint[]): Promise<void> {
  const order = sampleOrder(place, {
    state: 'needs-review',
    complaintsJson: JSON.stringify(complaints),
    errorCode: complaints[0]?.code ?? '',
  });
  await workspace.store.write((write) => write.orders.insertMany([order]));
}
const order = (place: number) => workspace.store.read.orders.byId(sampleOrder(place).id);

describe('orders that wait for a day', () => {
  it('become ready when it comes, and not before', async () => {
    const day = startOfShopDay(now()) + 2 * dayMs;
    await add(1, waitsUntil(shopDate(day)));
    expect(await endWaits(workspace)).toBe(0);
    expect(await order(1)).toMatchObject({ state: 'needs-review' });

    await workspace.clock.advance(day - now());
    expect(await endWaits(workspace)).toBe(1);
    expect(await order(1)).toMatchObject({ state: 'ready', complaintsJson: '[]', errorCode: '' });
    const lines = await workspace.store.read.history.ofOrder(sampleOrder(1).id);
    expect(lines.map(({ kind, operator }) => ({ kind, operator }))).toContainEqual({
      kind: 'day-came',
      operator: '',
    });
    expect(await endWaits(workspace)).toBe(0);
  });

  it('still ask what else was asked about them', async () => {
    await add(1, waitsUntil(shopDate(now())), other);
    expect(await endWaits(workspace)).toBe(0);
    expect(await order(1)).toMatchObject({ state: 'needs-review', errorCode: other.code });
  });

  it('wait for the later of two days', async () => {
    await add(1, waitsUntil(shopDate(now())), waitsUntil(shopDate(now() + 3 * dayMs)));
    await endWaits(workspace);
    expect(await order(1)).toMatchObject({ state: 'needs-review', errorCode: 'IMPORT_SHIP_LATER' });
    await workspace.clock.advance(3 * dayMs);
    expect(await endWaits(workspace)).toBe(1);
  });
});
