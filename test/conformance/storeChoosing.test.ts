import { describe, expect, it } from 'vitest';
import { sampleOrder } from '../doubles/workspace/sampleOrder.ts';
import { sampleShipment } from '../doubles/workspace/sampleShipment.ts';
import { storeDesk } from '../doubles/workspace/storeDesk.ts';
import { engines } from './storeEngines.ts';

describe.each(engines)('rules and freight in the store on $name', ({ open }) => {
  const desk = storeDesk(open);

  const version = (no: number) => ({
    versionNo: no,
    setJson: `{"no":${no}}`,
    rules: no,
    backTo: 0,
    savedAt: no * 10,
  });

  it('a version number is given once, and the highest is in force', async () => {
    const adding = (no: number) => desk.store.write(({ rules }) => rules.add(version(no)));
    expect([await adding(1), await adding(2), await adding(2)]).toEqual([true, true, false]);
    expect(await desk.store.read.rules.latest()).toEqual(version(2));
    expect(await desk.store.read.rules.version(1)).toEqual(version(1));
    expect((await desk.store.read.rules.list(10)).map((row) => row.versionNo)).toEqual([2, 1]);
    expect((await desk.store.read.rules.list(1)).map((row) => row.versionNo)).toEqual([2]);
  });

  it('a rule passed is remembered for its order, once', async () => {
    await desk.store.write(async ({ rules }) => {
      await rules.addPass('o1', 'r1', 1);
      await rules.addPass('o1', 'r1', 2);
      await rules.addPass('o2', '', 3);
    });
    expect(await desk.store.read.rules.passesOf(['o1'])).toEqual([{ orderId: 'o1', ruleId: 'r1', at: 1 }]);
    expect(await desk.store.read.rules.passesOf(['o1', 'o2'])).toHaveLength(2);
  });

  it('a booking counts to one arm, the last it was made under, and can leave', async () => {
    const share = { shipmentId: 's1', orderId: 'o1', experimentId: 'x', arm: 'old' as const };
    await desk.store.write(async ({ rules, shipments, orders }) => {
      await orders.insertMany([sampleOrder(1)]);
      await shipments.insert(sampleShipment());
      await rules.noteShare(share);
      await rules.noteShare({ ...share, arm: 'new' });
    });
    const counts = async () => [
      (await desk.store.read.rules.bookingsOf('x', 'old')).length,
      (await desk.store.read.rules.bookingsOf('x', 'new')).length,
    ];
    expect(await counts()).toEqual([0, 1]);
    expect(await desk.store.read.rules.countPrints('x', 'new', ['failed'])).toBe(0);
    expect(await desk.store.read.rules.tracking('x', 'new')).toEqual([]);
    await desk.store.write(({ rules }) => rules.dropShare('s1'));
    expect(await counts()).toEqual([0, 0]);
  });

  it('past orders come newest first, without those that are nobody’s parcel', async () => {
    await desk.store.write(({ orders }) =>
      orders.insertMany([
        sampleOrder(1, { createdAt: 10 }),
        sampleOrder(2, { createdAt: 20 }),
        sampleOrder(3, { createdAt: 20, state: 'merged' }),
        sampleOrder(4, { createdAt: 20, state: 'delivered' }),
      ]),
    );
    const noOf = async (at: number, limit: number) =>
      (await desk.store.read.rules.since(at, limit)).map(({ id }) => id);
    expect(await noOf(20, 9)).toEqual([sampleOrder(4).id, sampleOrder(2).id]);
    expect(await noOf(0, 2)).toEqual([sampleOrder(4).id, sampleOrder(2).id]);
  });

  it('a price table is replaced by its id, an answer of a platform by its question', async () => {
    const table = { id: 't1', carrier: 'ZTO', accountId: '', tableJson: '{}', savedAt: 1 };
    const answer = { accountId: 'a1', carrier: 'SF', questionKey: 'q', amountFen: 900, checkedAt: 5 };
    await desk.store.write(async ({ freight }) => {
      await freight.putTable(table);
      await freight.putTable({ ...table, carrier: 'YTO', savedAt: 2 });
      await freight.putAnswer(answer);
      await freight.putAnswer({ ...answer, amountFen: 800, checkedAt: 9 });
    });
    expect(await desk.store.read.freight.tables()).toEqual([{ ...table, carrier: 'YTO', savedAt: 2 }]);
    expect(await desk.store.read.freight.answersSince(9)).toEqual([
      { ...answer, amountFen: 800, checkedAt: 9 },
    ]);
    expect(await desk.store.read.freight.answersSince(10)).toEqual([]);
    expect(await desk.store.write(({ freight }) => freight.removeTable('t1'))).toBe(true);
    expect(await desk.store.write(({ freight }) => freight.removeTable('t1'))).toBe(false);
  });

  it('ready orders of the same goods stand together, the largest group first, the newest of each first', async () => {
    const goods = ['茶×1', '杯×1', '茶×1', '书×1', '杯×1', '茶×1', '笔×1'];
    await desk.store.write(({ orders }) =>
      orders.insertMany([
        ...goods.map((goodsText, no) => sampleOrder(no, { goodsText })),
        sampleOrder(90, { goodsText: '书×1', state: 'booked' }),
      ]),
    );
    const { orders } = desk.store.read;
    const groups = await orders.goodsGroups();
    expect(groups).toEqual([
      { goodsText: '茶×1', orders: 3 },
      { goodsText: '杯×1', orders: 2 },
    ]);
    const numbers = async (offset: number, limit: number) =>
      (await orders.goodsWindow(groups, { offset, limit })).map(({ id }) => Number(id.slice(-2)));
    expect(await numbers(0, 10)).toEqual([5, 2, 0, 4, 1, 6, 3]);
    expect(await numbers(1, 3)).toEqual([2, 0, 4]);
  });
});
