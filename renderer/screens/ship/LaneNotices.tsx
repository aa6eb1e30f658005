import { useQuery } from '@tanstack/react-query';
import './lanes.css';
import { healthQueries } from '../../bridge/queries/healthQueries.ts';
import { StandingLane } from './StandingLane.tsx';
import { standingLanes } from './standingLanes.ts';

/** Accounts that book nothing at the moment, above the desk they hold up. */
export function LaneNotices() {
  const accounts = useQuery(healthQueries.accounts()).data ?? [];
  return standingLanes(accounts).map((health) => (
    <StandingLane
      key={health.accountId}
      health={health}
      backup={accounts.find(({ accountId }) => accountId === health.backupAccountId)}
    />
  ));
}
