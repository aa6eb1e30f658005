import type { RuleTrial, ShareComparison } from '../../../../shared/contracts/rules.ts';
import type { GreyArm, RuleSet } from '../../../../shared/domain/bookingRule.ts';
import { dayMs } from '../../../../shared/rules/shopTime.ts';
import { type Choice, chooseByRules } from '../../../dispatch/rules/chooseByRules.ts';
import { type ArmFigures, compareArms, percentile } from '../../../dispatch/rules/compareArms.ts';
import type { OrderFacts } from '../../../dispatch/rules/orderFacts.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type Choosing, openChoosing } from './openChoosing.ts';
import { factsOf } from './orderFacts.ts';
import { readRuleSet } from './ruleSets.ts';

/** Past orders that are tried; what a shop sends in a week. */
const triedOrders = 5_000;
export const shownMoves = 200;

/** The orders of the last days that rules and price tables are tried on; `isCut`: there are more. */
export async function pastOrders({ store, clock }: Workspace, days: number) {
  const rows = await store.read.rules.since(clock.now() - days * dayMs, triedOrders + 1);
  return { orders: rows.slice(0, triedOrders), isCut: rows.length > triedOrders };
}

/** Where an order goes, as a table of moves names it. */
export const placeName = ({ province, city }: { readonly province: string; readonly city: string }) =>
  city === province ? province : `${province}${city}`;

export type Destination = RuleTrial['moves'][number]['before'];

/** Sends the orders of the last days through the rules in force and through changed ones. Stores nothing. */
export async function tryRules(workspace: Workspace, changed: RuleSet, days: number): Promise<RuleTrial> {
  const choosing = await openChoosing(workspace);
  const saved = await readRuleSet(workspace.store.read);
  const { orders, isCut } = await pastOrders(workspace, days);
  const before = choosing.contextFor(saved.set, saved.versionNo);
  const after = choosing.contextFor(changed, saved.versionNo + 1);
  const tally = createTally(changed, isCut);
  for (const row of orders) {
    const facts = factsOf(row);
    const [was, is] = [chooseByRules(before, facts), chooseByRules(after, facts)];
    const isMoved = laneKey(choosing, was, facts) !== laneKey(choosing, is, facts);
    tally.count(was, is);
    if (!isMoved) continue;
    const move = {
      orderId: row.id,
      orderNo: row.orderNo,
      place: placeName(row),
      before: destinationOf(choosing, was, facts),
      after: destinationOf(choosing, is, facts),
      beforeFen: was.kind === 'book' ? was.why.freightFen : null,
      afterFen: is.kind === 'book' ? is.why.freightFen : null,
    };
    tally.move(move);
  }
  return tally.trial;
}

export function destinationOf(
  { accounts, carrierOf }: Choosing,
  choice: Choice,
  facts: OrderFacts,
): Destination {
  const nowhere = { accountId: '', accountName: '', carrier: '', reason: '', ruleNo: 0 };
  if (choice.kind === 'none') return { ...nowhere, kind: 'none' };
  const { ruleNo } = choice.why;
  if (choice.kind === 'hold') return { ...nowhere, kind: 'hold', reason: choice.reason, ruleNo };
  const { accountId } = choice.lane;
  return {
    ...nowhere,
    kind: 'book',
    accountId,
    accountName: accounts.find(({ id }) => id === accountId)?.name ?? '',
    carrier: carrierOf(choice.lane, facts),
    ruleNo,
  };
}

function laneKey({ carrierOf }: Choosing, choice: Choice, facts: OrderFacts): string {
  if (choice.kind !== 'book') return choice.kind;
  const { accountId, product, template } = choice.lane;
  return JSON.stringify([accountId, carrierOf(choice.lane, facts), product, template]);
}

function createTally({ rules }: RuleSet, isCut: boolean) {
  const counts = new Map(['', ...rules.map(({ id }) => id)].map((id) => [id, { before: 0, after: 0 }]));
  const sums = { orders: 0, moved: 0, heldBefore: 0, heldAfter: 0 };
  const freight = { compared: 0, unknown: 0, beforeFen: 0, afterFen: 0 };
  const moves: RuleTrial['moves'] = [];
  const ruleOf = (choice: Choice) => (choice.kind === 'none' ? '' : choice.why.ruleId);
  return {
    count(was: Choice, is: Choice): void {
      sums.orders++;
      if (was.kind === 'hold') sums.heldBefore++;
      if (is.kind === 'hold') sums.heldAfter++;
      const [from, to] = [counts.get(ruleOf(was)), counts.get(ruleOf(is))];
      if (from !== undefined) from.before++;
      if (to !== undefined) to.after++;
      if (was.kind !== 'book' || is.kind !== 'book') return;
      const { freightFen: beforeFen } = was.why;
      const { freightFen: afterFen } = is.why;
      if (beforeFen === null || afterFen === null) freight.unknown++;
      else {
        freight.compared++;
        freight.beforeFen += beforeFen;
        freight.afterFen += afterFen;
      }
    },
    move(move: RuleTrial['moves'][number]): void {
      sums.moved++;
      if (moves.length < shownMoves) moves.push(move);
    },
    get trial(): RuleTrial {
      const ofRules = [...counts].map(([ruleId, count]) => ({ ruleId, ...count }));
      return { ...sums, isCut, rules: ofRules, freight: { ...freight }, moves };
    },
  };
}

/** How a new lane does beside the old one, from what was booked, printed and tracked while both ran. */
export async function compareShare(workspace: Workspace, experimentId: string): Promise<ShareComparison> {
  const old = await figuresOf(workspace, experimentId, 'old');
  const fresh = await figuresOf(workspace, experimentId, 'new');
  return { experimentId, old, new: fresh, verdicts: compareArms(old, fresh) };
}

const withNumber = new Set(['booked', 'voiding', 'voided']);

async function figuresOf({ store }: Workspace, experimentId: string, arm: GreyArm): Promise<ArmFigures> {
  const { rules } = store.read;
  const bookings = await rules.bookingsOf(experimentId, arm);
  const times = bookings.flatMap(({ sentAt, bookedAt }) =>
    sentAt === null || bookedAt === null ? [] : [bookedAt - sentAt],
  );
  const tracked = await rules.tracking(experimentId, arm);
  return {
    orders: bookings.length,
    booked: bookings.filter(({ state }) => withNumber.has(state)).length,
    failed: bookings.filter(({ state }) => state === 'refused').length,
    // What was asked about was unsure once, however it ended.
    unsure: bookings.filter(({ state, findCount }) => state === 'unsure' || findCount > 0).length,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    printed: await rules.countPrints(experimentId, arm, ['accepted', 'confirmed', 'scanned']),
    printFailed: await rules.countPrints(experimentId, arm, ['failed']),
    tracked: tracked.length,
    exceptions: tracked.filter(({ exception }) => exception !== '').length,
  };
}
