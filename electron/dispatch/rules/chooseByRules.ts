import { createHash } from 'node:crypto';
import type {
  BookingLane,
  BookingRule,
  ChosenBy,
  GreyArm,
  GreyShare,
  MatchedFact,
  RuleArea,
  RuleOutcome,
  RuleSet,
} from '../../../shared/domain/bookingRule.ts';
import { matchCondition } from './matchCondition.ts';
import type { OrderFacts } from './orderFacts.ts';

export interface ChoosingContext {
  readonly set: RuleSet;
  readonly rulesVersion: number;
  readonly areas: ReadonlyMap<string, RuleArea>;
  readonly now: number;
  /** Of Settings; null: none is set and there is not exactly one account. */
  readonly defaultLane: BookingLane | null;
  /** Estimated freight in fen, null: not known. */
  readonly freightOf: (lane: BookingLane, facts: OrderFacts) => number | null;
  /** Hold rules a person has let this order pass already. */
  readonly passed: ReadonlySet<string>;
}

export type Choice =
  | { readonly kind: 'book'; readonly lane: BookingLane; readonly why: ChosenBy }
  | { readonly kind: 'hold'; readonly reason: string; readonly ruleId: string; readonly why: ChosenBy }
  /** There is no account to book with. */
  | { readonly kind: 'none' };

const nobody = { ruleId: '', ruleNo: 0, matched: [], share: null, compared: null, freightFen: null } as const;

/** The first enabled rule that fits decides; a hold that a person has answered lets the order pass on. */
export function chooseByRules(context: ChoosingContext, facts: OrderFacts): Choice {
  for (const [index, rule] of context.set.rules.entries()) {
    if (!rule.isEnabled || (rule.outcome.kind === 'hold' && context.passed.has(rule.id))) continue;
    const matched = matchAll(rule, facts, context.areas);
    if (matched !== null) return decide(context, facts, rule, index + 1, matched);
  }
  const { rulesVersion, set, defaultLane } = context;
  const isHeldBefore = set.fallback?.kind === 'hold' && context.passed.has('');
  if (set.fallback !== null && !isHeldBefore)
    return conclude(context, facts, set.fallback, { ...nobody, by: 'fallback', rulesVersion });
  if (defaultLane === null) return { kind: 'none' };
  return conclude(
    context,
    facts,
    { kind: 'book', lane: defaultLane },
    { ...nobody, by: 'settings', rulesVersion },
  );
}

/** What each clause found, null: not all of them hold. */
export function matchAll(
  rule: Pick<BookingRule, 'conditions'>,
  facts: OrderFacts,
  areas: ReadonlyMap<string, RuleArea>,
): MatchedFact[] | null {
  const matched: MatchedFact[] = [];
  for (const condition of rule.conditions) {
    const found = matchCondition(condition, facts, areas);
    if (found === null) return null;
    matched.push(found);
  }
  return matched;
}

function decide(
  context: ChoosingContext,
  facts: OrderFacts,
  rule: BookingRule,
  ruleNo: number,
  matched: readonly MatchedFact[],
): Choice {
  const { outcome, share } = rule;
  const why = {
    ...nobody,
    by: 'rule',
    rulesVersion: context.rulesVersion,
    ruleId: rule.id,
    ruleNo,
    matched,
  } as const;
  const arm = share === null ? null : greyArm(share, facts.orderKey, context.now);
  if (share === null || arm === null || outcome.kind === 'hold')
    return conclude(context, facts, outcome, why);
  const { experimentId, percent, lane } = share;
  const shared = { ...why, share: { experimentId, arm, percent } };
  return conclude(context, facts, arm === 'new' ? { kind: 'book', lane } : outcome, shared);
}

function conclude(context: ChoosingContext, facts: OrderFacts, outcome: RuleOutcome, why: ChosenBy): Choice {
  if (outcome.kind === 'hold') return { kind: 'hold', reason: outcome.reason, ruleId: why.ruleId, why };
  if (outcome.kind === 'book') {
    const freightFen = context.freightOf(outcome.lane, facts);
    return { kind: 'book', lane: outcome.lane, why: { ...why, freightFen } };
  }
  const priced = outcome.lanes.map((lane) => ({ lane, fen: context.freightOf(lane, facts) }));
  const known = priced.filter((one): one is { lane: BookingLane; fen: number } => one.fen !== null);
  const cheapest = known.reduce<{ lane: BookingLane; fen: number | null } | undefined>(
    (best, one) => (best?.fen == null || one.fen < best.fen ? one : best),
    undefined,
  );
  const chosen = cheapest ?? priced[0];
  if (chosen === undefined) return { kind: 'none' };
  const compared = { lanes: priced.length, known: known.length };
  return { kind: 'book', lane: chosen.lane, why: { ...why, compared, freightFen: chosen.fen } };
}

const buckets = 2 ** 48;

/**
 * Which way an order takes while a share is running; null: it is not running. The same order always falls the same
 * way, and those in at 10 % are in at 20 %: its place in 0..1 comes from a hash of order and experiment alone.
 */
export function greyArm(share: Omit<GreyShare, 'lane'>, orderKey: string, now: number): GreyArm | null {
  if (share.percent === 0) return 'old';
  if (share.percent === 100) return 'new';
  if (now < share.startsAt || now >= share.endsAt) return null;
  return placeOf(share.experimentId, orderKey) * 100 < share.percent ? 'new' : 'old';
}

/** 0 ≤ place < 1 */
function placeOf(experimentId: string, orderKey: string): number {
  return createHash('sha256').update(`${experimentId}\n${orderKey}`).digest().readUIntBE(0, 6) / buckets;
}
