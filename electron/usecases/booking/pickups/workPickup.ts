import { findDelayMs } from '../../../dispatch/bookingSchedule.ts';
import type { StoredPickup } from '../../../store/booking/pickupTables.ts';
import type { Job } from '../../../store/schema.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { askPickup } from './askPickup.ts';

/**
 * Works one `pickup` job: asks after a courier whose call, or calling off, has an unknown outcome, as often and as patiently
 * as after a booking. Then it waits for a person, who asks once more or by starting the program again.
 */
export async function workPickup(workspace: Workspace, job: Job): Promise<void> {
  const { pickups } = workspace.store.read;
  const pickup = await pickups.byId(job.subjectId);
  const isWanted = pickup !== undefined && (await mayAskAlone(workspace, pickup));
  if (isWanted) await askPickup(workspace, pickup.id);
  const isStillOpen = isUnclear(await pickups.byId(job.subjectId));
  const delayMs = isWanted ? findDelayMs(job.attempts) : null;
  await workspace.store.write(async (write) => {
    if (!isStillOpen) await write.jobs.settle(job.id);
    else if (delayMs === null) await write.jobs.park(job.id);
    else await write.jobs.putBack(job.id, workspace.clock.now() + delayMs);
  });
}

function isUnclear(pickup: StoredPickup | undefined): boolean {
  return pickup?.state === 'unsure' || pickup?.state === 'cancelling';
}

/**
 * Some platforms are asked with the order itself, which calls the courier where the first call was lost: not for a time
 * that has passed, nor for a parcel that does not wait any more.
 */
async function mayAskAlone({ store, clock }: Workspace, pickup: StoredPickup): Promise<boolean> {
  if (pickup.state === 'cancelling') return true;
  if (pickup.state !== 'unsure' || (pickup.endAt !== null && pickup.endAt <= clock.now())) return false;
  const order = await store.read.orders.byId(pickup.orderId);
  return order?.state === 'booked' || order?.state === 'packed';
}
