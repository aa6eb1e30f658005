import type { AccountHealth } from '../../../../shared/contracts/bookingHealthContract.ts';
import { type ErrorCode, isErrorCode } from '../../../../shared/errors/catalogue.ts';
import { type Finding, fine, notKnown, trouble } from './finding.ts';

/** Fewer calls say nothing of a platform. */
const fewestCalls = 100;
const wantedShare = 0.999;

/** Does the platform answer for this account? A lane that is due to try again sends: its first booking finds out. */
export function healthFinding(health: AccountHealth): Finding {
  const { name, lane, errorCode, errorParams, week } = health;
  const code: ErrorCode = isErrorCode(errorCode) ? errorCode : 'PREFLIGHT_LANE_BROKEN';
  if (lane === 'stopped') return trouble('health', 'stop', code, errorParams);
  if (lane === 'broken') return trouble('health', 'warn', 'PREFLIGHT_LANE_BROKEN', { name });
  if (lane === 'probing') return trouble('health', 'warn', 'PREFLIGHT_LANE_PROBING', { name });
  const share = week.calls === 0 ? 1 : 1 - week.failures / week.calls;
  if (week.calls >= fewestCalls && share < wantedShare)
    return trouble('health', 'warn', 'PREFLIGHT_AVAILABILITY', {
      name,
      percent: Math.floor(share * 1_000) / 10,
    });
  return week.calls === 0 ? notKnown('health') : fine('health', { calls: week.calls });
}
