import { afterAll, describe, expect, it } from 'vitest';
import { type FaultPoint, faultPointsOf } from '../../electron/platform/faultPoint.ts';
import { recordFaults } from './recordFaults.ts';
import { openShipBench, type ShipBench } from './shipBench.ts';
import { triedWays } from './triedWays.ts';

const orders = 2;
const points = [...faultPointsOf.void, ...faultPointsOf.newNumber];
const cases = points.flatMap((point, index) => triedWays(index).map((way) => ({ point, way })));
const extraCases = faultPointsOf.extraParcel.flatMap((point, index) =>
  triedWays(index).map((way) => ({ point, way })),
);

/** Numbers of an order that the platform holds and nobody gave back, by the order codes they were booked under. */
const liveCodes = (bench: ShipBench, orderNo: string) =>
  bench.platform
    .ledger()
    .filter(({ orderCode, isCancelled }) => orderCode.startsWith(orderNo) && !isCancelled)
    .map(({ orderCode }) => orderCode);

const needsWord = (point: FaultPoint) => point.startsWith('renumber.after-word');
const renumber = (orderNo: string, ...more: string[]) => [
  'orders',
  'renumber',
  orderNo,
  '--reason',
  '快递公司要求换单',
  ...more,
];

async function firstOrderNo(bench: ShipBench): Promise<string> {
  expect((await bench.ship()).exitCode).toBe(0);
  return (await bench.store()).orders.at(-1)?.orderNo ?? '';
}

describe('an end while an order gets another number', () => {
  const startedAt = performance.now();
  let passed = 0;

  it.concurrent.each(cases)(
    '$way at $point: one number in the end, under the next code',
    async ({ point, way }) => {
      const bench = await openShipBench(orders, 'virtual', 5);
      try {
        const orderNo = await firstOrderNo(bench);
        const word = needsWord(point) ? ['--given-back'] : [];
        if (needsWord(point)) {
          await bench.platform.add({
            kind: 'reply',
            requestType: '1147',
            call: 1,
            times: 1,
            body: {
              EBusinessID: 'test1234567',
              Success: false,
              ResultCode: '105',
              Reason: '已揽收，不能取消',
            },
          });
          expect((await bench.run(renumber(orderNo))).exitCode).toBe(2);
        }
        const ended = await bench.run(renumber(orderNo, ...word), {
          build: 'cli-faults',
          environment: { SHIPDESK_FAULT_POINT: `${point}:1:${way}` },
        });
        expect(ended.exitCode, ended.stderr).not.toBe(0);
        // Whatever it was cut off in: asked once more, then what is ready is booked.
        await bench.run(renumber(orderNo, ...word));
        // The word was not on record yet: the platform is asked, and takes the number back this time.
        if (point === 'renumber.after-word') await bench.run(renumber(orderNo));
        const sender = ['--account', 'kdn', '--printer', 'virtual:'];
        await bench.run(['dispatch', '--until-empty', ...sender]);
        const store = await bench.store();
        const order = store.orders.find(({ orderNo: no }) => no === orderNo);
        const own = store.shipments.filter(({ orderId }) => orderId === order?.id);
        const booked = own.filter(({ state }) => state === 'booked');
        expect(booked.length, own.map(({ state }) => state).join()).toBeLessThanOrEqual(1);
        // Cut off before the reason was on disk and known later: the order is cancelled in words, or has one number.
        expect(['booked', 'cancelled']).toContain(order?.state);
        const live = liveCodes(bench, orderNo);
        // A number the platform would not take back is a person's word; it stays in the platform's books.
        const kept = needsWord(point) ? live.filter((code) => code !== orderNo) : live;
        expect(kept).toHaveLength(order?.state === 'booked' ? 1 : 0);
        if (order?.state === 'booked') expect(order.waybillNo).toBe(booked[0]?.waybillNo);
        passed++;
      } finally {
        await bench.close();
      }
    },
  );

  afterAll(() =>
    recordFaults('another number, every durable step', {
      cases: cases.length,
      kills: points.length,
      violations: cases.length - passed,
      durationMs: performance.now() - startedAt,
    }),
  );
});

describe('an end while a parcel is added', () => {
  const startedAt = performance.now();
  let passed = 0;

  it.concurrent.each(extraCases)('$way at $point: no second extra parcel', async ({ point, way }) => {
    const bench = await openShipBench(orders, 'virtual', 5);
    try {
      const orderNo = await firstOrderNo(bench);
      const extra = ['orders', 'extra', orderNo, '--reason', '一箱装不下'];
      const ended = await bench.run(extra, {
        build: 'cli-faults',
        environment: { SHIPDESK_FAULT_POINT: `${point}:1:${way}` },
      });
      expect(ended.exitCode, ended.stderr).not.toBe(0);
      const again = await bench.run(extra);
      // Made already and not booked yet: told, not made twice.
      expect(again.exitCode, again.stderr).toBe(point === 'extra.after-commit' ? 2 : 0);
      await bench.run(['dispatch', '--until-empty', '--account', 'kdn', '--printer', 'virtual:']);
      expect(liveCodes(bench, orderNo).sort()).toEqual([orderNo, `${orderNo}-X1`]);
      passed++;
    } finally {
      await bench.close();
    }
  });

  afterAll(() =>
    recordFaults('an extra parcel, every durable step', {
      cases: extraCases.length,
      kills: faultPointsOf.extraParcel.length,
      violations: extraCases.length - passed,
      durationMs: performance.now() - startedAt,
    }),
  );
});
