import type { PlaceReader } from '../../../../shared/domain/readPriceRows.ts';
import { regionGroups } from '../../../../shared/domain/regionGroups.ts';
import type { Divisions } from '../../../addresses/divisions/loadDivisions.ts';
import { legalRegion } from '../../../addresses/memory/legalRegion.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { readRuleSet } from './ruleSets.ts';

/** Names of the built-in groups as merchants and price tables write them. */
const groupNames: Readonly<Record<string, string>> = {
  江浙沪: 'jzh',
  江浙沪皖: 'jzhw',
  京津冀: 'jjj',
  东北: 'northeast',
  东北三省: 'northeast',
  偏远地区: 'remote',
  港澳台: 'hmt',
};

/** Provinces and cities by long or short name, groups of provinces, and the merchant's own groups. */
export async function openPlaceReader({
  divisions,
  store,
}: Pick<Workspace, 'divisions' | 'store'>): Promise<PlaceReader> {
  const { areas } = (await readRuleSet(store.read)).set;
  return (name) => {
    const own = areas.find((area) => area.name === name);
    if (own !== undefined) return own.places;
    const group = regionGroups.find(({ id }) => id === groupNames[name]);
    return group?.places ?? placeNamed(name, divisions);
  };
}

export interface NamedPlaces {
  readonly name: string;
  /** null: no such place. */
  readonly places: readonly { readonly province: string; readonly city: string }[] | null;
}

/** What each of these names means to a price table. */
export async function readPlaceNames(
  workspace: Pick<Workspace, 'divisions' | 'store'>,
  names: readonly string[],
): Promise<NamedPlaces[]> {
  const placesOf = await openPlaceReader(workspace);
  return names.map((name) => ({ name, places: placesOf(name) }));
}

function placeNamed(name: string, divisions: Divisions): NamedPlaces['places'] {
  const nothing = { province: '', city: '', district: '' };
  const province = legalRegion({ ...nothing, province: name }, divisions);
  if (province.unknown === '') return [{ province: province.province, city: '' }];
  const city = legalRegion({ ...nothing, city: name }, divisions);
  return city.unknown !== '' || city.province === '' ? null : [{ province: city.province, city: city.city }];
}
