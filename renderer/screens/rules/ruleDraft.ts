import { shopDate } from '../../../shared/rules/shopTime.ts';
import type { Rule, RuleSet } from '../../bridge/questions.ts';
import { addDays } from '../../parts/form/DayField.tsx';
import { endOfDay } from '../../parts/format.ts';

export type Condition = Rule['conditions'][number];
export type Outcome = Rule['outcome'];
export type Lane = Extract<Outcome, { kind: 'book' }>['lane'];

export const laneOf = (accountId: string): Lane => ({ accountId, carrier: '', product: '', template: '' });

/** A rule for every order, to be narrowed. */
export function newRule(accountId: string): Rule {
  return {
    id: crypto.randomUUID(),
    isEnabled: true,
    conditions: [],
    outcome: { kind: 'book', lane: laneOf(accountId) },
    share: null,
  };
}

/** Days of a trial until somebody says otherwise. */
const trialDays = 14;

/** A tenth of the orders for two weeks, to the end of the last day; its way is chosen next. */
export function newShare(outcome: Outcome, now: number): Rule['share'] {
  const lane =
    outcome.kind === 'book' ? outcome.lane : outcome.kind === 'cheapest' ? outcome.lanes[0] : undefined;
  if (lane === undefined) return null;
  const endsAt = endOfDay(addDays(shopDate(now), trialDays));
  return { experimentId: crypto.randomUUID(), percent: 10, lane, startsAt: now, endsAt };
}

/** A clause to begin with; places and words are filled in at once, in its editor. */
export function newCondition(kind: Condition['kind']): Condition {
  switch (kind) {
    case 'place':
      return { kind, isNot: false, places: [{ province: '', city: '', areaId: 'far' }] };
    case 'cod':
      return { kind, isCod: true };
    case 'noWeight':
      return { kind };
    case 'weight':
      return { kind, over: 1000, upTo: null };
    case 'value':
      return { kind, over: 100_000, upTo: null };
    case 'quantity':
    case 'parcels':
      return { kind, over: 1, upTo: null };
    default:
      return { kind, isNot: false, texts: [''], side: 'any' };
  }
}

export function replaceRule(set: RuleSet, id: string, change: Partial<Rule>): RuleSet {
  return { ...set, rules: set.rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)) };
}

export function removeRule(set: RuleSet, id: string): RuleSet {
  return { ...set, rules: set.rules.filter((rule) => rule.id !== id) };
}

/** Moves a rule to a place counted from 0; a place beyond the ends is the end. */
export function moveRule(set: RuleSet, id: string, to: number): RuleSet {
  const moved = set.rules.find((rule) => rule.id === id);
  if (moved === undefined) return set;
  const others = set.rules.filter((rule) => rule.id !== id);
  const at = Math.max(0, Math.min(others.length, to));
  return { ...set, rules: [...others.slice(0, at), moved, ...others.slice(at)] };
}

export function splitTexts(text: string): string[] {
  return text
    .split(/[、,，;；\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Grams or fen from what a person typed; null: empty. `wrong`: no such figure. */
export function amountOf(text: string, perUnit: 1 | 100 | 1000): number | null | 'wrong' {
  const plain = text.trim();
  if (plain === '') return null;
  if (!/^\d{1,7}(\.\d{1,3})?$/.test(plain)) return 'wrong';
  const amount = Math.round(Number(plain) * perUnit);
  return Math.abs(amount - Number(plain) * perUnit) > 0.001 ? 'wrong' : amount;
}
