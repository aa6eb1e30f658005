import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listCod } from '../../../../../../electron/usecases/insight/bills/cod.ts';
import {
  type BillDesk,
  billLine,
  billWaybill,
  openBillDesk,
} from '../../../../../doubles/workspace/billDesk.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';
import { samplePackedParcel } from '../../../../../doubles/workspace/samplePackedParcel.ts';

let desk: BillDesk;
beforeEach(async () => {
  desk = await openBillDesk();
});
afterEach(() => desk.workspace.close());

describe('the weight of a parcel', () => {
  const weighed = (no: number, ...boxes: (number | null)[]) =>
    desk.workspace.store.write(async (write) => {
      for (const [at, weightGrams] of boxes.entries())
        await write.packedParcels.insert({
          ...samplePackedParcel,
          id: `${no}-${at}`,
          orderId: sampleOrder(no).id,
          parcelNo: at + 1,
          parcelTotal: boxes.length,
          weightGrams,
        });
    });

  it('is what the scale of the bench said, not what the order file had thought', async () => {
    await desk.ship(
      [1, 2, 3].map((no) => ({ waybillNo: billWaybill(no), weightGrams: no === 3 ? null : 800 })),
    );
    await weighed(1, 1_900);
    await weighed(2, null);
    await weighed(3, 820);
    const bill = await desk.reconciled(billLine(1, 2), billLine(2, 2), billLine(3, 2));
    expect(await desk.classesOf(bill.id)).toEqual({
      [billWaybill(1)]: 'matched',
      [billWaybill(2)]: 'weight',
      [billWaybill(3)]: 'weight',
    });
    const items = await desk.workspace.store.read.bills.items(bill.id, {}, { offset: 0, limit: 10 });
    expect(items.map(({ ownGrams }) => ownGrams)).toEqual([1_900, 800, 820]);
  });
});

describe('a number that was given back for another one', () => {
  it('is claimed in full though its order went out under the other number, and left to a person if it moved itself', async () => {
    const replaced = { state: 'voided', orderState: 'in-transit' } as const;
    await desk.ship([
      { waybillNo: billWaybill(1), ...replaced, tracking: null },
      { waybillNo: billWaybill(2), ...replaced, tracking: 'in-transit' },
    ]);
    const bill = await desk.reconciled(billLine(1, 1, 4), billLine(2, 1, 4));
    const items = await desk.workspace.store.read.bills.items(bill.id, {}, { offset: 0, limit: 10 });
    expect(items.map(({ reason, claimFen }) => [reason, claimFen])).toEqual([
      ['', 400],
      ['moved', null],
    ]);
  });
});

describe('a list of money paid out', () => {
  const payouts = ['运单号', '签收日期', '代收货款', '手续费', '实际返款', '返款日期', '返款状态'];
  const paid = (no: number, yuan: number, ...more: string[]) => {
    const [day = '2026-11-20', state = '已返款'] = more;
    return [billWaybill(no), '2026-11-08', yuan, 2, state === '已返款' ? yuan - 2 : '', day, state];
  };
  const moneyOf = async () =>
    (await listCod(desk.workspace, {}, { offset: 0, limit: 20 })).rows.map((row) => [row.match, row.toldFen]);

  it('says of each parcel whether its money came, on which day and how much; nothing is missing from it', async () => {
    await desk.ship([1, 2, 3, 4].map((no) => ({ waybillNo: billWaybill(no), codFen: 19_900 })));
    const foot = ['合计', '', 687, 8, 581, '', ''];
    const list = [
      ['代收货款返款明细'],
      payouts,
      paid(1, 199),
      paid(2, 189),
      paid(3, 199, '', '未返款'),
      paid(9, 100),
      foot,
    ];
    const outcome = await desk.reconcile(desk.bill(list));
    if (!outcome.ok) throw new Error(outcome.code);
    expect(outcome.value).toMatchObject({
      billedFen: 800,
      toldFen: 800,
      codFen: 48_800,
      fromDay: '2026-11-20',
    });
    expect(await desk.classesOf(outcome.value.id)).toEqual({
      [billWaybill(1)]: 'remitted',
      [billWaybill(2)]: 'remitted cod-differs',
      [billWaybill(3)]: 'unchecked not-paid-out',
      [billWaybill(9)]: 'foreign',
    });
    expect(await desk.workspace.store.read.bills.claimTotals(outcome.value.id)).toEqual([]);
    expect(await moneyOf()).toEqual([
      ['paid-out', 19_900],
      ['differs', 18_900],
      ['awaiting', null],
      ['awaiting', null],
    ]);
  });

  it('bills no parcel, and the bill that names the same money does not say otherwise', async () => {
    await desk.ship([1, 2].map((no) => ({ waybillNo: billWaybill(no), codFen: 19_900 })));
    const list = await desk.reconcile(desk.bill([payouts, paid(1, 189)], 'payouts.csv'));
    expect(list).toMatchObject({ ok: true });
    const names = ['运单号', '业务日期', '计费重量', '运费', '代收货款', '合计'];
    const bill = await desk.reconcile(
      desk.bill([names, [billWaybill(2), '2026-11-05', 1, 3, 199, 3]], 'first.csv'),
    );
    if (!bill.ok) throw new Error(bill.code);
    expect(await desk.classesOf(bill.value.id)).toEqual({
      [billWaybill(1)]: 'missing',
      [billWaybill(2)]: 'matched',
    });
    await desk.reconcile(desk.bill([names, [billWaybill(1), '2026-11-05', 1, 3, 199, 3]], 'second.csv'));
    expect(await moneyOf()).toEqual([
      ['differs', 18_900],
      ['awaiting', 19_900],
    ]);
  });

  it('is understood where it names only the money, or only what was left of it', async () => {
    await desk.ship([1, 2].map((no) => ({ waybillNo: billWaybill(no), codFen: 19_900 })));
    const bare = [
      ['运单编号', '代收金额', '打款时间'],
      [billWaybill(1), '199.00', '2026-11-15 12:00:00'],
    ];
    expect(await desk.reconcile(desk.bill(bare, 'bare.csv'))).toMatchObject({
      value: { codFen: 19_900, billedFen: 0 },
    });
    const net = [
      ['运单编号', '代收货款服务费', '应返款金额'],
      [billWaybill(2), 3, 196],
    ];
    expect(await desk.reconcile(desk.bill(net, 'net.csv'))).toMatchObject({
      value: { codFen: 19_900, billedFen: 300 },
    });
  });
});
