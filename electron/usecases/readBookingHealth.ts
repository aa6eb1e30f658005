import type { AccountHealth } from '../../shared/contracts/bookingHealthContract.ts';
import type { ErrorParams } from '../../shared/errors/outcome.ts';
import { effectiveRate } from '../dispatch/effectiveRate.ts';
import { isTransportCode } from '../dispatch/isTransportCode.ts';
import type { AccountsTable } from '../store/schema.ts';
import { accountLock } from './accountLock.ts';
import type { Workspace } from './workspace.ts';

const minuteMs = 60_000;
const weekMs = 7 * 24 * 60 * minuteMs;

/** How the booking lane of every account stands. */
export async function readBookingHealth(workspace: Workspace): Promise<AccountHealth[]> {
  const { read } = workspace.store;
  const now = workspace.clock.now();
  const figures: Figures = {
    now,
    open: await read.bookings.openCounts(),
    lastMinute: await read.bookings.bookedSince(now - minuteMs),
    week: await read.calls.codesSince(now - weekMs),
  };
  const accounts = await read.accounts.all();
  return Promise.all(accounts.map((account) => healthOf(workspace, account, figures)));
}

interface Figures {
  readonly now: number;
  readonly open: readonly { account_id: string; state: string; total: number }[];
  readonly lastMinute: readonly { account_id: string; total: number }[];
  readonly week: readonly { account_id: string; error_code: string; total: number }[];
}

async function healthOf(
  workspace: Workspace,
  account: AccountsTable,
  { now, open, lastMinute, week }: Figures,
): Promise<AccountHealth> {
  const lane = await workspace.store.read.lanes.of(account.id);
  const manifest = workspace.platforms.find(({ manifest: { id } }) => id === account.platform)?.manifest;
  const own = manifest?.ratePerSecond.book ?? 1;
  const perSecond = effectiveRate(own, lane, now);
  const count = (state: string) =>
    open.find((row) => row.account_id === account.id && row.state === state)?.total ?? 0;
  const calls = week.filter((row) => row.account_id === account.id);
  const sum = (rows: typeof calls) => rows.reduce((total, row) => total + row.total, 0);
  const waiting = count('planned');
  const isStopped = lane.halt_code !== '';
  return {
    accountId: account.id,
    name: account.name,
    platform: account.platform,
    lock: await accountLock(workspace, account),
    lane: isStopped ? 'stopped' : waiting + count('sending') > 0 ? 'working' : 'idle',
    since: isStopped ? lane.halted_at : null,
    retryAt: null,
    errorCode: lane.halt_code,
    errorParams: { ...(JSON.parse(lane.halt_params_json) as ErrorParams) },
    breakers: [],
    rate: {
      perSecond,
      ownPerSecond: own,
      raisedUntil: perSecond > own ? lane.raised_until : null,
    },
    counts: {
      waiting,
      sending: count('sending'),
      unsure: count('unsure'),
      voiding: count('voiding'),
    },
    bookedLastMinute: lastMinute.find((row) => row.account_id === account.id)?.total ?? 0,
    expectedFinishAt: waiting === 0 || isStopped ? null : now + Math.ceil((waiting / perSecond) * 1_000),
    fallback: lane.fallback,
    backupAccountId: lane.backup_account_id,
    balance:
      lane.balance_total === null || lane.balance_at === null
        ? null
        : { total: lane.balance_total, unit: lane.balance_unit, at: lane.balance_at },
    week: {
      calls: sum(calls),
      failures: sum(calls.filter((row) => isTransportCode(row.error_code))),
    },
  };
}
