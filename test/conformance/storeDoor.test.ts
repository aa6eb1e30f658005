import { describe, expect, it } from 'vitest';
import type { DoorWebhook } from '../../electron/store/schema.ts';
import { sampleOrder } from '../doubles/workspace/sampleOrder.ts';
import { storeDesk } from '../doubles/workspace/storeDesk.ts';
import { engines } from './storeEngines.ts';

const webhook: DoorWebhook = {
  id: 'w1',
  name: 'ERP',
  target: 'erp.example',
  sealedFields: '',
  events: 'order.added parcel.handed-over',
  createdAt: 1,
  createdBy: '',
  failures: 0,
  nextAt: 0,
  failingSince: null,
  errorCode: '',
  errorParamsJson: '{}',
  sentAt: null,
};

describe.each(engines)('events for other programs in the store on $name', ({ open }) => {
  const desk = storeDesk(open);

  it('are numbered as they become true and wait for who wants them; those that arrived wait no more', async () => {
    const startedAt = Date.now();
    const [silent, told] = [sampleOrder(1), sampleOrder(2, { state: 'packed' })];
    await desk.store.write((write) => write.orders.insertMany([silent]));
    await desk.store.write((write) => write.door.addWebhook(webhook));
    await desk.store.write(async (write) => {
      await write.orders.insertMany([told]);
      await write.orders.move(told, 'handed-over');
    });
    const waiting = await desk.store.read.door.waiting(webhook.id, 10);
    const { orderNo } = told;
    expect(waiting).toMatchObject([
      { type: 'order.added', orderNo, state: 'packed' },
      { type: 'parcel.handed-over', orderNo, state: 'handed-over' },
    ]);
    const [first, second] = waiting;
    expect(second?.no).toBe((first?.no ?? 0) + 1);
    // Both clocks are this computer's; one of them may cut its milliseconds off.
    for (const { at } of waiting) expect(Math.abs(at - startedAt)).toBeLessThan(60_000);
    await desk.store.write((write) => write.door.arrived(webhook.id, [first?.no ?? 0]));
    expect(await desk.store.read.door.deliveryCounts(webhook.id)).toEqual({ waiting: 1, dead: 0 });
    await desk.store.write((write) => write.door.giveUp(webhook.id, Date.now() + 60_000, 'X'));
    expect(await desk.store.read.door.dead(webhook.id, 10)).toMatchObject([
      { no: second?.no, refusedCode: 'X' },
    ]);
    await desk.store.write((write) => write.door.forgetEventsBefore(Date.now() + 60_000));
    expect(await desk.store.read.door.eventsAfter(0, 10)).toMatchObject([{ no: second?.no }]);
  });

  it('an act that is undone tells nobody', async () => {
    await desk.store.write((write) => write.door.addWebhook(webhook));
    const undone = desk.store.write(async (write) => {
      await write.orders.insertMany([sampleOrder(1)]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await desk.store.read.door.lastEventNo()).toBe(0);
  });
});
