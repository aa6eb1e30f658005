import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { faultPointsOf } from '../../electron/platform/faultPoint.ts';
import { recordFaults } from './recordFaults.ts';
import { openShipBench, type ShipBench } from './shipBench.ts';
import { triedWays } from './triedWays.ts';

const orders = 2;
const cases = faultPointsOf.pack.flatMap((point, index) => triedWays(index).map((way) => ({ point, way })));

/** Two booked orders without a label, at a bench that prints and closes with the first scan. */
async function openBench(): Promise<{ readonly bench: ShipBench; readonly orderNos: readonly string[] }> {
  const bench = await openShipBench(orders, 'virtual', 5);
  const sender = ['--account', 'kdn', '--sender', join(bench.folder, 'sender.json')];
  expect((await bench.run(['import', join(bench.folder, 'orders.csv')])).exitCode).toBe(0);
  expect((await bench.run(['dispatch', '--until-empty', ...sender])).exitCode).toBe(0);
  const rules = [
    '--print-at',
    'open',
    '--check-goods',
    'off',
    '--scan-label',
    'off',
    '--printer',
    'virtual:',
  ];
  expect((await bench.run(['pack', 'rules', ...rules])).exitCode).toBe(0);
  return { bench, orderNos: (await bench.store()).orders.map(({ orderNo }) => orderNo) };
}

const scan = (orderNo: string) => ['pack', 'scan', orderNo, '--gesture', `gun-${orderNo}`];

describe('an end at the packing bench', () => {
  const startedAt = performance.now();
  let passed = 0;

  it.concurrent.each(cases)(
    '$way at $point: the gesture sent again counts once, one label, one handover',
    async ({ point, way }) => {
      const { bench, orderNos } = await openBench();
      const [first = '', second = ''] = orderNos;
      const dying = {
        build: 'cli-faults',
        environment: { SHIPDESK_FAULT_POINT: `${point}:1:${way}` },
      } as const;
      try {
        if (point.startsWith('pack.')) {
          const ended = await bench.run(scan(first), dying);
          expect(ended.exitCode, ended.stderr).not.toBe(0);
        }
        for (const orderNo of [first, first, second])
          expect((await bench.run(scan(orderNo))).exitCode).toBe(0);
        const carrier = (await bench.store()).orders[0]?.bookedCarrier ?? '';
        const taken = await bench.run(['handover', 'take', carrier, '--json']);
        const { list } = JSON.parse(taken.stdout) as { readonly list: { readonly no: string } };
        const close = ['handover', 'close', list.no];
        if (point.startsWith('handover.')) {
          const ended = await bench.run(close, dying);
          expect(ended.exitCode, ended.stderr).not.toBe(0);
        }
        // Refused where it was on disk already.
        const again = await bench.run(close);
        expect(again.exitCode).toBe(point === 'handover.after-commit' ? 2 : 0);
        const store = await bench.store();
        expect(store.orders.map(({ state }) => state)).toEqual(['handed-over', 'handed-over']);
        for (const { id } of store.orders)
          expect(store.printJobs.filter(({ orderId }) => orderId === id)).toHaveLength(1);
        passed++;
      } finally {
        await bench.close();
      }
    },
  );

  afterAll(() =>
    recordFaults('packing and handing over, every durable step', {
      cases: cases.length,
      kills: faultPointsOf.pack.length,
      violations: cases.length - passed,
      durationMs: performance.now() - startedAt,
    }),
  );
});
