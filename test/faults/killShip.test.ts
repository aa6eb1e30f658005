import { afterAll, describe, expect, it } from 'vitest';
import { sheetOrder } from '../doubles/files/orderSheet.ts';
import { seededChance } from '../doubles/seededChance.ts';
import { recordFaults } from './recordFaults.ts';
import {
  expectJournalTrue,
  expectPapersTrue,
  expectPromisesKept,
  openShipBench,
  type ShipBench,
} from './shipBench.ts';
import { isWholeMatrix } from './triedWays.ts';

/** 140 kills with every change, 520 in `npm run test:matrix`; `npm run test:soak` asks for 10,000. */
const wantedKills = Number(process.env.SHIPDESK_SOAK_KILLS ?? (isWholeMatrix ? 520 : 140));
const killsATrial = 20;
const trials = Math.ceil(wantedKills / killsATrial);
/** Seeds of a soak start elsewhere each time when asked to; a failed seed is run again alone by this. */
const firstSeed = Number(process.env.SHIPDESK_SOAK_SEED ?? 1);

/**
 * 20 a second, and up to half a second of it before a kill on a machine that starts at once: more than a trial books between its kills, so
 * that every one of them meets work.
 */
const orders = 220;
/** Some kills hit the start, which takes half a second or, on a busy machine, two; most hit booking, printing or recovery. */
const shortestLifeMs = 150;
const workMs = 900;

/** Every so many-th kill meets an order being edited: one that waits in the queue leaves it and joins it again. */
const editEvery = 4;

/** Another phone for one of the last orders of the file; refused before it is there and once something of it may have left. */
function editOne(bench: ShipBench, random: () => number, endAfterMs: number | undefined) {
  const { orderNo } = sheetOrder(orders - 1 - Math.floor((random() * orders) / 4));
  const phone = `139${String(Math.floor(random() * 1e8)).padStart(8, '0')}`;
  return bench.run(['orders', 'edit', orderNo, '--set', `receiver.phone=${phone}`, '--json'], { endAfterMs });
}

/** Kills at random moments, also while it recovers from the last kill; then a run is left in peace. */
async function shipThroughKills(bench: ShipBench, random: () => number) {
  const startedAt = performance.now();
  await bench.run(['account', 'list', '--json'], {});
  const longestLifeMs = performance.now() - startedAt + workMs;
  let kills = 0;
  let edits = 0;
  for (let turn = 1; kills < killsATrial; turn++) {
    const endAfterMs = shortestLifeMs + random() * (longestLifeMs - shortestLifeMs);
    if (turn % editEvery === 0) {
      // Every other one is left in peace: on a busy machine none would get to its end.
      const edit = await editOne(bench, random, edits % 2 === 0 ? undefined : endAfterMs);
      if (edit.signal !== null) kills++;
      if (edit.exitCode === 0) edits++;
      continue;
    }
    const run = await bench.ship({ endAfterMs });
    if (run.signal === null) return { run, kills, edits };
    kills++;
  }
  return { run: await bench.ship(), kills, edits };
}

describe('kill -9 at a random moment, again and again', () => {
  const startedAt = performance.now();
  let passed = 0;
  let killed = 0;
  let edited = 0;

  it.concurrent.each(Array.from({ length: trials }, (_, index) => firstSeed + index))(
    'loses and doubles nothing (seed %i)',
    async (seed) => {
      const printerKind = seed % 3 === 0 ? 'virtual' : 'tcp';
      const bench = await openShipBench(orders, printerKind);
      try {
        const { run, kills, edits } = await shipThroughKills(bench, seededChance(seed));
        killed += kills;
        edited += edits;
        const store = await expectPromisesKept(bench, run);
        if (printerKind === 'virtual') expectJournalTrue(bench, store);
        else {
          await expectPapersTrue(bench, store);
          // One connection at a time: at most the label in hand is unsure at each kill.
          expect(store.printJobs.filter((job) => job.state === 'unsure').length).toBeLessThanOrEqual(kills);
        }
        // Every other trial, so that the whole stays short.
        if (seed % 2 === 0) {
          const again = await bench.ship();
          expect(JSON.parse(again.stdout)).toMatchObject({ imported: 0, booked: 0, printed: 0 });
          await expectPromisesKept(bench, again);
        }
        passed++;
      } finally {
        await bench.close();
      }
    },
  );

  afterAll(() => {
    recordFaults('kill -9 at random moments', {
      cases: trials,
      kills: killed,
      violations: trials - passed,
      durationMs: performance.now() - startedAt,
    });
    // A run that ends before its kill came proves nothing: nearly all must have met one.
    expect(killed).toBeGreaterThanOrEqual(0.95 * wantedKills);
    expect(edited).toBeGreaterThan(0);
  });
});
