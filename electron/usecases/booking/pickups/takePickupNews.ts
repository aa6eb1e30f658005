import type { PickupStage } from '../../../../shared/domain/pickup.ts';
import type { PickupNews, PickupState } from '../../../carriers/kit/platformServices.ts';
import type { Repositories } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { tell } from './settlePickup.ts';

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
