import { afterAll, describe, expect, it } from 'vitest';
import { bindWaybill } from '../../electron/usecases/booking/bind.ts';
import { giveBackUnsent } from '../../electron/usecases/booking/givingBack/giveBack.ts';
import { voidBooking } from '../../electron/usecases/booking/givingBack/void.ts';
import { cancelOrder, holdOrder } from '../../electron/usecases/orders/edit.ts';
import { editOrders } from '../../electron/usecases/orders/editOrders.ts';
import { mergeOrders } from '../../electron/usecases/orders/merge.ts';
import { printLabel } from '../../electron/usecases/printing/printLabel.ts';
import { queuePrints } from '../../electron/usecases/printing/queue.ts';
import type { Outcome } from '../../shared/errors/outcome.ts';
import { seededChance } from '../doubles/seededChance.ts';
import { BookingWorld } from './bookingWorld.ts';
import { recordFaults } from './recordFaults.ts';

const seeds = Number(process.env.SHIPDESK_RACE_SEEDS ?? 25);

type Contender = (world: BookingWorld) => Promise<unknown>;

interface Race {
  readonly name: string;
  /** What came before. */
  readonly before?: Contender;
  readonly left: Contender;
  readonly right: Contender;
  /** What must be true of the two answers. */
  readonly judge: (left: unknown, right: unknown, world: BookingWorld) => Promise<void> | void;
}

const plannedOf = (outcome: unknown): number => (outcome as { value: { planned: number } }).value.planned;
const isOk = (outcome: unknown): boolean => (outcome as Outcome<unknown>).ok;
const seen = (world: BookingWorld) => ({ orderId: world.orderId(0), version: null });
const planOne: Contender = (world) => world.plan([0], 0);
const planAndSend: Contender = async (world) => {
  await world.plan([0], 0);
  await world.work();
};
const send: Contender = (world) => world.work();

async function printDue(world: BookingWorld): Promise<void> {
  const { store, clock } = world.workspace;
  const now = clock.now();
  const jobs = await store.write((write) => write.jobs.claim(['print'], 10, now));
  for (const job of jobs) await printLabel(world.workspace, job);
}

const races: readonly Race[] = [
  {
    name: 'a double click on “book”',
    left: (world) => world.plan([0, 1], 0),
    right: (world) => world.plan([0, 1], 0),
    judge: (left, right) => expect(plannedOf(left) + plannedOf(right)).toBe(2),
  },
  {
    name: 'the same order in two batches for two accounts',
    left: (world) => world.plan([0, 1], 0),
    right: (world) => world.plan([1, 0], 1),
    judge: (left, right) => expect(plannedOf(left) + plannedOf(right)).toBe(2),
  },
  {
    name: 'a cancellation against the booking that is being sent',
    before: planOne,
    left: (world) => cancelOrder(world.workspace, seen(world)),
    right: send,
    judge: async (left, _right, world) => {
      const { state } = await world.order(0);
      expect(isOk(left) ? state === 'cancelled' : state !== 'cancelled', state).toBe(true);
    },
  },
  {
    name: 'a hold against the booking that is being sent',
    before: planOne,
    left: (world) => holdOrder(world.workspace, seen(world)),
    right: send,
    judge: async (left, _right, world) => {
      const { state } = await world.order(0);
      expect(isOk(left) ? state === 'held' : state === 'booked', state).toBe(true);
    },
  },
  {
    name: 'an edited address against the booking that is being sent',
    left: (world) =>
      editOrders(world.workspace, [{ orderId: world.orderId(0), version: null }], {
        detail: '改后的地址 88 号',
      }),
    right: planAndSend,
    judge: async (left, _right, world) => {
      const { detail } = await world.order(0);
      const [shipment] = await world.shipmentsOf(0);
      // The order says what was sent, or the change was made before the order was frozen.
      if (shipment !== undefined && isOk(left)) expect(shipment.requestJson).toContain(detail);
    },
  },
  {
    name: 'an address edited in the queue against the booking that is being sent',
    before: planOne,
    left: (world) =>
      editOrders(world.workspace, [{ orderId: world.orderId(0), version: null }], {
        detail: '改后的地址 88 号',
      }),
    right: send,
    judge: async (left, _right, world) => {
      const { detail } = await world.order(0);
      const [shipment, ...more] = await world.shipmentsOf(0);
      expect(more).toEqual([]);
      expect(detail === '改后的地址 88 号').toBe(isOk(left));
      expect(shipment?.requestJson.includes(detail)).toBe(true);
      expect(world.liveEntries(0).length).toBeLessThanOrEqual(1);
    },
  },
  {
    name: 'a number bound by hand against the question that finds it',
    before: async (world) => {
      world.servers[0]?.faults.add({ kind: 'accept-then-drop', requestType: '1007', times: 1 });
      await planAndSend(world);
      await world.workspace.clock.advance(5_000);
    },
    left: (world) =>
      bindWaybill(world.workspace, {
        orderId: world.orderId(0),
        waybillNo: '75000000000001',
        carrier: 'ZTO',
      }),
    right: send,
    judge: async (left, _right, world) => {
      const order = await world.order(0);
      // Either the platform's number came first and the hand is refused, or the hand's stands and the other is told.
      expect(order.waybillNo).toBe(isOk(left) ? '75000000000001' : '73000000000400');
    },
  },
  {
    name: 'the backup account against the booking that is being sent',
    before: planOne,
    left: async (world) => {
      await giveBackUnsent(world.workspace, [world.orderId(0)], world.accountIds[0] ?? '');
      await world.plan([0], 1);
    },
    right: send,
    judge: (_left, _right, world) => expect(world.liveEntries(0).length).toBeLessThanOrEqual(1),
  },
  {
    name: 'a number given back against its label',
    before: async (world) => {
      await planAndSend(world);
      await queuePrints(world.workspace, [world.orderId(0)], 'virtual:');
    },
    left: (world) => voidBooking(world.workspace, world.orderId(0)),
    right: printDue,
    judge: async (left, _right, world) => {
      const { state } = await world.order(0);
      expect(isOk(left) ? state === 'cancelled' : state === 'booked', state).toBe(true);
    },
  },
  {
    name: 'a merge against the booking of one of its members',
    left: async (world) => {
      const orders = await Promise.all([world.order(0), world.order(1)]);
      return mergeOrders(
        world.workspace,
        orders.map(({ id, version }) => ({ orderId: id, version })),
      );
    },
    right: (world) => world.plan([0], 0),
    judge: (left, right) => expect(isOk(left) && plannedOf(right) === 1).toBe(false),
  },
];

async function run(race: Race, seed: number): Promise<void> {
  const chance = seededChance(seed);
  const world = await BookingWorld.open(2, seed);
  const late = async (contender: Contender): Promise<unknown> => {
    const ticks = Math.floor(chance() * 9);
    for (let tick = 0; tick < ticks; tick++) await new Promise(setImmediate);
    return contender(world);
  };
  try {
    await race.before?.(world);
    const [left, right] = await Promise.all([late(race.left), late(race.right)]);
    await race.judge(left, right, world);
    await world.settle();
    await world.expectPromisesKept();
  } finally {
    await world.close();
  }
}

describe('two at once: one wins, the other is informed', () => {
  const startedAt = performance.now();
  let passed = 0;

  it.each(races)('$name', async (race) => {
    for (let seed = 1; seed <= seeds; seed++) {
      await run(race, seed);
      passed++;
    }
  });

  afterAll(() =>
    recordFaults('races of two actions on one order', {
      cases: races.length * seeds,
      kills: 0,
      violations: races.length * seeds - passed,
      durationMs: performance.now() - startedAt,
    }),
  );
});
