import { afterAll, afterEach, expect, it } from 'vitest';
import { changeAccount } from '../../electron/usecases/accounts/changeAccount.ts';
import { bookShipment } from '../../electron/usecases/booking/book.ts';
import { seededChance } from '../doubles/seededChance.ts';
import { BookingWorld } from './bookingWorld.ts';
import { recordFaults } from './recordFaults.ts';

const orders = 50;
/** Calls side by side, as the queue makes them. */
const hands = 4;
const newKey = 'aaaaaaaa-2222-3333-4444-555555555555';

let world: BookingWorld | null = null;
let cases = 0;
const startedAt = Date.now();
afterEach(() => world?.close());
afterAll(() =>
  recordFaults('A key changed while bookings run', {
    cases,
    kills: 0,
    violations: 0,
    durationMs: Date.now() - startedAt,
  }),
);

/** Takes one job after the other until nothing is due, as one of several workers would. */
async function workAlone({ workspace }: BookingWorld): Promise<void> {
  for (;;) {
    const now = workspace.clock.now();
    const [job] = await workspace.store.write((write) => write.jobs.claim(['book', 'find'], 1, now));
    if (job === undefined) return;
    await bookShipment(workspace, job);
  }
}

it.each([1, 2, 3, 4, 5])(
  'a key changed while 50 bookings run: none is made twice, and the next call has the new key (seed %i)',
  async (seed) => {
    world = await BookingWorld.open(orders, seed);
    const [server] = world.servers;
    if (server === undefined) throw new Error('no platform');
    const chance = seededChance(seed);
    // Some answers are lost, so that what the old key has booked is asked for with the new one.
    for (let no = 0; no < orders; no++)
      if (chance() < 0.2)
        server.faults.add({ kind: 'accept-then-drop', orderCode: (await world.order(no)).orderNo, times: 1 });
    await world.plan([...Array(orders).keys()], 0);
    server.otherKeys.push(newKey);
    const accountId = world.accountIds[0] ?? '';
    const changeAt = 5 + Math.floor(chance() * 30);
    const change = async (open: BookingWorld) => {
      while (server.requests.length < changeAt) await new Promise(setImmediate);
      const changed = await changeAccount(open.workspace, { accountId, secret: newKey, isUntested: false });
      expect(changed).toMatchObject({ ok: true, value: { isSaved: true } });
      return server.requests.length;
    };
    const opened = world;
    const work = async () => {
      for (let round = 0; round < 4; round++) {
        await Promise.all(Array.from({ length: hands }, () => workAlone(opened)));
        await opened.workspace.clock.advance(2_000);
      }
    };
    const [changedAt] = await Promise.all([change(opened), work()]);
    const keys = server.requests.map((call) => server.keyOf(call));
    // Each hand may have had one call on its way when the key was changed; its next one has the new key.
    const late = keys.slice(changedAt).filter((key) => key !== newKey).length;
    expect(late).toBeLessThanOrEqual(hands);
    expect(keys.filter((key) => key === newKey).length).toBeGreaterThan(orders - changeAt - 2 * hands);
    expect(keys.slice(0, changeAt).filter((key) => key === newKey)).toEqual([]);
    await world.settle();
    await world.expectPromisesKept();
    expect(server.ledger.lines).toHaveLength(orders);
    for (let no = 0; no < orders; no++) expect((await world.order(no)).state).toBe('booked');
    cases += 1;
  },
);
