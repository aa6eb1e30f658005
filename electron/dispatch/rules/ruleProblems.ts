import {
  type BookingLane,
  lanesOf,
  type RuleArea,
  type RuleProblemCode,
  type RuleSet,
} from '../../../shared/domain/bookingRule.ts';
import { findShadowed } from './findShadowed.ts';

export interface KnownAccount {
  readonly id: string;
  readonly name: string;
  /** Carrier of the account itself, empty: none. */
  readonly carrier: string;
  /** Real orders are not let through yet. */
  readonly isLocked: boolean;
  /** false: its platform surely does not serve this carrier. */
  readonly knowsCarrier: (carrier: string) => boolean;
}

export interface ProblemContext {
  readonly accounts: readonly KnownAccount[];
  readonly areas: ReadonlyMap<string, RuleArea>;
  readonly defaultCarrier: string;
  readonly now: number;
}

export interface FoundProblem {
  readonly ruleId: string;
  readonly code: RuleProblemCode;
  readonly byRuleNos: readonly number[];
  readonly accountName: string;
  readonly carrier: string;
}

function problem(ruleId: string, code: RuleProblemCode, more: Partial<FoundProblem> = {}): FoundProblem {
  return { ruleId, code, byRuleNos: [], accountName: '', carrier: '', ...more };
}

/** What is wrong with a rule set, rule by rule; the fallback has no rule id. Disabled rules are left alone. */
export function ruleProblems(set: RuleSet, context: ProblemContext): FoundProblem[] {
  const shadows = findShadowed(set.rules, context.areas).map(({ ruleId, code, byRuleNos }) =>
    problem(ruleId, code, { byRuleNos }),
  );
  const ofRules = set.rules
    .filter(({ isEnabled }) => isEnabled)
    .flatMap((rule) => {
      const isAreaMissing = rule.conditions.some(
        (condition) =>
          condition.kind === 'place' &&
          condition.places.some(({ areaId }) => areaId !== '' && !context.areas.has(areaId)),
      );
      const { share } = rule;
      const isOver =
        share !== null && share.percent > 0 && share.percent < 100 && share.endsAt <= context.now;
      return [
        ...(isAreaMissing ? [problem(rule.id, 'area-missing')] : []),
        ...[...lanesOf(rule.outcome), ...(share === null ? [] : [share.lane])].flatMap((lane) =>
          laneProblems(lane, context).map(({ code, ...more }) => problem(rule.id, code, more)),
        ),
        ...(isOver ? [problem(rule.id, 'share-ended')] : []),
      ];
    });
  const ofFallback = (set.fallback === null ? [] : lanesOf(set.fallback)).flatMap((lane) =>
    laneProblems(lane, context).map(({ code, ...more }) => problem('', code, more)),
  );
  return [...shadows, ...ofRules, ...ofFallback];
}

function laneProblems(
  lane: BookingLane,
  { accounts, defaultCarrier }: ProblemContext,
): { code: RuleProblemCode; accountName?: string; carrier?: string }[] {
  const account = accounts.find(({ id }) => id === lane.accountId);
  if (account === undefined) return [{ code: 'account-missing' }];
  const { name: accountName } = account;
  const carrier = lane.carrier || account.carrier || defaultCarrier;
  return [
    ...(account.isLocked ? [{ code: 'account-locked', accountName } as const] : []),
    ...(carrier === '' ? [{ code: 'carrier-missing', accountName } as const] : []),
    ...(lane.carrier !== '' && !account.knowsCarrier(lane.carrier)
      ? [{ code: 'carrier-unknown', accountName, carrier: lane.carrier } as const]
      : []),
  ];
}
