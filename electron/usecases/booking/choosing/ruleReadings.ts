import type { RuleSet } from '../../../../shared/domain/bookingRule.ts';
import { done, type Outcome } from '../../../../shared/errors/outcome.ts';
import { type FoundProblem, ruleProblems } from '../../../dispatch/rules/ruleProblems.ts';
import { openAccount } from '../../accounts/openAccount.ts';
import { mostSelected, type OrderSelection, selectedOrders } from '../../orders/select.ts';
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

/** What the rules make of so many orders tells what they make of all. */
const sampledOrders = 1_000;

interface BookingPreview {
  readonly orders: number;
  readonly notReady: number;
  readonly expectedSeconds: number;
}

/**
 * What booking these would come to. Asked anew at every change while a page waits for its rows: all that are ready are counted, not
 * read. `accountId` null: the accounts of the rules.
 */
export async function previewBooking(
  workspace: Workspace,
  selection: OrderSelection,
  accountId: string | null,
): Promise<Outcome<BookingPreview>> {
  const isAll = 'allReady' in selection && selection.exceptChanged !== true;
  const ready = isAll ? await countAll(workspace) : await countSelected(workspace, selection);
  const expected = await expectedSeconds(workspace, ready, accountId);
  if (!expected.ok) return expected;
  return done({ orders: ready.count, notReady: ready.notReady, expectedSeconds: expected.value });
}

interface Ready {
  readonly count: number;
  readonly notReady: number;
  /** Some of them. */
  readonly sample: readonly string[];
}

async function countAll({ store }: Workspace): Promise<Ready> {
  const { orders } = store.read;
  const count = Math.min(await orders.count({ state: 'ready' }), mostSelected);
  return { count, notReady: 0, sample: await orders.readyIds(sampledOrders) };
}

async function countSelected(workspace: Workspace, selection: OrderSelection): Promise<Ready> {
  const ids = await selectedOrders(workspace, selection);
  const ready = await workspace.store.read.orders.idsIn('ready', ids);
  return { count: ready.length, notReady: ids.length - ready.length, sample: ready.slice(0, sampledOrders) };
}

/** How long the platforms' paces make it take: accounts work beside each other. */
async function expectedSeconds(
  workspace: Workspace,
  { count, sample }: Ready,
  accountId: string | null,
): Promise<Outcome<number>> {
  const shares = new Map<string, number>();
  if (accountId === null) {
    const { groups } = await chooseBooking(workspace, { orderIds: sample, carrier: '' });
    for (const { lane, orderIds } of groups)
      shares.set(lane.accountId, (shares.get(lane.accountId) ?? 0) + orderIds.length / sample.length);
  } else shares.set(accountId, 1);
  let seconds = 0;
  for (const [id, share] of shares) {
    const opened = await openAccount(workspace, id);
    if (!opened.ok) {
      if (accountId !== null) return opened;
      continue;
    }
    const { book } = opened.value.platform.manifest.ratePerSecond;
    seconds = Math.max(seconds, Math.ceil((count * share) / book));
  }
  return done(seconds);
}
