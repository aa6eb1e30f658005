import type { Account, RemovedAccount } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What tells merchants apart: the platform finds a parcel only where it was booked. */
type Merchant = Pick<Account, 'platform' | 'merchantId' | 'endpoint'>;

export function isSameMerchant(one: Merchant, other: Merchant): boolean {
  return (
    one.platform === other.platform && one.merchantId === other.merchantId && one.endpoint === other.endpoint
  );
}

/** An account that was added again answers for the parcels of the one that was removed. */
export async function answerForRemoved(
  workspace: Workspace,
  write: Repositories,
  account: Account,
): Promise<void> {
  for (const removed of await write.removedAccounts.unanswered(account.platform))
    if (await mayAnswerFor(write, account, removed))
      await answerFor(workspace, write, removed.id, account.id);
}

/**
 * Of accounts removed long ago nobody knows the merchant. Asked in the wrong place, a cancellation is refused and nothing is
 * lost; a booking whose outcome is not known would be taken for one that never was, and made twice.
 */
async function mayAnswerFor(
  { accounts, shipments }: Repositories,
  account: Account,
  { id, platform, merchantId, endpoint }: RemovedAccount,
): Promise<boolean> {
  if (merchantId !== null) return isSameMerchant(account, { platform, merchantId, endpoint });
  const unsure = await shipments.ofAccounts(await accounts.idsOf(id), 'unsure');
  return unsure.length === 0;
}

async function answerFor(
  { clock }: Workspace,
  write: Repositories,
  removedId: string,
  accountId: string,
): Promise<void> {
  const ids = await write.accounts.idsOf(removedId);
  await write.removedAccounts.handOver(removedId, accountId);
  for (const id of ids) await write.tracking.handOver(id, accountId);
  // What was a question to a person may be asked of the platform again.
  for (const shipment of await write.shipments.ofAccounts(ids, 'voiding')) {
    await write.shipments.note(shipment.id, { errorCode: 'VOID_UNSURE' });
    await write.orders.show(shipment.orderId, { errorCode: 'VOID_UNSURE' });
  }
  for (const shipment of await write.shipments.ofAccounts(ids, 'unsure'))
    await write.jobs.wake(shipment.id, clock.now());
}
