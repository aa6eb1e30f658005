import { describe, expect, it } from 'vitest';
import { faultPointsOf } from '../../electron/platform/faultPoint.ts';
import { hasPostgres } from '../doubles/servers/postgresServer.ts';
import { sampleOrder } from '../doubles/workspace/sampleOrder.ts';
import { atPoint } from './awayHall.ts';
import { awayKills } from './awayKills.ts';

const cases = faultPointsOf.intent.flatMap((point) => [1, 2].map((visit) => ({ point, visit })));
const ordersOfACase = 3;

describe.skipIf(!hasPostgres())(
  'a bench that is killed around changes of orders while its server is away',
  () => {
    const kills = awayKills('orders changed while the server is away', cases.length, {
      booked: 1,
      unsent: cases.length * ordersOfACase,
    });

    it.each(cases.map((one, no) => ({ ...one, no })))(
      'at $point, passing $visit: each change is in the book once',
      async ({ point, visit, no }) => {
        const { hall } = kills;
        const orderIds = Array.from(
          { length: ordersOfACase },
          (_, one) => sampleOrder(1 + no * ordersOfACase + one).id,
        );
        expect(await hall.start(atPoint(point, visit))).toBe(true);
        await hall.stopServer();
        const told = new Set<string>();
        for (const orderId of orderIds) {
          const said = await hall.ask({ orderId, remark: `改 ${orderId}` });
          if (said?.says === 'changed') told.add(orderId);
        }
        await hall.startServer();
        await hall.dead();
        expect(await hall.start()).toBe(true);
        for (const orderId of orderIds) {
          // What somebody was not told is done once more, by the order as it is seen now.
          if (!told.has(orderId) && (await remarkOf(orderId)) === '')
            expect((await hall.ask({ orderId, remark: `改 ${orderId}` }))?.says).toBe('changed');
          expect(await remarkOf(orderId)).toBe(`改 ${orderId}`);
          expect(await linesOf(orderId)).toEqual(['edited']);
        }
        await hall.end();
        kills.passed();
      },
    );

    const remarkOf = async (orderId: string): Promise<string> =>
      (await kills.hall.desk.store.read.orders.byId(orderId))?.sellerRemark ?? '';
    /** Nobody else works on these: no line of a conflict either. */
    const linesOf = async (orderId: string): Promise<string[]> =>
      (await kills.hall.desk.store.read.history.ofOrder(orderId)).map(({ kind }) => kind);
  },
);
