import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AwayDesk, openAwayDesk } from '../../../../../doubles/workspace/awayDesk.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';
import { samplePackedParcel } from '../../../../../doubles/workspace/samplePackedParcel.ts';

let away: AwayDesk;
const no = (order: number) => `2026${String(order).padStart(12, '0')}`;

beforeEach(async () => {
  away = await openAwayDesk([{}, {}, {}]);
});
afterEach(() => away.close());

const goods = ['COF-500', 'COF-500', '6901234567892'] as const;

/** Packs an order from its number to the scan of its label. */
async function pack(order: number, labels: number): Promise<void> {
  expect((await away.scan(no(order))).says).toBe('opened');
  for (const code of goods) await away.scan(code);
  await away.printed(labels);
  expect((await away.scan((await knownOrder(order)).waybillNo)).says).toBe('closed');
}

describe('a bench whose server goes away', () => {
  it('goes on with the orders it keeps, prints their labels, and brings all of it into the book when it is back', async () => {
    const { desk, server } = away;
    await desk.book(1, 2);
    await away.bench().check();
    server.cut();
    await pack(1, 1);
    await pack(2, 2);
    expect(away.bench().knowledge).toMatchObject({ waiting: 10 });
    expect(away.bench().isAway).toBe(true);
    expect(desk.sent).toHaveLength(2);
    server.mend();
    await away.bench().check();
    expect(away.bench().knowledge).toMatchObject({ since: null, waiting: 0 });
    for (const order of [1, 2]) {
      expect(await desk.order(order)).toMatchObject({ state: 'packed', printState: 'scanned' });
      expect(await desk.box(order)).toMatchObject({ state: 'closed', workstationId: 'b1' });
      expect(await desk.labels(order)).toMatchObject([{ state: 'scanned', copyNo: 1 }]);
    }
    await desk.print();
    expect(desk.sent).toHaveLength(2);
    expect(await desk.workspace.store.read.settings.get('awayConflicts')).toEqual([]);
  });

  it('asks for no parcel again that was closed a moment before the server went', async () => {
    const { desk, server } = away;
    await desk.book(1, 2);
    await away.bench().check();
    expect((await away.scan(no(1))).says).toBe('opened');
    for (const code of goods) await away.scan(code);
    await desk.print();
    expect((await away.scan((await knownOrder(1)).waybillNo)).says).toBe('closed');
    server.cut();
    await pack(2, 2);
    expect((await away.scan(no(1))).stop?.kind).toBe('already-packed');
  });

  it('lists and counts the orders it keeps, and finds the booked ones by their goods', async () => {
    const { desk, server } = away;
    await desk.book(1, 2);
    await away.bench().check();
    server.cut();
    const kept = away.bench().atLeisure(desk.workspace, async ({ store: { read } }) => ({
      rows: (await read.away.orderIds()).length,
      all: await read.orders.count({}),
      booked: await read.orders.count({ state: 'booked' }),
      listed: (await read.orders.window({}, { offset: 0, limit: 10 })).length,
      wanting: (await read.packedGoods.ordersWanting('COF-500', 10)).length,
    }));
    expect(await kept).toEqual({ rows: 3, all: 3, booked: 2, listed: 3, wanting: 2 });
  });

  it('says of what it does not know that the book may', async () => {
    const { desk, server } = away;
    await desk.book(1);
    await away.bench().check();
    server.cut();
    const answer = await away.scan('2099000000000001');
    expect(answer.stop).toMatchObject({ kind: 'not-here', code: 'PACK_NOT_AT_THIS_BENCH' });
    // Ready, but without a number: nothing is kept of it.
    expect((await away.scan(no(3))).stop?.kind).toBe('not-here');
  });
});

describe('when the server is back', () => {
  const conflicts = async () =>
    (await away.desk.workspace.store.read.settings.get('awayConflicts')).map(({ kind }) => kind);

  /** Packed here while it was away, after which the book is changed as another bench would. */
  async function packedAway(change: (at: AwayDesk['desk']['workspace']) => Promise<unknown>): Promise<void> {
    const { desk, server } = away;
    await desk.book(1);
    await away.bench().check();
    server.cut();
    await pack(1, 1);
    server.mend();
    await change(desk.workspace);
    await away.bench().check();
  }
  const orderId = sampleOrder(1).id;

  it('an order that was refunded meanwhile is not packed in the book, and its label is known', async () => {
    await packedAway(({ store }) => store.write((write) => write.orders.show(orderId, { alarm: 'refund' })));
    expect(await conflicts()).toEqual(['refunded']);
    expect((await away.desk.order(1)).state).toBe('booked');
    expect(await away.desk.box(1)).toBeUndefined();
    expect(await away.desk.labels(1)).toMatchObject([{ state: 'scanned' }]);
  });

  it('a parcel that another bench has packed stays theirs', async () => {
    await packedAway(({ store }) =>
      store.write(async (write) => {
        const read = await write.orders.byId(orderId);
        if (read === undefined) throw new Error('no such order');
        await write.away.replace([], {
          packedParcels: [
            {
              ...samplePackedParcel,
              id: 'theirs',
              orderId,
              orderNo: read.orderNo,
              version: 2,
              waybillNo: read.waybillNo,
              carrier: 'SF',
              closedBy: '小李',
              workstationId: 'b2',
            },
          ],
        });
      }),
    );
    expect(await conflicts()).toEqual(['packed-elsewhere']);
    expect(await away.desk.box(1)).toMatchObject({ id: 'theirs', workstationId: 'b2', closedBy: '小李' });
  });

  it('each parcel comes in once, however often the answer of the server is lost', async () => {
    const { desk, server } = away;
    await desk.rules({ weighs: true });
    await desk.book(1, 2, 3);
    await away.bench().check();
    server.cut();
    for (const [at, order] of [1, 2, 3].entries()) {
      expect((await away.scan(no(order))).says).toBe('opened');
      for (const code of goods) await away.scan(code);
      await away.weigh(500 + order);
      await away.printed(at + 1);
      expect((await away.scan((await knownOrder(order)).waybillNo)).says).toBe('closed');
    }
    for (const commits of [1, 1, 1]) {
      server.cut(commits);
      await away.bench().check();
      expect(away.bench().isAway).toBe(true);
      await away.startAgain();
    }
    server.mend();
    await away.bench().check();
    expect(away.bench().isAway).toBe(false);
    expect(await conflicts()).toEqual([]);
    const { read } = desk.workspace.store;
    for (const order of [1, 2, 3]) {
      expect((await desk.order(order)).state).toBe('packed');
      const lines = await read.history.ofOrder(sampleOrder(order).id);
      expect(lines.filter(({ kind }) => kind === 'packed')).toHaveLength(1);
      expect(await desk.labels(order)).toHaveLength(1);
    }
    expect(await read.packedGoods.weightsOf('6901234567892×1+COF-500×2')).toEqual([501, 502, 503]);
  });

  it('a parcel that came in before the program died asks nobody, although its courier has it by now', async () => {
    const { desk, server } = away;
    const { store } = desk.workspace;
    await desk.book(1);
    await away.bench().check();
    server.cut();
    await pack(1, 1);
    // Who sits here, then the parcel: its answer is lost.
    server.cut(2);
    await away.bench().check();
    server.mend();
    const packed = await desk.order(1);
    expect(packed.state).toBe('packed');
    // As it is handed over at another bench, long before this one is started again.
    await store.write(async (write) => {
      const [parcel] = await write.packedParcels.ofOrder(orderId);
      if (parcel !== undefined) await write.packedParcels.move(parcel, 'handed-over');
      await write.orders.move(packed, 'handed-over');
    });
    await away.startAgain();
    expect(await conflicts()).toEqual([]);
    expect((await desk.order(1)).state).toBe('handed-over');
  });

  it('a gesture the book has kept already although its answer was lost counts once', async () => {
    const { desk, server } = away;
    await desk.book(1);
    await away.bench().check();
    // The page sends the same gesture, since nobody answered it.
    server.cut(1);
    const answer = await away.scan(no(1), 'opening-0001');
    expect(answer.says).toBe('opened');
    expect(away.bench().isAway).toBe(true);
    for (const code of goods) await away.scan(code);
    await away.printed(1);
    server.mend();
    await away.bench().check();
    const { waybillNo } = await desk.order(1);
    await desk.print();
    expect(desk.sent).toHaveLength(1);
    expect((await away.scan(waybillNo)).says).toBe('closed');
    expect(await desk.labels(1)).toHaveLength(1);
    expect(await conflicts()).toEqual([]);
  });

  it('a label that waits in the book and came out here meanwhile does not come out again', async () => {
    const { desk, server } = away;
    await desk.rules({ printAt: 'open' });
    await desk.book(1);
    await away.bench().check();
    // Its label was queued in the book, which went away with the answer.
    server.cut(1);
    await away.scan(no(1));
    await away.printed(1);
    server.mend();
    expect(await desk.labels(1)).toMatchObject([{ state: 'waiting' }]);
    await away.bench().check();
    expect(await desk.labels(1)).toMatchObject([{ state: 'accepted', copyNo: 1 }]);
    await desk.print();
    expect(desk.sent).toHaveLength(1);
  });

  it('what lay open is what the bench goes on with', async () => {
    const { desk, server } = away;
    await desk.book(1, 2);
    await away.bench().check();
    server.cut();
    await pack(1, 1);
    await away.scan(no(2));
    await away.scan('COF-500');
    await away.startAgain();
    server.mend();
    await away.bench().check();
    expect((await away.scan('COF-500')).parcel).toMatchObject({ orderNo: no(2), piecesLeft: 1 });
    expect((await desk.order(1)).state).toBe('packed');
  });
});

async function knownOrder(order: number) {
  return away.bench().during(away.desk.workspace, async ({ store }) => {
    const found = await store.read.orders.byId(sampleOrder(order).id);
    if (found === undefined) throw new Error('no such order');
    return found;
  });
}
