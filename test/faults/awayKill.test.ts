import { describe, expect, it } from 'vitest';
import { systemClock } from '../../electron/platform/clock.ts';
import { faultPointsOf } from '../../electron/platform/faultPoint.ts';
import type { Order } from '../../electron/store/schema.ts';
import { hasPostgres } from '../doubles/servers/postgresServer.ts';
import { sampleOrder } from '../doubles/workspace/sampleOrder.ts';
import { atPoint } from './awayHall.ts';
import { allPrinted, awayKills, packedOrAsking } from './awayKills.ts';

/** The bench packs one order at the book: two gestures, one label. Then the server goes away. */
const cases = [
  ['pack.before-commit', 3],
  ['pack.after-commit', 3],
  ['print.before-mark', 2],
  ['print.after-mark', 2],
  ['print.after-journal', 2],
  ['print.after-send', 2],
  ['print.after-settle', 2],
  ['pack.before-commit', 4],
  ['pack.after-commit', 4],
  ...faultPointsOf.away.map((point) => [point, 1] as const),
  ...faultPointsOf.away.map((point) => [point, 2] as const),
] as const;

const ordersOfACase = 4;

describe.skipIf(!hasPostgres())('a bench that is killed while its server is away', () => {
  const kills = awayKills('packing while the server is away', cases.length, {
    booked: cases.length * ordersOfACase,
  });

  const order = async (no: number): Promise<Order> => {
    const found = await kills.hall.desk.store.read.orders.byId(sampleOrder(no).id);
    if (found === undefined) throw new Error(`no order ${no}`);
    return found;
  };

  /** Scans it, waits for its paper, the only one on its way, and scans that. false: the bench died. */
  async function pack({ orderNo, waybillNo }: Order): Promise<boolean> {
    const { hall } = kills;
    const before = hall.printer.papers.length;
    const opened = await hall.scan(`opening-${orderNo}`, orderNo);
    if (opened?.says !== 'opened') return false;
    while (hall.printer.papers.length === before) {
      if (!hall.isAlive) return false;
      await systemClock.sleep(20);
    }
    return (await hall.scan(`label-of-${orderNo}`, waybillNo))?.says === 'closed';
  }

  /** The same gesture once more, and its paper. */
  async function packAgain(packed: Order): Promise<boolean> {
    await kills.hall.scan(`opening-${packed.orderNo}`, packed.orderNo);
    return closed(packed);
  }

  /** Its paper is scanned until it is there. false: the bench died. */
  async function closed({ orderNo, waybillNo }: Order): Promise<boolean> {
    for (let no = 0; kills.hall.isAlive; no++) {
      const said = await kills.hall.scan(`paper-${no}-of-${orderNo}`, waybillNo);
      if (said?.says === 'closed' || said?.stop === 'already-packed') return true;
      await systemClock.sleep(50);
    }
    return false;
  }

  it.each(cases.map(([point, visit], no) => ({ point, visit, no })))(
    'at $point, passing $visit: nothing is lost, nothing counts twice, no label comes out twice',
    async ({ point, visit, no }) => {
      const { hall } = kills;
      const begin = no * ordersOfACase;
      const orders = await Promise.all([0, 1, 2, 3].map((one) => order(begin + one)));
      const [first, second, third, fourth] = orders as [Order, Order, Order, Order];
      const papers = hall.printer.papers.length;
      expect(await hall.start(atPoint(point, visit))).toBe(true);
      expect(await pack(first)).toBe(true);
      await hall.stopServer();
      const isSecondDone = await pack(second);
      const isThirdDone = await pack(third);
      await hall.startServer();
      await hall.dead();
      expect(await hall.start()).toBe(true);
      // Of a label that was being sent only its paper says whether it came out, and these have none.
      const isPaperless = point === 'print.after-mark' || point === 'print.after-journal';
      if (!isSecondDone && !isPaperless) expect(await packAgain(second)).toBe(true);
      if (!isThirdDone) {
        await hall.scan(`putting-back-${second.orderNo}`, 'SHIPDESK-ABORT');
        expect(await packAgain(third)).toBe(true);
      }
      expect(await packAgain(fourth)).toBe(true);
      await allPrinted(hall.desk.store, hall.printer);
      expect(await hall.conflicts()).toEqual([]);
      await hall.end();
      // No paper that the book does not know of.
      const known = await packedOrAsking(hall.desk.store, orders);
      expect(hall.printer.papers.length - papers).toBeLessThanOrEqual(known);
      kills.passed();
    },
  );
});
