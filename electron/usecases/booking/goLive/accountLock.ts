import { type AccountLock, goLiveSteps } from '../../../../shared/domain/goLive.ts';
import type { Account } from '../../../store/schema.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/**
 * May this account book for real? With a replaced endpoint it is a test account and nothing is locked; else the
 * small-order test must have passed in every step.
 */
export async function accountLock(
  { store, platforms }: Pick<Workspace, 'store' | 'platforms'>,
  account: Account,
): Promise<AccountLock> {
  const platform = platforms.find(({ manifest }) => manifest.id === account.platform);
  if (platform?.manifest.isEmbedded === true) return 'none';
  if (account.endpoint !== null) return 'test';
  const passed = new Set(
    (await store.read.goLive.ofAccount(account.id))
      .filter(({ state }) => state === 'passed')
      .map(({ step }) => step),
  );
  return goLiveSteps.every((step) => passed.has(step)) ? 'unlocked' : 'locked';
}
