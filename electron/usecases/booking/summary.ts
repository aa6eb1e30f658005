import type { AccountHealth, UnshippedRow } from '../../../shared/contracts/bookingHealth.ts';
import { isPrinted } from '../../../shared/domain/printJob.ts';
import type { WindowRequest } from '../../store/orders/orderRepository.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readBookingHealth } from './health.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

interface BookingSummary {
  readonly stoppedAccounts: number;
  /** Lanes that make no call now. One that is probing holds nothing back while nothing waits. */
  readonly brokenAccounts: number;
  readonly standing: {
    readonly accountId: string;
    readonly name: string;
    /** UTC ms: when it tries again automatically. */
    readonly retryAt: number | null;
    /** Orders that wait for it. */
    readonly waiting: number;
  }[];
  readonly lockedAccounts: number;
  readonly unsureForPerson: number;
  readonly byHand: number;
  readonly overdue: number;
  readonly unshipped: number;
}

/** What somebody should look at today. */
export async function readBookingSummary(workspace: Workspace): Promise<BookingSummary> {
  const { bookings, orders } = workspace.store.read;
  const now = workspace.clock.now();
  const settings = await readSettings(workspace);
  const accounts = await readBookingHealth(workspace);
  const broken = accounts.filter(({ lane }) => lane === 'broken');
  const count = (matches: (account: AccountHealth) => boolean) => accounts.filter(matches).length;
  return {
    stoppedAccounts: count(({ lane }) => lane === 'stopped'),
    brokenAccounts: broken.length,
    standing: broken.map(({ accountId, name, retryAt, counts }) => ({
      accountId,
      name,
      retryAt,
      waiting: counts.waiting,
    })),
    lockedAccounts: count(({ lock }) => lock === 'locked'),
    unsureForPerson: await bookings.countUnsure(true),
    byHand: await orders.countByHand(),
    overdue: await bookings.waitingSince(now - settings.bookingDeadlineMinutes * minuteMs),
    unshipped: await bookings.countUnshipped(now - settings.unshippedDays * dayMs),
  };
}

interface UnshippedReport {
  readonly total: number;
  readonly days: number;
  readonly byAge: { readonly days: number; readonly total: number }[];
  readonly rows: UnshippedRow[];
}

/**
 * Numbers booked `days` ago or earlier whose parcel was never handed over, oldest first: each costs money, and can be
 * given back only for a while.
 */
export async function readUnshipped(
  { store, clock }: Pick<Workspace, 'store' | 'clock'>,
  { days, ...window }: WindowRequest & { readonly days?: number | undefined },
): Promise<UnshippedReport> {
  const settings = await readSettings({ store });
  const now = clock.now();
  const limitDays = days ?? settings.unshippedDays;
  const bookedBefore = now - limitDays * dayMs;
  const { bookings } = store.read;
  const rows = await bookings.unshipped(bookedBefore, window);
  return {
    total: await bookings.countUnshipped(bookedBefore),
    days: limitDays,
    byAge: await bookings.unshippedByAge(bookedBefore, now, dayMs),
    rows: rows.map((row) => {
      const bookedAt = row.bookedAt ?? now;
      return {
        orderId: row.orderId,
        orderNo: row.orderNo,
        waybillNo: row.waybillNo,
        carrier: row.carrier,
        accountName: row.accountName ?? '',
        bookedAt,
        ageDays: Math.max(0, Math.floor((now - bookedAt) / dayMs)),
        refundDaysLeft: Math.ceil((bookedAt + settings.refundDays * dayMs - now) / dayMs),
        isPrinted: isPrinted(row.printState),
      };
    }),
  };
}
