import type { AccountHealth } from '../../../shared/contracts/bookingHealth.ts';
import type { Answered } from '../../../shared/contracts/contract.ts';
import { isPrinted } from '../../../shared/domain/printing/printJob.ts';
import { dayMs, minuteMs } from '../../../shared/rules/shopTime.ts';
import type { WindowRequest } from '../../store/orders/orderRepository.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readBookingHealth } from './health.ts';

/** What needs attention today. */
export async function readBookingSummary(
  workspace: Workspace,
): Promise<Answered<'bookingHealth', 'summary'>> {
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
    unsureForPerson: await bookings.countUnsureForPerson(),
    byHand: await orders.countByHand(),
    overdue: await bookings.waitingSince(now - settings.bookingDeadlineMinutes * minuteMs),
    unshipped: await bookings.countUnshipped(now - settings.unshippedDays * dayMs),
  };
}

/**
 * Numbers booked at least `days` days ago whose parcel was never handed over, oldest first: each costs money and can be given back only
 * for a while.
 */
export async function readUnshipped(
  { store, clock }: Workspace,
  { days, ...window }: WindowRequest & { readonly days?: number | undefined },
): Promise<Answered<'bookingHealth', 'unshipped'>> {
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
    rows: rows.map(({ bookedAt: at, printState, ...row }) => {
      const bookedAt = at ?? now;
      return {
        ...row,
        accountName: row.accountName ?? '',
        bookedAt,
        ageDays: Math.max(0, Math.floor((now - bookedAt) / dayMs)),
        refundDaysLeft: Math.ceil((bookedAt + settings.refundDays * dayMs - now) / dayMs),
        isPrinted: isPrinted(printState),
      };
    }),
  };
}
