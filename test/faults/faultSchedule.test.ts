import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { addParcel } from '../../electron/usecases/booking/addParcel.ts';
import { giveBackUnsent } from '../../electron/usecases/booking/givingBack/giveBack.ts';
import { renumberOrder } from '../../electron/usecases/booking/givingBack/renumber.ts';
import { voidBooking } from '../../electron/usecases/booking/givingBack/void.ts';
import { retryRefused } from '../../electron/usecases/booking/planAgain.ts';
import { editOrders } from '../../electron/usecases/orders/editOrders.ts';
import { BookingWorld } from './bookingWorld.ts';
import { fault } from './platformFault.ts';
import { recordFaults } from './recordFaults.ts';

const orderCount = 3;
/** Schedules a run, each of up to 26 actions; a soak asks for more. */
const runs = Number(process.env.SHIPDESK_FAULT_SCHEDULES ?? 150);

/** Which of the orders there are by then, further parcels among them. */
const at = fc.nat(7);
const action = fc.oneof(
  fc.record({
    kind: fc.constant('plan' as const),
    nos: fc.subarray([0, 1, 2], { minLength: 1 }),
    account: fc.nat(1),
  }),
  fc.record({ kind: fc.constant('work' as const) }),
  fc.record({ kind: fc.constant('wait' as const), seconds: fc.constantFrom(5, 12, 40, 150, 700, 4_000) }),
  fc.record({ kind: fc.constant('crash' as const), ticks: fc.nat(12) }),
  fc.record({ kind: fc.constant('restart' as const) }),
  fc.record({ kind: fc.constant('void' as const), at }),
  fc.record({ kind: fc.constant('retry' as const), at }),
  fc.record({ kind: fc.constant('renumber' as const), at }),
  fc.record({ kind: fc.constant('extra' as const), at }),
  fc.record({ kind: fc.constant('edit' as const), at, phoneTail: fc.integer({ min: 1_000, max: 9_999 }) }),
  fc.record({ kind: fc.constant('copy' as const) }),
  fc.record({ kind: fc.constant('restore' as const) }),
  fc.record({ kind: fc.constant('backup' as const), from: fc.nat(1) }),
  fc.record({ kind: fc.constant('fault' as const), fault }),
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

const anotherNumber = { version: null, reason: '地址改了', isGivenBack: false };
const furtherParcel = { version: null, reason: '漏发', parcelCount: 1, goods: '', weightGrams: null };

/** How often the rarer steps did what they are for: schedules that never get there prove nothing. */
const done = { renumber: 0, extra: 0, edit: 0, restore: 0 };
function reached(outcome: { readonly ok: boolean }, kind: keyof typeof done): void {
  if (outcome.ok) done[kind]++;
}

/** One that waits in the queue leaves it, is changed and queued again; one that may have been sent is refused. */
function edit({ workspace }: BookingWorld, orderId: string, phoneTail: number) {
  return editOrders(workspace, [{ orderId, version: null }], { 'receiver.phone': `1390000${phoneTail}` });
}

async function act(world: BookingWorld, step: Action): Promise<void> {
  const all = (await world.orders()).map(({ id }) => id);
  const orderId = 'at' in step ? (all[step.at % all.length] ?? '') : '';
  switch (step.kind) {
    case 'plan':
      await world.plan(step.nos, step.account);
      return;
    case 'work':
      await world.work();
      return;
    case 'wait':
      await world.workspace.clock.advance(step.seconds * 1_000);
      await world.work();
      return;
    case 'crash':
      return world.crash(step.ticks);
    case 'restart':
      return world.restart();
    case 'void':
      await voidBooking(world.workspace, orderId);
      return;
    case 'retry':
      await retryRefused(world.workspace, [orderId]);
      return;
    case 'renumber':
      reached(await renumberOrder(world.workspace, { ...anotherNumber, orderId }), step.kind);
      return;
    case 'extra':
      reached(await addParcel(world.workspace, { ...furtherParcel, orderId }), step.kind);
      return;
    case 'edit':
      reached(await edit(world, orderId, step.phoneTail), step.kind);
      return;
    case 'copy':
      return world.backUp();
    case 'restore':
      return world.restoreBackup();
    case 'backup':
      await giveBackUnsent(world.workspace, all, world.accountIds[step.from] ?? '');
      return;
    case 'fault':
      world.servers[step.fault.server]?.faults.add({
        ...step.fault.fault,
        requestType: step.fault.requestType,
        call: step.fault.call,
        times: 1,
      });
  }
}

describe('any schedule of faults, crashes, clicks and hours', () => {
  const startedAt = performance.now();
  let tried = 0;
  let kept = 0;

  it(
    'books a wanted parcel at most once on both platforms together, and ends none of them in silence',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 26 }), async (steps) => {
          tried++;
          const world = await BookingWorld.open(orderCount);
          try {
            await world.plan([0, 1, 2], 0);
            for (const step of steps) await act(world, step);
            await world.settle();
            reached({ ok: world.isRestored }, 'restore');
            if (world.isRestored) await world.sendAllAgain();
            await world.expectPromisesKept();
            kept++;
          } finally {
            await world.close();
          }
        }),
        {
          numRuns: runs,
          seed: Number(process.env.SHIPDESK_SOAK_SEED ?? 20_261_125),
        },
      );
      expect(kept).toBe(tried);
      for (const times of Object.values(done)) expect(times).toBeGreaterThan(runs / 20);
    },
    120_000 + runs * 3_000,
  );

  afterAll(() =>
    recordFaults('random schedules of faults over two platforms', {
      cases: tried,
      kills: 0,
      violations: tried - kept,
      durationMs: performance.now() - startedAt,
    }),
  );
});
