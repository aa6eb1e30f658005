import type { Asked } from '../../../shared/contracts/contract.ts';
import { isLineFailure } from '../../../shared/errors/callMeaning.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import {
  type CarrierPlatform,
  type PlatformReply,
  platformById,
} from '../../carriers/kit/carrierPlatform.ts';
import type { LineResult, Pass } from '../../dispatch/breaker.ts';
import { effectiveRate } from '../../dispatch/pacer.ts';
import type { Account, Job } from '../../store/schema.ts';
import { recordAct } from '../operators/acts.ts';
import { readSettings } from '../workspace/settings.ts';
import { change, type Workspace } from '../workspace/workspace.ts';

/** Breakers are kept by account and interface. */
export function breakerLane(accountId: string, interfaceName: 'book' | 'find'): string {
  return `${accountId} ${interfaceName}`;
}

/** Calls a second at the moment a call starts; a raise may begin or end while it waits for its turn. */
export function bookingRate(
  { laneRules, clock }: Workspace,
  accountId: string,
  { manifest }: CarrierPlatform,
): () => number {
  return () => {
    const raise = laneRules.raises.get(accountId);
    return raise === undefined
      ? manifest.ratePerSecond.book
      : effectiveRate(manifest.ratePerSecond.book, raise, clock.now());
  };
}

/** How many calls of an account may run side by side: one until one has succeeded, more while its pace is raised. */
export function lanePlaces(workspace: Workspace, accountId: string, platform: CarrierPlatform): number {
  if (!workspace.breaker.isProven(breakerLane(accountId, 'book'))) return 1;
  const { concurrency, ratePerSecond } = platform.manifest;
  const rate = bookingRate(workspace, accountId, platform)();
  return Math.ceil((concurrency * rate) / ratePerSecond.book);
}

/** A refusal is an answer: the connection works. */
export function lineResultOf(outcome: PlatformReply<unknown>): LineResult {
  return !outcome.ok && isLineFailure(outcome.code) ? 'failed' : 'through';
}

/** Permission to make this call now; null: the lane is stopped, and the job waits for it in the queue. */
export async function admitOrWait(
  workspace: Workspace,
  job: Job,
  interfaceName: 'book' | 'find',
): Promise<Pass | null> {
  const admission = workspace.breaker.admit(breakerLane(job.lane, interfaceName));
  if (admission.isAdmitted) return admission.pass;
  await workspace.store.write(async (write) => {
    await write.jobs.putBack(job, admission.retryAt, interfaceName);
    await write.jobs.delayLane(job.lane, interfaceName, admission.retryAt);
  });
  return null;
}

export async function knownAccount(workspace: Workspace, accountId: string): Promise<Outcome<Account>> {
  const account = await workspace.store.read.accounts.byId(accountId);
  return account === undefined ? failure('ACCOUNT_GONE') : done(account);
}

/** Decides what becomes of orders that this account certainly did not book. */
export async function setFallback(
  workspace: Workspace,
  choice: Asked<'bookingHealth', 'setFallback'>,
): Promise<Outcome<null>> {
  const account = await knownAccount(workspace, choice.accountId);
  if (!account.ok) return account;
  const backupAccountId = choice.fallback === 'backup' ? choice.backupAccountId : null;
  if (choice.fallback === 'backup') {
    if (backupAccountId === null || backupAccountId === choice.accountId)
      return failure('BACKUP_ACCOUNT_SAME', { name: account.value.name });
    const backup = await knownAccount(workspace, backupAccountId);
    if (!backup.ok) return backup;
  }
  await change(workspace, ['settings', 'status'], async (write) => {
    await write.lanes.put(choice.accountId, { fallback: choice.fallback, backupAccountId });
    const what = `${account.value.name} ${choice.fallback}`;
    await recordAct(workspace, write, { kind: 'account-fallback-set', what });
  });
  return done(null);
}

/** Sets a higher pace that the platform granted for a while; it ends automatically. */
export async function raiseRate(
  workspace: Workspace,
  { accountId, raise }: Asked<'bookingHealth', 'raiseRate'>,
): Promise<Outcome<null>> {
  const account = await knownAccount(workspace, accountId);
  if (!account.ok) return account;
  const manifest = platformById(workspace.platforms, account.value.platform)?.manifest;
  const own = manifest?.ratePerSecond.book ?? 1;
  if (raise !== null && raise.until <= workspace.clock.now()) return failure('RATE_RAISE_ENDED');
  if (raise !== null && raise.perSecond <= own)
    return failure('RATE_RAISE_TOO_LOW', { name: account.value.name, ownPerSecond: own });
  const row = { raisedPerSecond: raise?.perSecond ?? null, raisedUntil: raise?.until ?? null };
  await workspace.store.write(async (write) => {
    await write.lanes.put(accountId, row);
    const what = `${account.value.name} ${row.raisedPerSecond ?? own}/s`;
    await recordAct(workspace, write, { kind: 'account-pace-set', what });
  });
  workspace.laneRules.raises.set(accountId, row);
  workspace.changed('settings', 'status');
  return done(null);
}

/** What held an account's calls back may be over: waiting jobs run now, and the first call finds out. */
export async function wakeAccountLane(workspace: Workspace, accountId: string): Promise<void> {
  await workspace.store.write((write) => write.jobs.wakeLane(accountId, workspace.clock.now()));
  tryAgain(workspace, accountId);
  workspace.notices?.resumed(accountId);
  workspace.changed('shipments', 'status');
}

/** Forgets, in this program, what held an account's calls back. */
export function tryAgain({ laneWaits, breaker }: Workspace, accountId: string): void {
  laneWaits.clear(accountId);
  for (const interfaceName of ['book', 'find'] as const) breaker.reset(breakerLane(accountId, interfaceName));
}

/** Older calls say nothing about the connection now. */
const lookBackMs = 2 * 60_000;

/** Loads what a person set for the lanes, at this workstation or another one. */
export async function loadLaneRules(workspace: Workspace): Promise<void> {
  const { laneRules } = workspace;
  const { read } = workspace.store;
  const [{ bookingRetries }, accounts] = await Promise.all([readSettings(workspace), read.accounts.all()]);
  laneRules.retries = bookingRetries;
  const lanes = await Promise.all(accounts.map(async ({ id }) => [id, await read.lanes.of(id)] as const));
  for (const [id, lane] of lanes)
    if (lane.raisedUntil !== null || laneRules.raises.has(id)) laneRules.raises.set(id, lane);
}

/** As above, and sets each breaker according to the call log. */
export async function loadLanes(workspace: Workspace): Promise<void> {
  const { read } = workspace.store;
  const [accounts] = await Promise.all([read.accounts.all(), loadLaneRules(workspace)]);
  const rebuild = async (account: Account): Promise<void> => {
    const calls = await read.calls.outcomesSince(account.id, workspace.clock.now() - lookBackMs);
    for (const interfaceName of ['book', 'find'] as const)
      workspace.breaker.rebuild(
        breakerLane(account.id, interfaceName),
        calls
          .filter((call) => call.interfaceName === interfaceName)
          .map((call) => ({
            startedAt: call.at,
            endedAt: call.at + call.durationMs,
            result: isLineFailure(call.errorCode) ? 'failed' : 'through',
          })),
      );
  };
  await Promise.all(accounts.map(rebuild));
}
