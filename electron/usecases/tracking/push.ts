import type { PushChannel, TrackingSnapshot } from '../../../shared/domain/tracking.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Repositories } from '../../store/store.ts';
import { limitsOfCarriers } from '../../tracking/caseLimits.ts';
import { nextCheckAt } from '../../tracking/nextCheckAt.ts';
import { openAccount } from '../accounts/openAccount.ts';
import { askPlatform } from '../booking/callOutside.ts';
import { takePickupNews } from '../booking/pickups/settlePickup.ts';
import { takeCodNews } from '../insight/bills/cod.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { meterOf } from './budgets.ts';
import { readCaseRules } from './caseRules.ts';
import { realNow, storeSnapshot } from './storeSnapshot.ts';

export interface TakenPush {
  /** Returned to the platform verbatim, even when the push was refused. */
  readonly acknowledgement: string;
  /** Empty: accepted. */
  readonly errorCode: ErrorCode | '';
  readonly updated: number;
  /** Older than what is known, or about a number not followed with this account. */
  readonly ignored: number;
  readonly pickups: number;
  /** Parcels with reported money. */
  readonly cod: number;
}

export interface PushMessage {
  readonly accountId: string;
  /** The form as the platform posted it. */
  readonly body: string;
  readonly channel: PushChannel;
  /** The message's name at its source; absent: it has none. */
  readonly id?: string;
}

/**
 * Processes one message that a platform pushed to the merchant's own server. Repeated, late and reordered messages change nothing: each
 * has a parcel's whole trace, and one that ends before what is known is older.
 */
export async function takePush(
  workspace: Workspace,
  { accountId, body, channel, id = workspace.nextId() }: PushMessage,
): Promise<Outcome<TakenPush>> {
  const opened = await openAccount(workspace, accountId);
  if (!opened.ok) return opened;
  const { platform, account, row } = opened.value;
  if (platform.readPush === undefined) return failure('SERVICE_UNSUPPORTED', { name: row.name });
  const at = workspace.clock.now();
  const { news, acknowledgement } = platform.readPush(body, account, at);
  const nothing = { updated: 0, ignored: 0, pickups: 0, cod: 0 };
  const came = { id, at, accountId, channel };
  if (!news.ok) {
    await workspace.store.write((write) => write.pushes.insert({ ...came, code: news.code, ...nothing }));
    workspace.changed('tracking');
    return done({ acknowledgement, errorCode: news.code, ...nothing });
  }
  const { snapshots, pickups, codNews } = news.value;
  const counts = await workspace.store.write(async (write) => {
    for (const news of pickups) await takePickupNews(workspace, write, accountId, news);
    for (const news of codNews) await takeCodNews(workspace, write, accountId, news);
    let updated = 0;
    for (const snapshot of snapshots)
      if (await takeSnapshot(workspace, write, accountId, snapshot)) updated += 1;
    const ignored = snapshots.length - updated;
    const counts = { updated, ignored, pickups: pickups.length, cod: codNews.length };
    await write.pushes.insert({ ...came, code: '', ...counts });
    return counts;
  });
  if (pickups.length > 0) workspace.changed('shipments');
  if (counts.updated + counts.cod > 0) workspace.changed('tracking', 'orders', 'status');
  return done({ acknowledgement, errorCode: '', ...counts });
}

async function takeSnapshot(
  workspace: Workspace,
  write: Repositories,
  accountId: string,
  snapshot: TrackingSnapshot,
): Promise<boolean> {
  const known = await write.tracking.byWaybill(snapshot.waybillNo);
  if (known === undefined || !(await isSameMerchant(write, known.accountId, accountId))) return false;
  // A mistyped time lies in the future: it does not show which message is older, and must not block those that follow.
  const now = realNow(workspace);
  const { events } = snapshot;
  const past = events.filter(({ at }) => at <= now).at(-1);
  const lastAt = (past ?? events.at(-1))?.at ?? 0;
  const isMistyped = known.lastAt !== null && known.lastAt > now && past !== undefined;
  if (known.lastAt !== null && !isMistyped && lastAt < known.lastAt) return false;
  await storeSnapshot(workspace, write, known, snapshot);
  return true;
}

/** A platform pushes to a merchant, who may have several accounts here. */
async function isSameMerchant(write: Repositories, one: string, other: string): Promise<boolean> {
  if (one === other) return true;
  const [mine, theirs] = [await write.accounts.inChargeOf(one), await write.accounts.inChargeOf(other)];
  return mine !== undefined && theirs !== undefined && meterOf(mine) === meterOf(theirs);
}

/** Asks the platform that follows this number to push its news from now on. */
export async function subscribeTracking(
  workspace: Workspace,
  waybillNo: string,
  callbackUrl: string,
): Promise<Outcome<null>> {
  const row = await workspace.store.read.tracking.byWaybill(waybillNo);
  if (row === undefined) return failure('CARRIER_NOT_FOUND');
  const opened = await openAccount(workspace, row.accountId);
  if (!opened.ok) return opened;
  const { platform, account } = opened.value;
  const { subscribe } = platform;
  if (subscribe === undefined) return failure('SERVICE_UNSUPPORTED', { name: opened.value.row.name });
  const request = {
    carrier: row.carrier,
    waybillNo,
    orderCode: '',
    phoneTail: row.phoneTail,
    callbackUrl,
  };
  const answer = await askPlatform(
    workspace,
    opened.value,
    { interfaceName: 'subscribe', orderId: row.orderId },
    () => subscribe(request, account, workspace.ports),
  );
  if (!answer.ok) return answer;
  const now = workspace.clock.now();
  const limitsOf = limitsOfCarriers(await readCaseRules(workspace.store.read));
  // Nothing is known of a foreign number: the first push may take long.
  const isUnknown = row.checkedAt === null && row.bookedAt === null;
  await workspace.store.write((write) =>
    write.tracking.update(waybillNo, {
      subscribedAt: now,
      subscribeTriedAt: now,
      askGroup: 'subscribed',
      nextDueAt: isUnknown ? now : nextCheckAt(row, now, limitsOf, true),
    }),
  );
  return done(null);
}
