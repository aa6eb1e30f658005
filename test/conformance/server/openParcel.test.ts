import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { newestStep } from '../../../electron/store/migrations/index.ts';
import { openServerStore } from '../../../electron/store/server/openServerStore.ts';
import { readDesk } from '../../../electron/usecases/packing/show.ts';
import type { PackAnswer } from '../../../shared/contracts/packing/packing.ts';
import { type BenchDesk, openBenchDesk } from '../../doubles/workspace/benchDesk.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';
import { openSharedBook, type SharedBook } from '../sharedBook.ts';

const place = inject('server');

const no = (order: number) => sampleOrder(order).orderNo;
const shown = ({ says, stop }: PackAnswer) => (stop === null ? says : `${says} ${stop.kind}`);
const counted = ({ parcel }: PackAnswer) => parcel?.lines.map((line) => line.counted);

describe.skipIf(place === null)('a parcel that lies open at one of two benches', () => {
  let book: SharedBook;
  let a: BenchDesk;
  let b: BenchDesk;

  async function benchAt(id: string, seed: number, orders: Parameters<typeof openBenchDesk>[0]) {
    if (place === null) throw new Error('no server');
    const { database } = book;
    const bench = await openBenchDesk(orders, {
      seed,
      at: { id, isShared: true },
      async openBook(parts) {
        const opened = await openServerStore({ ...place, database }, parts);
        if (!opened.ok) throw new Error(opened.code);
        return opened.value;
      },
    });
    const { store, lease } = bench.workspace;
    await store.write(async (write) => {
      await lease.take(write);
      await write.workstations.add({ id, name: `${id} 号台`, program: '1', newestStep });
    });
    return bench;
  }

  beforeEach(async () => {
    if (place === null) return;
    book = await openSharedBook(place);
    a = await benchAt('a', 1, [{}, {}]);
    b = await benchAt('b', 2, []);
    await a.book(1, 2);
    expect(shown(await a.scan(no(1)))).toBe('opened');
    expect(counted(await a.scan('COF-500'))).toEqual([1, 0]);
  });
  afterEach(async () => {
    for (const { workspace } of [a, b]) await workspace.close();
    await book.close();
  });

  it('is not opened at the other, which is told where it lies; the packer there goes on and hears nothing of it', async () => {
    const told = await b.scan(no(1));
    expect([shown(told), told.stop?.params.benchName, told.parcel]).toEqual([
      'stopped open-elsewhere',
      'a 号台',
      null,
    ]);
    expect(told.stop?.params).toMatchObject({ orderNo: no(1), parcelNo: 1, operator: '—' });
    expect(shown(await b.scan((await a.order(1)).waybillNo))).toBe('stopped open-elsewhere');
    expect(counted(await a.scan('COF-500'))).toEqual([2, 0]);
    expect((await readDesk(a.workspace)).taken).toBeNull();
  });

  it('is said to lie where the title of that bench’s screen says, and by the name it joined with', async () => {
    const called = (bench: BenchDesk, benchName: string) =>
      bench.workspace.store.write(async (write) => {
        const rules = await write.settings.get('packingRules');
        await write.settings.put('packingRules', { ...rules, benchName });
      });
    await called(a, '窗边那张台');
    await called(b, 'b 号台');
    expect((await b.scan(no(1))).stop?.params.benchName).toBe('窗边那张台 / a 号台');
    await b.command('override', '小赵去吃饭了');
    expect((await readDesk(a.workspace)).taken?.params.benchName).toBe('b 号台');
  });

  it('is taken over with a reason and counted anew, and the bench that had it is told before its next gesture, once', async () => {
    await b.scan(no(1));
    expect(counted(await b.command('override', '小赵去吃饭了'))).toEqual([0, 0]);
    expect((await readDesk(a.workspace)).taken).toMatchObject({
      kind: 'taken-over',
      params: { benchName: 'b 号台', orderNo: no(1) },
    });
    // A piece that was meant for it opens no other order.
    const late = await a.scan('COF-500');
    expect([shown(late), late.parcel]).toEqual(['stopped taken-over', null]);
    expect((await readDesk(a.workspace)).taken).toBeNull();
    expect(shown(await a.scan(no(2)))).toBe('opened');
    expect(counted(await b.scan('COF-500'))).toEqual([1, 0]);
    const acts = await b.workspace.store.read.operatorActs.after(0, 100);
    expect(acts.filter(({ kind }) => kind === 'packing-taken-over')).toMatchObject([
      { reason: '小赵去吃饭了', what: 'parcel 1' },
    ]);
    const history = await b.workspace.store.read.history.ofOrder(sampleOrder(1).id);
    expect(history.map(({ kind }) => kind)).toContain('pack-taken-over');
  });

  it('prints no second label at the bench that takes it over', async () => {
    await a.scan('COF-500');
    await a.scan('6901234567892');
    expect(await a.labels(1)).toHaveLength(1);
    await a.print();
    await b.scan(no(1));
    expect(shown(await b.command('override', '换台'))).toBe('opened already-printed');
    for (const code of ['COF-500', 'COF-500', '6901234567892']) await b.scan(code);
    expect(await b.labels(1)).toHaveLength(1);
    expect(shown(await b.scan((await b.labels(1))[0]?.waybillNo ?? ''))).toBe('closed');
  });

  it('is free for the other once it was given up, and packed once it was packed', async () => {
    await a.command('abort');
    expect(shown(await b.scan(no(1)))).toBe('opened');
    await b.command('abort');
    await a.scan(no(1));
    for (const code of ['COF-500', 'COF-500', '6901234567892']) await a.scan(code);
    await a.print();
    expect(shown(await a.scan((await a.labels(1))[0]?.waybillNo ?? ''))).toBe('closed');
    expect(shown(await b.scan(no(1)))).toBe('stopped already-packed');
  });

  it('is free for the other once the bench is not there any more, which is told when it comes back', async () => {
    await a.workspace.store.write((write) => write.leases.leave());
    const opened = await b.scan(no(1));
    expect([shown(opened), counted(opened)]).toEqual(['opened', [0, 0]]);
    const acts = await b.workspace.store.read.operatorActs.after(0, 100);
    expect(acts.filter(({ kind }) => kind === 'packing-taken-over')).toEqual([]);
    await a.workspace.store.write((write) => a.workspace.lease.take(write));
    expect(shown(await a.scan('COF-500'))).toBe('stopped taken-over');
  });

  it('taken over still wants what else speaks against it to be let pass by somebody with the right', async () => {
    const order = await a.order(1);
    await a.workspace.store.write((write) => write.orders.show(order.id, { alarm: 'changed' }));
    expect(shown(await b.scan(no(1)))).toBe('stopped open-elsewhere');
    expect(shown(await b.command('override', '换台'))).toBe('stopped changed');
    // Nothing was taken away by that.
    expect((await readDesk(a.workspace)).taken).toBeNull();
  });
});
