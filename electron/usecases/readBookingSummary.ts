import type { AccountHealth } from '../../shared/contracts/bookingHealthContract.ts';
import { readBookingHealth } from './readBookingHealth.ts';
import { readSettings } from './settings.ts';
import type { Workspace } from './workspace.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

export interface BookingSummary {
  readonly stoppedAccounts: number;
  /** Lanes that make no call now. One that is probing holds nothing back while nothing waits. */
  readonly brokenAccounts: number;
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
  const count = (matches: (account: AccountHealth) => boolean) => accounts.filter(matches).length;
  return {
    stoppedAccounts: count(({ lane }) => lane === 'stopped'),
    brokenAccounts: count(({ lane }) => lane === 'broken'),
    lockedAccounts: count(({ lock }) => lock === 'locked'),
    unsureForPerson: await bookings.countUnsure(true),
    byHand: await orders.countByHand(),
    overdue: await bookings.waitingSince(now - settings.bookingDeadlineMinutes * minuteMs),
    unshipped: await bookings.countUnshipped(now - settings.unshippedDays * dayMs),
  };
}
