import { expect, it } from 'vitest';
import { systemClock } from '../../electron/platform/clock.ts';
import { seededChance } from '../doubles/seededChance.ts';
import { BenchHall } from './benchHall.ts';
import { expectPromisesKept, untilDone } from './hallPromises.ts';
import { hallSize, hallTimeoutMs } from './hallSize.ts';
import { recordFaults } from './recordFaults.ts';

const {
  benches: benchCount,
  orders: orderCount,
  breaks: killCount,
} = hallSize({ benches: 4, orders: 240, breaks: 8 });
/** Until a bench that sends a booking is killed; about as long as one takes. */
const longestMs = 400;

it(
  'benches that die at random, and a server that dies under them, lose and double nothing',
  async (test) => {
    const hall = await BenchHall.open(benchCount, orderCount);
    if (hall === null) return test.skip('no PostgreSQL is installed here');
    const startedAt = performance.now();
    let violations = 1;
    try {
      const gone = await killAtRandom(hall);
      // The last one does not come back: the others take over what it had in hand.
      const living = hall.benches.filter((bench) => bench !== gone);
      await untilDone(hall, living);
      expect(await hall.desk.store.read.shipments.inState('sending')).toEqual([]);
      // Its labels wait for its printer until the PC is switched on again.
      hall.start(gone);
      await untilDone(hall, hall.benches);
      expect(hall.bugs).toEqual([]);
      await expectPromisesKept(hall, orderCount);
      violations = 0;
    } finally {
      recordFaults('benches on one book', {
        cases: benchCount,
        kills: hall.kills,
        violations,
        durationMs: performance.now() - startedAt,
      });
      await hall.close();
    }
  },
  hallTimeoutMs,
);

/** One after the other of those that send a booking; half-way the server as well. The last one stays dead. */
async function killAtRandom(hall: BenchHall): Promise<BenchHall['benches'][number]> {
  const random = seededChance(Number(process.env.SHIPDESK_SOAK_SEED ?? 1));
  for (const bench of hall.benches) hall.start(bench);
  for (let kill = 1; ; kill++) {
    const busy = await hall.sending();
    await systemClock.sleep(random() * longestMs);
    const bench = busy[Math.floor(random() * busy.length)];
    if (bench === undefined) throw new Error(`nobody works: ${hall.bugs.join('\n')}`);
    await hall.kill(bench);
    if (kill === killCount) return bench;
    if (kill === killCount / 2) await hall.cutServer(1_000);
    hall.start(bench);
  }
}
