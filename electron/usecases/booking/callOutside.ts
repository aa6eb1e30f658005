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
  /** Empty or absent: about no order of ours. */
  readonly orderId?: string;
  readonly orderCode?: string;
  /** 1: the first call of its kind for the booking; absent: not counted. */
  readonly attempt?: number;
  /** UTC ms: when the intent was marked; absent: now. */
  readonly startedAt?: number;
  /** Calls of one pace wait for each other; absent: a single call of a person, or one that its caller has paced. */
  readonly pace?: 'ask' | 'track' | 'pickup';
  /** Absent: a question whose answer changes nothing is not kept in the journal. */
  readonly journal?: {
    readonly call: 'book' | 'find' | 'void';
    /** A question: the journal already has the begin of the call it asks about. */
    readonly isQuestion?: boolean;
    /** First codes of the orders whose goods it carries. */
    readonly carried?: Pick<JournaledCall, 'goodsOf'>;
    readonly waybillNoOf?: (value: T) => string;
  };
  /** The right to call, given by the breaker of a booking lane: what came of it is told there. */
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
 * One call that leaves this machine: at its platform's pace, in the journal on disk before the first byte leaves and again
 * with its answer. Its caller records it together with what follows.
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

/** One call of which nothing follows but its record. */
export async function callAndRecord<T>(
  workspace: Workspace,
  opened: OpenAccount,
  call: OutsideCall<T>,
): Promise<AnsweredCall<T>> {
  const answered = await callOutside(workspace, opened, call);
  await recordCall(workspace, answered.made);
  return answered;
}

/** One question at the platform's pace, with the time of its answer. */
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

/** This many of the last calls tell what was known of the network when the program ended. */
const recalledCalls = 20;

/** After a restart, learns the state of the network again from the last recorded calls, with their age. */
export async function recallNetwork({ store, networkMeter }: Workspace): Promise<void> {
  const last = await store.read.calls.last(recalledCalls);
  for (const { platform, errorCode, at, durationMs } of last.reverse())
    networkMeter.learn({ platform, errorCode, endedAt: at + durationMs });
}

/** Tells only the journal what a person did elsewhere, so that a backup restored later does not undo it. null: it is in. */
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
  /** It stands in the journal of outside calls. */
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
    // The mark as of now: if the journal is cut later, the next start sees it.
    if (call.isJournaled) await noteJournal(workspace, repositories);
  };
  await (write === undefined ? workspace.store.write(store) : store(write));
}

/**
 * Writes into the database how far the journal of outside calls stands; all before that mark is in this database too. Belongs into the
 * transaction that makes a call durable, so that a restored backup knows what it has missed.
 */
export async function noteJournal({ journal }: Workspace, write: Repositories): Promise<void> {
  await write.settings.put('journalMark', journal.mark());
}

/** By these a platform says that what was to be called off stands. */
const accountStops: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'CARRIER_REFUSED',
  'CARRIER_FIELD',
  'CARRIER_NOT_FOUND',
]);

/**
 * What calling a waybill or a courier off once more tells of the first time. That this call did not get through, or was refused
 * for the account's sake, says nothing of an earlier one whose answer was lost.
 */
export function calledOffAgain<T>(outcome: PlatformReply<T>): PlatformReply<T> {
  return outcome.ok || accountStops.has(outcome.code) ? outcome : { ...outcome, certainty: 'unknown' };
}
