import { type Division, isWithin } from '../divisions/division.ts';
import { findZone } from '../divisions/towns.ts';
import { isSeparator } from '../text/characters.ts';
import type { Ownership } from '../text/ownership.ts';
import type { RegionHit } from './findRegionHits.ts';

interface ChainState {
  readonly hit: RegionHit;
  readonly deepest: Division;
  readonly score: number;
  readonly before: ChainState | null;
  /** The hit only repeats what the chain has said already. */
  readonly repeats: boolean;
  /** It begins in the middle of a word, as 长春 in 申长春: nothing apart from it belongs to it. */
  readonly inWord: boolean;
}

export interface RegionChoice {
  readonly start: number;
  readonly end: number;
  /** Equally good meanings; one when the text is clear. */
  readonly divisions: readonly Division[];
  readonly hits: readonly RegionHit[];
  readonly score: number;
  /** Divisions named right beside the chosen path that do not fit it. */
  readonly conflicts: readonly RegionHit[];
  /** The city written, where the county behind it belongs to another one today. */
  readonly left: readonly RegionHit[];
}

/** Words between two divisions that add nothing. */
const fillers = (
  '雄安新区 生产建设兵团 市辖区 省直辖县级行政区划 省直辖县级行政单位 自治区直辖县级行政区划 自治区直辖县级行政单位 ' +
  '直辖县级行政区划 直辖县级行政单位 省直辖县 省直辖 直辖县 中国 中華 市区 ' +
  // 北京市区 朝阳区, 重庆市县酉阳…: the end of a word for all districts or counties.
  '区 县'
).split(' ');
const fillerStarts = new Set(fillers.map((word) => word.charCodeAt(0)));
const worthLimit = 3;

/** 区 belongs to the 市 in front of it, 县 stands alone; 朝阳 and 区 are one name. */
function endsWord(word: string, plain: string, end: number, at: number, owned: Ownership): boolean {
  if (word === '区') return at === end && plain.charAt(at - 1) === '市';
  return word !== '县' || at === end || !owned.isContent(at + 1);
}

/** First place behind `end` that holds something other than blanks, dashes, labels and fillers. */
function nextContent(plain: string, end: number, owned: Ownership): number {
  let at = end;
  for (;;) {
    while (at < plain.length && (!owned.isContent(at) || '-–—/·:>()[]【】'.includes(plain.charAt(at))))
      at += 1;
    if (!fillerStarts.has(plain.charCodeAt(at))) return at;
    const filler = fillers.find(
      (word) => plain.startsWith(word, at) && endsWord(word, plain, end, at, owned),
    );
    if (filler === undefined || at >= plain.length) return at;
    at += filler.length;
  }
}

function startScore(hit: RegionHit, owned: Ownership): number {
  let score = 0;
  if (owned.isTokenStart(hit.start)) score += 2;
  else if (hit.kind === 'short') score -= 6;
  else score -= hit.division.level === 'province' ? 1 : 3;
  // 赵县 may open an address, 东区 or 城区 alone means nothing.
  if (hit.needsParent) score -= hit.isCounty ? 3 : 7;
  if (hit.kind === 'short' && hit.division.level === 'district') score -= 1.5;
  return score;
}

/** 浦东软件园, 霍邱县一中: named after the place, not a second telling of it. */
const namedAfter =
  /^[\u3400-\u9fff]{0,5}?(?:[园校院局部行厅]|公司|集团|大厦|中心|广场|机场|车站|政府|商会|酒店|宾馆|市场|商城)/;
const roadOrTown = /^[\u3400-\u9fff]{1,5}?(?:[路街镇乡村号]|大道|街道)/;

/** 霍邱县 … 霍邱县 counts at once; 六安霍邱 … 六安霍邱 when the path is told again, or the word stands alone. */
function repeatWorth(state: ChainState, hit: RegionHit, plain: string): number {
  const placed =
    !hit.needsParent ||
    hit.division.parent === state.hit.division ||
    ((hit.isCounty || (hit.whole && hit.end - hit.start > 2)) && hit.division === state.deepest);
  if (hit.whole && placed) return 2;
  if (hit.needsParent) return -0.1;
  const tail = plain.slice(hit.end, hit.end + 12);
  const stands = tail === '' || isSeparator(tail.charCodeAt(0));
  const { division } = state.hit;
  const deeper = hit.division !== division && isWithin(hit.division, division);
  const retold =
    (state.repeats && deeper && hit.start - state.hit.end <= 1) ||
    plain.slice(state.hit.end, hit.start).includes('中国');
  const free = stands || roadOrTown.test(tail) || !namedAfter.test(tail);
  if (retold && free) return 1.7;
  return stands && hit.start > state.hit.end ? 1 : -0.1;
}

function extend(state: ChainState, hit: RegionHit, reach: number, plain: string): ChainState | null {
  if (hit.start < state.hit.end || hit.start > reach || (state.inWord && hit.start > state.hit.end))
    return null;
  if (hit.division !== state.deepest && isWithin(hit.division, state.deepest)) {
    const direct = hit.division.parent === state.deepest;
    const touching = hit.start === state.hit.end;
    const score = state.score + hit.worth + (direct ? 3 : 2.5) + (touching ? 1 : 0.5);
    return { hit, deepest: hit.division, score, before: state, repeats: false, inWord: false };
  }
  if (isWithin(state.deepest, hit.division) && hit.worth > 0) {
    const score = state.score + repeatWorth(state, hit, plain);
    return { hit, deepest: state.deepest, score, before: state, repeats: true, inWord: false };
  }
  return movedTo(state, hit);
}

/** 六安市寿县, 四平市公主岭市: a county that another city has taken over, written with the one it once had. */
function movedTo(state: ChainState, hit: RegionHit): ChainState | null {
  const { deepest } = state;
  const beside = hit.start - state.hit.end <= 1 && state.hit.kind !== 'old';
  const moved =
    beside &&
    hit.isSole &&
    hit.division.level === 'district' &&
    deepest.level === 'city' &&
    hit.division.parent?.parent === deepest.parent &&
    hit.division.parent !== deepest;
  if (!moved) return null;
  return {
    hit,
    deepest: hit.division,
    score: state.score + hit.worth - 2,
    before: state,
    repeats: false,
    inWord: false,
  };
}

function hitsOf(state: ChainState): RegionHit[] {
  const hits: RegionHit[] = [];
  for (let at: ChainState | null = state; at !== null; at = at.before) hits.unshift(at.hit);
  return hits;
}

/** Nothing but blanks and dashes between two names: they were meant as one path. */
function sideBySide(plain: string, end: number, start: number): boolean {
  return start >= end && start - end <= 3 && /^[\s,;|/\-–—·]*$/.test(plain.slice(end, start));
}

/** A second address in the text: 湖南省长沙市… behind one in 广东省. */
function opensAnotherPath(
  { division, whole, start: from, end }: RegionHit,
  choice: ChainState,
  start: number,
  hits: readonly RegionHit[],
  owned: Ownership,
): boolean {
  if (!whole || division.level === 'district' || (from < choice.hit.end && end > start)) return false;
  if (isWithin(choice.deepest, division) || isWithin(division, choice.deepest) || !owned.isTokenStart(from))
    return false;
  return hits.some(
    (below) => below.start === end && below.division !== division && isWithin(below.division, division),
  );
}

/** 重庆攀枝花市东区, 广东省杭州市, 南山区福田区: two neighbours that cannot both be true. */
function conflictsOf(
  choice: ChainState,
  start: number,
  hits: readonly RegionHit[],
  plain: string,
  owned: Ownership,
): RegionHit[] {
  const { deepest } = choice;
  return hits.filter((hit) => {
    const { division, worth, kind, start: from, end } = hit;
    if (opensAnotherPath(hit, choice, start, hits, owned)) return true;
    if (worth < worthLimit || kind === 'old') return false;
    if (isWithin(deepest, division) || isWithin(division, deepest)) return false;
    if (division.level === 'district') {
      if (kind !== 'full') return false;
      const sibling = division.parent === deepest.parent && sideBySide(plain, choice.hit.end, from);
      const opens = owned.isTokenStart(from) || hits.some((other) => other.end === from);
      return sibling || (opens && sideBySide(plain, end, start));
    }
    if (sideBySide(plain, end, start)) return owned.isTokenStart(from);
    return kind === 'full' && sideBySide(plain, choice.hit.end, from);
  });
}

/**
 * Picks the best chain province < city < district by dynamic programming over the names found. Levels may be left
 * out, a path may be repeated, and a path may stand anywhere in the text. Null when no name is good enough.
 */
export function chooseRegion(
  plain: string,
  hits: readonly RegionHit[],
  owned: Ownership,
): RegionChoice | null {
  const states: ChainState[] = [];
  const reaches = new Map<number, number>();
  for (const hit of hits) {
    const fresh: ChainState[] = [
      {
        hit,
        deepest: hit.division,
        score: hit.worth + startScore(hit, owned),
        before: null,
        repeats: false,
        inWord: hit.kind === 'short' && !owned.isTokenStart(hit.start),
      },
    ];
    for (const state of states) {
      let reach = reaches.get(state.hit.end);
      if (reach === undefined) {
        reach = nextContent(plain, state.hit.end, owned);
        reaches.set(state.hit.end, reach);
      }
      const longer = extend(state, hit, reach, plain);
      if (longer !== null) fresh.push(longer);
    }
    if (fresh.length === 1) {
      states.push(...fresh);
      continue;
    }
    // One state for each deepest division is enough: what follows depends on nothing else.
    const best = new Map<Division, ChainState>();
    for (const state of fresh) {
      if (state.score > (best.get(state.deepest)?.score ?? Number.NEGATIVE_INFINITY))
        best.set(state.deepest, state);
    }
    states.push(...best.values());
  }
  let best: ChainState | undefined;
  for (const state of states) if (best === undefined || state.score > best.score + 1e-9) best = state;
  if (best === undefined || best.score < worthLimit) return null;
  const top = best;
  const equal = states.filter(
    (state) => state.hit.end === top.hit.end && Math.abs(state.score - top.score) < 0.01,
  );
  const chain = hitsOf(top);
  const start = chain[0]?.start ?? 0;
  // 西安 alone may mean a district elsewhere, but only a city has a 高新区.
  const plainCity =
    top.deepest.level === 'city' && findZone(plain.slice(top.hit.end, top.hit.end + 20)) !== '';
  const single =
    chain.length === 1 && top.hit.kind === 'short' && top.deepest.level !== 'province' && !plainCity;
  const rivals = single
    ? hits.filter((hit) => hit.start === start && hit.end === top.hit.end).map((hit) => hit.division)
    : [];
  return {
    start,
    end: top.hit.end,
    divisions: [...new Set([...equal.map((state) => state.deepest), ...rivals])],
    hits: chain,
    score: top.score,
    conflicts: conflictsOf(top, start, hits, plain, owned),
    left: chain.filter(
      ({ division }) => !isWithin(top.deepest, division) && !isWithin(division, top.deepest),
    ),
  };
}
