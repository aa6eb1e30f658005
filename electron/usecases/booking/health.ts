import type { AccountHealth } from '../../../shared/contracts/bookingHealth.ts';
import type { Answered } from '../../../shared/contracts/contract.ts';
import { dayMs, minuteMs } from '../../../shared/rules/shopTime.ts';
import { platformById } from '../../carriers/kit/carrierPlatform.ts';
import type { BreakerView } from '../../dispatch/breaker.ts';
import { effectiveRate } from '../../dispatch/pacer.ts';
import { errorParamsOf } from '../../store/database/storedJson.ts';
import type { Account, AccountLane } from '../../store/schema.ts';
import { type CallCounts, readCallSums } from '../insight/callFigures.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readServerSkewMs } from '../workstations/lease.ts';
import { accountLock } from './goLive/checklist.ts';
import { breakerLane } from './lanes.ts';

/** With fewer bookings in a minute no pace can be measured. */
const fewestBooked = 60;
const weekMs = 7 * dayMs;

/** The state of every account's booking lane. */
export async function readBookingHealth(workspace: Workspace): Promise<AccountHealth[]> {
  const { read } = workspace.store;
  const now = workspace.clock.now();
  const figures: Figures = {
    now,
    open: await read.bookings.openCounts(),
    lastMinute: await read.bookings.bookedSince(now - minuteMs),
    week: await readCallSums(workspace, { from: now - weekMs, to: now }),
  };
  const accounts = await read.accounts.all();
  return Promise.all(accounts.map((account) => healthOf(workspace, account, figures)));
}

interface Figures {
  readonly now: number;
  readonly open: readonly { accountId: string; state: string; total: number }[];
  readonly lastMinute: readonly { accountId: string; total: number }[];
  readonly week: ReadonlyMap<string, CallCounts>;
}

async function healthOf(
  workspace: Workspace,
  account: Account,
  { now, open, lastMinute, week }: Figures,
): Promise<AccountHealth> {
  const lane = await workspace.store.read.lanes.of(account.id);
  const manifest = platformById(workspace.platforms, account.platform)?.manifest;
  const own = manifest?.ratePerSecond.book ?? 1;
  const perSecond = effectiveRate(own, lane, now);
  const count = (state: string) =>
    open.find((row) => row.accountId === account.id && row.state === state)?.total ?? 0;
  const waiting = count('planned');
  const bookedLastMinute = lastMinute.find((row) => row.accountId === account.id)?.total ?? 0;
  const breakers = (['book', 'find'] as const)
    .map((interfaceName) => ({
      interfaceName,
      ...workspace.breaker.view(breakerLane(account.id, interfaceName)),
    }))
    .filter(({ interfaceName, calls: made }) => interfaceName === 'book' || made > 0);
  const laneState = laneStateOf(lane, breakers[0], {
    isBusy: waiting + count('sending') > 0,
    resumesAt: workspace.laneWaits.untilAt(account.id),
    now,
  });
  return {
    accountId: account.id,
    name: account.name,
    platform: account.platform,
    lock: await accountLock(workspace, account),
    ...laneState,
    // The account's name today, not when it was stopped.
    ...(laneState.errorCode === '' ? {} : { errorParams: { ...laneState.errorParams, name: account.name } }),
    breakers,
    rate: {
      perSecond,
      ownPerSecond: own,
      raisedUntil: perSecond > own ? lane.raisedUntil : null,
    },
    counts: {
      waiting,
      sending: count('sending'),
      unsure: count('unsure'),
      voiding: count('voiding'),
    },
    bookedLastMinute,
    expectedFinishAt: finishAt(laneState, { waiting, perSecond, lastMinute: bookedLastMinute, now }),
    fallback: lane.fallback,
    backupAccountId: lane.backupAccountId,
    balance:
      lane.balanceTotal === null || lane.balanceAt === null
        ? null
        : { total: lane.balanceTotal, unit: lane.balanceUnit, at: lane.balanceAt },
    week: {
      calls: week.get(account.id)?.calls ?? 0,
      failures: week.get(account.id)?.unavailable ?? 0,
    },
  };
}

type LaneState = Pick<AccountHealth, 'lane' | 'since' | 'retryAt' | 'errorCode' | 'errorParams'>;

/** What holds the lane now: first a refusal of the account, then the connection, then a short pause. */
function laneStateOf(
  lane: AccountLane,
  book: BreakerView | undefined,
  { isBusy, resumesAt, now }: { readonly isBusy: boolean; readonly resumesAt: number; readonly now: number },
): LaneState {
  const plain = { since: null, retryAt: null, errorCode: '', errorParams: {} };
  if (lane.haltCode !== '')
    return {
      ...plain,
      lane: 'stopped',
      since: lane.haltedAt,
      errorCode: lane.haltCode,
      errorParams: errorParamsOf(lane.haltParamsJson),
    };
  if (book?.state === 'open') return { ...plain, lane: 'broken', since: book.since, retryAt: book.retryAt };
  if (book?.state === 'half-open') return { ...plain, lane: 'probing', since: book.since };
  if (isBusy && resumesAt > now) return { ...plain, lane: 'pausing', retryAt: resumesAt };
  return { ...plain, lane: isBusy ? 'working' : 'idle' };
}

interface Pace {
  readonly waiting: number;
  readonly perSecond: number;
  readonly lastMinute: number;
  readonly now: number;
}

/** By the pace measured over the last minute; without one, by the pace allowed. */
function finishAt({ lane }: LaneState, { waiting, perSecond, lastMinute, now }: Pace): number | null {
  if (waiting === 0 || lane === 'stopped' || lane === 'broken') return null;
  const sustained = lastMinute >= fewestBooked ? Math.min(perSecond, lastMinute / 60) : perSecond;
  return now + Math.ceil((waiting / sustained) * 1_000);
}

/** Platforms whose signature contains the time refuse a larger difference; five minutes is the usual window. */
const clockLimitMs = 5 * 60_000;

/** The difference between this computer's clock and the Date header of the platforms' replies. */
export async function readClockSkew(workspace: Workspace): Promise<Answered<'bookingHealth', 'clock'>> {
  const clockSkew = workspace.skewMeter.skew() ?? (await readSettings(workspace)).clockSkew;
  return {
    // A bench that only packs asks no platform, but its server has a clock too.
    skewMs: clockSkew?.skewMs ?? (await readServerSkewMs(workspace)),
    samples: clockSkew?.samples ?? 0,
    measuredAt: clockSkew?.measuredAt ?? null,
    limitMs: clockLimitMs,
  };
}
