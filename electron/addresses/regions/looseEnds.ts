import { pathOf } from '../divisions/division.ts';
import type { Divisions } from '../divisions/loadDivisions.ts';
import { findTown } from '../divisions/towns.ts';
import type { Ownership } from '../text/ownership.ts';
import { UnitSet } from '../text/unitSet.ts';
import type { RegionChoice } from './chooseRegion.ts';
import type { ResolvedRegion } from './resolveRegion.ts';

const suffixUnits = new UnitSet('新市区县旗曲去趋驱现线限');
/** A kind that the district no longer has, or 区 and 县 as they are mistyped. */
const suffix = /^(?:新?[区曲去趋驱]|[市县旗现线限])/;
/** The longest town name and what decides whether it is one. */
const townReach = 20;

/**
 * How much of a detail is the end of the district's name in short: 县 in 诸暨县暨阳街道, 曲 in 武昌曲中南路街道. Only in front of a town that the district
 * has: 县 may open a street as well.
 */
export function looseSuffix(
  region: ResolvedRegion | null,
  choice: RegionChoice | null,
  detail: string,
  divisions: Divisions,
): number {
  const within = region?.certain ?? null;
  if (within?.level !== 'district' || !suffixUnits.isAt(detail, 0)) return 0;
  const last = choice?.hits.at(-1);
  if (last === undefined || last.meaning.whole || last.division !== within) return 0;
  const { length } = suffix.exec(detail)?.[0] ?? '';
  const behind = detail.slice(length, length + townReach);
  const owners = length === 0 ? [] : (findTown(behind, within, divisions.towns)?.owners ?? []);
  return owners.length > 0 ? length : 0;
}

/** 省. */
const provinceEnd = 0x7701;
const longestProvince = 4;

/** Where the province in front of the region is written with one wrong character, as in 安微省芜湖市; null: it is not. */
export function misspeltProvince(
  plain: string,
  { start, divisions, conflicts }: RegionChoice,
  owned: Ownership,
): { readonly start: number; readonly end: number; readonly name: string } | null {
  let end = start;
  while (owned.isBlank(end - 1)) end -= 1;
  const [division] = divisions;
  if (division === undefined || divisions.length > 1 || plain.charCodeAt(end - 1) !== provinceEnd)
    return null;
  const name = pathOf(division).province?.name ?? '';
  const from = end - name.length;
  if (name.length > longestProvince || from < 0 || !owned.isTokenStart(from)) return null;
  let differing = 0;
  for (let at = 0; at < name.length; at += 1) if (plain[from + at] !== name[at]) differing += 1;
  const isOther = conflicts.some((hit) => hit.start < end && hit.end > from);
  return differing === 1 && !isOther ? { start: from, end, name } : null;
}
