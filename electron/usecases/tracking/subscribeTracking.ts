import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { openAccount } from '../accounts/openAccount.ts';
import { askPlatform } from '../correcting/askingAccount.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Asks the platform that follows this number to push its news from now on. */
export async function subscribeTracking(
  workspace: Workspace,
  waybillNo: string,
  callbackUrl: string,
): Promise<Outcome<null>> {
  const row = await workspace.store.read.tracking.byWaybill(waybillNo);
  if (row === undefined) return failure('CARRIER_NOT_FOUND');
  const opened = await openAccount(workspace, row.accountId);
  if (!opened.ok) return opened;
  const { platform, account } = opened.value;
  const { subscribe } = platform;
  if (subscribe === undefined) return failure('SERVICE_UNSUPPORTED', { name: opened.value.row.name });
  const request = {
    carrier: row.carrier,
    waybillNo,
    orderCode: '',
    phoneTail: row.phoneTail,
    callbackUrl,
  };
  const asked = await askPlatform(
    workspace,
    opened.value,
    { interfaceName: 'subscribe', orderId: row.orderId },
    () => subscribe(request, account, workspace.ports),
  );
  return asked.ok ? done(null) : asked;
}
