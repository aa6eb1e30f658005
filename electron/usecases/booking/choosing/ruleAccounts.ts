import {
  type BookingLane,
  lanesOf,
  type RuleOutcome,
  type RuleSet,
} from '../../../../shared/domain/bookingRule.ts';

/** Numbers of the rules that name one of these accounts, switched off or not; 0: what is done when no rule fits. */
export function ruleNosOf({ rules, fallback }: RuleSet, accountIds: readonly string[]): readonly number[] {
  const isNamed = ({ accountId }: BookingLane) => accountIds.includes(accountId);
  const named = rules.flatMap(({ outcome, share }, index) => {
    const lanes = [...lanesOf(outcome), ...(share === null ? [] : [share.lane])];
    return lanes.some(isNamed) ? [index + 1] : [];
  });
  return fallback !== null && lanesOf(fallback).some(isNamed) ? [...named, 0] : named;
}

/** The same rules with one account in the place of others. */
export function withOtherAccount(set: RuleSet, accountIds: readonly string[], heirId: string): RuleSet {
  const lane = (one: BookingLane): BookingLane =>
    accountIds.includes(one.accountId) ? { ...one, accountId: heirId } : one;
  const outcome = (one: RuleOutcome): RuleOutcome => {
    if (one.kind === 'hold') return one;
    return one.kind === 'book' ? { ...one, lane: lane(one.lane) } : { ...one, lanes: one.lanes.map(lane) };
  };
  return {
    ...set,
    rules: set.rules.map((rule) => ({
      ...rule,
      outcome: outcome(rule.outcome),
      share: rule.share === null ? null : { ...rule.share, lane: lane(rule.share.lane) },
    })),
    fallback: set.fallback === null ? null : outcome(set.fallback),
  };
}
