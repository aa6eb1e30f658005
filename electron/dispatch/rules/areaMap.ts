import type { RuleArea, RuleSet } from '../../../shared/domain/bookingRule.ts';
import { regionGroups } from '../../../shared/domain/regionGroups.ts';

/** Groups of places by id: those built in, and the merchant's own, which win. */
export function areaMap({ areas }: Pick<RuleSet, 'areas'>): ReadonlyMap<string, RuleArea> {
  return new Map([...regionGroups, ...areas].map((area) => [area.id, area]));
}
