import { describe, expect, it } from 'vitest';
import { type FaultPoint, faultPoints } from '../../electron/platform/faultPoint.ts';
import { expectJournalTrue, expectPapersTrue, expectPromisesKept, openShipBench } from './shipBench.ts';

/** Points at which a label may be out without us knowing. */
const mayBePaper: readonly FaultPoint[] = ['print.after-mark', 'print.after-journal', 'print.after-send'];

const cases = faultPoints.flatMap((point) => [
  { point, printerKind: 'tcp' as const, visit: 1 },
  {
    point,
    printerKind: 'virtual' as const,
    visit:
      point.startsWith('find') || point.includes('.after-batch') || point.includes('.after-chunk') ? 1 : 3,
  },
]);

describe('kill -9 at each durable step', () => {
  it.concurrent.each(cases)(
    '$point, $printerKind printer, passing $visit',
    async ({ point, printerKind, visit }) => {
      const bench = await openShipBench(6, printerKind, 5);
      try {
        if (point.startsWith('find.'))
          await bench.platform.add({ kind: 'accept-then-drop', requestType: '1007', call: 2, times: 1 });
        const killed = await bench.ship({
          build: 'cli-faults',
          environment: { SHIPDESK_FAULT_POINT: `${point}:${visit}` },
        });
        expect(killed.signal, killed.stderr).toBe('SIGKILL');
        const run = await bench.ship();
        const store = await expectPromisesKept(bench, run);
        if (printerKind === 'virtual') expectJournalTrue(bench, store);
        else {
          await expectPapersTrue(bench, store);
          const unsure = store.printJobs.filter((job) => job.state === 'unsure').length;
          // A kill while booking may catch the printer at work beside it.
          if (mayBePaper.includes(point)) expect(unsure).toBe(1);
          else expect(unsure).toBeLessThanOrEqual(1);
        }
      } finally {
        await bench.close();
      }
    },
  );
});
