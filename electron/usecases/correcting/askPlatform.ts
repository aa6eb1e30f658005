import type { Answered, Asked } from '../../../shared/contracts/contract.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { keysOf } from '../../../shared/rules/typedRecord.ts';
import { legalRegion } from '../../addresses/memory/legalRegion.ts';
import { platformById } from '../../carriers/kit/carrierPlatform.ts';
import { type OpenAccount, openAccount } from '../accounts/openAccount.ts';
import { askPlatform } from '../booking/callOutside.ts';
import { receiverOf, receiverTextOf } from '../orders/order.ts';
import { orderById } from '../orders/select.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';

type AskCapability = 'parseAddress' | 'checkReach';

type AskableAccount = Answered<'addressKnowledge', 'askable'>[number];

/** Accounts whose platform can be asked about an address; empty when none can. */
export async function askableAccounts({ store, platforms }: Workspace): Promise<AskableAccount[]> {
  const accounts = await store.read.accounts.all();
  return accounts
    .map(({ id, name, platform }) => {
      const offers = platformById(platforms, platform)?.manifest.capabilities ?? [];
      return {
        accountId: id,
        name,
        platform,
        canParse: offers.includes('parseAddress'),
        canCheckReach: offers.includes('checkReach'),
      };
    })
    .filter(({ canParse, canCheckReach }) => canParse || canCheckReach);
}

/** The account that is named, else the default one when it can, else the first that can. */
export async function askingAccount(
  workspace: Workspace,
  capability: AskCapability,
  accountId: string | undefined,
): Promise<Outcome<OpenAccount>> {
  const can = (account: AskableAccount) =>
    capability === 'parseAddress' ? account.canParse : account.canCheckReach;
  const able = (await askableAccounts(workspace)).filter(can);
  if (accountId !== undefined) {
    const opened = await openAccount(workspace, accountId);
    if (!opened.ok || able.some((account) => account.accountId === accountId)) return opened;
    return failure('ASK_UNSUPPORTED', { name: opened.value.row.name });
  }
  const { defaultAccountId } = await readSettings(workspace);
  const chosen = able.find((account) => account.accountId === defaultAccountId) ?? able[0];
  return chosen === undefined ? failure('ASK_NO_ACCOUNT') : openAccount(workspace, chosen.accountId);
}

/** Asks the platform's own parser how it understands this one order. Its answer is shown, never stored. */
export async function askAddress(
  workspace: Workspace,
  { orderId, accountId }: Asked<'addressKnowledge', 'ask'>,
): Promise<Outcome<Answered<'addressKnowledge', 'ask'>>> {
  const found = await orderById(workspace.store.read, orderId);
  if (!found.ok) return found;
  const order = found.value;
  const text = receiverTextOf(order);
  if (text === '' || /[*＊]/u.test(text)) return failure('ASK_TEXT_UNFIT');
  const opened = await askingAccount(workspace, 'parseAddress', accountId);
  if (!opened.ok) return opened;
  const { platform, account, row } = opened.value;
  const { parseAddress } = platform;
  if (parseAddress === undefined) return failure('ASK_UNSUPPORTED', { name: row.name });
  const answered = await askPlatform(workspace, opened.value, { interfaceName: 'parse', orderId }, () =>
    parseAddress(text, account, workspace.ports),
  );
  if (!answered.ok) return answered;
  const { value: answer, checkedAt } = answered.value;
  const { unknown: _unknown, ...region } = legalRegion(answer, workspace.divisions);
  const receiver = { ...answer, ...region };
  const ours = receiverOf(order);
  return done({
    accountName: row.name,
    platform: platform.manifest.id,
    checkedAt,
    receiver,
    differs: keysOf(ours).filter((field) => ours[field] !== receiver[field]),
  });
}
