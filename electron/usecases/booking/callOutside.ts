import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { didNotHappen, done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { PlatformReply } from '../../carriers/kit/carrierPlatform.ts';
import { rateOf } from '../../carriers/kit/manifest.ts';
import type { Pass } from '../../dispatch/breaker.ts';
import { type FaultPoint, faultPoint } from '../../platform/faultPoint.ts';
import { errorColumnsOf } from '../../store/database/storedJson.ts';
import type { OutsideCall as JournaledCall } from '../../store/journal/openCallJournal.ts';
import type { Account, RecordedCall } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { OpenAccount } from '../accounts/openAccount.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { lineResultOf } from './lanes.ts';

export interface OutsideCall<T> {
  /** `book`, `find`, `void`, `track`, `recognise`, `test`, `parse`, `reach` … */
  readonly interfaceName: string;
  /** Empty or absent: not about one of our orders. */
  readonly orderId?: string;
  readonly orderCode?: string;
  /** 1: the first call of its kind for the booking; absent: not counted. */
  readonly attempt?: number;
  /** UTC ms: when the intent was marked; absent: now. */
  readonly startedAt?: number;
  /** Calls of one pace wait for each other; absent: a person's single call, or one that the caller has already paced. */
  readonly pace?: 'ask' | 'track' | 'pickup';
  /** Absent: a question whose answer changes nothing, so it is not journaled. */
  readonly journal?: {
    readonly call: 'book' | 'find' | 'void';
    /** A question: the journal already has the start of the call it asks about. */
    readonly isQuestion?: boolean;
    /** First codes of the orders whose goods it carries. */
    readonly carried?: Pick<JournaledCall, 'goodsOf'>;
    readonly waybillNoOf?: (value: T) => string;
  };
  /** Permission from the breaker of a booking lane; the outcome is reported back to it. */
  readonly pass?: Pass;
  readonly steps?: keyof typeof steps;
  readonly send: () => Promise<PlatformReply<T>>;
}

/** Where the kill tests end the process. */
const steps = {
  book: ['book.after-journal', 'book.after-reply', 'book.after-journal-end'],
  find: [null, 'find.after-reply', 'find.after-journal-end'],
  void: ['void.after-journal', 'void.after-reply', 'void.after-journal-end'],
  pickup: ['pickup.after-journal', 'pickup.after-reply', null],
} as const satisfies Readonly<Record<string, readonly (FaultPoint | null)[]>>;

export interface AnsweredCall<T> {
  readonly outcome: PlatformReply<T>;
  /** For `recordCall`, in the transaction that writes what follows from the answer. */
  readonly made: CallMade & { readonly outcome: PlatformReply<T> };
}

/**
 * Makes one call that leaves this machine: at its platform's pace, in the journal on disk before the first byte leaves and again with its
 * answer. The caller records it together with what follows from the answer.
 */
export async function callOutside<T>(
  workspace: Workspace,
  { row, platform }: Pick<OpenAccount, 'row' | 'platform'>,
  call: OutsideCall<T>,
): Promise<AnsweredCall<T>> {
  const { interfaceName, orderId = '', orderCode = '', attempt = 0, journal } = call;
  const start =
    call.pace === undefined
      ? null
      : await workspace.pacer.take(`${row.id} ${call.pace}`, rateOf(platform.manifest, call.pace));
  const startedAt = call.startedAt ?? workspace.clock.now();
  const journaled = journal === undefined ? null : { call: journal.call, accountId: row.id, orderCode };
  let refused: Failure | null = null;
  if (journaled !== null && journal?.isQuestion !== true)
    refused = workspace.journal.begin({ ...journaled, ...journal?.carried });
  passStep(call, 0);
  start?.leaves();
  const outcome = refused === null ? await call.send() : didNotHappen(refused.code, refused.params);
  start?.answered(outcome.ok);
  passStep(call, 1);
  if (journaled !== null && refused === null) {
    const waybillNo = outcome.ok ? journal?.waybillNoOf?.(outcome.value) : undefined;
    const number = waybillNo === undefined ? {} : { waybillNo };
    workspace.journal.end(journaled, { certainty: outcome.certainty, ...number });
  }
  call.pass?.settle(lineResultOf(outcome));
  passStep(call, 2);
  const endedAt = workspace.clock.now();
  const durationMs = Math.max(0, endedAt - startedAt);
  const { errorCode } = errorColumnsOf(outcome);
  if (workspace.networkMeter.learn({ platform: row.platform, errorCode, endedAt }))
    workspace.changed('status');
  const isJournaled = journaled !== null;
  const made = {
    account: row,
    interfaceName,
    orderId,
    orderCode,
    startedAt,
    durationMs,
    outcome,
    attempt,
    isJournaled,
  };
  return { outcome, made };
}

function passStep({ steps: name }: Pick<OutsideCall<unknown>, 'steps'>, step: 0 | 1 | 2): void {
  const point = name === undefined ? null : steps[name][step];
  if (point !== null) faultPoint(point);
}

/** Makes one call and records it; nothing else follows from it. */
export async function callAndRecord<T>(
  workspace: Workspace,
  opened: OpenAccount,
  call: OutsideCall<T>,
): Promise<AnsweredCall<T>> {
  const answered = await callOutside(workspace, opened, call);
  await recordCall(workspace, answered.made);
  return answered;
}

/** Asks the platform one question at its pace; the result has the time of the answer. */
export async function askPlatform<T>(
  workspace: Workspace,
  opened: OpenAccount,
  about: Pick<OutsideCall<T>, 'interfaceName' | 'orderId'>,
  send: () => Promise<PlatformReply<T>>,
): Promise<Outcome<{ readonly value: T; readonly checkedAt: number }>> {
  const { outcome, made } = await callAndRecord(workspace, opened, { ...about, pace: 'ask', send });
  return outcome.ok
    ? done({ value: outcome.value, checkedAt: made.startedAt + made.durationMs })
    : failure(outcome.code, outcome.params);
}

/** How many of the last calls show the state of the network when the program ended. */
const recalledCalls = 20;

/** After a restart, learns the state of the network again from the last recorded calls, with their age. */
export async function recallNetwork({ store, networkMeter }: Workspace): Promise<void> {
  const last = await store.read.calls.last(recalledCalls);
  for (const { platform, errorCode, at, durationMs } of last.reverse())
    networkMeter.learn({ platform, errorCode, endedAt: at + durationMs });
}

/** Journals what a person did elsewhere, so that a backup restored later does not undo it. null: written. */
export function recordInJournal({ journal }: Workspace, call: JournaledCall): Failure | null {
  const refused = journal.begin(call);
  if (refused === null) journal.end(call, { certainty: 'happened' });
  return refused;
}

export interface CallMade {
  readonly account: Account;
  readonly interfaceName: string;
  readonly orderId: string;
  readonly orderCode: string;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly outcome: PlatformReply<unknown>;
  readonly attempt: number;
  /** Already in the journal of outside calls. */
  readonly isJournaled: boolean;
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
    ...errorColumnsOf(call.outcome),
    certainty: call.outcome.certainty,
    durationMs: call.durationMs,
    attempt: call.attempt,
  };
  const skew = workspace.skewMeter.news();
  const store = async (repositories: Repositories): Promise<void> => {
    await repositories.calls.insert(row);
    if (skew !== null) await repositories.settings.put('clockSkew', skew);
    // The mark as of now: the next start notices a journal that was cut after this.
    if (call.isJournaled) await noteJournal(workspace, repositories);
  };
  await (write === undefined ? workspace.store.write(store) : store(write));
}

/**
 * Stores how far the journal of outside calls reaches; everything before that mark is in this database too. Called in the transaction that
 * makes a call durable, so that a restored backup knows what it has missed.
 */
export async function noteJournal({ journal }: Workspace, write: Repositories): Promise<void> {
  await write.settings.put('journalMark', journal.mark());
}

/** Codes by which a platform says that what was to be cancelled is still in force. */
const accountStops: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'CARRIER_REFUSED',
  'CARRIER_FIELD',
  'CARRIER_NOT_FOUND',
]);

/**
 * What a repeated cancellation says about the first. A repeat that did not get through, or was refused because of the account, says
 * nothing about an earlier one whose answer was lost.
 */
export function calledOffAgain<T>(outcome: PlatformReply<T>): PlatformReply<T> {
  return outcome.ok || accountStops.has(outcome.code) ? outcome : { ...outcome, certainty: 'unknown' };
}
