import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { recordAct } from '../operators/acts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { knownAccount, wakeAccountLane } from './lanes.ts';
import { retryRefused } from './planAgain.ts';

/**
 * Tries a stopped lane at once: the person asking takes its problem as fixed. The orders it gave back when it stopped are queued again
 * first, each with the carrier and printer it had; were the problem not fixed, the first call would give them back once more.
 */
export async function resumeLane(workspace: Workspace, accountId: string): Promise<Outcome<null>> {
  const account = await knownAccount(workspace, accountId);
  if (!account.ok) return account;
  const { haltCode } = await workspace.store.read.lanes.of(accountId);
  await workspace.store.write(async (write) => {
    await write.lanes.put(accountId, { haltCode: '', haltParamsJson: '{}', haltedAt: null });
    await recordAct(workspace, write, { kind: 'account-resumed', what: account.value.name });
  });
  if (haltCode !== '') {
    const stopped = await workspace.store.read.bookings.stoppedOrderIds(accountId, haltCode);
    const queued = await retryRefused(workspace, stopped);
    if (!queued.ok) return queued;
  }
  await wakeAccountLane(workspace, accountId);
  return done(null);
}
