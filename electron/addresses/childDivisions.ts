import type { Divisions } from './loadDivisions.ts';

export interface DivisionPath {
  readonly province?: string | undefined;
  readonly city?: string | undefined;
  readonly district?: string | undefined;
}

/** Names one level below the path, in the order of the legal list; no path gives the provinces. Districts are the last level. */
export function childDivisions(divisions: Divisions, path: DivisionPath): readonly string[] {
  if (path.province === undefined) return divisions.provinces.map(({ name }) => name);
  const province = divisions.provinces.find(({ name }) => name === path.province);
  if (path.city === undefined) return namesOf(province?.children);
  const city = province?.children.find(({ name }) => name === path.city);
  return path.district === undefined ? namesOf(city?.children) : [];
}

function namesOf(children: readonly { readonly name: string }[] | undefined): readonly string[] {
  return (children ?? []).map(({ name }) => name).filter((name) => name !== '');
}
