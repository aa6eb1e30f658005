import type { Fallback } from '../../../shared/domain/lane.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Account } from '../../store/schema.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { breakerLane } from './bookingLane.ts';

async function known(workspace: Workspace, accountId: string): Promise<Outcome<Account>> {
  const account = await workspace.store.read.accounts.byId(accountId);
  return account === undefined ? failure('ACCOUNT_NOT_FOUND', { name: '' }) : done(account);
}

export interface FallbackChoice {
  readonly accountId: string;
  readonly fallback: Fallback;
  readonly backupAccountId: string | null;
}

/** Says what becomes of orders that this account certainly did not book. */
export async function setFallback(workspace: Workspace, choice: FallbackChoice): Promise<Outcome<null>> {
  const account = await known(workspace, choice.accountId);
  if (!account.ok) return account;
  const backupAccountId = choice.fallback === 'backup' ? choice.backupAccountId : null;
  if (choice.fallback === 'backup') {
    if (backupAccountId === null || backupAccountId === choice.accountId)
      return failure('BACKUP_ACCOUNT_SAME', { name: account.value.name });
    const backup = await known(workspace, backupAccountId);
    if (!backup.ok) return backup;
  }
  await workspace.store.write((write) =>
    write.lanes.put(choice.accountId, { fallback: choice.fallback, backupAccountId }),
  );
  workspace.changed('settings', 'status');
  return done(null);
}

export interface RaiseChoice {
  readonly accountId: string;
  /** null: back to the platform's own pace. */
  readonly raise: { readonly perSecond: number; readonly until: number } | null;
}

/** Sets a higher pace that the platform granted for a while; it ends by itself. */
export async function raiseRate(
  workspace: Workspace,
  { accountId, raise }: RaiseChoice,
): Promise<Outcome<null>> {
  const account = await known(workspace, accountId);
  if (!account.ok) return account;
  const manifest = workspace.platforms.find(
    ({ manifest: { id } }) => id === account.value.platform,
  )?.manifest;
  const own = manifest?.ratePerSecond.book ?? 1;
  if (raise !== null && raise.until <= workspace.clock.now()) return failure('RATE_RAISE_ENDED');
  if (raise !== null && raise.perSecond <= own)
    return failure('RATE_RAISE_TOO_LOW', { name: account.value.name, ownPerSecond: own });
  const row = { raisedPerSecond: raise?.perSecond ?? null, raisedUntil: raise?.until ?? null };
  await workspace.store.write((write) => write.lanes.put(accountId, row));
  workspace.laneRules.raises.set(accountId, row);
  workspace.changed('settings', 'status');
  return done(null);
}

/** Tries a standing lane at once: whoever asks takes its trouble as mended. */
export async function resumeLane(workspace: Workspace, accountId: string): Promise<Outcome<null>> {
  const account = await known(workspace, accountId);
  if (!account.ok) return account;
  await workspace.store.write(async (write) => {
    await write.lanes.put(accountId, { haltCode: '', haltParamsJson: '{}', haltedAt: null });
    await write.jobs.wakeLane(accountId, workspace.clock.now());
  });
  workspace.laneWaits.clear(accountId);
  for (const interfaceName of ['book', 'find'] as const)
    workspace.breaker.reset(breakerLane(accountId, interfaceName));
  workspace.changed('shipments', 'status');
  return done(null);
}
