import type { RecordVerdict } from '../../../shared/domain/platformRecord/platformRecord.ts';
import type { RequirementList } from '../../../shared/domain/platformRecord/requirements.ts';
import type { PlatformManifest } from '../../carriers/kit/manifest.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface Coverage {
  readonly verdict: RecordVerdict;
  /** What the shop ships with and where to, and what of it the platform's list does not hold. */
  readonly carriers: readonly string[];
  readonly uncoveredCarriers: readonly string[];
  readonly countries: readonly string[];
  readonly uncoveredCountries: readonly string[];
  /** The platform says nothing of them. */
  readonly unknownCountries: readonly string[];
}

/** Carriers of the list; while it names none, the default carrier of Settings. */
export async function wantedCarriers(
  workspace: Workspace,
  { carriers }: RequirementList,
): Promise<readonly string[]> {
  if (carriers.length > 0) return carriers;
  const { defaultCarrier } = await readSettings(workspace);
  return [defaultCarrier];
}

/** Countries of the list; a shop that ships within the country names none. */
function wantedCountries({ countries, scenes }: RequirementList): readonly string[] {
  const home = scenes.includes('domestic') ? ['CN'] : [];
  return [...new Set([...home, ...countries])];
}

/** The shop's carriers and countries against what the platform is known to serve. A platform that is one carrier covers that one. */
export function coverageOf(
  { serves, destinations, onlyCarrier }: Pick<PlatformManifest, 'serves' | 'destinations' | 'onlyCarrier'>,
  list: RequirementList,
  carriers: readonly string[],
): Coverage {
  const countries = wantedCountries(list);
  const uncoveredCarriers = carriers.filter((carrier) => !serves(carrier));
  const unknownCountries = destinations === undefined ? countries : [];
  const uncoveredCountries =
    destinations === undefined ? [] : countries.filter((country) => !destinations.includes(country));
  const isLacking = uncoveredCarriers.length + uncoveredCountries.length > 0;
  const isUnknown = unknownCountries.length > 0 || (list.carriers.length === 0 && onlyCarrier === undefined);
  return {
    verdict: isLacking ? 'lacking' : isUnknown ? 'unknown' : 'good',
    carriers,
    uncoveredCarriers,
    countries,
    uncoveredCountries,
    unknownCountries,
  };
}
