import type { AddressCorrection, RegionCandidate } from '../../../shared/domain/addressReading.ts';
import { type Division, isWithin, namesOf, pathOf, shortName } from '../divisions/division.ts';
import type { Divisions } from '../divisions/loadDivisions.ts';
import { findTown, findZone } from '../divisions/towns.ts';
import { cityOfPhone } from '../numbers/areaCodes.ts';
import type { RegionChoice } from './chooseRegion.ts';
import { findWrittenZone } from './zones.ts';

export interface ResolvedRegion {
  readonly province: string;
  readonly city: string;
  readonly district: string;
  /** Deepest division that is certain, null when not even the province is. */
  readonly certain: Division | null;
  readonly candidates: readonly RegionCandidate[];
  /** Districts that may be meant where none was written: 大理市 for 云南大理, 顺德区 for 广东北滘镇. No contradiction. */
  readonly offers: readonly RegionCandidate[];
  readonly corrections: readonly AddressCorrection[];
  /** The path given is the likeliest candidate, not a certain one: a divided district, an area code. */
  readonly likely: boolean;
  /** The town behind it lies in another district of the city. */
  readonly contradicted?: boolean;
}

function candidate(division: Division, reason: string): RegionCandidate {
  return { ...namesOf(division), town: '', detail: '', reason };
}

function commonAncestor(divisions: readonly Division[]): Division | null {
  const [first, ...rest] = divisions;
  let at: Division | null = first?.parent ?? null;
  while (at !== null) {
    const ancestor: Division = at;
    const covers = rest.every((other) => {
      const path = pathOf(other);
      return path.province === ancestor || path.city === ancestor;
    });
    if (covers) return ancestor;
    at = at.parent;
  }
  return null;
}

/** 北京 as province and as city is one place; 吉林 alone is the province, which holds the city. */
function distinct(divisions: readonly Division[]): readonly Division[] {
  if (divisions.length === 1) return divisions;
  const whole = divisions.find((division) => divisions.every((other) => isWithin(other, division)));
  if (whole === undefined) return divisions;
  const same = divisions.filter((division) => division.name === whole.name);
  return [same[same.length - 1] ?? whole];
}

function corrections(choice: RegionChoice, plain: string, deepest: Division): AddressCorrection[] {
  const found: AddressCorrection[] = [];
  for (const hit of choice.hits) {
    const { kind, reason } = hit.meaning;
    if (kind !== 'old' && reason === '') continue;
    const from = plain.slice(hit.start, hit.end);
    if (found.some((known) => known.from === from)) continue;
    found.push({ field: hit.division.level, from, to: hit.division.name, reason });
  }
  for (const { start, end } of choice.left) {
    const to = pathOf(deepest).city?.name ?? '';
    found.push({ field: 'city', from: plain.slice(start, end), to, reason: 'moved' });
  }
  return found;
}

export interface RegionContext {
  /** Simplified text the choice was made in. */
  readonly plain: string;
  /** Ways to begin the detail, best first: behind the region, and at the first word. */
  readonly details: readonly string[];
  /** A landline tells a city, which is a hint where several fit and never a proof. */
  readonly phone: string;
  readonly divisions: Divisions;
}

/** Fills parents and, where a town decides, the district; several legal paths come back as candidates. */
export function resolveRegion(choice: RegionChoice, context: RegionContext): ResolvedRegion {
  const { plain, details, divisions } = context;
  const meant = distinct(choice.divisions);
  const [first] = meant;
  if (first === undefined) throw new Error('a region choice has at least one division');
  const changes = corrections(choice, plain, first);
  const settled = (division: Division, more: readonly AddressCorrection[] = []): ResolvedRegion => {
    const { province, city, district } = namesOf(division);
    const own = changes.map((change) =>
      change.field === division.level ? { ...change, to: division.name } : change,
    );
    const all = more.length === 0 ? own : [...own, ...more];
    const found = { province, city, district, certain: division, corrections: all };
    return { ...found, candidates: [], offers: [], likely: false };
  };
  if (meant.length === 1) {
    const zoned = first.level === 'district' ? null : inZone(first, details, divisions);
    if (zoned !== null) {
      const [only] = zoned.districts;
      if (only !== undefined && zoned.isOne)
        return settled(only, [{ field: 'district', from: '', to: only.name, reason: 'filled-from-child' }]);
      return { ...settled(first), offers: zoned.districts.map((district) => candidate(district, 'zone')) };
    }
    // The list has not every town of a province: another of the name may be meant.
    if (first.level === 'province')
      return {
        ...settled(first),
        offers: ownersOf(details, first, divisions).map((owner) => candidate(owner, 'town')),
      };
    if (first.level !== 'city' || first.children.length === 0) return settled(first);
    const owners = ownersOf(details, first, divisions);
    const [owner] = owners;
    if (owners.length !== 1 || owner === undefined || owner === first)
      return { ...settled(first), offers: namesakesOf(first, choice, plain) };
    return settled(owner, [{ field: 'district', from: '', to: owner.name, reason: 'filled-from-child' }]);
  }
  const byTown = meant.filter((division) => ownersOf(details, division, divisions).length > 0);
  if (byTown.length === 1 && byTown[0] !== undefined) return settled(byTown[0]);
  const left = byTown.length > 1 ? byTown : meant;
  return severalPaths(choice, left, context, settled);
}

interface Zoned {
  readonly districts: readonly Division[];
  /** The zone, or a town behind it, leaves no other. */
  readonly isOne: boolean;
}

/**
 * 天府新区, 西安高新区: the districts that a zone behind the region lies in, or the one that has the town behind it. Null without such
 * a zone, or where none of its districts is in the region written.
 */
function inZone(within: Division, details: readonly string[], divisions: Divisions): Zoned | null {
  for (const detail of details) {
    const zone = findWrittenZone(detail, within);
    if (zone === null || zone.districts.length === 0) continue;
    const owners = findTown(zone.behind, within, divisions.towns)?.owners ?? [];
    const [owner] = owners;
    if (within.level === 'city' && owner !== undefined && owners.length === 1 && owner !== within)
      return { districts: owners, isOne: true };
    const having = zone.districts.filter((district) => owners.includes(district));
    return having.length === 1 ? { districts: having, isOne: true } : zone;
  }
  return null;
}

/** Who has the town that opens a detail, also behind a zone: 天府新区华阳街道. */
function ownersOf(details: readonly string[], within: Division, divisions: Divisions): readonly Division[] {
  const ownersAt = (text: string) => findTown(text, within, divisions.towns)?.owners ?? [];
  for (const detail of details) {
    const owners = ownersAt(detail);
    if (owners.length > 0) return owners;
    const zone = findZone(detail);
    const behindZone = zone === '' ? owners : ownersAt(detail.slice(zone.length));
    if (behindZone.length > 0) return behindZone;
  }
  return [];
}

/** 大理, 恩施, 喀什 are a prefecture and a city in it; 邵阳 is a city, and 邵阳县 would be said. */
function namesakesOf(city: Division, { hits }: RegionChoice, plain: string): readonly RegionCandidate[] {
  const last = hits[hits.length - 1];
  if (last?.meaning.kind !== 'short' || city.name.endsWith('市')) return [];
  const written = plain.slice(last.start, last.end);
  return city.children
    .filter(({ name }) => shortName(name) === written)
    .map((district) => candidate(district, 'same-name'));
}

function severalPaths(
  choice: RegionChoice,
  left: readonly Division[],
  context: RegionContext,
  settled: (division: Division) => ResolvedRegion,
): ResolvedRegion {
  const [first] = left;
  if (first === undefined) throw new Error('several paths are at least two');
  const last = choice.hits[choice.hits.length - 1];
  if (last?.meaning.kind === 'old' && left.every((division) => division.parent === first.parent)) {
    const candidates = left.map((division) => candidate(division, 'divided'));
    return { ...settled(first), candidates, likely: true };
  }
  const hinted = left.find((division) => namesOf(division).city === cityOfPhone(context.phone));
  if (hinted !== undefined) {
    const others = left.filter((division) => division !== hinted);
    const candidates = others.map((division) => candidate(division, 'same-name'));
    return { ...settled(hinted), candidates: [candidate(hinted, 'area-code'), ...candidates], likely: true };
  }
  const shared = commonAncestor(left);
  // 向阳区 is only in 黑龙江, yet three cities have one: what was not written stays open.
  const common = choice.hits.some(({ division }) => division === shared) ? shared : null;
  const bare = left.every((division) => division.name === first.name) ? first.name : '';
  const known = common === null ? { province: '', city: '', district: '' } : namesOf(common);
  return {
    ...known,
    district: bare,
    certain: common,
    candidates: left.map((division) => candidate(division, 'same-name')),
    offers: [],
    corrections: corrections(choice, context.plain, first),
    likely: false,
  };
}
