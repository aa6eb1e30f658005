import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeTolerance } from '../../../../../../electron/usecases/insight/bills/billTolerance.ts';
import { removeBill } from '../../../../../../electron/usecases/insight/bills/removeBill.ts';
import { dayMs } from '../../../../../../shared/rules/shopTime.ts';
import {
  type BillDesk,
  billHeader,
  billLine,
  billWaybill,
  deskBookedAt,
  openBillDesk,
} from '../../../../../doubles/workspace/billDesk.ts';

let desk: BillDesk;
beforeEach(async () => {
  desk = await openBillDesk();
});
afterEach(() => desk.workspace.close());

describe('each line of a bill is in one class', () => {
  it('ours at the right weight and price is matched, ours that nobody billed is missing', async () => {
    await desk.ship([{ waybillNo: billWaybill(1) }, { waybillNo: billWaybill(2) }]);
    const bill = await desk.reconciled(billLine(1));
    expect(await desk.classesOf(bill.id)).toEqual({
      [billWaybill(1)]: 'matched',
      [billWaybill(2)]: 'missing',
    });
    expect(bill).toMatchObject({ fromDay: '2026-11-05', toDay: '2026-11-05', lines: 1, billedFen: 300 });
  });

  it('weight and price count only beyond what is allowed', async () => {
    await desk.ship([1, 2, 3, 4, 5].map((no) => ({ waybillNo: billWaybill(no), estimateFen: 1_000 })));
    const bill = await desk.reconciled(
      billLine(1, 1, 10.3),
      billLine(2, 1, 10.31),
      billLine(3, 1.5, 10),
      billLine(4, 0.9, 10),
      billLine(5, 2, 14),
    );
    expect(await desk.classesOf(bill.id)).toEqual({
      [billWaybill(1)]: 'matched',
      [billWaybill(2)]: 'price',
      [billWaybill(3)]: 'weight',
      [billWaybill(4)]: 'matched',
      [billWaybill(5)]: 'weight',
    });
  });

  it('a number given back, one that never moved, another carrier and a stranger are named as such', async () => {
    await desk.ship([
      { waybillNo: billWaybill(1), state: 'voided', tracking: null },
      { waybillNo: billWaybill(2), tracking: 'awaiting-collection' },
      { waybillNo: billWaybill(3), carrier: 'YTO' },
      { waybillNo: billWaybill(4) },
    ]);
    const bill = await desk.reconciled(billLine(1), billLine(2), billLine(3), billLine(4), billLine(9));
    expect(await desk.classesOf(bill.id)).toEqual({
      [billWaybill(1)]: 'voided',
      [billWaybill(2)]: 'unused',
      [billWaybill(3)]: 'wrong-carrier',
      [billWaybill(4)]: 'matched',
      [billWaybill(9)]: 'foreign',
    });
  });

  it('what was billed before is double, in this bill and in an earlier one', async () => {
    await desk.ship([{ waybillNo: billWaybill(1) }, { waybillNo: billWaybill(2) }]);
    const first = await desk.reconciled(billLine(1), billLine(1));
    const doubled = await desk.workspace.store.read.bills.items(
      first.id,
      { class: 'double' },
      { offset: 0, limit: 9 },
    );
    expect(doubled).toMatchObject([
      { reason: 'same-bill', billedFen: 300, claimFen: 300, claimState: 'open' },
    ]);
    const second = await desk.reconciled(billLine(1), billLine(2));
    expect(await desk.classesOf(second.id)).toEqual({
      [billWaybill(1)]: 'double earlier-bill',
      [billWaybill(2)]: 'matched',
    });
  });

  it('a line without a number or an amount is unreadable and its money still counts', async () => {
    await desk.ship([{ waybillNo: billWaybill(1) }]);
    const bill = await desk.reconciled(
      billLine(1),
      ['', '2026-11-05', 1, 5],
      [billWaybill(2), '2026-11-05', 1, '见附件'],
    );
    expect(await desk.classesOf(bill.id)).toEqual({
      [billWaybill(1)]: 'matched',
      'row 3': 'unreadable no-number',
      [billWaybill(2)]: 'unreadable bad-amount',
    });
    expect(bill.billedFen).toBe(800);
  });
});

describe('what is charged besides the way there', () => {
  it('the fee of a return in a column of its own is right for what came back, and a claim for what did not', async () => {
    await desk.ship([
      { waybillNo: billWaybill(1), tracking: 'returned', orderState: 'returned' },
      { waybillNo: billWaybill(2) },
    ]);
    const outcome = await desk.reconcile(
      desk.bill([
        ['运单号', '业务日期', '计费重量', '运费', '退件费', '合计'],
        [billWaybill(1), '2026-11-05', 1, 3, 3, 6],
        [billWaybill(2), '2026-11-05', 1, 3, 3, 6],
      ]),
    );
    if (!outcome.ok) throw new Error(outcome.code);
    expect(await desk.classesOf(outcome.value.id)).toEqual({
      [billWaybill(1)]: 'matched',
      [billWaybill(2)]: 'price',
    });
    expect((await desk.workspace.store.read.bills.claimTotals(outcome.value.id))[0]).toMatchObject({
      items: 1,
      claimFen: 300,
    });
  });

  it('a charge that was taken back and made again is no second charge, in one bill or in the next', async () => {
    await desk.ship([1, 2, 3].map((no) => ({ waybillNo: billWaybill(no) })));
    const first = await desk.reconciled(
      billLine(1, 1, 5),
      billLine(1, 1, -5),
      billLine(1),
      billLine(2, 1, 5),
      billLine(3),
    );
    expect(await desk.classesOf(first.id)).toMatchObject({
      [billWaybill(1)]: 'matched',
      [billWaybill(2)]: 'price',
    });
    const next = await desk.reconciled(billLine(2, 1, -5), billLine(2), billLine(3));
    const items = await desk.workspace.store.read.bills.items(next.id, {}, { offset: 0, limit: 10 });
    expect(items.map((item) => [item.waybillNo, item.class, item.reason])).toEqual([
      [billWaybill(2), 'price', ''],
      [billWaybill(3), 'double', 'earlier-bill'],
    ]);
  });

  it('parts of a freight in lines of their own are no second charge', async () => {
    await desk.ship([{ waybillNo: billWaybill(1) }, { waybillNo: billWaybill(2) }]);
    const outcome = await desk.reconcile(
      desk.bill([
        ['运单号', '业务日期', '费用类型', '计费重量', '金额'],
        [billWaybill(1), '2026-11-05', '首重费', 1, 2.5],
        [billWaybill(1), '2026-11-05', '续重费', 1, 0.5],
        [billWaybill(2), '2026-11-05', '中转费', 1, 1.5],
        [billWaybill(2), '2026-11-05', '派费', 1, 1.5],
      ]),
    );
    if (!outcome.ok) throw new Error(outcome.code);
    expect(await desk.classesOf(outcome.value.id)).toEqual({
      [billWaybill(1)]: 'matched',
      [billWaybill(2)]: 'matched',
    });
  });

  it('several surcharges of one parcel are no second charge, the same one again is', async () => {
    await desk.ship([{ waybillNo: billWaybill(1), estimateFen: 900 }]);
    const outcome = await desk.reconcile(
      desk.bill([
        ['运单号', '业务日期', '费用类型', '计费重量', '金额'],
        [billWaybill(1), '2026-11-05', '运费', 1, 3],
        [billWaybill(1), '2026-11-05', '附加费', 1, 2],
        [billWaybill(1), '2026-11-05', '附加费', 1, 4],
        [billWaybill(1), '2026-11-05', '附加费', 1, 4],
      ]),
    );
    if (!outcome.ok) throw new Error(outcome.code);
    const { bills } = desk.workspace.store.read;
    const items = await bills.items(outcome.value.id, {}, { offset: 0, limit: 9 });
    expect(items.map((item) => [item.class, item.billedFen])).toEqual(
      expect.arrayContaining([
        ['matched', 900],
        ['double', 400],
      ]),
    );
    expect(items).toHaveLength(2);
  });

  it('what is collected later for the weight belongs to its parcel and is no second freight', async () => {
    await desk.ship([{ waybillNo: billWaybill(1) }]);
    const outcome = await desk.reconcile(
      desk.bill([
        ['运单号', '业务日期', '费用类型', '计费重量', '金额'],
        [billWaybill(1), '2026-11-05', '运费', 1, 3],
        [billWaybill(1), '2026-11-09', '补收运费', 1, 2],
        [billWaybill(1), '2026-11-12', '退款', 1, -2],
      ]),
    );
    if (!outcome.ok) throw new Error(outcome.code);
    expect(await desk.classesOf(outcome.value.id)).toEqual({ [billWaybill(1)]: 'matched' });
  });
});

describe('a bill that is none, or is here already', () => {
  it('leaves nothing behind and is named', async () => {
    const { store } = desk.workspace;
    await desk.ship([{ waybillNo: billWaybill(1), carrier: 'YTO' }]);
    const refused = async (rows: readonly (readonly (string | number)[])[]) => {
      const outcome = await desk.reconcile(desk.bill(rows));
      return outcome.ok ? 'taken' : outcome.code;
    };
    expect(
      await refused([
        ['姓名', '年龄'],
        ['甲', 3],
      ]),
    ).toBe('BILL_LAYOUT_UNKNOWN');
    expect(
      await refused([
        ['运单号', '日期'],
        [billWaybill(1), '2026-11-05'],
      ]),
    ).toBe('BILL_COLUMNS_MISSING');
    expect(
      await refused([
        ['运单号', '订单金额'],
        [billWaybill(1), 99],
      ]),
    ).toBe('BILL_COLUMNS_DOUBTFUL');
    expect(await refused([billHeader, billLine(1)])).toBe('BILL_OTHER_CARRIER');
    expect(await refused([billHeader, ['', '2026-11-05', 1, 5]])).toBe('BILL_NO_LINES');
    expect(await store.read.bills.count()).toBe(0);
    expect(await store.read.bills.unfinished()).toEqual([]);
    expect(await store.read.bills.linesAfter('', { itemKey: '', rowNo: 0 }, 9)).toEqual([]);
  });

  it('is known as the same file and as the same lines in another order', async () => {
    await desk.ship([{ waybillNo: billWaybill(1) }, { waybillNo: billWaybill(2) }]);
    const first = await desk.reconciled(billLine(1), billLine(2));
    const again = await desk.reconcile(desk.bill([billHeader, billLine(1), billLine(2)], 'copy.csv'));
    expect(again).toMatchObject({ ok: false, code: 'BILL_SAME', params: { file: 'bill.csv' } });
    const turned = await desk.reconcile(desk.bill([billHeader, billLine(2), billLine(1)], 'turned.csv'));
    expect(turned).toMatchObject({ ok: false, code: 'BILL_SAME' });
    expect(await removeBill(desk.workspace, first.id)).toMatchObject({ ok: true });
    expect(await desk.reconcile(desk.bill([billHeader, billLine(2), billLine(1)]))).toMatchObject({
      ok: true,
    });
  });

  it('a reconciliation that is stopped keeps nothing', async () => {
    await desk.ship([{ waybillNo: billWaybill(1) }]);
    const stopped = await desk.reconcile(desk.bill([billHeader, billLine(1)]), {
      signal: AbortSignal.abort(),
    });
    expect(stopped).toMatchObject({ code: 'BILL_STOPPED' });
    expect(await desk.workspace.store.read.bills.unfinished()).toEqual([]);
  });

  it('what a stopped program left half read is gone with the next bill', async () => {
    await desk.ship([{ waybillNo: billWaybill(1) }]);
    const first = await desk.reconciled(billLine(1));
    await desk.workspace.store.write((write) => write.bills.finish(first.id, { state: 'reading' }));
    expect(await desk.reconcile(desk.bill([billHeader, billLine(1)]))).toMatchObject({ ok: true });
    expect(await desk.workspace.store.read.bills.byId(first.id)).toBeUndefined();
  });
});

it('columns a person has confirmed are known of the next bill of this carrier, and of no other', async () => {
  await desk.ship([{ waybillNo: billWaybill(1) }, { waybillNo: billWaybill(2) }]);
  const odd = (no: number) =>
    desk.bill(
      [
        ['运单号', '月结订单金额'],
        [billWaybill(no), 3],
      ],
      `odd-${no}.csv`,
    );
  expect(await desk.reconcile(odd(1))).toMatchObject({ code: 'BILL_COLUMNS_DOUBTFUL' });
  expect(await desk.reconcile(odd(1), { columns: { 1: 'total' } })).toMatchObject({ ok: true });
  expect(await desk.reconcile(odd(2))).toMatchObject({ ok: true });
  expect(await desk.reconcile(odd(2), { carrier: 'YTO' })).toMatchObject({ code: 'BILL_COLUMNS_DOUBTFUL' });
});

it('a carrier has its own tolerance, within limits', async () => {
  await desk.ship([{ waybillNo: billWaybill(1), weightGrams: 1_000 }]);
  expect(await changeTolerance(desk.workspace, 'ZTO', { percent: 101 })).toMatchObject({
    code: 'BILL_TOLERANCE_LIMIT',
  });
  await changeTolerance(desk.workspace, 'ZTO', { weightGrams: 0, percent: 0, roundsUpToGrams: 0 });
  const bill = await desk.reconciled(billLine(1, 1.001));
  expect(await desk.classesOf(bill.id)).toEqual({ [billWaybill(1)]: 'weight' });
});

it('a parcel that was booked before the days of a bill and went out within them is missing from it', async () => {
  const { store } = desk.workspace;
  await desk.ship([
    { waybillNo: billWaybill(1) },
    { waybillNo: billWaybill(2), bookedAt: deskBookedAt - 10 * dayMs },
  ]);
  const moved = {
    waybillNo: billWaybill(2),
    at: deskBookedAt,
    status: 'collected',
    rawStatus: '',
    text: '',
    location: '',
  } as const;
  await store.write((write) => write.tracking.addEvents([moved]));
  const bill = await desk.reconciled(billLine(1));
  expect(await desk.classesOf(bill.id)).toEqual({
    [billWaybill(1)]: 'matched',
    [billWaybill(2)]: 'missing',
  });
});

it('one slip in a date does not stretch the days of a bill', async () => {
  const lines = [1, 2, 3].map((no) => billLine(no));
  const slip = [billWaybill(4), '2025-11-05', 1, 3];
  expect(await desk.reconciled(...lines, slip)).toMatchObject({ fromDay: '2026-11-05', toDay: '2026-11-05' });
});

it('parcels of another account are not missing from this bill, nor are those of other days', async () => {
  await desk.ship([
    { waybillNo: billWaybill(1) },
    { waybillNo: billWaybill(2), accountId: 'a2' },
    { waybillNo: billWaybill(3), bookedAt: Date.UTC(2026, 10, 5, 2) + 3 * dayMs },
    { waybillNo: billWaybill(4), tracking: null },
  ]);
  const bill = await desk.reconciled(billLine(1));
  expect(await desk.classesOf(bill.id)).toEqual({ [billWaybill(1)]: 'matched' });
});
