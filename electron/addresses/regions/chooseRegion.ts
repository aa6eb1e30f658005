import { type Division, isWithin } from '../divisions/division.ts';
import { findZone, type TownIndex } from '../divisions/towns.ts';
import { isIdeograph, isSeparator } from '../text/characters.ts';
import type { Ownership } from '../text/ownership.ts';
import { UnitSet } from '../text/unitSet.ts';
import { conflictsOf, namedAfter, type RetoldPath, retoldPath } from './conflicts.ts';
import { type RegionHit, worthLimit } from './findRegionHits.ts';
import { isPartOfName, isTownOf } from './partOfName.ts';

interface ChainState {
  readonly hit: RegionHit;
  readonly deepest: Division;
  readonly score: number;
  readonly before: ChainState | null;
  /** The hit only repeats what the chain has said already. */
  readonly repeats: boolean;
  /** It begins in the middle of a word, as 长春 in 申长春: nothing apart from it belongs to it. */
  readonly inWord: boolean;
  /** How far behind the hit the chain may go on; -1 until it is asked for. */
  reach: number;
}

export interface RegionChoice {
  readonly start: number;
  readonly end: number;
  /** Equally good meanings; one when the text is clear. */
  readonly divisions: readonly Division[];
  readonly hits: readonly RegionHit[];
  readonly score: number;
  /** Divisions named right beside the chosen path, or in another address, that do not fit it. */
  readonly conflicts: readonly RegionHit[];
  /** Where another address begins, before or behind the one chosen; null where there is one alone. */
  readonly otherStart: number | null;
  /** The path once more, behind a street; null: it is told once. */
  readonly retold: RetoldPath | null;
  /** The city written, where the county behind it belongs to another one today. */
  readonly left: readonly RegionHit[];
}

/** Words between two divisions that add nothing. */
const fillers = (
  '雄安新区 生产建设兵团 建设兵团 兵团 市辖区 省直辖县级行政区划 省直辖县级行政单位 自治区直辖县级行政区划 自治区直辖县级行政单位 ' +
  '直辖县级行政区划 直辖县级行政单位 省直辖县 省直辖 直辖县 中国 中華 市区 ' +
  // 北京市区 朝阳区, 重庆市县酉阳…: the end of a word for all districts or counties.
  '区 县'
).split(' ');
/** By the unit they begin with. */
const fillersByUnit = new Map<number, readonly string[]>();
for (const word of fillers) {
  const unit = word.charCodeAt(0);
  fillersByUnit.set(unit, [...(fillersByUnit.get(unit) ?? []), word]);
}
/** 新疆生产建设兵团第八师石河子市: a division of the corps in front of the city it keeps. */
const corpsDivision = /^第?(?:\d{1,2}|[一二三四五六七八九十]{1,2})师/;
const longestCorpsDivision = 4;
/** Marks between two divisions, besides blanks and commas. */
const betweenMarks = new UnitSet('-–—/·:>()[]【】');

/** 区 belongs to the 市 in front of it, 县 stands alone; 朝阳 and 区 are one name. */
function endsWord(word: string, plain: string, end: number, at: number, owned: Ownership): boolean {
  if (word === '区') return at === end && plain.charAt(at - 1) === '市';
  return word !== '县' || at === end || !owned.isContent(at + 1);
}

/** 兵团 takes its division along. */
function behindFiller(plain: string, at: number, filler: string): number {
  const end = at + filler.length;
  if (!filler.endsWith('兵团')) return end;
  return end + (corpsDivision.exec(plain.slice(end, end + longestCorpsDivision))?.[0].length ?? 0);
}

/** First place behind `end` that holds something other than blanks, dashes, labels and fillers. */
function nextContent(plain: string, end: number, owned: Ownership): number {
  let at = end;
  for (;;) {
    while (at < plain.length && (!owned.isContent(at) || betweenMarks.isAt(plain, at))) at += 1;
    const filler = fillersByUnit
      .get(plain.charCodeAt(at))
      ?.find((word) => plain.startsWith(word, at) && endsWord(word, plain, end, at, owned));
    if (filler === undefined) return at;
    at = behindFiller(plain, at, filler);
  }
}

/** 中国澳门, 中国香港. */
const isBehindCountry = ({ division, start }: RegionHit, plain: string, owned: Ownership): boolean =>
  division.level === 'province' && plain.startsWith('中国', start - 2) && owned.isTokenStart(start - 2);

function startScore(hit: RegionHit, plain: string, owned: Ownership): number {
  let score = 0;
  if (owned.isTokenStart(hit.start) || isBehindCountry(hit, plain, owned)) score += 2;
  else if (hit.meaning.kind === 'short') score -= 6;
  else score -= hit.division.level === 'province' ? 1 : 3;
  // 赵县 may open an address, 东区 or 城区 alone means nothing.
  if (hit.meaning.needsParent) score -= hit.meaning.isCounty ? 3 : 7;
  if (hit.meaning.kind === 'short' && hit.division.level === 'district') score -= 1.5;
  return score;
}

const roadOrTown = /^[\u3400-\u9fff]{1,5}?(?:[路街镇乡村号]|大道|街道)/;

/** 霍邱县 … 霍邱县 counts at once; 六安霍邱 … 六安霍邱 when the path is told again, or the word stands alone. */
function repeatWorth(state: ChainState, hit: RegionHit, plain: string): number {
  const placed =
    !hit.meaning.needsParent ||
    hit.division.parent === state.hit.division ||
    ((hit.meaning.isCounty || (hit.meaning.whole && hit.end - hit.start > 2)) &&
      hit.division === state.deepest);
  if (hit.meaning.whole && placed) return 2;
  if (hit.meaning.needsParent) return -0.1;
  const tail = plain.slice(hit.end, hit.end + 12);
  const stands = tail === '' || isSeparator(tail.charCodeAt(0));
  const { division } = state.hit;
  const deeper = hit.division !== division && isWithin(hit.division, division);
  const retold =
    (state.repeats && deeper && hit.start - state.hit.end <= 1) ||
    plain.slice(state.hit.end, hit.start).includes('中国');
  if (retold && (stands || roadOrTown.test(tail) || !namedAfter.test(tail))) return 1.7;
  return stands && hit.start > state.hit.end ? 1 : -0.1;
}

/** 西安高新区雁塔区, 乌鲁木齐经济技术开发区（头屯河区）: a zone between the city and a district that is written whole. */
function isBehindZone(state: ChainState, hit: RegionHit, plain: string, owned: Ownership): boolean {
  if (state.deepest.level !== 'city' || !hit.meaning.whole || hit.start - state.reach > farthestZone)
    return false;
  const before = plain.charCodeAt(hit.start - 1);
  if (before !== zoneEnd && isIdeograph(before)) return false;
  const zone = findZone(plain.slice(state.reach, hit.start));
  return zone !== '' && hit.start <= nextContent(plain, state.reach + zone.length, owned);
}

const farthestZone = 20;
/** 区: nothing but marks stands between it and the district. */
const zoneEnd = 0x533a;

/** May a hit stand so far behind the chain? */
function isInReach(state: ChainState, hit: RegionHit, plain: string, owned: Ownership): boolean {
  const { end } = state.hit;
  const { start } = hit;
  if (start <= end || state.inWord) return start === end;
  if (state.reach < 0) state.reach = nextContent(plain, end, owned);
  return start <= state.reach || isBehindZone(state, hit, plain, owned);
}

/** The chain with one hit more; null where the hit does not belong to it. */
function extend(state: ChainState, hit: RegionHit, plain: string): ChainState | null {
  const { deepest } = state;
  if (hit.division !== deepest && isWithin(hit.division, deepest)) {
    const direct = hit.division.parent === deepest;
    const touching = hit.start === state.hit.end;
    const gain = hit.worth + (direct ? 3 : 2.5) + (touching ? 1 : 0.5);
    return longer(state, hit, hit.division, gain, false);
  }
  if (isWithin(deepest, hit.division) && hit.worth > 0)
    return longer(state, hit, deepest, repeatWorth(state, hit, plain), true);
  return isMoved(state, hit) ? longer(state, hit, hit.division, hit.worth - 2, false) : null;
}

function longer(
  before: ChainState,
  hit: RegionHit,
  deepest: Division,
  gain: number,
  repeats: boolean,
): ChainState {
  return { hit, deepest, score: before.score + gain, before, repeats, inWord: false, reach: -1 };
}

/** 六安市寿县, 四平市公主岭市: a county that another city has taken over, written with the one it once had. */
function isMoved({ deepest, hit: before }: ChainState, hit: RegionHit): boolean {
  return (
    hit.start - before.end <= 1 &&
    before.meaning.kind !== 'old' &&
    hit.meaning.isSole &&
    hit.division.level === 'district' &&
    deepest.level === 'city' &&
    hit.division.parent?.parent === deepest.parent &&
    hit.division.parent !== deepest
  );
}

/** One state for each deepest division is enough: what follows depends on nothing else. `first`: the first of this hit. */
function keepBest(states: ChainState[], first: number, state: ChainState): void {
  for (let at = first; at < states.length; at += 1) {
    const other = states[at];
    if (other?.deepest !== state.deepest) continue;
    if (state.score > other.score) states[at] = state;
    return;
  }
  states.push(state);
}

/** Every chain that is worth a look, by dynamic programming over the names found. */
function chainStates(plain: string, hits: readonly RegionHit[], owned: Ownership): readonly ChainState[] {
  const states: ChainState[] = [];
  for (const hit of hits) {
    const first = states.length;
    states.push({
      hit,
      deepest: hit.division,
      score: hit.worth + startScore(hit, plain, owned),
      before: null,
      repeats: false,
      inWord: hit.meaning.kind === 'short' && !owned.isTokenStart(hit.start),
      reach: -1,
    });
    for (let at = 0; at < first; at += 1) {
      const state = states[at];
      if (state === undefined || !isInReach(state, hit, plain, owned)) continue;
      const chain = extend(state, hit, plain);
      if (chain !== null) keepBest(states, first, chain);
    }
  }
  return states;
}

/** Other meanings of the one short name a chain has: 西安 may be a district elsewhere, but only a city has a 高新区. */
function rivalsOf(
  top: ChainState,
  start: number,
  plain: string,
  hits: readonly RegionHit[],
): readonly RegionHit[] {
  if (top.before !== null || top.hit.meaning.kind !== 'short' || top.deepest.level === 'province') return [];
  const { end } = top.hit;
  if (top.deepest.level === 'city' && findZone(plain.slice(end, end + 20)) !== '') return [];
  return hits.filter((hit) => hit.start === start && hit.end === end);
}

/** 抗州市, 杭卅: what may stand between a province and a district of it. */
const unknownCity = /^[\s,，/-]*[\u3400-\u9fff]{1,5}[市州盟][\s,，/-]*$/;
const longestUnknownCity = 12;

/**
 * 浙江 抗州市 西湖区: of a district that several cities have, behind a province that has one of them, the province is sure and the city
 * misspelt. Null where no province stands so.
 */
function provinceBefore(
  { before, hit, deepest }: ChainState,
  states: readonly ChainState[],
  plain: string,
  owned: Ownership,
): ChainState | null {
  if (before !== null || deepest.level !== 'district') return null;
  const namesakes = states.filter(
    (other) => other.before === null && other.hit.start === hit.start && other.hit.end === hit.end,
  );
  if (namesakes.length < 2) return null;
  const found = states.find(
    (state) =>
      state.before === null &&
      state.deepest.level === 'province' &&
      owned.isTokenStart(state.hit.start) &&
      state.hit.end < hit.start &&
      hit.start - state.hit.end <= longestUnknownCity &&
      unknownCity.test(plain.slice(state.hit.end, hit.start)) &&
      namesakes.some((other) => isWithin(other.deepest, state.deepest)),
  );
  return found ?? null;
}

function hitsOf(state: ChainState): RegionHit[] {
  const hits: RegionHit[] = [];
  for (let at: ChainState | null = state; at !== null; at = at.before) hits.push(at.hit);
  return hits.reverse();
}

/**
 * Picks the best chain province < city < district. Levels may be left out, a path may be repeated, and a path may stand
 * anywhere in the text. Null when no name is good enough.
 */
export function chooseRegion(
  plain: string,
  hits: readonly RegionHit[],
  owned: Ownership,
  towns: TownIndex,
): RegionChoice | null {
  const states = chainStates(plain, hits, owned).filter(
    ({ before, hit }) =>
      before === null || !(isPartOfName(hit, plain) || isTownOf(before.deepest, hit, plain, towns)),
  );
  let top: ChainState | undefined;
  for (const state of states) if (top === undefined || state.score > top.score + 1e-9) top = state;
  if (top === undefined || top.score < worthLimit) return null;
  top = provinceBefore(top, states, plain, owned) ?? top;
  const { score, deepest, hit } = top;
  const chain = hitsOf(top);
  const start = chain[0]?.start ?? 0;
  const divisions: Division[] = [];
  for (const state of states) {
    const isEqual = state.hit.end === hit.end && Math.abs(state.score - score) < 0.01;
    if (isEqual && !divisions.includes(state.deepest)) divisions.push(state.deepest);
  }
  for (const { division } of rivalsOf(top, start, plain, hits))
    if (!divisions.includes(division)) divisions.push(division);
  const path = { start, end: hit.end, deepest };
  const { conflicts, otherStart } = conflictsOf(path, hits, plain, owned, towns);
  return {
    start,
    end: hit.end,
    divisions,
    hits: chain,
    score,
    conflicts,
    otherStart,
    retold: hits.length > chain.length + 1 ? retoldPath(path, hits, plain) : null,
    left: chain.filter(({ division }) => !isWithin(deepest, division) && !isWithin(division, deepest)),
  };
}
