import type { Divisions } from './loadDivisions.ts';

export interface DivisionPath {
  readonly province?: string | undefined;
  readonly city?: string | undefined;
  readonly district?: string | undefined;
}

/** Names one level below the path, in the order of the legal list; no path gives the provinces. Below a district, or a city without any, stand its towns. */
export function childDivisions(divisions: Divisions, path: DivisionPath): readonly string[] {
  if (path.province === undefined) return divisions.provinces.map(({ name }) => name);
  const province = divisions.provinces.find(({ name }) => name === path.province);
  if (path.city === undefined) return namesOf(province?.children);
  const city = province?.children.find(({ name }) => name === path.city);
  if (path.district === undefined && (city?.children.length ?? 0) > 0) return namesOf(city?.children);
  const owner = city?.children.find(({ name }) => name === path.district) ?? city;
  return owner === undefined ? [] : [...divisions.towns.within(owner).keys()];
}

function namesOf(children: readonly { readonly name: string }[] | undefined): readonly string[] {
  return (children ?? []).map(({ name }) => name).filter((name) => name !== '');
}
