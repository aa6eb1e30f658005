import { standingSteps } from '../../../../shared/domain/booking.ts';
import type { Account } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/**
 * What of the small-order test a change of the account leaves standing. `key`: all but the signature, which one good call
 * with the new key proves again. `merchant`: nothing, for another merchant or address was never tried.
 */
export type ChangedCredential = 'key' | 'merchant';

export async function forgetProof(
  write: Repositories,
  accountId: string,
  by: ChangedCredential,
): Promise<void> {
  const steps = await write.goLive.ofAccount(accountId);
  await write.goLive.forget(accountId);
  if (by === 'key') for (const step of steps) if (step.step !== 'signature') await write.goLive.put(step);
}

/** A good call with the account's own key stands for the signature of its small-order test, where the rest has passed. */
export async function proveSignature(
  { clock }: Pick<Workspace, 'clock'>,
  write: Repositories,
  { id: accountId, endpoint }: Pick<Account, 'id' | 'endpoint'>,
  durationMs: number,
): Promise<void> {
  const steps = await write.goLive.ofAccount(accountId);
  if (standingSteps(steps).locking.some((step) => step !== 'signature')) return;
  await write.goLive.put({
    accountId,
    step: 'signature',
    state: 'passed',
    endpoint: endpoint ?? '',
    errorCode: '',
    errorParamsJson: '{}',
    note: '',
    durationMs,
    at: clock.now(),
  });
}
