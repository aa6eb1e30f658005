import { type Division, isEverydayStem, needsParent, pathOf } from '../divisions/division.ts';
import type { NameMeaning, NameTrie } from '../divisions/nameTrie.ts';
import type { Ownership } from '../text/ownership.ts';

/** One name found in the text with one of its meanings. */
export interface RegionHit extends NameMeaning {
  readonly start: number;
  readonly end: number;
  /** Worth of this name by itself, wherever it stands in a chain. */
  readonly worth: number;
  /** Counts only straight behind a division above it. */
  readonly needsParent: boolean;
  readonly isCounty: boolean;
  /** A full name that its province has once; 东区 and 城区 say too little for that. */
  readonly isSole: boolean;
  /** Written with its suffix (闸北区), not only by its stem (闸北). */
  readonly whole: boolean;
}

const kindWorth = { full: 6, old: 5, alias: 4.5, short: 4 } as const;

/** A short name with one of these behind it is part of another name: 北京路, 南京大学, 威海张村镇. */
const longerName =
  /^(?:[东西南北中上下]?[一二三四五六七八九十\d]*(?:路|街(?!道)|大街|大道|胡同|巷|弄|桥|大桥)|[^\s,省市区县路街]{0,4}(?:大学|学院)|[东西南北中]?(?:医院|公司|集团|银行|宾馆|酒店|饭店|大厦|广场|花园|花苑|家园|小区|公寓|新村|新城|公园|市场|商城|超市|机场|火车站|车站|站|师范|理工|职业|国际)(?![镇乡区路街]|大道)|[一二三四五六七八九十]中|镇|乡|村|街道|小学|中学|籍|菜|人(?!民))/;
/** Even a full name is part of a road's name when the road word follows at once: 东山区路. */
const roadBehind = /^(?:路(?!口|边|镇|乡)|街(?!道)|大街|大道)/;

const hitLimit = 160;
/** No chain gains by a name that is worth less. */
const worthless = -4;

/** What a name says by itself, wherever it stands; worked out once for each name. */
interface NameTraits {
  readonly worth: number;
  readonly whole: boolean;
  readonly isShort: boolean;
  readonly isCounty: boolean;
  readonly needsParent: boolean;
}

type KnownTraits = Map<NameMeaning, NameTraits>;
const traitsByTrie = new WeakMap<NameTrie, KnownTraits>();

function traitsOfTrie(names: NameTrie): KnownTraits {
  let known = traitsByTrie.get(names);
  if (known === undefined) {
    known = new Map();
    traitsByTrie.set(names, known);
  }
  return known;
}

function traitsOf(meaning: NameMeaning, name: string, knownTraits: KnownTraits): NameTraits {
  const known = knownTraits.get(meaning);
  if (known !== undefined) return known;
  const { division, kind } = meaning;
  const whole = kind === 'full' || (kind !== 'short' && /[省市区县旗盟州]$/.test(name));
  let worth = kindWorth[kind] + 0.3 * name.length;
  if (kind === 'short' && division.level === 'district') worth -= 1.5;
  if (kind === 'old' && !whole) worth -= 2.5;
  const traits = {
    worth,
    whole,
    isShort: !whole || name.length === 2,
    isCounty: whole && name.endsWith('县'),
    needsParent: mustFollowParent(division, kind, name),
  };
  knownTraits.set(meaning, traits);
  return traits;
}

/** How much worth a name loses by what follows it. */
function tailLoss(isShort: boolean, tail: string): number {
  if (isShort) return longerName.test(tail) ? 7 : 0;
  return roadBehind.test(tail) ? 4 : 0;
}

function mustFollowParent(division: Division, kind: NameMeaning['kind'], name: string): boolean {
  if (kind === 'full') return needsParent(division);
  if (kind === 'old') return name.length === 2;
  return isEverydayStem(name);
}

/** 云溪 is hardly meant where 云溪区 stands, but 济南 is in 济南市中区. */
function weakenShorter(hits: RegionHit[], first: number, longer: NameMeaning): void {
  const at = hits.findIndex((hit, index) => index >= first && hit.division === longer.division);
  const shorter = hits[at];
  if (shorter !== undefined && longer.kind === 'full') hits[at] = { ...shorter, worth: shorter.worth - 3 };
}

/** Does a text begin with a division name that counts for something (北京, and not 北京路)? */
export function startsWithRegion(plain: string, names: NameTrie): boolean {
  const knownTraits = traitsOfTrie(names);
  let isFound = false;
  names.matchAt(plain, 0, (end, meanings) => {
    const name = plain.slice(0, end);
    const tail = plain.slice(end, end + 8);
    isFound ||= meanings.some((meaning) => {
      const { worth, isShort } = traitsOf(meaning, name, knownTraits);
      return worth - tailLoss(isShort, tail) > 0;
    });
  });
  return isFound;
}

function onlyOneInProvince(division: Division, meanings: readonly NameMeaning[]): boolean {
  const province = pathOf(division).province;
  return meanings.every(
    (other) => other.division === division || pathOf(other.division).province !== province,
  );
}

/** All division names in the free parts of the text, in order. `plain` is the simplified text. */
export function findRegionHits(plain: string, names: NameTrie, owned: Ownership): RegionHit[] {
  const hits: RegionHit[] = [];
  const knownTraits = traitsOfTrie(names);
  let at = 0;
  let first = 0;
  const found = (end: number, meanings: readonly NameMeaning[]): void => {
    if (!owned.isFree(end - 1)) return;
    const tail = plain.slice(end, end + 8);
    const name = plain.slice(at, end);
    let shortLoss = -1;
    let fullLoss = -1;
    for (const meaning of meanings) {
      const { division, kind, reason } = meaning;
      const { isShort, worth, whole, isCounty, needsParent } = traitsOf(meaning, name, knownTraits);
      if (isShort && shortLoss < 0) shortLoss = tailLoss(true, tail);
      if (!isShort && fullLoss < 0) fullLoss = tailLoss(false, tail);
      const left = worth - (isShort ? shortLoss : fullLoss);
      if (left < worthless) continue;
      weakenShorter(hits, first, meaning);
      const unique = kind === 'full' && (name.length > 2 || isCounty);
      const isSole = unique && (meanings.length === 1 || onlyOneInProvince(division, meanings));
      hits.push({
        division,
        kind,
        reason,
        start: at,
        end,
        worth: left,
        whole,
        isCounty,
        needsParent,
        isSole,
      });
    }
  };
  for (; at < plain.length && hits.length < hitLimit; at += 1) {
    if (!owned.isFree(at) || plain.charCodeAt(at) < 0x3400) continue;
    first = hits.length;
    names.matchAt(plain, at, found);
  }
  return hits;
}
