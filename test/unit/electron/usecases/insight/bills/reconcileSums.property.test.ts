import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BillItem } from '../../../../../../electron/store/schema.ts';
import { readBill } from '../../../../../../electron/usecases/insight/bills/readBills.ts';
import { billLineClasses, claimClasses } from '../../../../../../shared/domain/bills/bill.ts';
import type { TrackingState } from '../../../../../../shared/domain/tracking.ts';
import { type BillDesk, openBillDesk } from '../../../../../doubles/workspace/billDesk.ts';

let desk: BillDesk;
beforeAll(async () => {
  desk = await openBillDesk();
});
afterAll(() => desk.workspace.close());

const parcel = fc.record({
  carrier: fc.constantFrom('ZTO', 'ZTO', 'ZTO', 'YTO'),
  state: fc.constantFrom('booked' as const, 'booked' as const, 'voided' as const),
  tracking: fc.constantFrom<TrackingState | null>('signed', 'in-transit', 'awaiting-collection', null),
  weightGrams: fc.constantFrom(null, 300, 800, 1_000, 4_200),
  estimateFen: fc.constantFrom(null, 300, 550),
});
/** Of which parcel (beyond the last: not ours), what it says. */
const billed = fc.record({
  of: fc.nat(9),
  kg: fc.constantFrom('', '0.3', '1', '1.02', '3', '???'),
  yuan: fc.constantFrom('3', '3.05', '5.50', '12', '-1', '0', '', '见附件'),
  kind: fc.constantFrom('', '运费', '燃油附加费', '退件费'),
});

let run = 0;

/** What each line must come to by the plainest reading of the rules, weights and prices left aside. */
function plainClasses(
  lines: readonly {
    readonly number: string;
    readonly of: number;
    readonly yuan: string;
    readonly kind: string;
  }[],
  isOurs: (of: number) => boolean,
): string[] {
  const seen = new Set<string>();
  return lines.map(({ number, of, yuan, kind }) => {
    if (!/^-?[\d.]+$/.test(yuan)) return 'unreadable';
    const key = [number, kind === '' ? '运费' : kind, kind === '燃油附加费' ? Number(yuan) : ''].join();
    if (Number(yuan) > 0 && seen.has(key)) return 'double';
    if (Number(yuan) > 0) seen.add(key);
    return isOurs(of) ? 'ours' : 'foreign';
  });
}

it('every line is in exactly one class, and lines and money of the classes add up to the bill', async () => {
  const bills = fc.record({
    parcels: fc.array(parcel, { minLength: 1, maxLength: 7 }),
    lines: fc.array(billed, { minLength: 1, maxLength: 25 }),
  });
  await fc.assert(
    fc.asyncProperty(bills, async ({ parcels, lines }) => {
      run += 1;
      const numberOf = (of: number) => `73${String(run).padStart(6, '0')}${String(of).padStart(6, '0')}`;
      await desk.ship(parcels.map((one, of) => ({ ...one, waybillNo: numberOf(of) })));
      const named = lines.map((line) => ({ ...line, number: numberOf(line.of) }));
      const rows = named.map(({ number, kg, yuan, kind }) => [number, kind, kg, yuan]);
      // A line of its own keeps the bill readable and this carrier's.
      await desk.ship([{ waybillNo: numberOf(999) }]);
      const path = desk.bill([
        ['运单号', '费用类型', '计费重量(kg)', '金额(元)'],
        [numberOf(999), '', '0.8', '3'],
        ...rows,
      ]);
      const outcome = await desk.reconcile(path);
      if (!outcome.ok) throw new Error(outcome.code);
      const bill = outcome.value;
      const { read } = desk.workspace.store;
      const items = await read.bills.items(bill.id, {}, { offset: 0, limit: 500 });
      const stored = await read.bills.linesAfter(bill.id, { itemKey: '', rowNo: 0 }, 500);
      const itemOf = new Map(items.map((item) => [item.itemKey, item]));

      expect(stored).toHaveLength(rows.length + 1);
      const sum = (all: readonly BillItem[], field: 'lines' | 'billedFen') =>
        all.reduce((total, item) => total + item[field], 0);
      expect(sum(items, 'lines')).toBe(bill.lines);
      expect(sum(items, 'billedFen')).toBe(bill.billedFen);
      for (const item of items) {
        const own = stored.filter((line) => line.itemKey === item.itemKey);
        expect([own.length, own.reduce((total, { amountFen }) => total + amountFen, 0)]).toEqual([
          item.lines,
          item.billedFen,
        ]);
        expect(billLineClasses).toContain(item.class);
        expect(item.claimState === 'open').toBe(claimClasses.includes(item.class) && item.claimFen !== 0);
        if (item.claimFen !== null) {
          expect(item.claimFen).toBeGreaterThanOrEqual(0);
          expect(item.claimFen).toBeLessThanOrEqual(Math.max(0, item.billedFen));
        }
      }
      const plain = plainClasses(named, (of) => of < parcels.length);
      const got = [...stored]
        .sort((one, other) => one.rowNo - other.rowNo)
        .slice(1)
        .map((line) => itemOf.get(line.itemKey)?.class ?? 'nowhere')
        .map((name) => (['unreadable', 'double', 'foreign', 'nowhere'].includes(name) ? name : 'ours'));
      expect(got).toEqual(plain);

      const report = await readBill(desk.workspace, bill.id);
      if (!report.ok) throw new Error(report.code);
      const { classes } = report.value;
      expect(classes.reduce((total, one) => total + one.lines, 0)).toBe(bill.lines);
      expect(classes.reduce((total, one) => total + one.billedFen, 0)).toBe(bill.billedFen);
    }),
    { numRuns: 40, seed: 20261128 },
  );
});
