import { namesOf, shortName } from '../divisions/division.ts';
import type { Divisions } from '../divisions/loadDivisions.ts';
import { findTown, findZone } from '../divisions/towns.ts';
import { isWordUnit } from '../text/characters.ts';
import { findDetail, type JoinedDetail, lengthBefore, moveFromDetail, writeDetail } from '../text/detail.ts';
import type { NormalText } from '../text/normaliseText.ts';
import type { Ownership } from '../text/ownership.ts';
import { UnitSet } from '../text/unitSet.ts';
import type { RegionChoice } from './chooseRegion.ts';
import type { RegionHit } from './findRegionHits.ts';
import { looseSuffix, misspeltProvince } from './looseEnds.ts';
import { type ResolvedRegion, resolveRegion } from './resolveRegion.ts';
import { settleTown } from './townElsewhere.ts';

/** 惠南镇 behind 南汇. */
const townBehind = /^[\u3400-\u9fff]{1,6}(?:街道|镇|乡)/;

/** 塘沽, 鼓浪屿: the district is gone, the place is not. Its name belongs to the street, but for a town that says more. */
function isPlaceStill({ meaning, division, end }: RegionHit, plain: string): boolean {
  const isFormerDistrict = meaning.kind === 'old' && !meaning.whole && division.level === 'district';
  return isFormerDistrict && !townBehind.test(plain.slice(end, end + townReach));
}

const countries: readonly string[] = ['中国', '中华人民共和国', 'China', 'CHINA'];

const countryEnd = new UnitSet('国aA师');
const longestCorps = 16;
/** 第一师阿拉尔市: the Corps numbers what its cities are of. */
const corpsDivision = /(?:新疆)?(?:生产建设)?(?:兵团)?(?:农|第)[一二三四五六七八九十\d]{1,3}师$/;

/** Where the country begins in front of the path, where it is written. */
function countryStart(plain: string, start: number, owned: Ownership): number {
  let end = start;
  while (owned.isBlank(end - 1)) end -= 1;
  if (!countryEnd.isAt(plain, end - 1)) return start;
  const corps = corpsDivision.exec(plain.slice(Math.max(0, end - longestCorps), end))?.[0];
  if (corps !== undefined) return end - corps.length;
  const country = countries.find((name) => plain.startsWith(name, end - name.length) && end >= name.length);
  return country === undefined ? start : end - country.length;
}

/** Takes the names of the path out of the text. */
export function takeRegion(normal: NormalText, owned: Ownership, choice: RegionChoice): void {
  const last = choice.hits.at(-1);
  const end = last !== undefined && isPlaceStill(last, normal.plain) ? last.start : choice.end;
  for (const hit of choice.hits) if (hit.end <= end) owned.take(hit.start, hit.end, hit.division.level);
  const front = misspeltProvince(normal.plain, choice, owned)?.start ?? choice.start;
  owned.take(countryStart(normal.plain, front, owned), choice.start, 'province');
  takeBetween(normal, owned, choice, end);
  takeFiller(normal.plain, owned, end, last?.division.level ?? 'district');
}

/** 东莞市 市辖区 长安镇: a form without a district puts this in its place. */
function takeFiller(
  plain: string,
  owned: Ownership,
  end: number,
  level: RegionHit['division']['level'],
): void {
  let at = end;
  while (fillerMarks.isAt(plain, at)) at += 1;
  if (level === 'city' && plain.startsWith(noDistrict, at)) owned.take(end, at + noDistrict.length, level);
}

const noDistrict = '市辖区';
const fillerMarks = new UnitSet(' ,/-|');

/** Most gaps are empty or a single blank. */
const isZone = (plain: string, start: number, end: number): boolean =>
  end - start > 1 && findZone(plain.slice(start, end)) !== '';

/** What stands between the levels (市辖区, dashes) belongs to the last one; a zone behind a city is a part of the street. */
function takeBetween(
  { plain }: NormalText,
  owned: Ownership,
  { start, hits }: RegionChoice,
  end: number,
): void {
  const level = hits.at(-1)?.division.level ?? 'district';
  let from = start;
  let isInCity = false;
  for (const hit of hits) {
    const isPart = hit.end <= end && !(isInCity && isZone(plain, from, hit.start));
    for (let at = from; at < hit.start && isPart; at += 1)
      if (owned.isContent(at)) owned.take(at, at + 1, level);
    from = hit.end;
    isInCity = hit.division.level === 'city';
  }
}

/** Marks and blanks in front of the first word. */
const frontMarks = /^[^\p{L}\p{N}]+/u;

/** Where a town may stand: right behind the region, else at the first word of the detail. */
function townPlaces(whole: JoinedDetail, choice: RegionChoice | null): number[] {
  const { plain } = whole;
  const behind = choice === null ? 0 : lengthBefore(whole, choice.end);
  const starts = behind > 0 && behind < plain.length ? [behind, 0] : [0];
  return starts.map((start) => {
    const isWord = plain.length > start && isWordUnit(plain.charCodeAt(start)) && plain[start] !== '_';
    return isWord ? start : start + (frontMarks.exec(plain.slice(start))?.[0].length ?? 0);
  });
}

function townOf(
  region: ResolvedRegion | null,
  detail: JoinedDetail,
  starts: readonly number[],
  divisions: Divisions,
): { readonly name: string; readonly start: number } {
  const within = region?.certain ?? null;
  if (within === null || within.level === 'province') return noTown;
  for (const start of starts) {
    const text = detail.plain.slice(start, start + townReach);
    const town = findTown(text, within, divisions.towns);
    if (town !== null && town.owners.length > 0) return { name: town.name, start };
    // 坑梓街道人民西路 behind 龙岗区: the city has it, in another district.
    const city = within.level === 'district' && within.parent?.name !== '' ? within.parent : null;
    const inCity = city === null ? null : findTown(text, city, divisions.towns);
    if (inCity !== null && inCity.owners.length > 0) return { name: inCity.name, start };
    if (town !== null) return { name: town.name, start };
  }
  return noTown;
}

const noTown = { name: '', start: 0 } as const;

const longestShortTown = 4;

/** 厚街 in 东莞, 小榄 in 中山: of a city without districts the towns are said in short. It says where, and stays in the street. */
function shortTown(
  region: ResolvedRegion | null,
  plain: string,
  start: number,
  divisions: Divisions,
): string {
  const within = region?.certain ?? null;
  if (within?.level !== 'city' || within.children.length > 0) return '';
  const towns = divisions.towns.within(within);
  for (let length = longestShortTown; length >= 2; length -= 1) {
    const stem = plain.slice(start, start + length);
    if (towns.has(`${stem}镇`) || towns.has(`${stem}街道`)) return stem;
  }
  return '';
}

/** 会理市 会理黎溪镇: the stem told once more in front of a town that the list knows. */
function takeStem(
  region: ResolvedRegion | null,
  detail: JoinedDetail,
  at: number,
  owned: Ownership,
  divisions: Divisions,
): boolean {
  const within = region?.certain ?? null;
  // A stem is the beginning of its name, two characters at least.
  if (within?.level !== 'district' || !detail.plain.startsWith(within.name.slice(0, 2), at)) return false;
  const stem = shortName(within.name);
  if (stem === '' || !detail.plain.startsWith(stem, at)) return false;
  const behind = detail.plain.slice(at + stem.length, at + stem.length + townReach);
  if ((findTown(behind, within, divisions.towns)?.owners.length ?? 0) === 0) return false;
  moveFromDetail(detail, at, at + stem.length, 'district', owned);
  return true;
}

/** 南山区粤海街道 深圳市 广东省: the district opens the text, and its city follows the street. */
function takeDistrictInFront(
  region: ResolvedRegion | null,
  choice: RegionChoice | null,
  detail: JoinedDetail,
  owned: Ownership,
): ResolvedRegion | null {
  const within = region?.certain ?? null;
  if (region === null || choice === null || within?.level !== 'city' || choice.start === 0) return region;
  if (lengthBefore(detail, choice.start) === 0) return region;
  const district = within.children.find(({ name }) => name.length > 2 && detail.plain.startsWith(name));
  if (district === undefined) return region;
  moveFromDetail(detail, 0, district.name.length, 'district', owned);
  return { ...region, ...namesOf(district), certain: district, candidates: [], offers: [], likely: false };
}

/** 县 of 诸暨县暨阳街道 belongs to the district that the text names in short. */
function takeSuffix(
  region: ResolvedRegion | null,
  choice: RegionChoice | null,
  detail: JoinedDetail,
  owned: Ownership,
  divisions: Divisions,
): boolean {
  // Most districts are written whole, and nothing of theirs can be left.
  if (choice === null || region?.certain?.level !== 'district' || choice.hits.at(-1)?.meaning.whole !== false)
    return false;
  const at = lengthBefore(detail, choice.end);
  const length = looseSuffix(region, choice, detail.plain.slice(at, at + townReach), divisions);
  if (length === 0) return false;
  moveFromDetail(detail, at, at + length, 'district', owned);
  return true;
}

/** The longest town name and what decides whether it is one. */
const townReach = 20;

/** （公司前台）, 【白天在家】. */
const notes = /^(?:[([【][^()[\]【】]{1,40}[)\]】]){1,3}$/;

/** Where the parcel goes: the region, and what is left of the text, the town and the street behind it. */
interface Place {
  readonly region: ResolvedRegion | null;
  readonly town: string;
  readonly detail: string;
  readonly zone: string;
  /** Behind words that are no note in brackets a town says nothing for the region: they were to be read first. */
  readonly judged: { readonly town: string; readonly detail: string };
}

export function readPlace(
  normal: NormalText,
  owned: Ownership,
  choice: RegionChoice | null,
  phone: string,
  divisions: Divisions,
): Place {
  let whole = findDetail(normal, owned);
  let starts = townPlaces(whole, choice);
  const details = starts.map((start) => whole.plain.slice(start, start + townReach));
  const context = { plain: normal.plain, details, phone, divisions };
  const written = choice === null ? null : resolveRegion(choice, context);
  const resolved = takeDistrictInFront(written, choice, whole, owned);
  if (resolved !== written) {
    whole = findDetail(normal, owned);
    starts = townPlaces(whole, choice);
  }
  const isSuffixTaken = takeSuffix(resolved, choice, whole, owned, divisions);
  if (isSuffixTaken || takeStem(resolved, whole, starts[0] ?? 0, owned, divisions)) {
    whole = findDetail(normal, owned);
    starts = townPlaces(whole, choice);
  }
  const { name: town, start } = townOf(resolved, whole, starts, divisions);
  const region = resolved === null ? null : settleTown(resolved, town, divisions);
  const opens = start <= (starts.at(-1) ?? 0) || notes.test(whole.plain.slice(0, start));
  const asWritten = opens ? '' : writeDetail(normal, owned);
  moveFromDetail(whole, start, start + town.length, 'town', owned);
  const detail = writeDetail(normal, owned);
  const zone = findZone(whole.plain.slice(town === '' ? (starts[0] ?? 0) : start + town.length));
  const short = town === '' ? shortTown(region, whole.plain, starts[0] ?? 0, divisions) : '';
  const judged = opens ? { town: town || short, detail } : { town: '', detail: asWritten };
  return { region, town, detail, zone, judged };
}
