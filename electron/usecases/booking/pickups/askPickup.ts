import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { PickupRequest } from '../../../carriers/kit/platformServices.ts';
import type { StoredPickup } from '../../../store/booking/pickupTables.ts';
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
  if (pickup === undefined) return failure('ORDER_NOT_FOUND', { orderNo: pickupId });
  if (pickup.state === 'cancelling') return cancelPickup(workspace, { orderId: pickup.orderId, reason: '' });
  if (pickup.state !== 'unsure') return done(pickup);
  const opened = await openAccount(workspace, pickup.accountId);
  if (!opened.ok) return opened;
  const { platform, account, row } = opened.value;
  const ask = platform.findPickup?.bind(platform);
  if (ask === undefined) return failure('PICKUP_ACCOUNT_CANNOT', { name: row.name });
  const answer = await pickupCall(workspace, opened.value, pickup, 'findPickup', () =>
    ask(JSON.parse(pickup.requestJson) as PickupRequest, account, workspace.ports),
  );
  return settlePickup(workspace, pickup, answer);
}
