import { findDelayMs } from '../../../dispatch/bookingSchedule.ts';
import type { StoredPickup } from '../../../store/booking/pickupTables.ts';
import type { Repositories } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/**
 * Puts the first question after an unclear pickup into the queue, in the transaction that leaves it unclear. One that
 * waits, or is in hand, stays as it is.
 */
export async function askPickupLater(
  { nextId, clock }: Pick<Workspace, 'nextId' | 'clock'>,
  write: Pick<Repositories, 'jobs'>,
  { id, accountId }: Pick<StoredPickup, 'id' | 'accountId'>,
): Promise<void> {
  if ((await write.jobs.ofSubject(id)) !== undefined) return;
  const now = clock.now();
  await write.jobs.insert({
    id: nextId(),
    kind: 'pickup',
    subjectId: id,
    lane: accountId,
    state: 'waiting',
    runAt: now + (findDelayMs(0) ?? 0),
    attempts: 0,
    leaseUntil: null,
    createdAt: now,
  });
}
