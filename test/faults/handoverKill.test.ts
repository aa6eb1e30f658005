import { describe, expect, it } from 'vitest';
import type { Order } from '../../electron/store/schema.ts';
import { hasPostgres } from '../doubles/servers/postgresServer.ts';
import { sampleOrder } from '../doubles/workspace/sampleOrder.ts';
import { atPoint } from './awayHall.ts';
import { awayKills } from './awayKills.ts';

/** A parcel passes the steps of a list twice: the list is asked for, and the parcel put on it. */
const cases = [
  ...([4, 6] as const).flatMap((visit) => [
    { isBegunBefore: true, point: 'list.before-commit', visit } as const,
    { isBegunBefore: true, point: 'list.after-commit', visit } as const,
  ]),
  ...([1, 2] as const).flatMap((visit) => [
    { isBegunBefore: false, point: 'list.before-commit', visit } as const,
    { isBegunBefore: false, point: 'list.after-commit', visit } as const,
  ]),
  ...[true, false].flatMap((isBegunBefore) =>
    (
      [
        'handover.before-commit',
        'handover.after-commit',
        'list.before-mark-commit',
        'list.after-mark-commit',
      ] as const
    ).map((point) => ({ isBegunBefore, point, visit: 1 })),
  ),
];
const ordersOfACase = 3;
const carrier = 'SF';

describe.skipIf(!hasPostgres())('a bench that is killed around handing over while its server is away', () => {
  const kills = awayKills('parcels handed over while the server is away', cases.length, {
    booked: cases.length * ordersOfACase,
  });

  it.each(cases.map((one, no) => ({ ...one, no })))(
    'at $point, passing $visit, the list begun before: $isBegunBefore: each parcel leaves once, on one list',
    async ({ isBegunBefore, point, visit, no }) => {
      const { hall } = kills;
      const ids = Array.from({ length: ordersOfACase }, (_, one) => sampleOrder(no * ordersOfACase + one).id);
      const orders = await Promise.all(ids.map(order));
      await hall.packAtDesk(orders.map(({ orderNo }) => orderNo));
      expect(await hall.start(atPoint(point, visit))).toBe(true);
      if (!isBegunBefore) await hall.stopServer();
      const told = [];
      for (const [at, { waybillNo }] of orders.entries()) {
        if (await isSaid('out', waybillNo)) told.push(waybillNo);
        if (isBegunBefore && at === 0) await hall.stopServer();
      }
      const isSigned = await isSaid('signed');
      await hall.startServer();
      await hall.dead();
      expect(await hall.start()).toBe(true);
      for (const waybillNo of told) expect(await listOf(waybillNo)).toBeDefined();
      if (isSigned) expect(await states(ids)).toEqual(ids.map(() => 'handed-over'));
      await finish(ids);
      expect(await hall.conflicts()).toEqual([]);
      await hall.end();
      await leftOnce(orders);
      kills.passed();
    },
  );

  const order = async (id: string): Promise<Order> => {
    const found = await kills.hall.desk.store.read.orders.byId(id);
    if (found === undefined) throw new Error(`no order ${id}`);
    return found;
  };
  const states = async (ids: readonly string[]) =>
    (await Promise.all(ids.map(order))).map(({ state }) => state);
  const isSaid = async (says: string, code?: string): Promise<boolean> =>
    (await kills.hall.ask({ carrier, code }))?.says === says;
  const listOf = async (waybillNo: string) => {
    const { handovers } = kills.hall.desk.store.read;
    return handovers.byId((await handovers.parcel(waybillNo))?.handoverId ?? '');
  };

  /** What somebody was not told of is done once more, by what the book says now. */
  async function finish(ids: readonly string[]): Promise<void> {
    const { hall } = kills;
    const left = (await Promise.all(ids.map(order))).filter(({ state }) => state !== 'handed-over');
    for (const { waybillNo } of left)
      expect(['out', 'repeated']).toContain((await hall.ask({ carrier, code: waybillNo }))?.says);
    if (left.length > 0) expect(await isSaid('signed')).toBe(true);
  }

  async function leftOnce(orders: readonly Order[]): Promise<void> {
    const { read } = kills.hall.desk.store;
    const lists = new Set<string>();
    for (const { id, waybillNo } of orders) {
      const list = await listOf(waybillNo);
      expect(list).toMatchObject({ state: 'closed', parcels: ordersOfACase });
      lists.add(list?.no ?? '');
      expect((await order(id)).state).toBe('handed-over');
      const lines = (await read.history.ofOrder(id)).map(({ kind }) => kind);
      expect(lines.filter((kind) => kind === 'handed-over')).toHaveLength(1);
    }
    expect(lists.size).toBe(1);
    expect(await read.handovers.allOpen()).toEqual([]);
  }
});
