import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account, Job, Order, PrintJob, Shipment } from '../../../../../electron/store/schema.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { recoverWork } from '../../../../../electron/usecases/workspace/recover.ts';
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
  await workspace.store.write((write) => write.orders.insertMany([sampleOrder(0)]));
});
afterEach(() => workspace.close());

const order = async () => (await workspace.store.read.orders.byId(sampleOrder(0).id)) as Order;
const shipment = async () => (await workspace.store.read.shipments.ofOrder(sampleOrder(0).id))[0] as Shipment;

async function plan(printerUri: string | null = null) {
  const request = { orderIds: [sampleOrder(0).id], accountId: account.id, carrier: 'ZTO', printerUri };
  expect(await planBookings(workspace, request)).toMatchObject({ ok: true, value: { planned: 1 } });
}

async function claim(kind: 'book' | 'find' | 'print') {
  const now = workspace.clock.now();
  return (await workspace.store.write((write) => write.jobs.claim([kind], 1, now)))[0];
}

describe('starting after the program died', () => {
  it('asks for a booking that was on its way, and never sends it again', async () => {
    await plan();
    await claim('book');
    await workspace.store.write(async (write) => write.shipments.move(await shipment(), 'sending'));
    workspace = await workspace.reopen();
    await recoverWork(workspace);
    expect(await order()).toMatchObject({ shipmentState: 'unsure', errorCode: 'BOOKING_INTERRUPTED' });
    expect(await claim('book')).toBeUndefined();
    const job = await claim('find');
    expect(job).toMatchObject({ subjectId: (await shipment()).id });
  });

  it('puts a claimed booking that had not begun back into the queue', async () => {
    await plan();
    await claim('book');
    await recoverWork(workspace);
    expect(await claim('book')).toBeDefined();
  });

  it('does not wait for what the previous process waited for', async () => {
    await plan();
    await workspace.store.write((write) =>
      write.jobs.delayLane(account.id, 'book', workspace.clock.now() + 60_000),
    );
    await recoverWork(workspace);
    expect(await claim('book')).toBeDefined();
  });

  it('gives a shipment without a job one again, so that no order ends silently', async () => {
    await plan();
    const job = (await claim('book')) as Job;
    await workspace.store.write((write) => write.jobs.settle(job));
    await recoverWork(workspace);
    expect(await claim('book')).toMatchObject({ subjectId: (await shipment()).id });
  });

  it('does not look for the job of each of the thousands that wait and have it', async () => {
    await plan();
    let lookedFor = 0;
    const { store } = workspace;
    const write: typeof store.write = (work, place) =>
      store.write((repositories) => {
        const ofSubject = (subjectId: string) => {
          lookedFor++;
          return repositories.jobs.ofSubject(subjectId);
        };
        const jobs = Object.create(repositories.jobs, { ofSubject: { value: ofSubject } });
        return work(Object.create(repositories, { jobs: { value: jobs } }));
      }, place);
    await recoverWork(Object.create(workspace, { store: { value: { ...store, write } } }));
    expect(lookedFor).toBe(0);
  });

  it.each([
    ['tcp://127.0.0.1:9', 'unsure'],
    ['virtual:', 'waiting'],
  ])('treats a label that was on its way to %s as %s', async (uri, state) => {
    await plan(uri);
    const job = await claim('book');
    if (job !== undefined) await bookShipment(workspace, job);
    const printJob = (await workspace.store.read.printJobs.ofOrder(sampleOrder(0).id))[0] as PrintJob;
    await claim('print');
    await workspace.store.write(async (write) => {
      await write.printJobs.move(printJob, 'rendering');
      await write.printJobs.move({ ...printJob, state: 'rendering', version: 1 }, 'sending');
    });
    await recoverWork(workspace);
    expect(await order()).toMatchObject({ printState: state });
    await workspace.clock.advance(3_000);
    expect((await claim('print')) === undefined).toBe(state === 'unsure');
  });

  it('changes nothing when it runs twice', async () => {
    await plan();
    await workspace.store.write(async (write) => write.shipments.move(await shipment(), 'sending'));
    await recoverWork(workspace);
    const once = [await order(), await shipment()];
    await recoverWork(workspace);
    expect([await order(), await shipment()]).toEqual(once);
  });
});
