import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BookingRequest, PlatformReply } from '../../../../../electron/carriers/kit/carrierPlatform.ts';
import type { Order, Shipment } from '../../../../../electron/store/schema.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { undoStep } from '../../../../../electron/usecases/correcting/undo.ts';
import { editOrders } from '../../../../../electron/usecases/orders/editOrders.ts';
import type { Booking } from '../../../../../shared/domain/shipment.ts';
import { didNotHappen, happened, unknownOutcome } from '../../../../../shared/errors/outcome.ts';
import {
  bookingNo,
  type ScriptedPlatform,
  scriptedPlatform,
} from '../../../../doubles/platforms/scriptedPlatform.ts';
import { openTestWorkspace, testAccount } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

const answers = {
  booked: () => happened(bookingNo('73000000000001')),
  silent: () => unknownOutcome('NETWORK_TIMEOUT'),
  lost: () => unknownOutcome('NETWORK_TIMEOUT'),
  away: () => didNotHappen('NETWORK_DNS', { host: 'h' }),
  refused: () => didNotHappen('CARRIER_REFUSED', { reason: 'x' }),
} as const;

interface Step {
  readonly does: 'plan' | 'claim' | 'edit' | 'undo' | 'wait' | 'work';
  /** Of `work`. */
  readonly answer: keyof typeof answers;
  readonly editsMeanwhile: boolean;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    does: fc.constantFrom('plan', 'plan', 'claim', 'edit', 'edit', 'undo', 'wait', 'work', 'work', 'work'),
    answer: fc.constantFrom('booked', 'silent', 'lost', 'away', 'away', 'refused'),
    editsMeanwhile: fc.boolean(),
  }),
  { minLength: 3, maxLength: 14 },
);

/** States in which somebody else may have the parcel. */
const maybeSent: readonly (string | undefined)[] = ['sending', 'unsure', 'booked', 'voiding'];

async function play(played: readonly Step[]): Promise<void> {
  const hands = { book: async (_: BookingRequest): Promise<PlatformReply<Booking>> => answers.booked() };
  const made = new Map<string, string>();
  const platform: ScriptedPlatform = {
    ...scriptedPlatform(),
    book: (request) => hands.book(request),
    find: async ({ orderCode }) =>
      made.has(orderCode) ? answers.booked() : didNotHappen('CARRIER_NOT_FOUND'),
  };
  const workspace = await openTestWorkspace({ platforms: [platform] });
  try {
    const account = await testAccount(workspace, { platform: 'scripted' });
    const { id: orderId } = sampleOrder(0);
    await workspace.store.write((write) => write.orders.insertMany([sampleOrder(0)]));
    const order = async () => (await workspace.store.read.orders.byId(orderId)) as Order;
    const current = async (): Promise<Shipment | undefined> => {
      const { shipmentId } = await order();
      return shipmentId === null ? undefined : workspace.store.read.shipments.byId(shipmentId);
    };
    let edits = 0;
    let lastStep = '';
    let inHand: Awaited<ReturnType<typeof claim>> = [];
    const claim = async () => {
      const now = workspace.clock.now();
      return workspace.store.write((write) => write.jobs.claim(['book', 'find'], 1, now));
    };
    const edit = async () => {
      edits += 1;
      const before = await current();
      const detail = `文三路 ${edits} 号`;
      const edited = await editOrders(workspace, [{ orderId, version: null }], { detail });
      // A question was answered with no: it had been sent once all the same.
      const wasAsked = before?.state === 'planned' && before.findCount > 0;
      const mayBeSent = maybeSent.includes(before?.state) || wasAsked || inHand.length > 0;
      // One that may have been sent is never taken back, and stays byte for byte what was sent.
      if (mayBeSent) expect(edited.ok).toBe(false);
      if (mayBeSent) expect((await current())?.requestJson).toBe(before?.requestJson);
      if (edited.ok) lastStep = edited.value.stepId;
      expect((await order()).detail === detail).toBe(edited.ok);
    };
    for (const step of played) {
      if (step.does === 'plan')
        await planBookings(workspace, {
          orderIds: [orderId],
          accountId: account.id,
          carrier: 'ZTO',
          printerUri: null,
        });
      else if (step.does === 'claim') inHand = [...inHand, ...(await claim())];
      else if (step.does === 'edit') await edit();
      else if (step.does === 'undo') await undoStep(workspace, lastStep);
      else if (step.does === 'wait') await workspace.clock.advance(120_000);
      else {
        inHand = [...inHand, ...(await claim())];
        const { answer, editsMeanwhile } = step;
        hands.book = async (request) => {
          if (editsMeanwhile) await edit();
          if (answer === 'booked' || answer === 'silent')
            made.set(request.orderCode, request.receiver.detail);
          return answers[answer]();
        };
        for (const job of inHand) await bookShipment(workspace, job);
        inHand = [];
      }
      // Whatever is queued is what the order says, in one booking with one job.
      const shipment = await current();
      if (shipment?.state === 'planned')
        expect(shipment.requestJson).toContain(`"detail":${JSON.stringify((await order()).detail)}`);
      const all = await workspace.store.read.shipments.ofOrder(orderId);
      expect(all.filter(({ state }) => state !== 'refused' && state !== 'voided').length).toBeLessThanOrEqual(
        1,
      );
    }
    expect(made.size).toBeLessThanOrEqual(1);
    for (const detail of made.values()) expect((await order()).detail).toBe(detail);
  } finally {
    await workspace.close();
  }
}

describe('an order edited at any moment of its booking', () => {
  it('is never taken back once it may have been sent, and is booked as it reads', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(fc.asyncProperty(steps, play), { numRuns: 60, seed: 20_261_128 });
  });
});
