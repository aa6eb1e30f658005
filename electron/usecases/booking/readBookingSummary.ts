import type { AccountHealth } from '../../../shared/contracts/bookingHealthContract.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readBookingHealth } from './readBookingHealth.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

export interface BookingSummary {
  readonly stoppedAccounts: number;
  /** Lanes that make no call now. One that is probing holds nothing back while nothing waits. */
  readonly brokenAccounts: number;
  readonly standing: {
    readonly accountId: string;
    readonly name: string;
    /** UTC ms: when it tries again by itself. */
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
