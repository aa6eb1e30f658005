import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { WaybillBalance } from '../../carriers/kit/platformServices.ts';
import { askPlatform } from '../booking/callOutside.ts';
import { readSettings } from '../workspace/settings.ts';
import { change, type Workspace } from '../workspace/workspace.ts';
import { openAccount } from './openAccount.ts';

export interface AskedBalance {
  readonly carrier: string;
  readonly balance: WaybillBalance;
  readonly checkedAt: number;
}

/** Waybill numbers left; of the carrier that is named, else the account's own, else the usual one. */
export async function askBalance(
  workspace: Workspace,
  accountId: string,
  carrierAsked: string,
): Promise<Outcome<AskedBalance>> {
  const opened = await openAccount(workspace, accountId);
  if (!opened.ok) return opened;
  const { platform, account, row } = opened.value;
  const { balance } = platform;
  if (balance === undefined) return failure('SERVICE_UNSUPPORTED', { name: row.name });
  const carrier = carrierAsked || account.fields.carrier || (await readSettings(workspace)).defaultCarrier;
  const answer = await askPlatform(workspace, opened.value, { interfaceName: 'balance', orderId: '' }, () =>
    balance({ carrier }, account, workspace.ports),
  );
  if (!answer.ok) return answer;
  const { value, checkedAt } = answer.value;
  if (value.kind === 'counted') await rememberBalance(workspace, accountId, value.available, checkedAt);
  return done({ carrier, balance: value, checkedAt });
}

/** The last number known is what pre-flight says without asking again. */
export async function rememberBalance(
  workspace: Workspace,
  accountId: string,
  balanceTotal: number,
  balanceAt: number,
): Promise<void> {
  const balance = { balanceTotal, balanceUnit: 'numbers', balanceAt };
  await change(workspace, ['status'], (write) => write.lanes.put(accountId, balance));
}
