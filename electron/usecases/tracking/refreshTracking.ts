import { type ErrorCode, errorDefinition } from '../../../shared/errors/catalogue.ts';
import { done, type ErrorParams, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { TrackedParcel } from '../../store/schema.ts';
import { mayAskAt } from '../../tracking/nextCheckAt.ts';
import { type OpenAccount, openAccount } from '../accounts/openAccount.ts';
import { callAndRecord, callOutside, recordCall } from '../booking/callOutside.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { nothingKnown, storeSnapshot } from './storeSnapshot.ts';

export interface RefreshedTracking {
  readonly refreshed: number;
  readonly failed: number;
  /** Of the last failure. */
  readonly errorCode: ErrorCode | '';
  readonly errorParams: ErrorParams;
}

/** Numbers asked for in one go when all that is due is refreshed. */
const dueLimit = 500;
/** A number that could not be asked for lets the others have their turn first. */
const failedPauseMs = 30 * 60_000;

/** Asks the platform that booked each number; one that does not answer leaves what we know as old as it was. */
export async function refreshTracking(
  workspace: Workspace,
  request: { readonly waybillNos: readonly string[] } | { readonly due: true },
): Promise<RefreshedTracking> {
  const rows =
    'due' in request
      ? await workspace.store.read.tracking.due(workspace.clock.now(), dueLimit)
      : await byNumbers(workspace, request.waybillNos);
  let refreshed = 0;
  let failed = 0;
  let errorCode: ErrorCode | '' = '';
  let errorParams: ErrorParams = {};
  const silent = new Set<string>();
  for (const row of rows) {
    // A platform that cannot be reached is not asked for every other parcel too: each try may take its whole deadline.
    if (silent.has(row.accountId)) {
      failed++;
      continue;
    }
    const outcome = await refreshOne(workspace, row);
    if (!outcome.ok && errorDefinition(outcome.code).retryable) silent.add(row.accountId);
    if (outcome.ok && outcome.value === 'asked') refreshed++;
    if (!outcome.ok) {
      failed++;
      errorCode = outcome.code;
      errorParams = outcome.params ?? {};
    }
  }
  workspace.changed('tracking', 'orders', 'status');
  return { refreshed, failed, errorCode, errorParams };
}

async function byNumbers(workspace: Workspace, waybillNos: readonly string[]): Promise<TrackedParcel[]> {
  const rows = await Promise.all(
    waybillNos.map((waybillNo) => workspace.store.read.tracking.byWaybill(waybillNo)),
  );
  return rows.filter((row): row is TrackedParcel => row !== undefined);
}

async function refreshOne(workspace: Workspace, row: TrackedParcel): Promise<Outcome<'asked' | 'known'>> {
  const opened = await openAccount(workspace, row.accountId);
  if (!opened.ok) {
    await workspace.store.write((write) =>
      write.tracking.update(row.waybillNo, { nextDueAt: workspace.clock.now() + failedPauseMs }),
    );
    return opened;
  }
  const { platform, account } = opened.value;
  const { trackIntervalMs } = platform.manifest;
  if (trackIntervalMs !== undefined) {
    const now = workspace.clock.now();
    if (now < mayAskAt(row, trackIntervalMs)) return tooSoon(row);
    // On disk before the question leaves: a process that dies in between must not ask again either.
    await workspace.store.write((write) =>
      write.tracking.update(row.waybillNo, { nextDueAt: now + trackIntervalMs }),
    );
  }
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
  await workspace.store.write(async (write) => {
    await recordCall(workspace, made, write);
    if (outcome.ok) await storeSnapshot(workspace, write, row, outcome.value);
    else await write.tracking.update(row.waybillNo, { nextDueAt: workspace.clock.now() + failedPauseMs });
  });
  return outcome.ok ? done('asked') : failure(outcome.code, outcome.params);
}

/** The platform's rule keeps us from asking: what is known stands, with its age; without any it is told as a failure. */
function tooSoon(row: TrackedParcel): Outcome<'known'> {
  return row.checkedAt === null ? failure('TRACK_TOO_SOON') : done('known');
}

/** Starts to follow a number that is not from here; its carrier is recognised when not given. */
export async function followWaybill(
  workspace: Workspace,
  waybillNo: string,
  carrier: string,
  accountId: string,
): Promise<Outcome<null>> {
  const opened = await openAccount(workspace, accountId);
  if (!opened.ok) return opened;
  const known = carrier === '' ? await recognise(workspace, opened.value, waybillNo) : carrier;
  await workspace.store.write((write) =>
    write.tracking.follow({
      waybillNo,
      carrier: known,
      orderId: '',
      orderNo: '',
      accountId,
      phoneTail: '',
      nextDueAt: workspace.clock.now(),
      bookedAt: null,
      ...nothingKnown,
    }),
  );
  return done(null);
}

async function recognise(workspace: Workspace, opened: OpenAccount, waybillNo: string): Promise<string> {
  const { outcome } = await callAndRecord(workspace, opened, {
    interfaceName: 'recognise',
    send: () => opened.platform.recognise(waybillNo, opened.account, workspace.ports),
  });
  return outcome.ok ? (outcome.value[0] ?? '') : '';
}
