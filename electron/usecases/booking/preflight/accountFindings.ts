import type { AccountHealth } from '../../../../shared/contracts/bookingHealthContract.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { readBookingHealth } from '../readBookingHealth.ts';
import { readClockSkew } from '../readClockSkew.ts';
import { type Finding, fine, notKnown, trouble } from './finding.ts';
import { healthFinding } from './healthFinding.ts';

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
