import type { AccountHealth } from '../../../shared/contracts/bookingHealthContract.ts';
import { type ErrorCode, isErrorCode } from '../../../shared/errors/catalogue.ts';
import { readBookingHealth } from '../readBookingHealth.ts';
import { readClockSkew } from '../readClockSkew.ts';
import type { Workspace } from '../workspace.ts';
import { type Finding, fine, notKnown, trouble } from './finding.ts';

/** Fewer calls say nothing of a platform. */
const fewestCalls = 100;
const wantedShare = 0.999;

export interface AccountLookedAt {
  readonly findings: readonly Finding[];
  readonly health: AccountHealth | undefined;
}

/** May the account book, does its platform answer, how long is the queue before this batch? */
export async function accountFindings(workspace: Workspace, accountId: string): Promise<AccountLookedAt> {
  const health = (await readBookingHealth(workspace)).find((account) => account.accountId === accountId);
  if (health === undefined) return { findings: [notKnown('account')], health };
  return {
    health,
    findings: [
      health.lock === 'locked'
        ? trouble('account', 'stop', 'ACCOUNT_LOCKED', { name: health.name })
        : fine('account', { name: health.name }),
      healthFinding(health),
      queueFinding(health, workspace.clock.now()),
    ],
  };
}

function healthFinding(health: AccountHealth): Finding {
  const { name, lane, errorCode, errorParams, week } = health;
  const code: ErrorCode = isErrorCode(errorCode) ? errorCode : 'PREFLIGHT_LANE_BROKEN';
  if (lane === 'stopped') return trouble('health', 'stop', code, errorParams);
  if (lane === 'broken' || lane === 'probing')
    return trouble('health', 'warn', 'PREFLIGHT_LANE_BROKEN', { name });
  const share = week.calls === 0 ? 1 : 1 - week.failures / week.calls;
  if (week.calls >= fewestCalls && share < wantedShare)
    return trouble('health', 'warn', 'PREFLIGHT_AVAILABILITY', {
      name,
      percent: Math.floor(share * 1_000) / 10,
    });
  return week.calls === 0 ? notKnown('health') : fine('health', { calls: week.calls });
}

/** Does this computer's clock fit those of the platforms? */
export async function clockFinding(workspace: Workspace): Promise<Finding> {
  const { skewMs, limitMs } = await readClockSkew(workspace);
  if (skewMs === null) return notKnown('clock');
  const seconds = Math.round(Math.abs(skewMs) / 1_000);
  return Math.abs(skewMs) > limitMs
    ? trouble('clock', 'warn', skewMs > 0 ? 'CLOCK_BEHIND' : 'CLOCK_AHEAD', { seconds })
    : fine('clock', { seconds });
}

function queueFinding({ counts, expectedFinishAt, rate }: AccountHealth, now: number): Finding {
  return fine('queue', {
    waiting: counts.waiting,
    minutes: expectedFinishAt === null ? 0 : Math.ceil((expectedFinishAt - now) / 60_000),
    perSecond: rate.perSecond,
  });
}
