import {
  finalTrackingStates,
  type StopReason,
  type TrackingSnapshot,
} from '../../../shared/domain/tracking.ts';
import { type ErrorCode, errorDefinition } from '../../../shared/errors/catalogue.ts';
import { done, type ErrorParams, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { hourMs, minuteMs } from '../../../shared/rules/shopTime.ts';
import type { TrackedParcel } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { never } from '../../tracking/nextCheckAt.ts';
import { type OpenAccount, openAccount } from '../accounts/openAccount.ts';
import { callOutside, recordCall } from '../booking/callOutside.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type AskedBy, endDay, giveQuestionBack, takeQuestion } from './budgets.ts';
import { chooseParcels, type RoundPace } from './pollingRound.ts';
import { storeSnapshot } from './storeSnapshot.ts';
import { askedAgain, keepSubscriptions } from './subscriptions.ts';

export interface RefreshedTracking {
  readonly refreshed: number;
  readonly failed: number;
  /** Due, but left for later: a day's questions are spread over the day. */
  readonly waiting: number;
  /** Not asked for: somebody stopped it. */
  readonly left: number;
  /** Of the last failure. */
  readonly errorCode: ErrorCode | '';
  readonly errorParams: ErrorParams;
}

/** A number that could not be asked for lets the others have their turn first. */
const failedPauseMs = 30 * minuteMs;

/**
 * Asks the platform that booked each number; one that does not answer leaves what we know as old as it was. Numbers are a
 * person's question, what is due is asked for as the plan says.
 */
export async function refreshTracking(
  workspace: Workspace,
  request: { readonly waybillNos: readonly string[] } | { readonly due: RoundPace },
  stopping?: AbortSignal,
): Promise<RefreshedTracking> {
  const by: AskedBy = 'due' in request ? 'program' : 'person';
  if (by === 'program') await keepSubscriptions(workspace);
  const { parcels, waiting } =
    'due' in request
      ? await chooseParcels(workspace, request.due)
      : { parcels: await byNumbers(workspace, request.waybillNos), waiting: 0 };
  let refreshed = 0;
  let failed = 0;
  let left = 0;
  let errorCode: ErrorCode | '' = '';
  let errorParams: ErrorParams = {};
  const silent = new Set<string>();
  for (const row of parcels) {
    if (stopping?.aborted === true) {
      left++;
      continue;
    }
    // A platform that cannot be reached is not asked for every other parcel too: each try may take its whole deadline.
    if (silent.has(row.accountId)) {
      failed++;
      continue;
    }
    const outcome = await refreshOne(workspace, row, by);
    if (!outcome.ok && isOfAccount(outcome.code)) silent.add(row.accountId);
    if (outcome.ok && outcome.value === 'asked') refreshed++;
    if (!outcome.ok) {
      failed++;
      errorCode = outcome.code;
      errorParams = outcome.params ?? {};
    }
  }
  workspace.changed('tracking', 'orders', 'status');
  return { refreshed, failed, waiting, left, errorCode, errorParams };
}

/** Refuses every other number of the account as well. */
const ofAccount: ReadonlySet<ErrorCode> = new Set([
  'CARRIER_QUOTA',
  'TRACK_BUDGET_SPENT',
  'CARRIER_CREDENTIALS',
  'CARRIER_HTTP_REFUSED',
  'CARRIER_PERMISSION',
  'CARRIER_ACCOUNT',
  'CARRIER_ARREARS',
]);

const isOfAccount = (code: ErrorCode): boolean => errorDefinition(code).retryable || ofAccount.has(code);

async function byNumbers({ store }: Workspace, waybillNos: readonly string[]): Promise<TrackedParcel[]> {
  const rows = await store.read.tracking.byWaybills(waybillNos);
  const byNumber = new Map(rows.map((row) => [row.waybillNo, row]));
  return waybillNos.flatMap((waybillNo) => byNumber.get(waybillNo) ?? []);
}

async function refreshOne(
  workspace: Workspace,
  row: TrackedParcel,
  by: AskedBy,
): Promise<Outcome<'asked' | 'known'>> {
  const { store, clock } = workspace;
  const opened = await openAccount(workspace, row.accountId);
  const now = clock.now();
  if (!opened.ok) {
    await store.write((write) => write.tracking.update(row.waybillNo, { nextDueAt: now + failedPauseMs }));
    return opened;
  }
  const { platform, account } = opened.value;
  const { trackIntervalMs } = platform.manifest;
  if (isTooSoon(row, now, trackIntervalMs)) return tooSoon(row);
  // On disk before the question leaves: a process that dies in between must not ask again either, and has counted it.
  const taken = await store.write(async (write) => {
    const question = await takeQuestion(workspace, write, opened.value.row, by);
    if (question.ok && trackIntervalMs !== undefined)
      await write.tracking.update(row.waybillNo, {
        nextDueAt: now + trackIntervalMs,
        notBefore: now + trackIntervalMs,
      });
    return question;
  });
  if (!taken.ok) return taken;
  const { outcome, made } = await callOutside(workspace, opened.value, {
    interfaceName: 'track',
    orderId: row.orderId,
    pace: 'track',
    send: () =>
      platform.track(
        {
          waybillNo: row.waybillNo,
          carrier: row.carrier === '' ? null : row.carrier,
          phoneTail: row.phoneTail,
          bookedAt: row.bookedAt,
        },
        account,
        workspace.ports,
      ),
  });
  await store.write(async (write) => {
    await recordCall(workspace, made, write);
    if (outcome.ok) {
      await storeSnapshot(workspace, write, row, outcome.value);
      if (hasMissedPush(row, outcome.value, now))
        await write.tracking.update(row.waybillNo, askedAgain(row, now));
    }
    if (!outcome.ok)
      await noteFailure(workspace, write, { row, opened: opened.value, by, code: outcome.code });
  });
  return outcome.ok ? done('asked') : failure(outcome.code, outcome.params);
}

/** A push that is so late does not come. */
const pushDelayMs = 3 * hourMs;

/** The platform should have pushed what it tells now: from now on the parcel is asked for again. */
function hasMissedPush(row: TrackedParcel, { events, state }: TrackingSnapshot, now: number): boolean {
  const newestAt = events.at(-1)?.at ?? 0;
  return (
    row.subscribedAt !== null &&
    !finalTrackingStates.includes(state) &&
    newestAt > Math.max(row.lastAt ?? 0, row.subscribedAt) &&
    newestAt < now - pushDelayMs
  );
}

/** Longest time a platform locks a number for; a limit further ahead was set by a clock that was ahead then. */
const longestLockMs = 30 * minuteMs;

function isTooSoon({ notBefore }: TrackedParcel, now: number, intervalMs = 0): boolean {
  return notBefore > now && notBefore <= now + Math.max(intervalMs, longestLockMs);
}

/** The platform's rule keeps us from asking: what is known stands, with its age; without any it is a failure. */
function tooSoon(row: TrackedParcel): Outcome<'known'> {
  return row.checkedAt === null ? failure('TRACK_TOO_SOON') : done('known');
}

/** No byte of these has reached the platform, so it has counted nothing. */
const neverLeft: ReadonlySet<ErrorCode> = new Set([
  'NETWORK_DNS',
  'NETWORK_REFUSED',
  'NETWORK_UNREACHABLE',
  'NETWORK_CONNECT_TIMEOUT',
  'NETWORK_PLAIN_HTTP',
  'NETWORK_ADDRESS_INVALID',
]);

/** Asked again it would be answered the same: a person has to say something first. */
const stopsFor: Readonly<Partial<Record<ErrorCode, StopReason>>> = {
  CARRIER_PHONE_NEEDED: 'phone-needed',
  CARRIER_NOT_OFFERED: 'carrier-needed',
};

interface FailedQuestion {
  readonly row: TrackedParcel;
  readonly opened: OpenAccount;
  readonly by: AskedBy;
  readonly code: ErrorCode;
}

async function noteFailure(
  workspace: Workspace,
  write: Repositories,
  { row, opened, by, code }: FailedQuestion,
): Promise<void> {
  const now = workspace.clock.now();
  const stopReason = stopsFor[code] ?? '';
  const lockedUntil = code === 'CARRIER_NUMBER_LOCKED' ? { notBefore: now + longestLockMs } : {};
  await write.tracking.update(row.waybillNo, {
    ...lockedUntil,
    stopReason,
    nextDueAt: stopReason === '' ? now + failedPauseMs : never,
  });
  if (neverLeft.has(code)) await giveQuestionBack(workspace, write, opened.row, by);
  if (code === 'CARRIER_QUOTA') await endDay(workspace, write, opened.row);
}
