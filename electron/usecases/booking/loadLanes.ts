import { isTransportCode } from '../../dispatch/isTransportCode.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { breakerLane } from './bookingLane.ts';

/** Older calls say nothing of the line as it is now. */
const lookBackMs = 2 * 60_000;

/** Brings what is stored about lanes into memory: raises, retries, and each breaker as the call log tells it. */
export async function loadLanes(workspace: Workspace): Promise<void> {
  const { read } = workspace.store;
  workspace.laneRules.retries = (await readSettings(workspace)).bookingRetries;
  for (const account of await read.accounts.all()) {
    const lane = await read.lanes.of(account.id);
    if (lane.raisedUntil !== null) workspace.laneRules.raises.set(account.id, lane);
    const calls = await read.calls.outcomesSince(account.id, workspace.clock.now() - lookBackMs);
    for (const interfaceName of ['book', 'find'] as const)
      workspace.breaker.rebuild(
        breakerLane(account.id, interfaceName),
        calls
          .filter((call) => call.interfaceName === interfaceName)
          .map((call) => ({
            startedAt: call.at,
            endedAt: call.at + call.durationMs,
            result: isTransportCode(call.errorCode) ? 'failed' : 'through',
          })),
      );
  }
}
