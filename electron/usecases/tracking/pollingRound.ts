import { type AskGroup, askGroups } from '../../../shared/domain/tracking.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import type { Account, TrackedParcel } from '../../store/schema.ts';
import { limitsOfCarriers } from '../../tracking/caseLimits.ts';
import { allowanceNow, roundMs } from '../../tracking/dayBudget.ts';
import { never } from '../../tracking/nextCheckAt.ts';
import { chooseRound } from '../../tracking/pollingPlan.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { askingAccount } from './askingAccount.ts';
import { meterOf, readMeter } from './budgets.ts';
import { readCaseRules } from './caseRules.ts';

/** The interval of the rounds. */
export const pollingRoundMs = roundMs;

/** Parcels considered per group: the latest due have news, the longest waiting must not be forgotten. */
const newestOfGroup = 400;
const oldestOfGroup = 100;
/** Further ahead than any due time is ever set. */
const farthestMs = 4 * dayMs;

/** `spread`: the share for this moment of the day · `caught-up`: the share of the whole day until now. */
export type RoundPace = 'spread' | 'caught-up';

interface Round {
  readonly parcels: readonly TrackedParcel[];
  /** Due, but postponed: today's questions are spread over the day, or used up. */
  readonly waiting: number;
}

/** Chooses the parcels to ask about now: for each merchant as many as the day's questions allow, the most worthwhile first. */
export async function chooseParcels(workspace: Workspace, pace: RoundPace): Promise<Round> {
  const accounts = await workspace.store.read.accounts.all();
  await bringBack(workspace, accounts);
  const now = workspace.clock.now();
  const limitsOf = limitsOfCarriers(await readCaseRules(workspace.store.read));
  const chosen: TrackedParcel[] = [];
  let due = 0;
  for (const [, ofMeter] of accountsByMeter(accounts)) {
    const [account] = ofMeter;
    const { budget } = await readMeter(workspace, workspace.store.read, account);
    const allowance = allowanceNow(budget, now, pace);
    if (allowance > 0)
      chosen.push(...chooseRound(await dueOf(workspace, ofMeter, now), allowance, now, limitsOf));
    for (const { count } of await dueByGroup(workspace, ofMeter, now)) due += count;
  }
  return { parcels: chosen, waiting: Math.max(0, due - chosen.length) };
}

/** How many parcels of these accounts are due by then, by group. */
export async function dueByGroup(
  { store }: Workspace,
  accounts: readonly Account[],
  until: number,
): Promise<{ readonly group: AskGroup; readonly count: number }[]> {
  const counts: { readonly group: AskGroup; readonly count: number }[] = [];
  for (const group of askGroups) {
    let count = 0;
    for (const { id } of accounts) count += await store.read.tracking.dueCount(id, group, until);
    counts.push({ group, count });
  }
  return counts;
}

/** Each merchant at each platform with its accounts here. */
export function accountsByMeter(
  accounts: readonly Account[],
): ReadonlyMap<string, readonly [Account, ...Account[]]> {
  const byMeter = new Map<string, [Account, ...Account[]]>();
  for (const account of accounts) {
    const others = byMeter.get(meterOf(account));
    if (others === undefined) byMeter.set(meterOf(account), [account]);
    else others.push(account);
  }
  return byMeter;
}

async function dueOf(
  { store }: Workspace,
  accounts: readonly Account[],
  now: number,
): Promise<TrackedParcel[]> {
  const found = new Map<string, TrackedParcel>();
  const { tracking } = store.read;
  for (const { id } of accounts)
    for (const group of askGroups) {
      const newest = await tracking.dueOf(id, group, now, 'newest', newestOfGroup);
      const oldest =
        newest.length < newestOfGroup ? [] : await tracking.dueOf(id, group, now, 'oldest', oldestOfGroup);
      for (const parcel of [...newest, ...oldest])
        if (parcel.notBefore <= now) found.set(parcel.waybillNo, parcel);
    }
  return [...found.values()];
}

/** Parcels that would never be asked about: no account could ask when they came, or the clock was ahead then. */
async function bringBack(
  { store, clock, platforms }: Workspace,
  accounts: readonly Account[],
): Promise<void> {
  if (accounts.length === 0) return;
  const now = clock.now();
  const orphans = await store.read.tracking.stopped('no-account', newestOfGroup);
  const heirs = orphans.flatMap(({ waybillNo, carrier }) => {
    const account = askingAccount(accounts, platforms, carrier);
    return account === undefined ? [] : [{ waybillNo, accountId: account.id }];
  });
  const isFarAhead = await store.read.tracking.hasDueBetween(now + farthestMs, never);
  if (heirs.length === 0 && !isFarAhead) return;
  await store.write(async (write) => {
    for (const { waybillNo, accountId } of heirs)
      await write.tracking.update(waybillNo, { accountId, stopReason: '', nextDueAt: now });
    if (isFarAhead) await write.tracking.pullBack(now + farthestMs, never, now);
  });
}
