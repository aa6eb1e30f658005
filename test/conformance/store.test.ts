import { describe, expect, it } from 'vitest';
import type { Job, PrintJob } from '../../electron/store/schema.ts';
import type { Repositories } from '../../electron/store/store.ts';
import { orderMoves, orderStates } from '../../shared/domain/order.ts';
import { printJobMoves, printJobStates } from '../../shared/domain/printing/printJob.ts';
import { shipmentMoves, shipmentStates } from '../../shared/domain/shipment.ts';
import { sampleJob } from '../doubles/workspace/sampleJob.ts';
import { sampleOrder } from '../doubles/workspace/sampleOrder.ts';
import { samplePrintJob } from '../doubles/workspace/samplePrintJob.ts';
import { sampleShipment } from '../doubles/workspace/sampleShipment.ts';
import { storeDesk } from '../doubles/workspace/storeDesk.ts';
import { engines } from './storeEngines.ts';

const printJobRow = (change: Partial<PrintJob> = {}): PrintJob =>
  samplePrintJob({
    id: 'p1',
    orderId: sampleOrder(1).id,
    printerUri: 'virtual:',
    waybillNo: 'W1',
    ...change,
  });

const jobRow = (no: number, change: Partial<Job> = {}): Job =>
  sampleJob({ id: `j${String(no).padStart(3, '0')}`, subjectId: `s${no}`, ...change });

const pairs = <S extends string>(states: readonly S[]) =>
  states.flatMap((from) => states.map((to) => [from, to] as const));

describe.each(engines)('the store on $name', ({ open }) => {
  const desk = storeDesk(open);

  it('keeps everything over a restart', async () => {
    await desk.store.write((write) =>
      write.orders.insertMany(Array.from({ length: 450 }, (_, no) => sampleOrder(no))),
    );
    await desk.reopen();
    expect(await desk.store.read.orders.count({})).toBe(450);
    expect(await desk.store.read.orders.byId(sampleOrder(3).id)).toEqual(sampleOrder(3));
  });

  it('writes all of a transaction or nothing', async () => {
    const failed = desk.store.write(async (write) => {
      await write.orders.insertMany([sampleOrder(1)]);
      await write.shipments.insert(sampleShipment());
      throw new Error('in the middle');
    });
    await expect(failed).rejects.toThrow('in the middle');
    expect(await desk.store.read.orders.count({})).toBe(0);
    await desk.store.write((write) => write.orders.insertMany([sampleOrder(1)]));
    expect(await desk.store.read.orders.count({})).toBe(1);
  });

  it('refuses what is asked behind the end of its transaction', async () => {
    let write: Repositories | undefined;
    await desk.store.write(async (repositories) => {
      write = repositories;
      await repositories.settings.put('language', 'en');
    });
    await expect(write?.settings.put('language', 'zh-CN')).rejects.toThrow('already committed');
    await expect(write?.settings.get('language')).rejects.toThrow('already committed');
    expect(await desk.store.read.settings.get('language')).toBe('en');
    const failed = desk.store.write(async (repositories) => {
      write = repositories;
      throw new Error('in the middle');
    });
    await expect(failed).rejects.toThrow('in the middle');
    await expect(write?.settings.put('language', 'zh-CN')).rejects.toThrow('already rolled back');
  });

  it('shows readers only what is committed', async () => {
    await desk.store.write(async (write) => {
      await write.orders.insertMany([sampleOrder(1)]);
      expect(await desk.store.read.orders.count({})).toBe(0);
      expect(await write.orders.count({})).toBe(1);
    });
    expect(await desk.store.read.orders.count({})).toBe(1);
  });

  it('refuses the same order twice', async () => {
    await desk.store.write((write) => write.orders.insertMany([sampleOrder(1)]));
    const again = { ...sampleOrder(1), id: 'another' };
    await expect(desk.store.write((write) => write.orders.insertMany([again]))).rejects.toThrow();
  });

  it('refuses one order code twice for one account, one copy twice for one label, two jobs for one subject', async () => {
    await desk.store.write(async (write) => {
      await write.orders.insertMany([sampleOrder(1)]);
      await write.shipments.insert(sampleShipment());
      await write.printJobs.insert(printJobRow());
      await write.jobs.insert(jobRow(1));
    });
    await expect(
      desk.store.write((write) => write.shipments.insert(sampleShipment({ id: 's2' }))),
    ).rejects.toThrow();
    await expect(
      desk.store.write((write) => write.printJobs.insert(printJobRow({ id: 'p2' }))),
    ).rejects.toThrow();
    await expect(
      desk.store.write((write) => write.jobs.insert(jobRow(2, { subjectId: 's1' }))),
    ).rejects.toThrow();
  });

  it('moves an order along its table only', async () => {
    for (const [index, [from, to]] of pairs(orderStates).entries()) {
      const order = sampleOrder(index, { state: from });
      const moved = await desk.store.write(async (write) => {
        await write.orders.insertMany([order]);
        return (await write.orders.move(order, to)) !== undefined;
      });
      expect(moved, `${from} → ${to}`).toBe(from === to || orderMoves[from].includes(to));
      const stored = await desk.store.read.orders.byId(order.id);
      expect(stored).toMatchObject(moved ? { state: to, version: 1 } : { state: from, version: 0 });
    }
  });

  it('moves a shipment along its table only, and shows it on the order', async () => {
    for (const [index, [from, to]] of pairs(shipmentStates).entries()) {
      const order = sampleOrder(index);
      const shipment = sampleShipment({
        id: `s${index}`,
        orderId: order.id,
        orderCode: `c${index}`,
        state: from,
      });
      const moved = await desk.store.write(async (write) => {
        await write.orders.insertMany([order]);
        await write.shipments.insert(shipment);
        return (await write.shipments.move(shipment, to)) !== undefined;
      });
      expect(moved, `${from} → ${to}`).toBe(shipmentMoves[from].includes(to));
      expect((await desk.store.read.orders.byId(order.id))?.shipmentState).toBe(moved ? to : from);
    }
  });

  it('moves a print job along its table only, and shows it on the order', async () => {
    for (const [index, [from, to]] of pairs(printJobStates).entries()) {
      const order = sampleOrder(index, { shipmentId: `s${index}` });
      const job = printJobRow({ id: `p${index}`, orderId: order.id, shipmentId: `s${index}`, state: from });
      const moved = await desk.store.write(async (write) => {
        await write.orders.insertMany([order]);
        await write.printJobs.insert(job);
        return (await write.printJobs.move(job, to)) !== undefined;
      });
      expect(moved, `${from} → ${to}`).toBe(printJobMoves[from].includes(to));
      expect((await desk.store.read.orders.byId(order.id))?.printState).toBe(moved ? to : from);
    }
  });

  it('shows an order of several parcels as the label that most needs somebody, and none of a former booking', async () => {
    const order = sampleOrder(1, { shipmentId: 's1' });
    const label = (parcelNo: number, change: Partial<PrintJob> = {}) =>
      printJobRow({ id: `p${parcelNo}`, orderId: order.id, parcelNo, parcelTotal: 3, ...change });
    await desk.store.write(async (write) => {
      await write.orders.insertMany([order]);
      for (const no of [1, 2, 3]) await write.printJobs.insert(label(no, { state: 'accepted' }));
      await write.printJobs.move(label(2, { state: 'accepted' }), 'unsure');
      await write.printJobs.move(label(3, { state: 'accepted' }), 'confirmed');
    });
    expect(await desk.store.read.orders.byId(order.id)).toMatchObject({ printState: 'unsure' });
    await desk.store.write(async (write) => {
      // The person found none and had it printed once more: the newest copy of that parcel counts.
      await write.printJobs.move(label(2, { state: 'unsure', version: 1 }), 'failed');
      await write.printJobs.insert(label(2, { id: 'p2b', copyNo: 2, state: 'accepted' }));
      await write.printJobs.insert(label(1, { id: 'old', shipmentId: 's0', state: 'failed' }));
    });
    expect(await desk.store.read.orders.byId(order.id)).toMatchObject({ printState: 'accepted' });
  });

  it('finds every copy by the number on its parcel, and the order by a number that is followed or on a label', async () => {
    const order = sampleOrder(1, { shipmentId: 's1' });
    await desk.store.write(async (write) => {
      await write.orders.insertMany([order]);
      await write.shipments.insert(sampleShipment({ state: 'booked', waybillNo: 'SF001' }));
      for (const no of [1, 2])
        await write.printJobs.insert(
          printJobRow({ id: `p${no}`, parcelNo: no, parcelTotal: 2, waybillNo: `SF00${no}` }),
        );
    });
    expect((await desk.store.read.printJobs.ofWaybill('SF002')).map(({ id }) => id)).toEqual(['p2']);
    expect(await desk.store.read.printJobs.rowById('p2')).toMatchObject({
      waybillNo: 'SF002',
      motherWaybillNo: 'SF001',
    });
    const found = await desk.store.read.orders.window({ search: 'SF002' }, { offset: 0, limit: 5 });
    expect(found.map(({ id }) => id)).toEqual([order.id]);
  });

  it('lets one of two who saw the same version win, and writes nothing for the other', async () => {
    await desk.store.write(async (write) => {
      await write.orders.insertMany([sampleOrder(1)]);
      await write.shipments.insert(sampleShipment());
      await write.printJobs.insert(printJobRow());
    });
    const seen = sampleOrder(1);
    const races = [
      () => desk.store.write((write) => write.orders.move(seen, 'held', { sellerRemark: 'a' })),
      () => desk.store.write((write) => write.shipments.move(sampleShipment(), 'sending')),
      () => desk.store.write((write) => write.printJobs.move(printJobRow(), 'rendering')),
    ];
    for (const race of races)
      expect((await Promise.all([race(), race()])).filter((moved) => moved !== undefined)).toHaveLength(1);
    expect(await desk.store.read.orders.byId(seen.id)).toMatchObject({ state: 'held', version: 1 });
  });

  it('hands each due job to one claimer, oldest first, and leaves full lanes out', async () => {
    await desk.store.write(async (write) => {
      for (let no = 0; no < 6; no++)
        await write.jobs.insert(jobRow(no, { runAt: 100 - no, lane: no < 4 ? 'a1' : 'b1' }));
      await write.jobs.insert(jobRow(9, { runAt: 500 }));
      await write.jobs.insert(jobRow(10, { kind: 'print' }));
    });
    const claims = await Promise.all(
      Array.from({ length: 8 }, () => desk.store.write((write) => write.jobs.claim(['book'], 1, 200))),
    );
    const ids = claims.flat().map(({ id }) => id);
    expect(ids).toEqual(['j005', 'j004', 'j003', 'j002', 'j001', 'j000']);
    await desk.store.write(async (write) =>
      write.jobs.release((await write.jobs.claimed()).map(({ id }) => id)),
    );
    const rest = await desk.store.write((write) => write.jobs.claim(['book'], 10, 200, ['a1']));
    expect(rest.map(({ lane }) => lane)).toEqual(['b1', 'b1']);
    expect(rest[0]).toMatchObject({ attempts: 2, fence: 3 });
  });

  it('takes the jobs that have been due longest, and hands them over as they were made', async () => {
    const rows = [jobRow(1, { runAt: 30 }), jobRow(3, { runAt: 10 }), jobRow(2, { runAt: 20 })];
    await desk.store.write(async (write) => {
      for (const row of rows) await write.jobs.insert(row);
    });
    const claimed = await desk.store.write((write) => write.jobs.claim(['book'], 2, 100));
    expect(claimed.map(({ id }) => id)).toEqual(['j002', 'j003']);
  });

  it('delays a lane, wakes kinds, and tells when the next job is due', async () => {
    await desk.store.write(async (write) => {
      await write.jobs.insert(jobRow(1));
      await write.jobs.insert(jobRow(2, { runAt: 900 }));
      await write.jobs.insert(jobRow(3, { lane: 'b1', runAt: 150 }));
      await write.jobs.delayLane('a1', 'book', 400);
    });
    expect(await desk.store.read.jobs.nextDueAt(['book'])).toBe(150);
    expect(await desk.store.read.jobs.nextDueAt(['book'], ['b1'])).toBe(400);
    expect(await desk.store.read.jobs.nextDueAt(['print'])).toBeNull();
    await desk.store.write((write) => write.jobs.wakeKinds(['book'], 200));
    expect(await desk.store.read.jobs.nextDueAt(['book'], ['b1'])).toBe(200);
  });

  it('finds orders by number, waybill, name and phone tail, and takes signs in the text as signs', async () => {
    await desk.store.write((write) =>
      write.orders.insertMany([
        sampleOrder(1, { receiverName: '李%光', waybillNo: '7300001' }),
        sampleOrder(2, { receiverName: '李四光', receiverPhoneTail: '9999' }),
      ]),
    );
    const find = async (search: string) =>
      (await desk.store.read.orders.window({ search }, { offset: 0, limit: 10 })).map(({ id }) => id);
    expect(await find('李%')).toEqual([sampleOrder(1).id]);
    expect(await find('四光')).toEqual([sampleOrder(2).id]);
    expect(await find('7300')).toEqual([sampleOrder(1).id]);
    expect(await find('9999')).toEqual([sampleOrder(2).id]);
    expect(await find("'; drop table orders; --")).toEqual([]);
    expect(await find(sampleOrder(1).orderNo)).toEqual([sampleOrder(1).id]);
  });

  it('finds fragments of order numbers, of those too that came in later or late', async () => {
    const numbered = (no: number, orderNo: string) =>
      sampleOrder(no, { orderNo, orderKey: `${orderNo} ~王` });
    const find = async (search: string) =>
      (await desk.store.read.orders.window({ search }, { offset: 0, limit: 10 })).map(({ id }) => id);
    expect(await find('0047')).toEqual([]);
    await desk.store.write((write) =>
      write.orders.insertMany([numbered(2, 'SO-0047711'), numbered(4, 'B-12')]),
    );
    for (const text of ['0047', '47711', '004', '-0047'])
      expect(await find(text)).toEqual([sampleOrder(2).id]);
    for (const text of ['00047', '0012', '000']) expect(await find(text)).toEqual([]);
    expect(await find('o-0047')).toEqual([sampleOrder(2).id]);
    await desk.store.write((write) => write.orders.insertMany([numbered(6, 'C0047')]));
    expect(await find('0047')).toEqual([6, 2].map((no) => sampleOrder(no).id));
    await desk.store.write((write) => write.orders.insertMany([numbered(3, 'D0047')]));
    expect(await find('0047')).toEqual([6, 3, 2].map((no) => sampleOrder(no).id));
    await desk.store.write((write) => write.orders.remove([sampleOrder(6).id]));
    expect(await find('0047')).toEqual([3, 2].map((no) => sampleOrder(no).id));
  });

  it('finds names as they are now: changed, come in later or late, removed', async () => {
    const called = (no: number, receiverName: string) => sampleOrder(no, { receiverName });
    const find = async (search: string) =>
      (await desk.store.read.orders.window({ search }, { offset: 0, limit: 10 })).map(({ id }) => id);
    const ids = (...nos: number[]) => nos.map((no) => sampleOrder(no).id);
    expect(await find('欧阳')).toEqual([]);
    await desk.store.write((write) =>
      write.orders.insertMany([called(12, '欧阳甲'), called(14, '小欧阳'), called(15, 'Ann 欧')]),
    );
    expect(await find('欧阳')).toEqual(ids(12));
    expect(await find('欧阳甲')).toEqual(ids(12));
    expect(await find('阳')).toEqual(ids(14, 12));
    expect(await find('ann 欧')).toEqual(ids(15));
    expect(await find('Ann 欧')).toEqual(ids(15));
    await desk.store.write(async (write) => {
      const order = await write.orders.byId(sampleOrder(14).id);
      if (order !== undefined) await write.orders.move(order, order.state, { receiverName: '欧阳乙' });
      await write.orders.insertMany([called(16, '欧阳丙'), called(11, '欧阳丁')]);
    });
    expect(await find('欧阳')).toEqual(ids(16, 14, 12, 11));
    expect(await find('小欧阳')).toEqual([]);
    await desk.store.write((write) => write.orders.remove(ids(16, 12)));
    expect(await find('欧阳')).toEqual(ids(14, 11));
    await desk.store.write((write) => write.orders.insertMany([called(17, '欧阳戊')]));
    expect(await find('欧阳')).toEqual(ids(17, 14, 11));
  });

  it('puts orders in the order that is asked for, within a filter too', async () => {
    const numbered = (no: number, orderNo: string, state: 'ready' | 'booked') =>
      sampleOrder(no, { orderNo, orderKey: `${orderNo} ~`, state });
    await desk.store.write((write) =>
      write.orders.insertMany([
        numbered(1, 'B2', 'ready'),
        numbered(2, 'A1', 'booked'),
        numbered(3, 'C3', 'ready'),
      ]),
    );
    const shown = async (filter: object, by?: 'createdAt' | 'orderNo', isDescending = false) =>
      (
        await desk.store.read.orders.window(
          filter,
          { offset: 0, limit: 2 },
          by === undefined ? undefined : { by, isDescending },
        )
      ).map((order) => order.orderNo);
    expect(await shown({})).toEqual(['C3', 'A1']);
    expect(await shown({}, 'createdAt')).toEqual(['B2', 'A1']);
    expect(await shown({}, 'orderNo')).toEqual(['A1', 'B2']);
    expect(await shown({}, 'orderNo', true)).toEqual(['C3', 'B2']);
    expect(await shown({ state: 'ready' }, 'orderNo')).toEqual(['B2', 'C3']);
  });

  it('keeps one row for each own spelling, answered word and set of headers, the newest', async () => {
    const spelling = { spellingKey: '捎的话', spelling: '捎的话', field: 'sellerRemark', createdAt: 1 };
    const answer = { profile: 'jd', word: '待质检', verdict: 'ship' as const, createdAt: 1 };
    const memory = {
      headerKey: 'h',
      profile: 'jd',
      headersJson: '[]',
      columnsJson: '{}',
      uses: 1,
      usedAt: 1,
    };
    await desk.store.write(async ({ dictionary }) => {
      await dictionary.putSpelling(spelling);
      await dictionary.putSpelling({ ...spelling, field: 'buyerRemark' });
      await dictionary.putStatusAnswer(answer);
      await dictionary.putStatusAnswer({ ...answer, verdict: 'never' });
      await dictionary.putColumnMemory(memory);
      await dictionary.putColumnMemory({ ...memory, uses: 2 });
    });
    const { dictionary } = desk.store.read;
    expect(await dictionary.spellings()).toEqual([{ ...spelling, field: 'buyerRemark' }]);
    expect(await dictionary.statusAnswers()).toEqual([{ ...answer, verdict: 'never' }]);
    expect(await dictionary.columnMemories()).toEqual([{ ...memory, uses: 2 }]);
    await desk.store.write(async (write) => {
      expect(await write.dictionary.removeSpelling('捎的话')).toBe(true);
      expect(await write.dictionary.removeSpelling('捎的话')).toBe(false);
      expect(await write.dictionary.removeStatusAnswer('jd', '待质检')).toBe(true);
      expect(await write.dictionary.removeColumnMemory('h')).toBe(true);
    });
    expect(await dictionary.spellings()).toEqual([]);
  });

  it('folds the same tracking event into one', async () => {
    const event = {
      waybillNo: 'w',
      at: 5,
      text: '已揽收',
      location: '',
      status: 'collected' as const,
      rawStatus: '1',
    };
    await desk.store.write((write) => write.tracking.addEvents([event, event]));
    await desk.store.write((write) => write.tracking.addEvents([event, { ...event, at: 6 }]));
    expect(await desk.store.read.tracking.events('w')).toHaveLength(2);
  });
});
