import type { ElementCondition, LabelVariable } from '../../../shared/domain/labelTemplate.ts';

/** Does the element's condition hold on a label with these values? */
export function isElementShown(
  condition: ElementCondition,
  values: Readonly<Record<LabelVariable, string>>,
): boolean {
  switch (condition.when) {
    case 'always':
      return true;
    case 'filled':
      return values[condition.variable] !== '';
    case 'empty':
      return values[condition.variable] === '';
    case 'is':
      return values[condition.variable] === condition.value.trim();
    case 'is-not':
      return values[condition.variable] !== condition.value.trim();
  }
}
