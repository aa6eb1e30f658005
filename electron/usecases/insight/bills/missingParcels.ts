import { setImmediate as nextTurn } from 'node:timers/promises';
import { dayMs, readShopDate, shopDate } from '../../../../shared/rules/shopTime.ts';
import type { LedgerFacts } from '../../../store/insight/ledgerReads.ts';
import { plainItem, type RunWrite } from './judgeBill.ts';
import type { StoredBillRef } from './storeBillLines.ts';

export interface BillSpan {
  /** `2026-11-01`; both empty: neither the bill nor a person said which days it is for. */
  readonly fromDay: string;
  readonly toDay: string;
}

/** A parcel may be booked so long before the carrier takes it. */
const bookedAheadMs = 15 * dayMs;
/** One line with a slip in its date does not stretch the time of a bill. */
const farOffMs = 45 * dayMs;
const pageRows = 500;

/** The days a bill's lines name, those far from most of them left out. */
export function spanOf(days: ReadonlyMap<string, number>): BillSpan {
  const sorted = [...days.keys()].sort();
  const half = [...days.values()].reduce((sum, count) => sum + count, 0) / 2;
  let [seen, middle] = [0, ''];
  for (const day of sorted) {
    seen += days.get(day) ?? 0;
    if (seen < half) continue;
    middle = day;
    break;
  }
  const near = sorted.filter((day) => Math.abs(Date.parse(day) - Date.parse(middle)) <= farOffMs);
  return { fromDay: near[0] ?? '', toDay: near.at(-1) ?? '' };
}

/**
 * Parcels that went out with the carrier in the time of the bill and that no bill names. Where it names parcels of some
 * accounts, those of other accounts are another bill's. Returns how many; null: the days of the bill are unknown.
 */
export async function noteMissing(
  run: RunWrite,
  bill: StoredBillRef & BillSpan,
  accountIds: ReadonlySet<string>,
): Promise<number | null> {
  const fromAt = readShopDate(bill.fromDay);
  const lastAt = readShopDate(bill.toDay);
  if (fromAt === null || lastAt === null) return null;
  let missing = 0;
  // A day at a time: one question for all would keep everybody else waiting.
  for (let dayAt = fromAt - bookedAheadMs; dayAt <= lastAt; dayAt += dayMs) {
    const span = { fromAt: dayAt, toAt: dayAt + dayMs };
    missing += await noteMissingOf(run, bill, span, accountIds);
    await nextTurn();
  }
  return missing;
}

async function noteMissingOf(
  run: RunWrite,
  bill: StoredBillRef & BillSpan,
  span: { readonly fromAt: number; readonly toAt: number },
  accountIds: ReadonlySet<string>,
): Promise<number> {
  let after = { bookedAt: 0, id: '' };
  let missing = 0;
  for (let isMore = true; isMore; ) {
    isMore = await run(async (write) => {
      const page = await write.ledger.unbilled(bill.carrier, bill.id, span, after, pageRows);
      const found = page.filter(
        (row) =>
          (accountIds.size === 0 || accountIds.has(row.accountId)) &&
          isWithin(row.movedAt ?? row.bookedAt, bill),
      );
      await write.bills.insertItems(found.map((row) => missingItem(bill.id, row)));
      missing += found.length;
      const last = page.at(-1);
      if (last !== undefined) after = { bookedAt: last.bookedAt ?? 0, id: last.id };
      return page.length === pageRows;
    });
  }
  return missing;
}

function missingItem(billId: string, facts: LedgerFacts) {
  return plainItem(billId, `s:${facts.id}`, facts);
}

function isWithin(at: number | null, { fromDay, toDay }: BillSpan): boolean {
  const day = at === null ? '' : shopDate(at);
  return fromDay <= day && day <= toDay;
}
