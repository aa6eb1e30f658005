import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Repositories } from '../../../../../electron/store/store.ts';
import {
  deliverEvents,
  forgetOldEvents,
  testWebhook,
} from '../../../../../electron/usecases/door/deliver.ts';
import { readDeadEvents, readDoorView } from '../../../../../electron/usecases/door/doorView.ts';
import { addToken } from '../../../../../electron/usecases/door/tokens.ts';
import { addWebhook, removeWebhook, replayDead } from '../../../../../electron/usecases/door/webhooks.ts';
import { clearAlarm, raiseAlarm } from '../../../../../electron/usecases/insight/alarms/raiseAlarm.ts';
import { type DoorEventType, doorEventTypes } from '../../../../../shared/domain/door.ts';
import { hourMs } from '../../../../../shared/rules/shopTime.ts';
import { WebhookReceiver } from '../../../../doubles/channels/webhookReceiver.ts';
import { of } from '../../../../doubles/workspace/benchDesk.ts';
import type { TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { openParcelDesk, type ParcelDesk } from '../../../../doubles/workspace/parcelDesk.ts';

let desk: ParcelDesk;
let workspace: TestWorkspace;
let erp: WebhookReceiver;
beforeEach(async () => {
  desk = await openParcelDesk();
  ({ workspace } = desk);
  // Events bear the time of this computer's clock.
  await workspace.clock.advance(Date.now() - workspace.clock.now());
  erp = await new WebhookReceiver().start();
});
afterEach(async () => {
  await workspace.close();
  await erp.stop();
});

const never = new AbortController().signal;
const deliver = () => deliverEvents(workspace, never);
async function register(...events: readonly DoorEventType[]): Promise<string> {
  const wanted = { name: '样例 ERP', url: erp.url, events: events.length === 0 ? doorEventTypes : events };
  const { row, key } = of(await addWebhook(workspace, wanted));
  erp.key = key;
  return row.id;
}
const shown = async () => (await readDoorView(workspace)).webhooks[0];
const handOver = async (write: Repositories) => {
  const order = await desk.order();
  for (const to of ['packed', 'handed-over'] as const)
    await write.orders.move((await write.orders.byId(order.id)) ?? order, to);
};
const types = () => erp.events.map(({ type }) => type);

it('bookings, labels, tracking, handovers and alarms arrive in their order, signed, without a person in them', async () => {
  await register();
  await desk.work();
  const { waybillNo } = await desk.order();
  await workspace.store.write(async (write) => {
    await write.tracking.update(waybillNo, { state: 'delivering' });
    await handOver(write);
  });
  const alarm = { kind: 'network-down', scope: { kind: 'shop', id: '', name: '' } } as const;
  await raiseAlarm(workspace, { ...alarm, facts: {} });
  await clearAlarm(workspace, alarm);
  await deliver();
  expect(erp.forged).toBe(0);
  for (const type of [
    'order.changed',
    'booking.booked',
    'label.printed',
    'tracking.changed',
    'parcel.handed-over',
    'alarm.raised',
    'alarm.cleared',
  ])
    expect(types()).toContain(type);
  expect(types().filter((type) => type === 'label.printed')).toHaveLength(3);
  const numbers = erp.events.map(({ id }) => Number(id));
  expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
  const { receiverName, receiverPhone } = await desk.order();
  for (const secret of [receiverName, receiverPhone]) expect(erp.bodies.join()).not.toContain(secret);
  expect(await shown()).toMatchObject({ waiting: 0, dead: 0, failing: null, target: new URL(erp.url).host });
});

it('only what was chosen is posted, and nothing is written while nobody listens', async () => {
  await desk.work();
  expect(await workspace.store.read.door.lastEventNo()).toBe(0);
  await register('alarm.raised');
  await raiseAlarm(workspace, { kind: 'network-down', scope: { kind: 'shop', id: '', name: '' }, facts: {} });
  await workspace.store.write(handOver);
  await deliver();
  expect(types()).toEqual(['alarm.raised']);
});

it.each(['fails', 'refuses', 'closes', 'answers-nonsense', 'redirects'] as const)(
  'an address that %s is left alone longer and longer, asked with one event, and nothing is lost',
  async (behaviour) => {
    await register('order.changed', 'booking.booked', 'label.printed');
    await desk.work();
    erp.behaviour = behaviour;
    await deliver();
    await deliver();
    expect(erp.posts).toBe(1);
    expect((await shown())?.failing).not.toBeNull();
    for (let hour = 0; hour < 5; hour++) {
      await workspace.clock.advance(1.2 * hourMs);
      await deliver();
    }
    expect(erp.posts).toBe(6);
    const { waiting = 0 } = (await shown()) ?? {};
    expect(waiting).toBeGreaterThan(3);
    erp.behaviour = 'works';
    await workspace.clock.advance(1.2 * hourMs);
    await deliver();
    expect(erp.events).toHaveLength(1);
    await deliver();
    expect(erp.events).toHaveLength(waiting);
    expect(await shown()).toMatchObject({ waiting: 0, dead: 0, failing: null });
  },
);

it('an address that answers 200 with a whole page has taken the events: they are not posted again', async () => {
  await register('booking.booked');
  await desk.work();
  erp.behaviour = 'answers-at-length';
  await deliver();
  expect(await shown()).toMatchObject({ waiting: 0, failing: null });
  await workspace.clock.advance(hourMs);
  await deliver();
  expect(erp.posts).toBe(1);
});

it('an answer that is lost posts the same events again, under the same numbers', async () => {
  await register('booking.booked');
  await desk.work();
  erp.behaviour = 'takes-and-closes';
  await deliver();
  expect((await shown())?.failing).toMatchObject({ code: 'WEBHOOK_NO_ANSWER' });
  erp.behaviour = 'works';
  await workspace.clock.advance(hourMs);
  await deliver();
  expect(erp.events).toHaveLength(2);
  expect(new Set(erp.events.map(({ id }) => id)).size).toBe(1);
});

it('after a day an event is given up, shown with why, and comes again when it is replayed', async () => {
  const id = await register('booking.booked');
  await desk.work();
  erp.behaviour = 'refuses';
  for (let hour = 0; hour < 27; hour++) {
    await deliver();
    await workspace.clock.advance(1.2 * hourMs);
  }
  expect(await shown()).toMatchObject({ waiting: 0, dead: 1 });
  const { events } = await readDeadEvents(workspace, { webhookId: id });
  expect(events).toMatchObject([{ type: 'booking.booked', code: 'WEBHOOK_REFUSED' }]);
  erp.behaviour = 'works';
  expect(of(await replayDead(workspace, id))).toBe(1);
  await deliver();
  expect(types()).toEqual(['booking.booked']);
  expect(await shown()).toMatchObject({ waiting: 0, dead: 0, failing: null });
});

it('a test is posted at once, signed and without events; one that does not arrive says why', async () => {
  const id = await register('alarm.raised');
  expect((await testWebhook(workspace, id)).ok).toBe(true);
  expect([erp.tests, erp.forged]).toEqual([1, 0]);
  erp.behaviour = 'fails';
  expect(await testWebhook(workspace, id)).toMatchObject({ ok: false, code: 'WEBHOOK_REFUSED' });
});

it.each(['http://192.168.1.5/x', 'ftp://127.0.0.1/', 'https://user:word@erp.example/', 'nonsense', ''])(
  'an address like %j is refused',
  async (url) => {
    const events: DoorEventType[] = ['order.added'];
    expect(await addWebhook(workspace, { name: 'x', url, events })).toMatchObject({
      code: 'WEBHOOK_ADDRESS',
    });
  },
);

it('address and key are sealed where they are stored, and neither is shown again', async () => {
  await register();
  const [row] = await workspace.store.read.door.webhooks();
  expect(JSON.stringify([row, await readDoorView(workspace)])).not.toMatch(/whsec_|s3cret/);
});

it('one that is removed takes what waits along; events are forgotten after two weeks', async () => {
  of(await addToken(workspace, { name: 'reader', scopes: ['events:read'], days: 1 }));
  const id = await register();
  await desk.work();
  of(await removeWebhook(workspace, id));
  expect((await readDoorView(workspace)).webhooks).toEqual([]);
  expect((await workspace.store.read.door.eventsAfter(0, 100)).length).toBeGreaterThan(0);
  await workspace.clock.advance(15 * 24 * hourMs);
  await forgetOldEvents(workspace);
  expect(await workspace.store.read.door.eventsAfter(0, 100)).toEqual([]);
});

it('an address has a name of its own; an eleventh is not taken', async () => {
  const add = (name: string) => addWebhook(workspace, { name, url: erp.url, events: doorEventTypes });
  of(await add('样例 ERP'));
  expect(await add(' 样例 ERP ')).toMatchObject({ code: 'WEBHOOK_NAME' });
  expect(await add('  ')).toMatchObject({ code: 'WEBHOOK_NAME' });
  for (let no = 2; no <= 10; no++) of(await add(`ERP ${no}`));
  expect(await add('ERP 11')).toMatchObject({ code: 'WEBHOOK_TOO_MANY', params: { most: 10 } });
});

it('an address hears of the events it asked for and of no other', async () => {
  await register('label.printed');
  await desk.work();
  await deliver();
  expect(new Set(types())).toEqual(new Set(['label.printed']));
});

it('what waited while the program was closed for two days is not given up at the first post that fails', async () => {
  await register('booking.booked');
  await desk.work();
  await workspace.clock.advance(50 * hourMs);
  erp.behaviour = 'refuses';
  await deliver();
  expect(await shown()).toMatchObject({ waiting: 1, dead: 0 });
});

it('an address is left alone for its pause, but not for days that a wrong clock put it off', async () => {
  const id = await register('booking.booked');
  await desk.work();
  const putOff = (hours: number) =>
    workspace.store.write((write) =>
      write.door.noteWebhook(id, { nextAt: workspace.clock.now() + hours * hourMs }),
    );
  await putOff(1);
  await deliver();
  expect(erp.posts).toBe(0);
  await putOff(5 * 24);
  await deliver();
  expect(types()).toEqual(['booking.booked']);
});
