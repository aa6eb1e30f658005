import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServerStore } from '../../electron/store/server/openServerStore.ts';
import { addParcel } from '../../electron/usecases/booking/addParcel.ts';
import { giveBackUnsent } from '../../electron/usecases/booking/givingBack/giveBack.ts';
import { renumberOrder } from '../../electron/usecases/booking/givingBack/renumber.ts';
import { voidBooking } from '../../electron/usecases/booking/givingBack/void.ts';
import { retryRefused } from '../../electron/usecases/booking/planAgain.ts';
import { editOrders } from '../../electron/usecases/orders/editOrders.ts';
import { type PostgresServer, startPostgres } from '../doubles/servers/postgresServer.ts';
import { BookingWorld } from './bookingWorld.ts';
import { fault } from './platformFault.ts';
import { recordFaults } from './recordFaults.ts';
import { isWholeMatrix } from './triedWays.ts';

const orderCount = 3;
/** Schedules a run, each of up to 26 actions in a database of its own. */
const runs = Number(process.env.SHIPDESK_BENCH_SCHEDULES ?? (isWholeMatrix ? 150 : 6));

/** Whose hand it is in. */
const bench = fc.nat(1);
/** Which of the orders there are by then, further parcels among them. */
const at = fc.nat(7);
const action = fc.oneof(
  fc.record({
    kind: fc.constant('plan' as const),
    bench,
    nos: fc.subarray([0, 1, 2], { minLength: 1 }),
    account: fc.nat(1),
  }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('work' as const), bench }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('both' as const) }) },
  fc.record({ kind: fc.constant('wait' as const), seconds: fc.constantFrom(5, 12, 40, 150, 700, 4_000) }),
  fc.record({ kind: fc.constant('crash' as const), bench, ticks: fc.nat(12) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('lose' as const), bench, ticks: fc.nat(40) }) },
  fc.record({ kind: fc.constant('restart' as const), bench }),
  fc.record({ kind: fc.constant('void' as const), bench, at }),
  fc.record({ kind: fc.constant('retry' as const), bench, at }),
  fc.record({ kind: fc.constant('renumber' as const), at }),
  fc.record({ kind: fc.constant('extra' as const), at }),
  fc.record({ kind: fc.constant('edit' as const), at, phoneTail: fc.integer({ min: 1_000, max: 9_999 }) }),
  fc.record({ kind: fc.constant('backup' as const), from: fc.nat(1) }),
  fc.record({ kind: fc.constant('fault' as const), fault }),
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;
type Benches = readonly [BookingWorld, BookingWorld];

/** The same act at both benches in the same moment: the book lets one of them through, or both where that does no harm. */
async function atBoth<T>(benches: Benches, act: (world: BookingWorld) => Promise<T>): Promise<readonly T[]> {
  return Promise.all(benches.map(act));
}

/** More than there is ever due: what is put back for now is not claimed for ever. */
const mostClaims = 20;

/** One after the other, as a loop with one place does. The number of jobs. */
async function workOneByOne(world: BookingWorld): Promise<number> {
  let count = 0;
  while (count < mostClaims && (await world.work(1)) > 0) count += 1;
  return count;
}

/** Did it come to anything? At both benches: did each of them have a part in it? */
async function act(benches: Benches, step: Action): Promise<boolean> {
  const [first, second] = benches;
  const [world, other] = 'bench' in step && step.bench === 1 ? [second, first] : [first, second];
  const all = (await world.orders()).map(({ id }) => id);
  const orderId = 'at' in step ? (all[step.at % all.length] ?? '') : '';
  const asked = { version: null, orderId };
  switch (step.kind) {
    case 'plan':
      return (await world.plan(step.nos, step.account)).ok;
    case 'work':
      return (await world.work()) > 0;
    case 'both':
      return (await atBoth(benches, workOneByOne)).every((jobs) => jobs > 0);
    case 'wait':
      for (const { workspace } of benches) await workspace.clock.advance(step.seconds * 1_000);
      return (await atBoth(benches, workOneByOne)).every((jobs) => jobs > 0);
    case 'crash':
      await world.crash(step.ticks);
      return true;
    case 'lose':
      await world.lose(step.ticks, other);
      return true;
    case 'restart':
      await world.restart();
      return true;
    case 'void':
      return (await voidBooking(world.workspace, orderId)).ok;
    case 'retry': {
      const retried = await retryRefused(world.workspace, [orderId]);
      return retried.ok && retried.value > 0;
    }
    case 'renumber': {
      const wish = { ...asked, reason: '地址改了', isGivenBack: false };
      return (await atBoth(benches, ({ workspace }) => renumberOrder(workspace, wish))).some(({ ok }) => ok);
    }
    case 'extra': {
      const parcel = { ...asked, reason: '漏发', parcelCount: 1, goods: '', weightGrams: null };
      return (await addParcel(world.workspace, parcel)).ok;
    }
    case 'edit': {
      const patch = { 'receiver.phone': `1390000${step.phoneTail}` };
      return (await editOrders(world.workspace, [asked], patch)).ok;
    }
    case 'backup':
      return (await giveBackUnsent(world.workspace, all, world.accountIds[step.from] ?? '')) > 0;
    case 'fault':
      world.servers[step.fault.server]?.faults.add({
        ...step.fault.fault,
        requestType: step.fault.requestType,
        call: step.fault.call,
        times: 1,
      });
      return true;
  }
}

describe('any schedule of two benches on one book of a server', () => {
  const startedAt = performance.now();
  let server: PostgresServer | null = null;
  let books = 0;
  let tried = 0;
  let kept = 0;
  /** Steps by kind: those that came to something, of all. */
  const steps = new Map<Action['kind'], { through: number; all: number }>();

  async function take(benches: Benches, step: Action): Promise<void> {
    const seen = steps.get(step.kind) ?? { through: 0, all: 0 };
    steps.set(step.kind, seen);
    seen.all += 1;
    if (await act(benches, step)) seen.through += 1;
  }

  beforeAll(async () => {
    server = await startPostgres();
    if (server === null) return;
    const made = await openServerStore(placeOf('postgres'));
    if (made.ok) await made.value.close();
  });
  afterAll(async () => {
    const told = [...steps].map(([kind, { through, all }]) => `${kind} ${through} of ${all}`);
    process.stdout.write(`${tried} schedules of two benches: ${told.sort().join(', ')}\n`);
    recordFaults('random schedules of two benches on a server', {
      cases: tried,
      kills: 0,
      violations: tried - kept,
      durationMs: performance.now() - startedAt,
    });
    await server?.close();
    // A database for each schedule is to be removed, of a thousand files each.
  }, 600_000);

  const placeOf = (database: string) => ({
    host: '127.0.0.1',
    port: server?.port ?? 0,
    user: server?.user ?? '',
    database,
  });

  /** A copy of the empty book under a name of its own. */
  async function newBook(): Promise<string> {
    const name = `book${++books}`;
    const client = new Client(placeOf('template1'));
    await client.connect();
    await client.query(`create database ${name} template postgres`);
    await client.end();
    return name;
  }

  async function openBenches(): Promise<Benches> {
    const database = await newBook();
    const at = (id: string, seed: number) => ({
      seed,
      at: { id, isShared: true },
      async openBook(parts: Parameters<typeof openServerStore>[1]) {
        const opened = await openServerStore(placeOf(database), parts);
        if (!opened.ok) throw new Error(opened.code);
        return opened.value;
      },
    });
    const first = await BookingWorld.open(orderCount, 1, at('bench-0', 1));
    const second = await first.beside(at('bench-1', 1_001));
    for (const world of [first, second]) await world.start();
    return [first, second];
  }

  it(
    'books a wanted parcel at most once on both platforms together, and ends none of them in silence',
    async (test) => {
      if (server === null) return test.skip('no PostgreSQL is installed here');
      await fc.assert(
        fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 26 }), async (schedule) => {
          tried++;
          const benches = await openBenches();
          const [first, second] = benches;
          try {
            await first.plan([0, 1, 2], 0);
            for (const step of schedule) await take(benches, step);
            await first.settle([second]);
            await first.expectPromisesKept();
            kept++;
          } finally {
            await second.workspace.close();
            await first.close();
          }
        }),
        { numRuns: runs, seed: Number(process.env.SHIPDESK_SOAK_SEED ?? 20_261_129) },
      );
      expect(kept).toBe(tried);
      expect(steps.get('both')?.through, 'no schedule had both at work').toBeGreaterThan(0);
    },
    120_000 + runs * 20_000,
  );
});
