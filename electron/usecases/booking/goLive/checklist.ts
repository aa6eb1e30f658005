import type { GoLiveChecklist } from '../../../../shared/contracts/accounts.ts';
import {
  type AccountLock,
  type GoLiveStep,
  goLiveSteps,
  standingSteps,
} from '../../../../shared/domain/booking.ts';
import { platformById } from '../../../carriers/kit/carrierPlatform.ts';
import { errorParamsOf } from '../../../store/database/storedJson.ts';
import type { Account, GoLiveResult } from '../../../store/schema.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** What stands between an account and booking for real; `latest`: what a test has just come to, stored or not. */
export async function readGoLive(
  workspace: Workspace,
  account: Account,
  latest: ReadonlyMap<GoLiveStep, GoLiveResult> = new Map(),
): Promise<GoLiveChecklist> {
  const rows = await workspace.store.read.goLive.ofAccount(account.id);
  const platform = platformById(workspace.platforms, account.platform);
  return {
    accountId: account.id,
    name: account.name,
    platform: account.platform,
    lock: await accountLock(workspace, account),
    untried: [...(await untriedSteps(workspace, account))],
    hasTestAddress: platform?.manifest.testSystem !== undefined,
    testEndpoint: rows[0]?.endpoint ?? '',
    steps: goLiveSteps.map((step) => {
      const row = latest.get(step) ?? rows.find((stored) => stored.step === step);
      return {
        step,
        state: row?.state ?? 'open',
        at: row?.at ?? null,
        durationMs: row?.durationMs ?? 0,
        errorCode: row?.errorCode ?? '',
        errorParams: errorParamsOf(row?.errorParamsJson ?? '{}'),
        note: row?.note ?? '',
      };
    }),
  };
}

export async function readAllGoLive(workspace: Workspace): Promise<GoLiveChecklist[]> {
  const accounts = await workspace.store.read.accounts.all();
  return Promise.all(accounts.map((account) => readGoLive(workspace, account)));
}

/**
 * May this account book for real? Of one that was removed, the one that answers for it. With a replaced endpoint it is a test account and nothing is locked; else the
 * small-order test must have passed in every step it had when it was made.
 */
export async function accountLock({ store, platforms }: Workspace, account: Account): Promise<AccountLock> {
  const platform = platformById(platforms, account.platform);
  if (platform?.manifest.isEmbedded === true) return 'none';
  if (account.endpoint !== null) return 'test';
  const inCharge = (await store.read.accounts.inChargeOf(account.id)) ?? account;
  const { locking } = standingSteps(await store.read.goLive.ofAccount(inCharge.id));
  return locking.length === 0 ? 'unlocked' : 'locked';
}

/** Steps an unlocked account has never tried, because its test was made before they were part of it. */
export async function untriedSteps(workspace: Workspace, account: Account): Promise<readonly GoLiveStep[]> {
  if ((await accountLock(workspace, account)) !== 'unlocked') return [];
  const inCharge = (await workspace.store.read.accounts.inChargeOf(account.id)) ?? account;
  return standingSteps(await workspace.store.read.goLive.ofAccount(inCharge.id)).untried;
}
