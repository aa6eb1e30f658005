import type { PlatformReply } from '../../carriers/kit/carrierPlatform.ts';
import type { Account, RecordedCall } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface CallMade {
  readonly account: Account;
  /** `book`, `find`, `void`, `track`, `recognise`, `test`, `parse`, `reach`. */
  readonly interfaceName: string;
  readonly orderId: string;
  readonly orderCode: string;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly outcome: PlatformReply<unknown>;
  /** 1: the first call of its kind for the booking; absent: not counted. */
  readonly attempt?: number;
}

/** The record every outside call leaves: codes and times, never names. */
export async function recordCall(workspace: Workspace, call: CallMade, write?: Repositories): Promise<void> {
  const row: RecordedCall = {
    id: workspace.nextId(),
    at: call.startedAt,
    accountId: call.account.id,
    platform: call.account.platform,
    interfaceName: call.interfaceName,
    orderId: call.orderId,
    orderCode: call.orderCode,
    platformCode: call.outcome.note?.platformCode ?? '',
    requestId: call.outcome.note?.requestId ?? '',
    errorCode: call.outcome.ok ? '' : call.outcome.code,
    certainty: call.outcome.certainty,
    durationMs: call.durationMs,
    attempt: call.attempt ?? 0,
    errorParamsJson: call.outcome.ok ? '{}' : JSON.stringify(call.outcome.params ?? {}),
  };
  const skew = workspace.skewMeter.news();
  const store = async (repositories: Repositories): Promise<void> => {
    await repositories.calls.insert(row);
    if (skew !== null) await repositories.settings.put('clockSkew', skew);
  };
  await (write === undefined ? workspace.store.write(store) : store(write));
}

/**
 * Writes into the database how far the journal of outside calls stood: all that came before is in this database too.
 * Goes into the transaction that makes a call durable, so that a restored backup knows what it has missed.
 */
export async function noteJournal({ journal }: Workspace, write: Repositories): Promise<true> {
  await write.settings.put('journalMark', journal.mark());
  return true;
}
