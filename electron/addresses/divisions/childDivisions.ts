import type { Division } from './division.ts';
import type { Divisions } from './loadDivisions.ts';

export interface DivisionPath {
  readonly province?: string | undefined;
  readonly city?: string | undefined;
  readonly district?: string | undefined;
}

/**
 * Names one level below the path, in the order of the legal list; no path gives the provinces. Counties directly under
 * a province stand among its cities; below a district, or a city without any, stand its towns.
 */
export function childDivisions(divisions: Divisions, path: DivisionPath): readonly string[] {
  if (path.province === undefined) return divisions.provinces.map(({ name }) => name);
  const cities = besideCities(divisions.provinces.find(({ name }) => name === path.province));
  if (path.city === undefined) return cities.map(({ name }) => name);
  const city = cities.find(({ name }) => name === path.city);
  if (path.district === undefined && (city?.children.length ?? 0) > 0) {
    return (city?.children ?? []).map(({ name }) => name);
  }
  const owner = city?.children.find(({ name }) => name === path.district) ?? city;
  return owner === undefined ? [] : [...divisions.towns.within(owner).keys()];
}

/** A city without a name only groups the counties that have none. */
function besideCities(province: Division | undefined): readonly Division[] {
  return (province?.children ?? []).flatMap((city) => (city.name === '' ? city.children : [city]));
}
