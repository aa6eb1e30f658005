import { afterEach, beforeEach, expect, it } from 'vitest';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { voidBooking } from '../../../../../electron/usecases/booking/givingBack/void.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { printLabel } from '../../../../../electron/usecases/printing/printLabel.ts';
import { UnreadableRecord, unknownOutcome } from '../../../../../shared/errors/outcome.ts';
import { type ScriptedPlatform, scriptedPlatform } from '../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let platform: ScriptedPlatform;
let accountId = '';
const orders = [sampleOrder(0), sampleOrder(1)];
const [broken, sound] = orders.map(({ id }) => id) as [string, string];
const cutOff = '{"orderCode":"T2026';

beforeEach(async () => {
  platform = scriptedPlatform();
  workspace = await openTestWorkspace({ platforms: [platform] });
  accountId = (await testAccount(workspace, { platform: 'scripted' })).id;
  await workspace.store.write((write) => write.orders.insertMany(orders));
});
afterEach(() => workspace.close());

const plan = (printerUri: string | null = null) =>
  planBookings(workspace, { orderIds: [broken, sound], accountId, carrier: 'ZTO', printerUri });

async function work(kind: 'book' | 'find' | 'print'): Promise<void> {
  const now = workspace.clock.now();
  const jobs = await workspace.store.write((write) => write.jobs.claim([kind], 9, now));
  for (const job of jobs)
    await (kind === 'print' ? printLabel(workspace, job) : bookShipment(workspace, job));
}

async function shipmentOf(orderId: string) {
  const [shipment] = await workspace.store.read.shipments.ofOrder(orderId);
  if (shipment === undefined) throw new Error('no shipment');
  return shipment;
}

it('keeps an order whose goods cannot be read for a person, and plans the others', async () => {
  await workspace.store.write((write) => write.orders.show(broken, { itemsJson: '[{"name":' }));
  expect(await plan()).toMatchObject({
    value: { planned: 1, refused: [{ orderId: broken, failure: { code: 'RECORD_UNREADABLE' } }] },
  });
  const { read } = workspace.store;
  expect(await read.orders.byId(broken)).toMatchObject({
    state: 'needs-review',
    errorCode: 'RECORD_UNREADABLE',
  });
  expect(await read.orders.byId(sound)).toMatchObject({ state: 'booking' });
});

it('sends nothing of a booking whose request cannot be read, and books the others', async () => {
  await plan();
  const { id } = await shipmentOf(broken);
  await workspace.store.write((write) => write.shipments.note(id, { requestJson: cutOff }));
  await work('book');
  const { read } = workspace.store;
  expect(await read.orders.byId(broken)).toMatchObject({
    state: 'needs-review',
    errorCode: 'RECORD_UNREADABLE',
  });
  expect(await read.orders.byId(sound)).toMatchObject({ state: 'booked' });
  expect(await read.jobs.ofSubject(id)).toBeUndefined();
});

it('leaves a booking that may have happened unsure, and asks after it no more', async () => {
  platform.next.push(unknownOutcome('NETWORK_TIMEOUT'));
  await plan();
  await work('book');
  const unsure = (await workspace.store.read.shipments.inState('unsure'))[0];
  if (unsure === undefined) throw new Error('nothing is unsure');
  await workspace.store.write(async (write) => {
    await write.shipments.note(unsure.id, { requestJson: cutOff });
    await write.jobs.wake(unsure.id, 0);
  });
  await work('find');
  const { read } = workspace.store;
  expect(await read.shipments.byId(unsure.id)).toMatchObject({
    state: 'unsure',
    errorCode: 'RECORD_UNREADABLE',
  });
  expect(await read.jobs.ofSubject(unsure.id)).toMatchObject({ state: 'parked' });
});

it('gives no number back whose booking cannot be read, and says nothing of having asked', async () => {
  await plan();
  await work('book');
  const { id } = await shipmentOf(broken);
  await workspace.store.write((write) => write.shipments.note(id, { bookingJson: cutOff }));
  await expect(voidBooking(workspace, broken)).rejects.toThrow(UnreadableRecord);
  expect(await shipmentOf(broken)).toMatchObject({ state: 'booked', errorCode: '' });
});

it('prints nothing of a label whose content cannot be read, and prints the others', async () => {
  await plan('virtual:');
  await work('book');
  const ofOrder = async (orderId: string) => (await workspace.store.read.printJobs.ofOrder(orderId))[0];
  const id = (await ofOrder(broken))?.id ?? '';
  await workspace.store.write((write) => write.printJobs.note(id, { documentJson: cutOff }));
  await work('print');
  expect(await ofOrder(broken)).toMatchObject({ state: 'failed', errorCode: 'LABEL_DOCUMENT_DAMAGED' });
  expect((await ofOrder(sound))?.state).toMatch(/accepted|confirmed/);
});
