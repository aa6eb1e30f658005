import { describe, expect, it } from 'vitest';
import { seededChance } from '../doubles/seededChance.ts';
import {
  expectJournalTrue,
  expectPapersTrue,
  expectPromisesKept,
  openShipBench,
  type ShipBench,
} from './shipBench.ts';

const trials = 30;
const orders = 40;
/** A run of the whole file takes about 3.5 s: start, 40 bookings at 20 a second, the last labels. */
const longestLifeMs = 3_500;
const mostKills = 4;

/** Kills at random moments until a run ends by itself; the last one is left in peace. */
async function shipThroughKills(bench: ShipBench, random: () => number) {
  let kills = 0;
  for (;;) {
    const endAfterMs = kills < mostKills ? 150 + random() * longestLifeMs : undefined;
    const run = await bench.ship({ endAfterMs });
    if (run.signal === null) return { run, kills };
    kills++;
  }
}

describe('kill -9 at a random moment, again and again', () => {
  it.concurrent.each(Array.from({ length: trials }, (_, index) => index + 1))(
    'loses and doubles nothing (seed %i)',
    async (seed) => {
      const printerKind = seed % 3 === 0 ? 'virtual' : 'tcp';
      const bench = await openShipBench(orders, printerKind);
      try {
        const { run, kills } = await shipThroughKills(bench, seededChance(seed));
        const store = await expectPromisesKept(bench, run);
        if (printerKind === 'virtual') expectJournalTrue(bench, store);
        else {
          await expectPapersTrue(bench, store);
          // One connection at a time: at most the label in hand is unsure at each kill.
          expect(store.printJobs.filter((job) => job.state === 'unsure').length).toBeLessThanOrEqual(kills);
        }
        // Every other trial, so that the whole stays under four minutes.
        if (seed % 2 === 0) return;
        const again = await bench.ship();
        expect(JSON.parse(again.stdout)).toMatchObject({ imported: 0, booked: 0, printed: 0 });
        await expectPromisesKept(bench, again);
      } finally {
        await bench.close();
      }
    },
  );
});
