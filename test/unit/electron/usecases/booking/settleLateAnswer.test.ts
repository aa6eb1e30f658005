import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../../../electron/store/schema.ts';
import { bindWaybill } from '../../../../../electron/usecases/booking/bind.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { happened, unknownOutcome } from '../../../../../shared/errors/outcome.ts';
import {
  bookingNo,
  type ScriptedPlatform,
  scriptedPlatform,
} from '../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let platform: ScriptedPlatform;
/** What happens while a question is on its way. */
let meanwhile: () => Promise<unknown>;
const { id: orderId } = sampleOrder(0);

beforeEach(async () => {
  platform = scriptedPlatform();
  meanwhile = async () => undefined;
  const slow: ScriptedPlatform = {
    ...platform,
    find: async (...question) => {
      await meanwhile();
      return platform.find(...question);
    },
  };
  workspace = await openTestWorkspace({ platforms: [slow] });
  const account = await testAccount(workspace, { platform: 'scripted' });
  await workspace.store.write((write) => write.orders.insertMany([sampleOrder(0)]));
  await planBookings(workspace, {
    orderIds: [orderId],
    accountId: account.id,
    carrier: 'ZTO',
    printerUri: null,
  });
  platform.next.push(unknownOutcome('NETWORK_TIMEOUT', { host: 'h' }));
  for (const job of await claim()) await bookShipment(workspace, job);
  await workspace.clock.advance(5_000);
});
afterEach(() => workspace.close());

function claim(): Promise<Job[]> {
  const now = workspace.clock.now();
  return workspace.store.write((write) => write.jobs.claim(['find', 'book'], 9, now));
}

async function bindDuringQuestion(answered: string): Promise<void> {
  const [job] = await claim();
  if (job === undefined) throw new Error('no question is due');
  meanwhile = () => bindWaybill(workspace, { orderId, waybillNo: '75000000000001', carrier: 'ZTO' });
  platform.next.push(happened(bookingNo(answered)));
  expect(await bookShipment(workspace, job)).toBeNull();
  expect(await workspace.store.read.jobs.ofSubject(job.subjectId)).toBeUndefined();
}

describe('an answer that comes after a person has settled the question', () => {
  it('changes nothing when it is the same number', async () => {
    await bindDuringQuestion('75000000000001');
    expect(await workspace.store.read.orders.byId(orderId)).toMatchObject({
      state: 'booked',
      waybillNo: '75000000000001',
      errorCode: '',
    });
  });

  it('keeps the number bound by hand and tells of the other, which would be charged', async () => {
    await bindDuringQuestion('73000000000009');
    const order = await workspace.store.read.orders.byId(orderId);
    expect(order).toMatchObject({
      state: 'booked',
      waybillNo: '75000000000001',
      errorCode: 'WAYBILL_LEFT_OVER',
    });
    expect(order?.complaintsJson).toContain('73000000000009');
    const history = await workspace.store.read.history.ofOrder(orderId);
    expect(history.at(-1)).toMatchObject({ code: 'WAYBILL_LEFT_OVER', note: '73000000000009' });
  });
});
