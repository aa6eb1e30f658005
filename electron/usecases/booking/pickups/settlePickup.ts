import type { PickupStage } from '../../../../shared/domain/pickup.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { PlatformReply } from '../../../carriers/kit/carrierPlatform.ts';
import type { Pickup, PickupNews, PickupState } from '../../../carriers/kit/platformServices.ts';
import { findDelayMs } from '../../../dispatch/laneWaits.ts';
import { faultPoint } from '../../../platform/faultPoint.ts';
import type { StoredPickup } from '../../../store/booking/bookingRows.ts';
import { errorColumnsOf } from '../../../store/database/storedJson.ts';
import type { Repositories } from '../../../store/store.ts';
import type { OpenAccount } from '../../accounts/openAccount.ts';
import { addHistory } from '../../orders/history.ts';
import { change, type Workspace, waitingJob } from '../../workspace/workspace.ts';
import { type AnsweredCall, callOutside, recordCall } from '../callOutside.ts';

type PickupInterface = 'orderPickup' | 'findPickup' | 'cancelPickup';

/** What the journal of outside calls names each by: a pickup is booked, found and given back under a code of its own. */
const journalCalls = {
  orderPickup: { call: 'book' },
  findPickup: { call: 'find', isQuestion: true },
  cancelPickup: { call: 'void' },
} as const;

/** One call about a pickup, at the platform's pace and written down before and after. */
export function pickupCall<T>(
  workspace: Workspace,
  opened: OpenAccount,
  { orderCode, orderId }: StoredPickup,
  interfaceName: PickupInterface,
  send: () => Promise<PlatformReply<T>>,
): Promise<AnsweredCall<T>> {
  const journal = journalCalls[interfaceName];
  return callOutside(workspace, opened, {
    interfaceName,
    orderId,
    orderCode,
    pace: 'pickup',
    journal,
    steps: 'pickup',
    send,
  });
}

/** The answer to ordering a pickup, or to asking for it: placed, refused, or still not known. */
export async function settlePickup(
  workspace: Workspace,
  pickup: StoredPickup,
  { outcome: reply, made }: AnsweredCall<Pickup>,
): Promise<Outcome<StoredPickup>> {
  const now = workspace.clock.now();
  const numbers = reply.ok ? { waybillNo: reply.value.waybillNo, platformRef: reply.value.platformRef } : {};
  const to: PickupStage = reply.ok ? 'placed' : reply.certainty === 'unknown' ? 'unsure' : 'refused';
  await change(workspace, ['shipments', 'orders'], async (write) => {
    await recordCall(workspace, made, write);
    const patch = { ...errorColumnsOf(reply), ...numbers, updatedAt: now };
    // News of the platform may have come first: what it said stands.
    if (to === pickup.state) await write.pickups.note(pickup.id, patch);
    else if (await write.pickups.move(pickup, to, patch)) await tell(workspace, write, pickup, to);
    if (to === 'unsure') await askPickupLater(workspace, write, pickup);
    faultPoint('pickup.in-settle');
  });
  if (!reply.ok)
    return reply.certainty === 'unknown'
      ? failure('PICKUP_UNSURE', { orderNo: pickup.orderNo })
      : failure(reply.code, reply.params);
  return done((await workspace.store.read.pickups.byId(pickup.id)) ?? pickup);
}

/** In the history of the order. */
export function tell(
  workspace: Workspace,
  write: Repositories,
  { orderId, errorCode }: StoredPickup,
  state: PickupStage,
): Promise<void> {
  return addHistory(workspace, write, orderId, `pickup-${state}`, { code: errorCode });
}

/** What the platform's words mean here; of the others only the cost and the raw state are kept. */
const stageOf: Partial<Record<PickupState, PickupStage>> = {
  placed: 'placed',
  assigned: 'assigned',
  collected: 'collected',
  failed: 'failed',
  cancelled: 'cancelled',
};

/** Takes pushed news of a pickup of ours; repeated and late ones change nothing. true: something was new. */
export async function takePickupNews(
  workspace: Workspace,
  write: Repositories,
  accountId: string,
  news: PickupNews,
): Promise<boolean> {
  const pickup = await write.pickups.byCode(accountId, news.orderCode);
  if (pickup === undefined) return false;
  const patch = {
    rawState: news.rawState,
    ...(news.waybillNo === '' ? {} : { waybillNo: news.waybillNo }),
    ...(news.costFen === null ? {} : { costFen: news.costFen }),
    updatedAt: workspace.clock.now(),
  };
  const to = stageOf[news.state];
  if (to !== undefined && (await write.pickups.move(pickup, to, { ...patch, errorCode: '' }))) {
    await tell(workspace, write, { ...pickup, errorCode: '' }, to);
    return true;
  }
  await write.pickups.note(pickup.id, patch);
  return pickup.rawState !== news.rawState;
}

/**
 * Puts the first question after an unclear pickup into the queue, in the transaction that leaves it unclear. One that
 * waits, or is in hand, stays as it is.
 */
export async function askPickupLater(
  workspace: Workspace,
  write: Repositories,
  { id, accountId }: Pick<StoredPickup, 'id' | 'accountId'>,
): Promise<void> {
  if ((await write.jobs.ofSubject(id)) !== undefined) return;
  const work = { kind: 'pickup', subjectId: id, lane: accountId } as const;
  await write.jobs.insert(waitingJob(workspace, work, findDelayMs(0) ?? 0));
}
