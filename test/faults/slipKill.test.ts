import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { faultPointsOf } from '../../electron/platform/faultPoint.ts';
import { recordFaults } from './recordFaults.ts';
import { openShipBench } from './shipBench.ts';
import { triedWays } from './triedWays.ts';

const points = [...faultPointsOf.pack.filter((point) => point.startsWith('pack.')), ...faultPointsOf.slip];
const cases = points.flatMap((point, index) => triedWays(index).map((way) => ({ point, way })));

/** An end between the mark and the first byte: nobody can know that nothing came out, so a person looks. */
const papersAfter = (point: string): number => (point === 'slip.after-mark' ? 0 : 1);

describe('an end between putting a parcel aside and its slip', () => {
  const startedAt = performance.now();
  let passed = 0;

  it.concurrent.each(cases)(
    '$way at $point: the slip is not lost, and never comes out twice',
    async ({ point, way }) => {
      const bench = await openShipBench(1, 'tcp', 5);
      const dying = {
        build: 'cli-faults',
        environment: { SHIPDESK_FAULT_POINT: `${point}:1:${way}` },
      } as const;
      try {
        expect((await bench.run(['import', join(bench.folder, 'orders.csv')])).exitCode).toBe(0);
        const uri = `tcp://127.0.0.1:${bench.printer.port}?lang=escpos`;
        expect((await bench.run(['printer', 'add', uri, '--name', 'slips'])).exitCode).toBe(0);
        const rules = ['--check-goods', 'off', '--slip-printer', 'slips'];
        expect((await bench.run(['pack', 'rules', ...rules])).exitCode).toBe(0);
        const { orderNo = '' } = (await bench.store()).orders[0] ?? {};
        const scan = ['pack', 'scan', orderNo, '--gesture', 'gun-slip-0001'];
        const ended = await bench.run(scan, dying);
        expect(ended.exitCode, ended.stderr).not.toBe(0);
        for (let again = 0; again < 2; again++) expect((await bench.run(scan)).exitCode).toBe(0);
        await bench.printer.idle();
        expect(bench.printer.papers).toHaveLength(papersAfter(point));
        const list = JSON.parse((await bench.run(['pack', 'list', '--aside', '--json'])).stdout);
        const slipState = (faultPointsOf.slip as readonly string[]).includes(point) ? 'unsure' : 'printed';
        expect(list).toMatchObject({ total: 1, parcels: [{ orderNo, slipState }] });
        passed++;
      } finally {
        await bench.close();
      }
    },
  );

  afterAll(() =>
    recordFaults('the slip of a parcel put aside, every durable step', {
      cases: cases.length,
      kills: points.length,
      violations: cases.length - passed,
      durationMs: performance.now() - startedAt,
    }),
  );
});
