import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../electron/platform/clock.ts';
import type { FaultPoint } from '../../electron/platform/faultPoint.ts';
import type { Order } from '../../electron/store/schema.ts';
import { hasPostgres } from '../doubles/servers/postgresServer.ts';
import { atPoint } from './awayHall.ts';
import { allPrinted, packedOrAsking } from './awayKills.ts';
import { recordFaults } from './recordFaults.ts';
import { ReopenHall } from './reopenHall.ts';

/** Which of two starts without the server is killed; the second one brings everything into the book. */
type Life = 1 | 2;

const cases: readonly (readonly [FaultPoint, Life])[] = [
  ['apart.before-mark', 1],
  ['apart.after-mark', 1],
  ['apart.after-journal', 1],
  ['apart.ready', 1],
  ['apart.after-mark', 2],
  ['apart.ready', 2],
  ['pack.before-commit', 1],
  ['pack.after-commit', 1],
  ['print.before-mark', 1],
  ['print.after-mark', 1],
  ['print.after-send', 1],
  ['print.after-settle', 2],
  ['apart.before-people', 2],
  ['apart.after-people', 2],
  ['away.before-commit', 2],
  ['away.after-commit', 2],
  ['apart.before-drop', 2],
  ['apart.after-drop', 2],
];

const ordersOfACase = 3;

describe.skipIf(!hasPostgres())('a window that is opened while its server is away, and killed', () => {
  const startedAt = performance.now();
  let passed = 0;
  let hall: ReopenHall;

  beforeAll(async () => {
    const opened = await ReopenHall.open(cases.length * ordersOfACase);
    if (opened === null) throw new Error('no server runs');
    hall = opened;
  });
  afterAll(async () => {
    const violations = cases.length - passed;
    const durationMs = performance.now() - startedAt;
    const { kills } = hall.bench;
    recordFaults('starting while the server is away', { cases: cases.length, kills, violations, durationMs });
    await hall.close();
  });

  /** Started until it stands, as a supervisor does. */
  async function startAway(fault: string): Promise<void> {
    const began = (await hall.start(fault)) ?? (await hall.start());
    expect(began).toMatchObject({ isAway: true });
  }

  let gestures = 0;

  /** Until it is packed, however often the bench dies; without its paper a person must decide, and it stays. */
  async function pack({ orderNo, waybillNo }: Order, isPaperless: boolean): Promise<void> {
    const opening = `opening-${orderNo}`;
    for (let tries = 0; tries < 400; tries++) {
      if (!hall.bench.isAlive) await hall.start();
      await hall.scan(orderNo, opening);
      const said = await hall.scan(waybillNo, `paper-${++gestures}-of-${orderNo}`);
      if (said?.says === 'closed' || said?.stop === 'already-packed') return;
      if (isPaperless && tries > 20) {
        await hall.scan('SHIPDESK-ABORT', `putting-back-${++gestures}`);
        return;
      }
      await systemClock.sleep(50);
    }
    throw new Error(`order ${orderNo} is not packed`);
  }

  it.each(cases.map(([point, life], no) => ({ point, life, no })))(
    'at $point of start $life: nothing is lost, nothing counts twice, no label comes out twice',
    async ({ point, life, no }) => {
      const begin = no * ordersOfACase;
      const orders = await Promise.all([0, 1, 2].map((one) => hall.order(begin + one)));
      const [first, second, third] = orders as [Order, Order, Order];
      const papers = hall.labels;
      const isPaperless = point === 'print.after-mark';
      expect(await hall.start()).toMatchObject({ isAway: false });
      await hall.bench.end('SIGKILL');
      await hall.stopServer();
      await startAway(life === 1 ? atPoint(point, 1) : '');
      await pack(first, isPaperless);
      await hall.bench.end('SIGKILL');
      await startAway(life === 2 ? atPoint(point, 1) : '');
      await pack(second, isPaperless);
      await hall.startServer();
      if (!(await hall.atBook())) expect(await hall.start()).toMatchObject({ isAway: false });
      await pack(third, false);
      await allPrinted(hall.book, hall.printer);
      const known = await packedOrAsking(hall.book, orders);
      // No paper that the book does not know of.
      expect(hall.labels - papers).toBeLessThanOrEqual(known);
      expect(hall.labels - papers).toBeGreaterThanOrEqual(orders.length - 1);
      await hall.bench.end();
      passed += 1;
    },
    180_000,
  );
});
