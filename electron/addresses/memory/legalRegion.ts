import {
  type Division,
  type DivisionLevel,
  divisionLevels,
  pathOf,
  shortName,
} from '../divisions/division.ts';
import type { Divisions } from '../divisions/loadDivisions.ts';

export type RegionNames = Readonly<Record<DivisionLevel, string>>;

/**
 * Brings division names as people and platforms write them (北京, 新疆) to the legal ones and fills what is above a name
 * that only one division has. A name that fits nowhere is given back in `unknown` and stays as it was.
 */
export function legalRegion(
  written: RegionNames,
  divisions: Divisions,
): RegionNames & { readonly unknown: string } {
  let fits: readonly Division[] = divisions.provinces;
  let found: Division | null = null;
  let unknown = '';
  const legal = { ...written };
  for (const level of divisionLevels) {
    const text = written[level].trim();
    if (text === '') continue;
    const below: Division[] = fits.flatMap((division) => within(division, level));
    const named = below.filter((division) => isNamed(division, text));
    const exact = named.filter(({ name }) => name === text);
    const best = exact.length > 0 ? exact : named;
    if (best.length === 0) {
      unknown = text;
      break;
    }
    legal[level] = best.length === 1 ? (best[0]?.name ?? text) : text;
    fits = best;
    found = best.length === 1 ? (best[0] ?? null) : null;
  }
  if (found === null || unknown !== '') return { ...legal, unknown };
  const { province, city, district } = pathOf(found);
  return { province: province.name, city: city?.name ?? '', district: district?.name ?? '', unknown };
}

function within(division: Division, level: DivisionLevel): readonly Division[] {
  if (division.level === level) return [division];
  return division.children.flatMap((child) => within(child, level));
}

function isNamed({ name }: Division, text: string): boolean {
  return name !== '' && (name === text || shortName(name) === text);
}
