import type { MappingRule } from '../kit/orderDraft.ts';
import { isPhone, shareOf } from './contentTests.ts';

/** How far a way of knowing is trusted before the values are looked at. Chosen by us, not measured. */
const trust: Readonly<Record<MappingRule, number>> = {
  operator: 1,
  remembered: 1,
  profile: 0.98,
  own: 0.98,
  dictionary: 0.95,
  contained: 0.75,
  content: 0.7,
  none: 0,
};

/** Fields whose values can be told right from wrong, with the test. */
const valueTests: Readonly<Record<string, (text: string) => boolean>> = {
  receiverPhone: (text) => isPhone(text) || /[*＊]/.test(text),
  receiverTel: (text) => isPhone(text) || /[*＊]/.test(text),
  quantity: (text) => /^\D{0,2}\d{1,6}(?:\.0+)?\D{0,4}$/.test(text),
  packageCount: (text) => /^\D{0,2}\d{1,6}(?:\.0+)?\D{0,4}$/.test(text),
  orderNo: (text) => /\d/.test(text) && text.length >= 3,
};

/** 0..1: the trust in the rule, lowered by the share of sample values that do not fit the field. A person's word is 1. */
export function columnConfidence(field: string | null, rule: MappingRule, values: readonly string[]): number {
  if (field === null) return 0;
  if (trust[rule] === 1) return 1;
  const test = valueTests[field];
  const isEmpty = values.every((value) => value.trim() === '');
  const fit = test === undefined || isEmpty ? 1 : shareOf(values, test);
  return Math.round(trust[rule] * (0.4 + 0.6 * fit) * 100) / 100;
}
