import { done, failure, ifReadable, type Outcome } from '../../../../shared/errors/outcome.ts';
import { findDelayMs } from '../../../dispatch/laneWaits.ts';
import { pickupRequestJson } from '../../../store/booking/bookingJson.ts';
import type { StoredPickup } from '../../../store/booking/bookingRows.ts';
import type { Job } from '../../../store/schema.ts';
import { openAccount } from '../../accounts/openAccount.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { cancelPickup } from './cancelPickup.ts';
import { pickupCall, settlePickup } from './settlePickup.ts';

/**
 * Asks after a pickup whose outcome is not known, with the very same request: never a new order. One that may have been
 * called off is called off once more, which changes nothing where it already was.
 */
export async function askPickup(workspace: Workspace, pickupId: string): Promise<Outcome<StoredPickup>> {
  const pickup = await workspace.store.read.pickups.byId(pickupId);
  if (pickup === undefined) return failure('ORDER_GONE');
  if (pickup.state === 'cancelling') return cancelPickup(workspace, { orderId: pickup.orderId, reason: '' });
  if (pickup.state !== 'unsure') return done(pickup);
  const opened = await openAccount(workspace, pickup.accountId);
  if (!opened.ok) return opened;
  const { platform, account, row } = opened.value;
  const ask = platform.findPickup?.bind(platform);
  if (ask === undefined) return failure('PICKUP_ACCOUNT_CANNOT', { name: row.name });
  const request = await ifReadable(async () => done(pickupRequestJson.read(pickup.requestJson)));
  if (!request.ok) {
    await workspace.store.write((write) => write.pickups.note(pickup.id, { errorCode: request.code }));
    return request;
  }
  const answer = await pickupCall(workspace, opened.value, pickup, 'findPickup', () =>
    ask(request.value, account, workspace.ports),
  );
  return settlePickup(workspace, pickup, answer);
}

/**
 * Works one `pickup` job: asks after a courier whose call, or calling off, has an unknown outcome, as often and as answeredInTime
 * as after a booking. Then it waits for a person, who asks once more or by starting the program again.
 */
export async function workPickup(workspace: Workspace, job: Job): Promise<void> {
  const { pickups } = workspace.store.read;
  const pickup = await pickups.byId(job.subjectId);
  const isWanted = pickup !== undefined && (await mayAskAlone(workspace, pickup));
  const answer = isWanted ? await askPickup(workspace, pickup.id) : null;
  const isStillOpen = isUnclear(await pickups.byId(job.subjectId));
  // What cannot be read now cannot be read later either.
  const mayAskAgain = answer !== null && (answer.ok || answer.code !== 'RECORD_UNREADABLE');
  const delayMs = mayAskAgain ? findDelayMs(job.attempts) : null;
  await workspace.store.write(async (write) => {
    if (!isStillOpen) await write.jobs.settle(job);
    else if (delayMs === null) await write.jobs.park(job);
    else await write.jobs.putBack(job, workspace.clock.now() + delayMs);
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
