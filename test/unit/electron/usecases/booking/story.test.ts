import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../../../electron/store/schema.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { voidBooking } from '../../../../../electron/usecases/booking/givingBack/void.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { readBookingStory } from '../../../../../electron/usecases/booking/story.ts';
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
const orderId = sampleOrder(1).id;

beforeEach(async () => {
  platform = scriptedPlatform();
  workspace = await openTestWorkspace({ platforms: [platform] });
  account = await testAccount(workspace, { platform: 'scripted', name: '主账号' });
  await workspace.store.write((write) => write.orders.insertMany([sampleOrder(1)]));
});
afterEach(() => workspace.close());

const plan = () =>
  planBookings(workspace, {
    orderIds: [orderId],
    accountId: account.id,
    carrier: 'ZTO',
    printerUri: null,
  });

async function workDue(): Promise<void> {
  const now = workspace.clock.now();
  for (const job of await workspace.store.write((write) => write.jobs.claim(['book', 'find'], 10, now)))
    await bookShipment(workspace, job);
}

const story = () => readBookingStory(workspace, orderId);

describe('the story of an order’s bookings', () => {
  it('is empty for an order that was never sent', async () => {
    expect(await story()).toEqual([]);
  });

  it('tells of an unknown outcome what was sent, when it is asked next and how often it will be asked', async () => {
    await plan();
    platform.next.push(unknownOutcome('NETWORK_TIMEOUT', { host: 'api' }));
    await workDue();
    const [shipment] = await story();
    expect(shipment).toMatchObject({
      state: 'unsure',
      accountName: '主账号',
      errorCode: 'NETWORK_TIMEOUT',
      errorParams: { host: 'api' },
      checksMade: 0,
      waitsForPerson: false,
      calls: [{ interfaceName: 'book', certainty: 'unknown', errorCode: 'NETWORK_TIMEOUT' }],
    });
    expect(shipment?.nextAt).toBeGreaterThan(workspace.clock.now());
    expect(shipment?.checksPlanned).toBeGreaterThanOrEqual(4);
  });

  it('says that a person must decide once every question stayed without an answer', async () => {
    await plan();
    const unknown = unknownOutcome('NETWORK_TIMEOUT', { host: 'api' });
    platform.next.push(...Array.from({ length: 20 }, () => unknown));
    await workDue();
    for (let round = 0; round < 15 && (await story())[0]?.waitsForPerson !== true; round++) {
      const nextAt = (await story())[0]?.nextAt ?? workspace.clock.now();
      await workspace.clock.advance(nextAt - workspace.clock.now());
      await workDue();
    }
    const [shipment] = await story();
    expect(shipment).toMatchObject({ state: 'unsure', waitsForPerson: true, nextAt: null });
    expect(shipment?.checksMade).toBe(shipment?.checksPlanned);
    expect(shipment?.calls.map(({ interfaceName }) => interfaceName)).toEqual([
      'book',
      ...Array.from({ length: shipment?.checksPlanned ?? 0 }, () => 'find'),
    ]);
  });

  it('tells a booking that only waits for the network when it is tried again', async () => {
    await plan();
    platform.next.push(didNotHappen('NETWORK_DNS', { host: 'api' }));
    await workDue();
    const [shipment] = await story();
    expect(shipment).toMatchObject({ state: 'planned', errorCode: 'NETWORK_DNS', waitsForPerson: false });
    expect(shipment?.nextAt).toBeGreaterThan(workspace.clock.now());
  });

  it('keeps the chain of order codes, newest first, each with its own calls', async () => {
    await plan();
    await workDue();
    expect(await voidBooking(workspace, orderId)).toMatchObject({ ok: true });
    const order = await workspace.store.read.orders.byId(orderId);
    await workspace.store.write((write) => write.orders.move(order!, 'ready'));
    await plan();
    await workDue();
    const [second, first, ...others] = await story();
    expect(others).toEqual([]);
    expect(second).toMatchObject({ state: 'booked', calls: [{ interfaceName: 'book' }] });
    expect(first).toMatchObject({
      state: 'voided',
      calls: [{ interfaceName: 'book' }, { interfaceName: 'void' }],
    });
    expect(second?.orderCode).not.toBe(first?.orderCode);
  });
});
