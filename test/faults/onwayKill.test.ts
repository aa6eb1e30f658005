import { describe, expect, it } from 'vitest';
import { systemClock } from '../../electron/platform/clock.ts';
import { faultPointsOf } from '../../electron/platform/faultPoint.ts';
import { hasPostgres } from '../doubles/servers/postgresServer.ts';
import { sampleOrder } from '../doubles/workspace/sampleOrder.ts';
import { atPoint } from './awayHall.ts';
import { allPrinted, awayKills } from './awayKills.ts';
import { isWholeMatrix } from './triedWays.ts';

const labelsOfAWave = 10;
/** So many have come out when the server is stopped. */
const outBefore = 2;
/** One more is in hand then, perhaps two. */
const whileAway = 7;

const printSteps = [
  'print.before-mark',
  'print.after-mark',
  'print.after-journal',
  'print.after-send',
  'print.after-settle',
] as const;
const wholeMatrix = [
  ...printSteps.map((point) => [point, outBefore + 1] as const),
  ...printSteps.map((point) => [point, whileAway] as const),
  ...(['apart.before-mark', 'apart.after-mark', 'apart.after-journal', 'apart.ready'] as const).map(
    (point) => [point, 1] as const,
  ),
  ...faultPointsOf.paper.map((point) => [point, 1] as const),
  ['apart.before-drop', 1],
  ['apart.after-drop', 1],
  // Alive all the time, while the server goes twice.
  [null, 0],
] as const;
/** A case takes forty seconds: with every change each third is tried, among them the server that goes twice. */
const cases = wholeMatrix.filter((_, no) => isWholeMatrix || (wholeMatrix.length - 1 - no) % 3 === 0);

describe.skipIf(!hasPostgres())('a bench whose labels are coming out when its server goes', () => {
  const kills = awayKills('labels on their way when the server goes', cases.length, {
    booked: cases.length * labelsOfAWave,
  });

  const papers = (): number => kills.hall.printer.papers.length;

  /** Until so many papers lie there. false: the bench died before. */
  async function lie(count: number): Promise<boolean> {
    while (papers() < count) {
      if (!kills.hall.isAlive) return false;
      await systemClock.sleep(5);
    }
    return true;
  }

  it.each(cases.map(([point, visit], no) => ({ point, visit, no })))(
    'and which is killed at $point, passing $visit: each label comes out once, or asks',
    async ({ point, visit, no }) => {
      const { hall } = kills;
      const ids = Array.from({ length: labelsOfAWave }, (_, one) => sampleOrder(no * labelsOfAWave + one).id);
      const before = papers();
      hall.takesMs = 60;
      expect(await hall.start(point === null ? '' : atPoint(point, visit))).toBe(true);
      expect((await hall.ask({ wave: ids }))?.says).toBe('queued');
      await lie(before + outBefore);
      await hall.stopServer();
      if (point === null) {
        await lie(before + outBefore + 3);
        await hall.startServer();
        while ((await hall.ask({ asks: 'conflicts' }))?.isAway !== false) await systemClock.sleep(20);
        await hall.stopServer();
      }
      await lie(before + labelsOfAWave);
      await hall.startServer();
      if (point !== null) {
        await hall.dead();
        expect(await hall.start()).toBe(true);
      }
      await allPrinted(hall.desk.store, hall.printer);
      expect(await hall.conflicts()).toEqual([]);
      await hall.end();
      await promisesKept(ids, before);
      kills.passed();
    },
  );

  async function promisesKept(ids: readonly string[], before: number): Promise<void> {
    const { read } = kills.hall.desk.store;
    const labels = (await Promise.all(ids.map((id) => read.printJobs.ofOrder(id)))).flat();
    expect(labels).toHaveLength(ids.length);
    const unsure = labels.filter(({ state }) => state === 'unsure').length;
    const out = labels.filter(({ state }) => state === 'accepted').length;
    expect(unsure + out).toBe(ids.length);
    // What was being sent at the kill alone.
    expect(unsure).toBeLessThanOrEqual(1);
    const came = kills.hall.printer.papers
      .slice(before)
      .map((paper) => Buffer.from(paper).toString('latin1'));
    expect(new Set(came).size).toBe(came.length);
    expect(came.length).toBeGreaterThanOrEqual(out);
    expect(came.length).toBeLessThanOrEqual(out + unsure);
    expect(await read.jobs.counts()).toEqual([]);
  }
});
