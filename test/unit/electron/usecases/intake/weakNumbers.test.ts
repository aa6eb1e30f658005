import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sheetOrder } from '../../../../doubles/files/orderSheet.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { type IntakeDesk, openIntakeDesk } from '../../../../doubles/workspace/intakeDesk.ts';

let desk: IntakeDesk;
beforeEach(async () => {
  desk = await openIntakeDesk();
});
afterEach(() => desk.close());

/** A hand-made sheet: its rows are numbered 1, 2, 3 …, its people begin with this one. */
const day = (firstPerson: number, count = 6) =>
  Array.from({ length: count }, (_, index) =>
    sheetOrder(firstPerson + index, { orderNo: String(index + 1) }),
  );

describe('numbers that come back another day', () => {
  it('are new orders when the sheet begins anew, and known again when it comes twice', async () => {
    expect(await desk.take(day(0))).toMatchObject({ imported: 6 });
    for (const firstPerson of [100, 200])
      expect(await desk.take(day(firstPerson))).toMatchObject({ imported: 6, needsReview: 0, changed: 0 });
    for (const firstPerson of [200, 0, 100])
      expect(await desk.take(day(firstPerson).reverse())).toMatchObject({
        imported: 0,
        duplicates: 6,
        changed: 0,
      });
    expect(await desk.orders()).toHaveLength(18);
    expect(new Set((await desk.orders()).map(({ orderKey }) => orderKey)).size).toBe(18);
  });

  it('are the same orders when their people are, also with one row edited', async () => {
    await desk.take(day(0));
    const [first, ...others] = day(0);
    if (first === undefined) throw new Error('no row');
    expect(await desk.take([{ ...first, detail: '样板路99号1栋1室' }, ...others])).toMatchObject({
      imported: 0,
      changed: 1,
      duplicates: 5,
    });
  });

  it('ask a person when one row of a known sheet has another receiver', async () => {
    await desk.take(day(0));
    const [, ...others] = day(0);
    const report = await desk.take([sheetOrder(50, { orderNo: '1' }), ...others]);
    expect(report).toMatchObject({ imported: 1, duplicates: 5, needsReview: 1 });
    expect(report.attention.map(({ code }) => code)).toContain('ORDER_NUMBER_REUSED');
  });

  it('are held by a sheet of thousands of cancelled rows, of which the book has one', async () => {
    const [paid] = day(0, 1);
    if (paid === undefined) throw new Error('no row');
    await desk.take([{ ...paid, status: '待发货' }]);
    const cancelled = day(0, 2_500).map((order) => ({ ...order, status: '已取消' }));
    expect(await desk.take(cancelled)).toMatchObject({ imported: 0, skipped: 2_500, changed: 1 });
    expect(await desk.orders()).toMatchObject([{ orderNo: '1', state: 'held' }]);
  });

  it('are held when a newer sheet calls the order of this number and person cancelled, and no other', async () => {
    const paid = day(0, 3).map((order) => ({ ...order, status: '待发货' }));
    await desk.take(paid);
    const [first, second] = paid;
    if (first === undefined || second === undefined) throw new Error('no row');
    const stranger = { ...sheetOrder(70, { orderNo: '2' }), status: '已取消' };
    const report = await desk.take([{ ...first, status: '已取消' }, stranger]);
    expect(report).toMatchObject({ imported: 0, skipped: 2, changed: 1 });
    expect((await desk.orders()).map(({ orderNo, state }) => `${orderNo} ${state}`).sort()).toEqual([
      '1 held',
      '2 ready',
      '3 ready',
    ]);
  });

  it('ask a person where a short sheet may be begun anew or wrong in its receivers', async () => {
    await desk.take(day(0, 2));
    const report = await desk.take(day(100, 2));
    expect(report).toMatchObject({ imported: 2, duplicates: 0, needsReview: 2 });
    expect(report.attention.map(({ code }) => code)).toEqual(['ORDER_NUMBER_REUSED', 'ORDER_NUMBER_REUSED']);
  });

  it('never lose the regular customer who stands at the same number of a new sheet', async () => {
    await desk.take(day(0));
    const [regular] = day(0);
    const [, ...fresh] = day(100);
    if (regular === undefined) throw new Error('no row');
    const report = await desk.take([regular, ...fresh]);
    expect(report).toMatchObject({ imported: 6, duplicates: 0, needsReview: 1 });
    expect(report.attention.map(({ code }) => code)).toEqual(['ORDER_NUMBER_REUSED']);
  });

  it.each([
    ['a missing name', { name: '' }, 'name=张样例'],
    ['a missing phone', { phone: '' }, 'phone=13800009999'],
    ['a phone with a digit missing', { phone: '1380000999' }, 'phone=13800009999'],
  ])(
    'are the same orders after %s was corrected here and the same file comes again',
    async (_what, lack, set) => {
      const file = [sheetOrder(0, { orderNo: 'S1', ...lack }), sheetOrder(1, { orderNo: 'S2' })];
      expect(await desk.take(file)).toMatchObject({ imported: 2, needsReview: 1 });
      const edited = await runCommand(desk.workspace, commandNamed('orders edit'), ['S1', '--set', set]);
      expect(edited).toMatchObject({ ok: true });
      expect(await desk.order('S1')).toMatchObject({ state: 'ready' });
      expect(await desk.take(file)).toMatchObject({
        imported: 0,
        duplicates: 2,
        needsReview: 0,
        attention: [],
      });
      expect(await desk.orders()).toHaveLength(2);
    },
  );

  it('are the same orders when the file brings the name or phone that was missing', async () => {
    for (const [orderNo, lack] of [['S1', { name: '' }] as const, ['S2', { phone: '' }] as const]) {
      await desk.take([sheetOrder(0, { orderNo, ...lack })]);
      expect(await desk.take([sheetOrder(0, { orderNo })])).toMatchObject({ imported: 0, changed: 1 });
    }
    expect(await desk.orders()).toHaveLength(2);
  });

  it.each([
    ['phone', { phone: '13912340000' }],
    ['name', { name: '张样例' }],
  ])(
    'are the same orders when the file has their %s corrected, which a person then accepts',
    async (field, change) => {
      await desk.take([sheetOrder(0, { orderNo: 'S1' }), sheetOrder(1, { orderNo: 'S2' })]);
      const report = await desk.take([
        sheetOrder(0, { orderNo: 'S1', ...change }),
        sheetOrder(1, { orderNo: 'S2' }),
      ]);
      expect(report).toMatchObject({ imported: 0, changed: 1, duplicates: 1 });
      const [asked] = await desk.changes();
      expect(asked?.fields.map(({ field: name }) => name)).toEqual([field]);
    },
  );

  it('are other orders where name or phone is that of somebody at another address', async () => {
    await desk.take([sheetOrder(0, { orderNo: 'S1' }), sheetOrder(1, { orderNo: 'S2' })]);
    const { name } = sheetOrder(0);
    const report = await desk.take([
      sheetOrder(7, { orderNo: 'S1', name }),
      sheetOrder(1, { orderNo: 'S2' }),
    ]);
    expect(report.attention.map(({ code }) => code)).toContain('ORDER_NUMBER_REUSED');
  });
});
