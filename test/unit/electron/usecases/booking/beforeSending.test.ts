import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { voidBooking } from '../../../../../electron/usecases/booking/givingBack/void.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { type ScriptedPlatform, scriptedPlatform } from '../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
const { id: orderId } = sampleOrder(0);

/** What lay on disk at the moment the platform was called. */
let seenAtCall: { readonly state: string | undefined; readonly journal: readonly string[] } | null;

async function look(): Promise<void> {
  const [shipment] = await workspace.store.read.shipments.ofOrder(orderId);
  const entries = workspace.journal.after(null);
  seenAtCall = {
    state: shipment?.state,
    journal: entries.map(({ call, step }) => `${call} ${step}`),
  };
}

beforeEach(async () => {
  seenAtCall = null;
  const platform = scriptedPlatform();
  const watched: ScriptedPlatform = {
    ...platform,
    book: async (...asked) => {
      await look();
      return platform.book(...asked);
    },
    void: async (...asked) => {
      await look();
      return platform.void(...asked);
    },
  };
  workspace = await openTestWorkspace({ platforms: [watched] });
  const account = await testAccount(workspace, { platform: 'scripted' });
  await workspace.store.write((write) => write.orders.insertMany([sampleOrder(0)]));
  await planBookings(workspace, {
    orderIds: [orderId],
    accountId: account.id,
    carrier: 'ZTO',
    printerUri: null,
  });
});
afterEach(() => workspace.close());

async function book(): Promise<void> {
  const now = workspace.clock.now();
  const jobs = await workspace.store.write((write) => write.jobs.claim(['book'], 9, now));
  for (const job of jobs) await bookShipment(workspace, job);
}

describe('before the first byte leaves', () => {
  it('a booking is marked as being sent, in the database and in the journal', async () => {
    await book();
    expect(seenAtCall).toEqual({ state: 'sending', journal: ['book begin'] });
  });

  it('giving a number back is marked, in the database and in the journal', async () => {
    await book();
    await voidBooking(workspace, orderId);
    expect(seenAtCall?.state).toBe('voiding');
    expect(seenAtCall?.journal.at(-1)).toBe('void begin');
  });
});

describe('behind the answer', () => {
  it.each([
    ['a booking', async () => undefined],
    ['a number that was given back', () => voidBooking(workspace, orderId)],
  ])('the book knows how far the journal went with %s, so that one cut there is noticed', async (_, then) => {
    await book();
    await then();
    expect(await workspace.store.read.settings.get('journalMark')).toEqual(workspace.journal.mark());
  });

  it('the journal names the number, so that a restored backup need not ask for it', async () => {
    await book();
    const [shipment] = await workspace.store.read.shipments.ofOrder(orderId);
    expect(shipment?.waybillNo).not.toBe('');
    expect(workspace.journal.after(null).at(-1)).toMatchObject({
      call: 'book',
      step: 'end',
      waybillNo: shipment?.waybillNo,
    });
  });
});
