import { toWireTime, wireTime } from '../../../carriers/kit/wireValues.ts';
import type { LedgerFacts } from '../../../store/insight/ledgerReads.ts';
import { plainItem, type RunWrite } from './judgeBill.ts';
import type { BillInHand } from './storeBillLines.ts';

export interface BillSpan {
  /** `2026-11-01`; both empty: neither the bill nor a person said which days it is for. */
  readonly fromDay: string;
  readonly toDay: string;
}

const dayMs = 86_400_000;
/** A parcel may be booked so long before the carrier takes it. */
const bookedAheadMs = 15 * dayMs;
/** One line with a slip in its date does not stretch the time of a bill. */
const farOffMs = 45 * dayMs;
const pageRows = 2_000;

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
 * accounts, those of other accounts are another bill's. How many; null: nobody knows which days it is for.
 */
export async function noteMissing(
  run: RunWrite,
  bill: BillInHand & BillSpan,
  accountIds: ReadonlySet<string>,
): Promise<number | null> {
  const fromAt = dayStart(bill.fromDay);
  const lastAt = dayStart(bill.toDay);
  if (fromAt === null || lastAt === null) return null;
  const span = { fromAt: fromAt - bookedAheadMs, toAt: lastAt + dayMs };
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

const dayStart = (day: string): number | null => (day === '' ? null : wireTime(`${day} 00:00:00`));

function isWithin(at: number | null, { fromDay, toDay }: BillSpan): boolean {
  const day = at === null ? '' : toWireTime(at).slice(0, 10);
  return fromDay <= day && day <= toDay;
}
