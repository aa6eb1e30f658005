import type { BookingLane, ChosenBy, RuleSet } from '../../../../shared/domain/bookingRule.ts';
import { done, type Outcome } from '../../../../shared/errors/outcome.ts';
import { type FoundProblem, ruleProblems } from '../../../dispatch/rules/ruleProblems.ts';
import { openAccount } from '../../accounts/openAccount.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { openChoosing } from './openChoosing.ts';
import { factsOf } from './orderFacts.ts';
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

export interface PlanGroup {
  readonly lane: BookingLane;
  readonly accountName: string;
  readonly carrier: string;
  readonly orders: number;
  readonly freightFen: number;
  readonly freightUnknown: number;
  readonly why: ChosenBy;
}

/** Where these orders would go now: one group for each account and carrier an order ends with. */
export async function planPreview(workspace: Workspace, orderIds: readonly string[]) {
  const choosing = await openChoosing(workspace);
  const chosen = await chooseBooking(workspace, { orderIds, carrier: '' });
  const groups: PlanGroup[] = [];
  for (const { lane, orderIds: ids, why } of chosen.groups) {
    const accountName = choosing.accounts.find(({ id }) => id === lane.accountId)?.name ?? '';
    const ofCarrier = new Map<string, { ids: string[] }>();
    for (const { id, carrier } of await carriersOf(workspace, choosing, lane, ids)) {
      const group = ofCarrier.get(carrier) ?? { ids: [] };
      group.ids.push(id);
      ofCarrier.set(carrier, group);
    }
    for (const [carrier, group] of ofCarrier) {
      const reasons = group.ids.flatMap((id) => why.get(id) ?? []);
      const [first] = reasons;
      if (first === undefined) continue;
      groups.push({
        lane,
        accountName,
        carrier,
        orders: group.ids.length,
        freightFen: reasons.reduce((sum, { freightFen }) => sum + (freightFen ?? 0), 0),
        freightUnknown: reasons.filter(({ freightFen }) => freightFen === null).length,
        why: first,
      });
    }
  }
  return {
    groups,
    held: chosen.holds.length,
    homeless: chosen.homeless.length,
    notReady: chosen.notReady.length,
  };
}

async function carriersOf(
  { store }: Workspace,
  { carrierOf }: Awaited<ReturnType<typeof openChoosing>>,
  lane: BookingLane,
  ids: readonly string[],
): Promise<{ id: string; carrier: string }[]> {
  const found: { id: string; carrier: string }[] = [];
  for (let start = 0; start < ids.length; start += 500) {
    const orders = await store.read.orders.byIds(ids.slice(start, start + 500));
    found.push(...orders.map((order) => ({ id: order.id, carrier: carrierOf(lane, factsOf(order)) })));
  }
  return found;
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
