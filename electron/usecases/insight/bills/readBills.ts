import {
  type BillClass,
  type BillTolerance,
  billClasses,
  type ClaimState,
  claimStates,
  usualTolerance,
} from '../../../../shared/domain/bills/bill.ts';
import { done, type Outcome } from '../../../../shared/errors/outcome.ts';
import { recordOf } from '../../../../shared/rules/typedRecord.ts';
import { isPayoutList, layoutJson, toleranceJson } from '../../../store/insight/billJson.ts';
import type { BillItemFilter } from '../../../store/insight/billRepository.ts';
import type { WindowRequest } from '../../../store/orders/orderRepository.ts';
import type { Bill } from '../../../store/schema.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { findBill } from './removeBill.ts';

export interface BillSummary
  extends Pick<
    Bill,
    'id' | 'carrier' | 'fileName' | 'fromDay' | 'toDay' | 'lines' | 'billedFen' | 'createdAt' | 'operator'
  > {
  readonly claims: Readonly<
    Record<
      ClaimState,
      {
        readonly items: number;
        /** How many of them need a person to say the amount. */
        readonly unpriced: number;
        readonly claimFen: number;
        readonly wonFen: number;
      }
    >
  >;
}

export interface BillReport extends BillSummary {
  readonly rowsSkipped: number;
  /** The total the bill itself states; null: it states none. */
  readonly toldFen: number | null;
  readonly codFen: number;
  readonly durationMs: number;
  readonly tolerance: BillTolerance;
  readonly columns: readonly { readonly header: string; readonly field: string | null }[];
  /** Sheets of the file that hold waybills too and were not compared: their columns are other ones. */
  readonly sheetsLeft: readonly string[];
  /** Every class, empty ones included; `missing` is not known where no days are. */
  readonly classes: readonly {
    readonly class: BillClass;
    /** Parcels, or numbers that are not ours. */
    readonly items: number;
    readonly lines: number;
    readonly billedFen: number;
    /** Billed more, or paid out less, than expected, of those where that is known. */
    readonly differenceFen: number;
    readonly claimFen: number;
  }[];
  readonly isMissingKnown: boolean;
  /** Other bills of the carrier for some of the same days. */
  readonly overlapping: readonly { readonly id: string; readonly fileName: string }[];
}

/** Newest first. */
export async function listBills({ store }: Pick<Workspace, 'store'>, window: WindowRequest) {
  const rows = await store.read.bills.window(window);
  return {
    total: await store.read.bills.count(),
    rows: await Promise.all(rows.map((bill) => summaryOf(store, bill))),
  };
}

async function summaryOf(store: Workspace['store'], bill: Bill): Promise<BillSummary> {
  const { id, carrier, fileName, fromDay, toDay, lines, billedFen, createdAt, operator } = bill;
  const totals = await store.read.bills.claimTotals(id);
  const claims = recordOf(claimStates, (state) => {
    const found = totals.find(({ claimState }) => claimState === state);
    const { items = 0, unpriced = 0, claimFen = 0, wonFen = 0 } = found ?? {};
    return { items, unpriced, claimFen, wonFen };
  });
  return { id, carrier, fileName, fromDay, toDay, lines, billedFen, createdAt, operator, claims };
}

export async function readBill(
  { store }: Pick<Workspace, 'store'>,
  id: string,
): Promise<Outcome<BillReport>> {
  const found = await findBill({ store }, id);
  if (!found.ok) return found;
  const bill = found.value;
  const { columns, sheetsLeft } = layoutJson.readOr(bill.layoutJson, { columns: [], sheetsLeft: [] });
  const isPayout = isPayoutList(bill);
  const totals = await store.read.bills.classTotals(id);
  const none = { items: 0, lines: 0, billedFen: 0, differenceFen: 0, claimFen: 0 };
  return done({
    ...(await summaryOf(store, bill)),
    rowsSkipped: bill.rowsSkipped,
    toldFen: bill.toldFen,
    codFen: bill.codFen,
    durationMs: bill.durationMs,
    tolerance: toleranceJson.readOr(bill.toleranceJson, usualTolerance),
    columns,
    sheetsLeft,
    classes: billClasses.map((name) => {
      const { estimateFen: _estimateFen, ...total } = totals.find((row) => row.class === name) ?? {
        ...none,
        class: name,
        estimateFen: 0,
      };
      return total;
    }),
    // Nothing can be missing from a list of money paid out.
    isMissingKnown: bill.fromDay !== '' || isPayout,
    overlapping:
      bill.fromDay === ''
        ? []
        : (await store.read.bills.overlapping(bill))
            .filter((other) => isPayoutList(other) === isPayout)
            .map((other) => ({ id: other.id, fileName: other.fileName })),
  });
}

/** What came of each parcel, in the order of the bill. */
export async function billItems(
  { store }: Pick<Workspace, 'store'>,
  { billId, filter, window }: { billId: string; filter: BillItemFilter; window: WindowRequest },
) {
  return {
    total: await store.read.bills.countItems(billId, filter),
    rows: await store.read.bills.items(billId, filter, window),
  };
}
