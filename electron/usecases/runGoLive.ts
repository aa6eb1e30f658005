import type { GoLiveChecklist } from '../../shared/contracts/goLiveContract.ts';
import type { GoLiveStep } from '../../shared/domain/goLive.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformReply } from '../carriers/kit/carrierPlatform.ts';
import { isAllowedEndpoint } from './accounts.ts';
import { type OpenAccount, openAccount } from './openAccount.ts';
import { readGoLive } from './readGoLive.ts';
import { recordCall } from './recordCall.ts';
import type { Workspace } from './workspace.ts';

export interface GoLiveRequest {
  readonly accountId: string;
  /** Empty: the account's own. */
  readonly testMerchantId: string;
  readonly testSecret: string;
  /** Empty: the platform's published test address, else its production address. */
  readonly testEndpoint: string;
  /** Empty: the default carrier of Settings. */
  readonly carrier: string;
  /** null: the virtual printer of the workspace. */
  readonly printerUri: string | null;
}

/** The small-order test of one account with test keys; each step is stored with its time, whatever it came to. */
export async function runGoLive(
  workspace: Workspace,
  request: GoLiveRequest,
): Promise<Outcome<GoLiveChecklist>> {
  const opened = await openAccount(workspace, request.accountId);
  if (!opened.ok) return opened;
  const endpoint = request.testEndpoint || (opened.value.platform.manifest.testEndpoint ?? null);
  if (endpoint !== null && !isAllowedEndpoint(endpoint)) return failure('ACCOUNT_ENDPOINT_INVALID');
  const account: PlatformAccount = {
    ...opened.value.account,
    merchantId: request.testMerchantId || opened.value.account.merchantId,
    secret: request.testSecret || opened.value.account.secret,
    endpoint,
  };
  const run = { workspace, opened: opened.value, account };
  await step(run, 'signature', () => opened.value.platform.test(account, workspace.ports));
  workspace.changed('settings', 'status');
  return done(await readGoLive(workspace, opened.value.row));
}

interface Run {
  readonly workspace: Workspace;
  readonly opened: OpenAccount;
  readonly account: PlatformAccount;
}

async function step(
  { workspace, opened, account }: Run,
  name: GoLiveStep,
  act: () => Promise<PlatformReply<unknown>>,
): Promise<void> {
  const startedAt = workspace.clock.now();
  const outcome = await act();
  const durationMs = workspace.clock.now() - startedAt;
  await workspace.store.write(async (write) => {
    await recordCall(
      workspace,
      {
        account: opened.row,
        interfaceName: `golive-${name}`,
        orderId: '',
        orderCode: '',
        startedAt,
        durationMs,
        outcome,
      },
      write,
    );
    await write.goLive.put({
      account_id: opened.row.id,
      step: name,
      state: outcome.ok ? 'passed' : 'failed',
      endpoint: account.endpoint ?? '',
      error_code: outcome.ok ? '' : outcome.code,
      error_params_json: JSON.stringify(outcome.ok ? {} : (outcome.params ?? {})),
      note: '',
      duration_ms: durationMs,
      at: startedAt,
    });
  });
}
