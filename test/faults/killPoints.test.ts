import { afterAll, describe, expect, it } from 'vitest';
import { type FaultPoint, type FaultWay, faultPointsOf } from '../../electron/platform/faultPoint.ts';
import type { ProgramRun } from '../doubles/program/shipdeskProgram.ts';
import { recordFaults } from './recordFaults.ts';
import { expectJournalTrue, expectPapersTrue, expectPromisesKept, openShipBench } from './shipBench.ts';
import { isWholeMatrix, triedWays } from './triedWays.ts';

/** Points at which a label may be out without us knowing. */
const mayBePaper: readonly FaultPoint[] = ['print.after-mark', 'print.after-journal', 'print.after-send'];

const printerKinds = ['tcp', 'virtual'] as const;

/** Steps a run of one file passes only once, or hardly more often. */
const isPassedOnce = (point: FaultPoint): boolean =>
  point.startsWith('find') ||
  point === 'import.after-batch' ||
  (point.startsWith('plan') && point !== 'plan.in-chunk');

// By turns with one kind of printer or the other; in the whole matrix a power cut meets both.
const cases = faultPointsOf.booking.flatMap((point, index) =>
  triedWays(index).flatMap((way, turn) =>
    printerKinds
      .filter((kind) => (isWholeMatrix && way === 'kill') || kind === printerKinds[(index + turn) % 2])
      .map((printerKind) => ({ point, way, printerKind, visit: isPassedOnce(point) ? 1 : 3 })),
  ),
);

function expectEnded(run: ProgramRun, way: FaultWay): void {
  if (way === 'kill') expect(run.signal, run.stderr).toBe('SIGKILL');
  else if (way === 'exit') expect(run.exitCode, run.stderr).toBe(70);
  else expect(run.exitCode, run.stderr).toBe(1);
}

describe('an end at each durable step: kill -9, a bug that throws, an exit', () => {
  const startedAt = performance.now();
  let passed = 0;

  it.concurrent.each(cases)(
    '$way at $point, $printerKind printer, passing $visit',
    async ({ point, way, printerKind, visit }) => {
      const bench = await openShipBench(6, printerKind, 5, 3);
      try {
        if (point.startsWith('find.'))
          await bench.platform.add({ kind: 'accept-then-drop', requestType: '1007', call: 2, times: 1 });
        const ended = await bench.ship({
          build: 'cli-faults',
          environment: { SHIPDESK_FAULT_POINT: `${point}:${visit}:${way}` },
        });
        expectEnded(ended, way);
        const run = await bench.ship();
        const store = await expectPromisesKept(bench, run);
        if (printerKind === 'virtual') expectJournalTrue(bench, store);
        else {
          await expectPapersTrue(bench, store);
          const unsure = store.printJobs.filter((job) => job.state === 'unsure').length;
          // An end while booking may catch the printer at work beside it.
          if (mayBePaper.includes(point)) expect(unsure).toBe(1);
          else expect(unsure).toBeLessThanOrEqual(1);
        }
        passed++;
      } finally {
        await bench.close();
      }
    },
  );

  afterAll(() =>
    recordFaults('booking and printing, every durable step', {
      cases: cases.length,
      kills: cases.filter(({ way }) => way === 'kill').length,
      violations: cases.length - passed,
      durationMs: performance.now() - startedAt,
    }),
  );
});
