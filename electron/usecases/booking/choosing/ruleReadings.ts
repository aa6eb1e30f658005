import type { RuleSet } from '../../../../shared/domain/bookingRule.ts';
import { done, type Outcome } from '../../../../shared/errors/outcome.ts';
import { type FoundProblem, ruleProblems } from '../../../dispatch/rules/ruleProblems.ts';
import { openAccount } from '../../accounts/openAccount.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { openChoosing } from './openChoosing.ts';
import { chooseBooking } from './planByRules.ts';

/** Orders whose shops and sources are offered. */
const namedOrders = 5_000;

/** What is wrong with a rule set, saved or not. */
export async function checkRules(workspace: Workspace, set: RuleSet): Promise<FoundProblem[]> {
  const choosing = await openChoosing(workspace);
  return ruleProblems(set, choosing.problemsContextFor(set));
}

/** Names a rule can be made of: what recent orders hold. */
export async function ruleNames({ store, divisions }: Workspace) {
  const rows = await store.read.rules.since(0, namedOrders);
  const namesOf = (values: readonly string[]) => [...new Set(values)].filter((name) => name !== '').sort();
  return {
    shops: namesOf(rows.map(({ shop }) => shop)),
    sources: namesOf(rows.map(({ source }) => source)),
    provinces: divisions.provinces.map(({ name }) => name),
  };
}

/** How long the platforms' paces make it take: accounts work beside each other. Null: the accounts of the rules. */
export async function expectedBookingSeconds(
  workspace: Workspace,
  readyIds: readonly string[],
  accountId: string | null,
): Promise<Outcome<number>> {
  const counts = new Map<string, number>();
  if (accountId === null) {
    const { groups } = await chooseBooking(workspace, { orderIds: readyIds, carrier: '' });
    for (const { lane, orderIds } of groups)
      counts.set(lane.accountId, (counts.get(lane.accountId) ?? 0) + orderIds.length);
  } else counts.set(accountId, readyIds.length);
  let seconds = 0;
  for (const [id, count] of counts) {
    const opened = await openAccount(workspace, id);
    if (!opened.ok) {
      if (accountId !== null) return opened;
      continue;
    }
    seconds = Math.max(seconds, Math.ceil(count / opened.value.platform.manifest.ratePerSecond.book));
  }
  return done(seconds);
}
