import type { GoLiveChecklist } from '../../../../shared/contracts/goLiveContract.ts';
import { goLiveSteps } from '../../../../shared/domain/goLive.ts';
import type { ErrorParams } from '../../../../shared/errors/outcome.ts';
import type { Account } from '../../../store/schema.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { accountLock } from './accountLock.ts';

/** What stands between an account and booking for real. */
export async function readGoLive(workspace: Workspace, account: Account): Promise<GoLiveChecklist> {
  const rows = await workspace.store.read.goLive.ofAccount(account.id);
  const platform = workspace.platforms.find(({ manifest }) => manifest.id === account.platform);
  return {
    accountId: account.id,
    name: account.name,
    platform: account.platform,
    lock: await accountLock(workspace, account),
    hasTestAddress: platform?.manifest.testEndpoint !== undefined,
    testEndpoint: rows[0]?.endpoint ?? '',
    steps: goLiveSteps.map((step) => {
      const row = rows.find((candidate) => candidate.step === step);
      return {
        step,
        state: row?.state ?? 'open',
        at: row?.at ?? null,
        durationMs: row?.durationMs ?? 0,
        errorCode: row?.errorCode ?? '',
        errorParams: { ...(JSON.parse(row?.errorParamsJson ?? '{}') as ErrorParams) },
        note: row?.note ?? '',
      };
    }),
  };
}

export async function readAllGoLive(workspace: Workspace): Promise<GoLiveChecklist[]> {
  const accounts = await workspace.store.read.accounts.all();
  return Promise.all(accounts.map((account) => readGoLive(workspace, account)));
}
