import { expect, it } from 'vitest';
import { systemClock } from '../../electron/platform/clock.ts';
import { startMovingAddress } from '../doubles/servers/movingAddress.ts';
import { startReplica } from '../doubles/servers/postgresReplica.ts';
import { startPostgres } from '../doubles/servers/postgresServer.ts';
import { BenchHall } from './benchHall.ts';
import { expectPromisesKept, untilDone } from './hallPromises.ts';
import { hallSize, hallTimeoutMs } from './hallSize.ts';
import { recordFaults } from './recordFaults.ts';

const { benches: benchCount, orders: orderCount } = hallSize({ benches: 3, orders: 90, breaks: 0 });

/** A primary, what follows it, and an address that leads to whichever is to be written. */
async function openHall() {
  const primary = await startPostgres();
  if (primary === null) return null;
  const replica = await startReplica(primary);
  const address = await startMovingAddress(primary.port);
  const server = {
    ...primary,
    port: address.port,
    async close() {
      await address.close();
      await replica.close();
      await primary.close();
    },
  };
  return { primary, replica, address, hall: await BenchHall.on(server, benchCount, orderCount) };
}

/** Numbers that stand in the book; null: nobody answers. */
const booked = ({ desk }: BenchHall): Promise<number | null> =>
  desk.store.read.shipments.inState('booked').then(
    ({ length }) => length,
    () => null,
  );

it(
  'a primary that dies under the benches and a replica that takes its place lose and double nothing',
  async (test) => {
    const opened = await openHall();
    if (opened === null) return test.skip('no PostgreSQL is installed here');
    const { primary, replica, address, hall } = opened;
    const startedAt = performance.now();
    let violations = 1;
    try {
      // In turns they come by the address that moves, know the primary alone and are given the new one, or know both servers.
      const given = hall.benches.filter(({ no }) => no % 3 === 1);
      for (const bench of given) bench.ports = [primary.port];
      for (const bench of hall.benches.filter(({ no }) => no % 3 === 2))
        bench.ports = [primary.port, replica.port];
      for (const bench of hall.benches) hall.start(bench);
      while (((await booked(hall)) ?? 0) < orderCount / 3) await systemClock.sleep(50);
      await hall.sending();
      const stoppedAt = performance.now();
      await primary.stopNow();
      await replica.promote();
      address.moveTo(replica.port);
      for (const bench of given) {
        bench.ports = [replica.port];
        await hall.kill(bench);
        hall.start(bench);
      }
      const before = await untilAnswered(hall);
      while (((await booked(hall)) ?? 0) <= before && hall.bugs.length === 0) await systemClock.sleep(20);
      const tookOverMs = Math.round(performance.now() - stoppedAt);
      process.stdout.write(`first number behind the promotion after ${tookOverMs} ms\n`);
      await untilDone(hall, hall.benches);
      expect(hall.bugs).toEqual([]);
      await expectPromisesKept(hall, orderCount);
      violations = 0;
    } finally {
      recordFaults('a primary that dies, a replica that takes its place', {
        cases: benchCount,
        kills: hall.kills + 1,
        violations,
        durationMs: performance.now() - startedAt,
      });
      await hall.close();
    }
  },
  hallTimeoutMs,
);

/** What the promoted server has of what was told before. */
async function untilAnswered(hall: BenchHall): Promise<number> {
  for (;;) {
    const found = await booked(hall);
    if (found !== null) return found;
    await systemClock.sleep(20);
  }
}
