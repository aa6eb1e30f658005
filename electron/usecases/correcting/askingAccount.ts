import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { PlatformReply } from '../../carriers/kit/carrierPlatform.ts';
import { rateOf } from '../../carriers/kit/rateOf.ts';
import { type OpenAccount, openAccount } from '../accounts/openAccount.ts';
import { type CallMade, recordCall } from '../booking/recordCall.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';

export type AskCapability = 'parseAddress' | 'checkReach';

export interface AskableAccount {
  readonly accountId: string;
  readonly name: string;
  readonly platform: string;
  readonly canParse: boolean;
  readonly canCheckReach: boolean;
}

/** Accounts whose platform can be asked about an address; empty when none can. */
export async function askableAccounts({ store, platforms }: Workspace): Promise<AskableAccount[]> {
  const accounts = await store.read.accounts.all();
  return accounts
    .map(({ id, name, platform }) => {
      const offers = platforms.find(({ manifest }) => manifest.id === platform)?.manifest.capabilities ?? [];
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

export interface Answered<T> {
  readonly value: T;
  readonly checkedAt: number;
}

/** One question at the platform's pace, recorded like every call that leaves the machine. */
export async function askPlatform<T>(
  workspace: Workspace,
  { row, platform }: OpenAccount,
  call: Pick<CallMade, 'interfaceName' | 'orderId'>,
  question: () => Promise<PlatformReply<T>>,
): Promise<Outcome<Answered<T>>> {
  await workspace.pacer.take(`${row.id} ask`, rateOf(platform.manifest, 'ask'));
  const startedAt = workspace.clock.now();
  const outcome = await question();
  const checkedAt = workspace.clock.now();
  await recordCall(workspace, {
    ...call,
    account: row,
    orderCode: '',
    startedAt,
    durationMs: checkedAt - startedAt,
    outcome,
  });
  return outcome.ok ? done({ value: outcome.value, checkedAt }) : failure(outcome.code, outcome.params);
}
