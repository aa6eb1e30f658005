import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { priceTableJson } from '../../store/booking/bookingJson.ts';
import type { Account } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { ruleNosOf, withOtherAccount } from '../booking/choosing/ruleAccounts.ts';
import { readRuleSet } from '../booking/choosing/ruleSets.ts';
import { recordAct } from '../operators/acts.ts';
import { tryChange, type Workspace } from '../workspace/workspace.ts';
import { accountUse, inUseParams } from './accountUse.ts';
import { isSameMerchant } from './removedAccounts.ts';

export interface Removal {
  readonly accountId: string;
  /** Another account of the same merchant, which answers for what hangs on this one; null: nothing may hang on it. */
  readonly heirId: string | null;
}

/**
 * Removes an account that nothing hangs on, or hands all of it to another one. What was certainly not sent waits with the
 * heir from then on; what was sent keeps the id it was booked under, by which journal and platform know it, and the heir
 * answers for that id. Its name stays for history; its secrets are gone.
 */
export async function removeAccount(
  workspace: Workspace,
  { accountId, heirId }: Removal,
): Promise<Outcome<null>> {
  const removed = await tryChange(
    workspace,
    ['settings', 'status', 'rules', 'shipments', 'tracking'],
    async (write): Promise<Outcome<null>> => {
      const account = await write.accounts.byId(accountId);
      if (account === undefined) return failure('ACCOUNT_GONE');
      const heir = heirId === null ? null : await heirOf(write, account, heirId);
      if (heir !== null && 'ok' in heir) return heir;
      const refused = heir === null ? await refusal(write, account) : null;
      if (refused !== null) return refused;
      if (heir !== null) await handOver(workspace, write, account, heir);
      await forget(workspace, write, account, heir);
      const what = heir === null ? account.name : `${account.name} → ${heir.name}`;
      await recordAct(workspace, write, { kind: 'account-removed', what });
      return done(null);
    },
  );
  if (removed.ok) workspace.laneRules.raises.delete(accountId);
  return removed;
}

async function refusal(read: Repositories, account: Account): Promise<Failure | null> {
  const params = inUseParams(await accountUse(read, account));
  return params === null ? null : failure('ACCOUNT_IN_USE', { name: account.name, ...params });
}

async function heirOf(read: Repositories, account: Account, heirId: string): Promise<Account | Failure> {
  const heir = await read.accounts.byId(heirId);
  if (heir === undefined) return failure('ACCOUNT_GONE');
  return heir.id !== account.id && isSameMerchant(heir, account)
    ? heir
    : failure('ACCOUNT_HEIR_OTHER', { name: account.name, heir: heir.name });
}

async function handOver(
  workspace: Workspace,
  write: Repositories,
  account: Account,
  heir: Account,
): Promise<void> {
  const ids = await write.accounts.idsOf(account.id);
  await moveUnsent(write, ids, heir);
  for (const id of ids) await write.tracking.handOver(id, heir.id);
  await moveRules(workspace, write, ids, heir);
  for (const table of await write.freight.tables())
    if (table.accountId === account.id) {
      const tableJson = JSON.stringify({ ...priceTableJson.read(table.tableJson), accountId: heir.id });
      await write.freight.putTable({ ...table, accountId: heir.id, tableJson });
    }
}

/** One in a worker's hands, and one whose code the heir has used before, ends under the id it began with. */
async function moveUnsent(write: Repositories, ids: readonly string[], heir: Account): Promise<void> {
  for (const shipment of await write.shipments.ofAccounts(ids, 'planned')) {
    const job = await write.jobs.ofSubject(shipment.id);
    const isTaken = (await write.shipments.byCode(heir.id, shipment.orderCode)) !== undefined;
    if (job?.state === 'claimed' || isTaken) continue;
    await write.shipments.note(shipment.id, { accountId: heir.id });
    if (job !== undefined) await write.jobs.moveToLane(job.id, heir.id);
  }
}

async function moveRules(
  { clock }: Workspace,
  write: Repositories,
  ids: readonly string[],
  heir: Account,
): Promise<void> {
  const { set, versionNo } = await readRuleSet(write);
  if (ruleNosOf(set, ids).length === 0) return;
  await write.rules.add({
    versionNo: versionNo + 1,
    setJson: JSON.stringify(withOtherAccount(set, ids, heir.id)),
    rules: set.rules.length,
    backTo: 0,
    savedAt: clock.now(),
  });
}

async function forget(
  { clock }: Workspace,
  write: Repositories,
  account: Account,
  heir: Account | null,
): Promise<void> {
  const { id, name, platform, merchantId, endpoint, createdAt } = account;
  const handedTo = heir?.id ?? null;
  const removedAt = clock.now();
  await write.removedAccounts.insert({
    id,
    name,
    platform,
    merchantId,
    endpoint,
    createdAt,
    removedAt,
    handedTo,
  });
  await write.accounts.remove(id);
  await write.lanes.forget(id, handedTo);
  await write.goLive.forget(id);
  if ((await write.settings.get('defaultAccountId')) === id)
    await write.settings.put('defaultAccountId', handedTo);
}
