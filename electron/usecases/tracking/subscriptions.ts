import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { dayMs, hourMs } from '../../../shared/rules/shopTime.ts';
import type { Account, PushRelay, TrackedParcel } from '../../store/schema.ts';
import { askGroupOf } from '../../tracking/urgency.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { accountsByMeter } from './pollingRound.ts';
import { subscribeTracking } from './push.ts';

/** The most per round; the rest follows in the next. */
const mostInRound = 50;
/** The shortest wait before a refused one is tried again. */
const retryMs = 6 * hourMs;
/** After so many unanswered questions in a row its news no longer arrives. */
const lostAfter = 3;
/** Without a relay pushes come by a folder or a command: after this silence they have stopped. */
const silentMs = dayMs;

const isLive = ({ askedAt, failures }: PushRelay): boolean => askedAt !== null && failures < lostAfter;

/**
 * Where a platform's pushes arrive through a relay, the platform is asked to push, and a parcel is asked about only as a check. Where they
 * no longer arrive, parcels are asked about as before.
 */
export async function keepSubscriptions(workspace: Workspace): Promise<void> {
  const { read } = workspace.store;
  const relays = await read.pushes.relays();
  for (const [, accounts] of accountsByMeter(await read.accounts.all())) {
    const relay = relays.find(({ accountId }) => accounts.some(({ id }) => id === accountId));
    if (relay !== undefined && isLive(relay)) await subscribeSome(workspace, accounts, relay);
    else await askAgain(workspace, accounts, relay !== undefined);
  }
}

/** Refusals that would be the same for every other parcel. */
const forAll: ReadonlySet<ErrorCode> = new Set([
  'SERVICE_UNSUPPORTED',
  'CARRIER_FIELD_MISSING',
  'CARRIER_CREDENTIALS',
  'CARRIER_HTTP_REFUSED',
  'CARRIER_PERMISSION',
  'CARRIER_ACCOUNT',
  'CARRIER_ARREARS',
  'CARRIER_QUOTA',
]);

async function subscribeSome(
  workspace: Workspace,
  accounts: readonly Account[],
  { callbackUrl }: PushRelay,
): Promise<void> {
  const { store, clock } = workspace;
  for (const { id } of accounts) {
    const now = clock.now();
    for (const { waybillNo } of await store.read.tracking.toSubscribe(id, now - retryMs, mostInRound)) {
      const subscribed = await subscribeTracking(workspace, waybillNo, callbackUrl);
      if (subscribed.ok) continue;
      await store.write((write) => write.tracking.update(waybillNo, { subscribeTriedAt: clock.now() }));
      if (forAll.has(subscribed.code) || subscribed.code.startsWith('NETWORK_')) return;
    }
  }
}

async function askAgain(
  { store, clock }: Workspace,
  accounts: readonly Account[],
  isRelayLost: boolean,
): Promise<void> {
  const now = clock.now();
  for (const { id } of accounts) {
    const rows = await store.read.tracking.subscribed(id, mostInRound * 10);
    if (rows.length === 0) continue;
    const lastPush = await store.read.pushes.lastOf(id);
    const stillComes = lastPush !== undefined && now - lastPush.at < silentMs;
    const lost = rows.filter(
      ({ subscribedAt }) => isRelayLost || (!stillComes && now - (subscribedAt ?? 0) > silentMs),
    );
    await store.write(async (write) => {
      for (const row of lost) await write.tracking.update(row.waybillNo, askedAgain(row, now));
    });
  }
}

/** A parcel whose news is no longer pushed, due at once. */
export function askedAgain(row: TrackedParcel, now: number): Partial<TrackedParcel> {
  return { subscribedAt: null, subscribeTriedAt: now, askGroup: askGroupOf(row), nextDueAt: now };
}
