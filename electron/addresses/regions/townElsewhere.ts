import { type Division, namesOf } from '../divisions/division.ts';
import type { Divisions } from '../divisions/loadDivisions.ts';
import type { ResolvedRegion } from './resolveRegion.ts';

/**
 * The one other district of the city that has a town which the district written has not: 临平街道 behind 余杭区, 石井街道 behind 天河区. Null where the
 * list knows nothing of the district's own towns, or several have it.
 */
function townElsewhere(within: Division | null, town: string, { towns }: Divisions): Division | null {
  const city = within?.parent ?? null;
  if (within?.level !== 'district' || town === '' || city === null || city.name === '') return null;
  const own = towns.within(within);
  if (own.size === 0 || own.has(town)) return null;
  const owners = towns.within(city).get(town) ?? [];
  const [owner] = owners;
  return owners.length === 1 && owner !== undefined && owner.level === 'district' ? owner : null;
}

/**
 * A district that gave the town away since is corrected like an old name; any other two contradict each other, and a person says which is
 * meant.
 */
export function settleTown(region: ResolvedRegion, town: string, divisions: Divisions): ResolvedRegion {
  const written = region.certain;
  const owner = townElsewhere(written, town, divisions);
  if (written === null || owner === null) return region;
  const reason = divisions.parted.get(`${written.code}>${owner.code}`);
  if (reason === undefined)
    return {
      ...region,
      offers: [{ ...namesOf(owner), town: '', detail: '', reason: 'town' }],
      contradicted: true,
    };
  const change = { field: 'district' as const, from: written.name, to: owner.name, reason };
  return { ...region, ...namesOf(owner), certain: owner, corrections: [...region.corrections, change] };
}
