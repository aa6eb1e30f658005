import type { BookingRule, RuleArea, RuleCondition } from '../../../shared/domain/bookingRule.ts';
import { isImpossible } from './isImpossible.ts';

type Areas = ReadonlyMap<string, RuleArea>;

export interface Shadow {
  readonly ruleId: string;
  /** `contradiction`: by itself · `shadowed`: earlier rules take all it could take. */
  readonly code: 'contradiction' | 'shadowed';
  /** Places of those rules, from 1. */
  readonly byRuleNos: readonly number[];
}

/** Questions after which an answer is no longer looked for: a rule is then not called shadowed. */
const mostQuestions = 4_000;

/**
 * Enabled rules that no order can ever reach. Sound, not complete: what is told is true for every order. A rule that
 * holds takes nothing away for good, since a person lets the order pass on to later rules.
 */
export function findShadowed(rules: readonly BookingRule[], areas: Areas): Shadow[] {
  const found: Shadow[] = [];
  for (const [index, rule] of rules.entries()) {
    if (!rule.isEnabled) continue;
    if (isImpossible(rule.conditions, areas)) {
      found.push({ ruleId: rule.id, code: 'contradiction', byRuleNos: [] });
      continue;
    }
    const earlier = rules
      .slice(0, index)
      .map((one, place) => ({ ...one, no: place + 1 }))
      .filter((one) => one.isEnabled && one.outcome.kind !== 'hold')
      .filter((one) => !isImpossible([...rule.conditions, ...one.conditions], areas));
    const alone = earlier.find((one) => isCovered(rule.conditions, [one], areas));
    if (alone !== undefined) found.push({ ruleId: rule.id, code: 'shadowed', byRuleNos: [alone.no] });
    else if (earlier.length > 1 && isCovered(rule.conditions, earlier, areas))
      found.push({ ruleId: rule.id, code: 'shadowed', byRuleNos: earlier.map(({ no }) => no) });
  }
  return found;
}

function isCovered(
  conditions: readonly RuleCondition[],
  rules: readonly Pick<BookingRule, 'conditions'>[],
  areas: Areas,
): boolean {
  let questions = 0;
  /** Splits what is left by the clauses of the next rule: every part in which one of them fails must be taken by the rest. */
  const isTaken = (left: readonly RuleCondition[], from: number): boolean => {
    if (++questions > mostQuestions) return false;
    if (isImpossible(left, areas)) return true;
    const rule = rules[from];
    if (rule === undefined) return false;
    const held: RuleCondition[] = [];
    for (const condition of rule.conditions) {
      for (const opposite of oppositesOf(condition))
        if (!isTaken([...left, ...held, opposite], from + 1)) return false;
      held.push(condition);
    }
    return true;
  };
  return isTaken(conditions, 0);
}

/** Clauses of which one holds exactly when the given one does not. */
function oppositesOf(condition: RuleCondition): RuleCondition[] {
  switch (condition.kind) {
    case 'cod':
      return [{ kind: 'cod', isCod: !condition.isCod }];
    case 'noWeight':
      return [{ kind: 'weight', over: null, upTo: null }];
    case 'weight':
    case 'value':
    case 'quantity':
    case 'parcels':
      return [
        ...(condition.over === null ? [] : [{ ...condition, over: null, upTo: condition.over }]),
        ...(condition.upTo === null ? [] : [{ ...condition, over: condition.upTo, upTo: null }]),
        ...(condition.kind === 'weight' ? [{ kind: 'noWeight' } as const] : []),
      ];
    default:
      return [{ ...condition, isNot: !condition.isNot }];
  }
}
