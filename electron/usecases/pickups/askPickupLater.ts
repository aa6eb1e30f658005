import { findDelayMs } from '../../dispatch/bookingSchedule.ts';
import type { PickupsTable } from '../../store/pickupTables.ts';
import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace.ts';

/**
 * Puts the first question after an unclear pickup into the queue, in the transaction that leaves it unclear. One that
 * waits, or is in hand, stays as it is.
 */
export async function askPickupLater(
  { nextId, clock }: Pick<Workspace, 'nextId' | 'clock'>,
  write: Pick<Repositories, 'jobs'>,
  { id, account_id }: Pick<PickupsTable, 'id' | 'account_id'>,
): Promise<void> {
  if ((await write.jobs.ofSubject(id)) !== undefined) return;
  const now = clock.now();
  await write.jobs.insert({
    id: nextId(),
    kind: 'pickup',
    subject_id: id,
    lane: account_id,
    state: 'waiting',
    run_at: now + (findDelayMs(0) ?? 0),
    attempts: 0,
    lease_until: null,
    created_at: now,
  });
}
