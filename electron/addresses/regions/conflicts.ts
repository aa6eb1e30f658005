import { type Division, isWithin, pathOf } from '../divisions/division.ts';
import type { TownIndex } from '../divisions/towns.ts';
import { isBehindChange } from '../text/changeLead.ts';
import type { Ownership } from '../text/ownership.ts';
import { UnitSet } from '../text/unitSet.ts';
import { type RegionHit, worthLimit } from './findRegionHits.ts';
import { isZoneOf } from './zones.ts';

/** The path that was chosen, and where it stands in the text. */
interface ChosenPath {
  readonly start: number;
  readonly end: number;
  readonly deepest: Division;
}

interface Conflicts {
  /** Divisions named right beside the chosen path, or in another address, that do not fit it. */
  readonly conflicts: readonly RegionHit[];
  /** Where another address begins, before or behind the one chosen; null where there is one alone. */
  readonly otherStart: number | null;
}

/** 浦东软件园, 霍邱县一中: named after the place, not a second telling of it. */
export const namedAfter =
  /^[\u3400-\u9fff]{0,5}?(?:[园校院局部行厅]|公司|集团|大厦|中心|广场|机场|车站|政府|商会|酒店|宾馆|市场|商城)/;

/** Nothing but blanks and dashes between two names: they were meant as one path. */
export function sideBySide(plain: string, end: number, start: number): boolean {
  return start >= end && start - end <= 3 && /^[\s,;|/\-–—·]*$/.test(plain.slice(end, start));
}

/** Is the second name part of the first, and straight behind it? */
function isPair(upper: RegionHit, lower: RegionHit): boolean {
  return (
    lower.start === upper.end && lower.division !== upper.division && isWithin(lower.division, upper.division)
  );
}

/** 湖南长沙市, 浙江省杭州市, 福田区 behind 深圳市: said so fully that no street or company is named after it. */
function isToldFully(
  upper: RegionHit,
  lower: RegionHit,
  hits: readonly RegionHit[],
  plain: string,
  owned: Ownership,
): boolean {
  const isOpening = owned.isTokenStart(upper.start) || isBehindChange(plain, upper.start);
  if (upper.meaning.whole && isOpening) return true;
  if (lower.worth <= 0 || namedAfter.test(plain.slice(lower.end, lower.end + 12))) return false;
  if (lower.meaning.whole) return upper.meaning.whole || isOpening;
  // 浙江杭州余杭: three levels in short.
  return isOpening && hits.some((third) => third.worth > 0 && isPair(lower, third));
}

/** 长江中路130号 behind a district: it has a street of its own. */
const ownStreet =
  /^\s?[\u3400-\u9fff]{1,12}?(?:[路街镇乡村巷弄](?![口边旁东西南北])|大道|街道|小区|花园|\d{1,5}[号弄栋])/;

const joins = /(?:或者?|[到至])$/;

/**
 * 崂山区松岭路66号 黄岛区长江中路130号: behind the street of one district another of the same city begins a word and has a street
 * of its own. 黄岛区政府 and 原黄岛区 are none.
 */
function isSecondAddress(
  { division, meaning, start, end }: RegionHit,
  path: ChosenPath,
  plain: string,
  owned: Ownership,
): boolean {
  if (division.level !== 'district' || meaning.kind !== 'full' || !meaning.isSole) return false;
  if (path.deepest.level !== 'district' || division.parent !== path.deepest.parent) return false;
  if (start <= path.end || !(owned.isTokenStart(start) || joins.test(plain.slice(start - 2, start))))
    return false;
  const behind = plain.slice(end, end + 14);
  return ownStreet.test(behind) && !namedAfter.test(behind);
}

/** Of 南山区 in 深圳 and in 鹤岗, one is the place chosen already. */
function mayMean(
  { start, end }: Pick<RegionHit, 'start' | 'end'>,
  place: Division,
  hits: readonly RegionHit[],
): boolean {
  return hits.some((hit) => hit.start === start && hit.end === end && isWithin(place, hit.division));
}

/** Where the other address begins that a name belongs to, before or behind the one chosen; null where it belongs to none. */
function otherAddressStart(
  hit: RegionHit,
  path: ChosenPath,
  hits: readonly RegionHit[],
  plain: string,
  owned: Ownership,
): number | null {
  const { start, end } = path;
  if (hit.start < end && hit.end > start) return null;
  const isChange = hit.worth >= worthLimit && isBehindChange(plain, hit.start);
  if (isChange && !mayMean(hit, path.deepest, hits)) return hit.start;
  if (isSecondAddress(hit, path, plain, owned)) return hit.start;
  for (const other of hits) {
    const touches = other.start === hit.end || other.end === hit.start;
    if (!touches || (other.start < end && other.end > start)) continue;
    const [upper, lower] = other.start === hit.end ? [hit, other] : [other, hit];
    if (isPair(upper, lower) && isToldFully(upper, lower, hits, plain, owned)) return upper.start;
  }
  return null;
}

/** Where a path is told once more behind itself, with another street or the same. */
export interface RetoldPath {
  readonly start: number;
  readonly end: number;
}

/** Null: nowhere, or as the name of a court or a park. */
export function retoldPath(
  { end, deepest }: ChosenPath,
  hits: readonly RegionHit[],
  plain: string,
): RetoldPath | null {
  for (const lower of hits) {
    if (lower.start <= end || lower.division !== deepest || !lower.meaning.whole) continue;
    let { start } = lower;
    for (const upper of [...hits].reverse())
      if (
        sideBySide(plain, upper.end, start) &&
        upper.division !== deepest &&
        isWithin(deepest, upper.division)
      )
        start = upper.start;
    const isPath = start < lower.start && start > end;
    if (isPath && !namedAfter.test(plain.slice(lower.end, lower.end + 12))) return { start, end: lower.end };
  }
  return null;
}

/** Does a name that does not fit the path stand right beside it? */
function standsBeside(
  { division, meaning, start: from, end }: RegionHit,
  path: ChosenPath,
  hits: readonly RegionHit[],
  plain: string,
  owned: Ownership,
): boolean {
  if (division.level === 'district') {
    if (meaning.kind !== 'full') return false;
    const isSibling = division.parent === path.deepest.parent && sideBySide(plain, path.end, from);
    if (isSibling) return true;
    const opens = owned.isTokenStart(from) || hits.some((other) => other.end === from);
    return opens && sideBySide(plain, end, path.start);
  }
  if (sideBySide(plain, end, path.start)) return owned.isTokenStart(from);
  return meaning.kind === 'full' && sideBySide(plain, path.end, from);
}

/** 无为市场, 金坛区域经理, 昆山市委: the name goes on as another word. */
const goesOnAsWord = /^(?:[场域长委府级内]|政[府协])/;

/**
 * 昆山市金坛区, 巢湖市无为县, 东莞市增城市: behind a district, or a city without any, stands one of another city, or what one of them was
 * called once. 义乌市江东区 only calls the town 江东街道 so, and the 新城区 of one province says nothing in another.
 */
function isForeignDistrict(
  { division, meaning, start, end }: RegionHit,
  { deepest, end: from }: ChosenPath,
  hits: readonly RegionHit[],
  plain: string,
  towns: TownIndex,
): boolean {
  if (division.level !== 'district' || !meaning.whole || !'市区县旗'.includes(plain.charAt(end - 1)))
    return false;
  if (deepest.level === 'province' || (deepest.level === 'city' && deepest.children.length > 0)) return false;
  if (!sideBySide(plain, from, start) || mayMean({ start, end }, deepest, hits)) return false;
  const isNear = pathOf(division).province === pathOf(deepest).province;
  if (!isNear && plain.charAt(end - 1) === '区') return false;
  const behind = plain.slice(end, end + 12);
  if (goesOnAsWord.test(behind) || namedAfter.test(behind)) return false;
  // 和县 and 城区 are said too easily; 和县历阳镇 is not.
  if (meaning.needsParent || end - start < 3)
    return meaning.isCounty && towns.within(division).has(firstTown.exec(behind)?.[0] ?? '');
  const own = towns.within(deepest);
  const stem = plain.slice(start, end - 1);
  return !['街道', '镇', '乡'].some((mark) => own.has(stem + mark));
}

const firstTown = /^[\u3400-\u9fff]{1,7}?(?:街道|镇|乡)/;

const townBehind = /^(?:街道|镇|乡)/;

/** 古县乡 behind 蒲县: a town of the district begins like another county of its city. */
function opensTownOf(
  { deepest, end: from }: ChosenPath,
  { start, end }: RegionHit,
  plain: string,
  towns: TownIndex,
): boolean {
  if (start < from || deepest.level !== 'district' || !townMarks.isAt(plain, end)) return false;
  const mark = townBehind.exec(plain.slice(end, end + 2))?.[0] ?? '';
  return mark !== '' && towns.within(deepest).has(plain.slice(start, end + mark.length));
}

const townMarks = new UnitSet('街镇乡');

/**
 * 重庆攀枝花市东区, 广东省杭州市, 南山区福田区: two neighbours that cannot both be true. Or two addresses in one text, of which
 * nobody here knows the right one.
 */
export function conflictsOf(
  path: ChosenPath,
  hits: readonly RegionHit[],
  plain: string,
  owned: Ownership,
  towns: TownIndex,
): Conflicts {
  const { deepest } = path;
  const conflicts: RegionHit[] = [];
  let firstOther: number | null = null;
  for (const hit of hits) {
    if (isWithin(deepest, hit.division) || isWithin(hit.division, deepest)) continue;
    if (isZoneOf(hit.division, deepest) || isZoneOf(deepest, hit.division)) continue;
    if (opensTownOf(path, hit, plain, towns)) continue;
    const other = otherAddressStart(hit, path, hits, plain, owned);
    if (other !== null) firstOther = Math.min(firstOther ?? other, other);
    const isBeside =
      hit.worth >= worthLimit &&
      ((hit.meaning.kind !== 'old' && standsBeside(hit, path, hits, plain, owned)) ||
        isForeignDistrict(hit, path, hits, plain, towns));
    if (other !== null || isBeside) conflicts.push(hit);
  }
  return { conflicts, otherStart: firstOther };
}
