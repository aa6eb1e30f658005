import { type Division, isEverydayStem, needsParent, pathOf } from '../divisions/division.ts';
import type { NameMeaning, NameTrie } from '../divisions/nameTrie.ts';
import { Gate, signsOf } from '../text/gate.ts';
import type { NormalText } from '../text/normaliseText.ts';
import type { Ownership } from '../text/ownership.ts';
import { UnitSet } from '../text/unitSet.ts';
import { otherCity } from './partOfName.ts';

/** A meaning of a name with what the name says by itself, wherever it stands. */
interface KnownMeaning extends NameMeaning {
  readonly worth: number;
  /** Written with its suffix (闸北区), not only by its stem (闸北). */
  readonly whole: boolean;
  readonly isShort: boolean;
  readonly isCounty: boolean;
  /** Counts only straight behind a division above it. */
  readonly needsParent: boolean;
  /** A full name that its province has once; 东区 and 城区 say too little for that. */
  readonly isSole: boolean;
}

/** One name found in the text with one of its meanings. */
export interface RegionHit {
  readonly meaning: KnownMeaning;
  readonly division: Division;
  readonly start: number;
  readonly end: number;
  /** Worth of this name in its place; less where a longer name holds it. */
  worth: number;
}

const kindWorth = { full: 6, old: 5, alias: 4.5, short: 4 } as const;

/** A short name with one of these behind it is part of another name: 北京路, 南京大学, 威海张村镇. */
const longerName =
  /^(?:[东西南北中上下]?[一二三四五六七八九十\d]*(?:路(?!环)|街(?!道)|大街|大道|胡同|巷|弄|桥|大桥)|[东西南北中]?(?:医院|公司|集团|银行|宾馆|酒店|饭店|大厦|广场|花园|花苑|家园|小区|公寓|新村|新城|公园|市场|商城|超市|机场|火车站|车站|站|师范|理工|职业|国际)(?![镇乡区路街]|大道)|[一二三四五六七八九十]中|镇|乡|村|街道|小学|中学|籍|菜|人(?!民)|地区|行署|专区)/;
/** 北京师范大学: any word may stand in front of a college, but for another division: 北京海淀清华大学. */
const college = /^[^\s,省市区县路街]{0,4}(?:大学|学院)/;
/** Units that such a tail begins with, but for 市场. */
const longerNameStarts = new UnitSet(
  '东西南北中上下一二三四五六七八九十0123456789路街大胡巷弄桥医公集银宾酒饭广花家小新超商机火车站师理职国镇乡村籍菜人地行专',
);
const collegeGate = new Gate('学學');
/** 市. */
const city = 0x5e02;
const roadStarts = new UnitSet('路街大');
/** Even a full name is part of a road's name when the road word follows at once: 东山区路. */
const roadBehind = /^(?:路(?!口|边|镇|乡)|街(?!道|口)|大街|大道)/;

/** A name or a path worth less says nothing. */
export const worthLimit = 3;

const hitLimit = 160;
/** No chain gains by a name that is worth less. */
const worthless = -4;

/** What is known of each name of a trie by its node; worked out when the name is met first. */
type KnownNames = (readonly KnownMeaning[] | undefined)[];
const namesByTrie = new WeakMap<NameTrie, KnownNames>();

function knownNamesOf(names: NameTrie): KnownNames {
  let known = namesByTrie.get(names);
  if (known === undefined) {
    known = new Array<readonly KnownMeaning[] | undefined>(names.nodeCount).fill(undefined);
    namesByTrie.set(names, known);
  }
  return known;
}

function knownMeaning(meaning: NameMeaning, name: string, all: readonly NameMeaning[]): KnownMeaning {
  const { division, kind, reason } = meaning;
  const whole = kind === 'full' || (kind !== 'short' && /[省市区县旗盟州镇]$/.test(name));
  let worth = kindWorth[kind] + 0.3 * name.length;
  if (kind === 'short' && division.level === 'district') worth -= 1.5;
  if (kind === 'old' && !whole) worth -= 2.5;
  const isCounty = whole && name.endsWith('县');
  const unique = kind === 'full' && (name.length > 2 || isCounty);
  return {
    division,
    kind,
    reason,
    worth,
    whole,
    isShort: !whole || name.length === 2,
    isCounty,
    needsParent: mustFollowParent(division, kind, name),
    isSole: unique && onlyOneInProvince(division, all),
  };
}

const noMeanings: readonly KnownMeaning[] = [];

/** What the name from `start` to `end` can stand for; empty where none ends at this node. */
function meaningsOf(
  names: NameTrie,
  known: KnownNames,
  node: number,
  plain: string,
  start: number,
  end: number,
): readonly KnownMeaning[] {
  const met = known[node];
  if (met !== undefined) return met;
  const name = plain.slice(start, end);
  const all = names.meaningsAt(node);
  const meanings = all?.map((meaning) => knownMeaning(meaning, name, all)) ?? noMeanings;
  known[node] = meanings;
  return meanings;
}

/** Does a text begin with a name of the trie, whatever it is worth? */
function opensName(text: string, names: NameTrie): boolean {
  let node = 0;
  for (let at = 0; at < text.length; at += 1) {
    node = names.next(node, text.charCodeAt(at));
    if (node === 0) return false;
    if (names.meaningsAt(node) !== undefined) return true;
  }
  return false;
}

/** How much worth a name loses by what follows it, from `end` on. */
function tailLoss(isShort: boolean, plain: string, end: number, signs: number, names: NameTrie): number {
  const tail = isShort || roadStarts.isAt(plain, end) ? plain.slice(end, end + tailLength) : '';
  if (isShort) {
    const goesOn = longerNameStarts.isAt(plain, end) || plain.startsWith('市场', end);
    if (goesOn && longerName.test(tail)) return 7;
    if (tail.charCodeAt(0) === city && otherCity.test(tail)) return 7;
    return collegeGate.isOpen(signs) && college.test(tail) && !opensName(tail, names) ? 7 : 0;
  }
  return roadBehind.test(tail) ? 4 : 0;
}

/** What decides whether a name goes on. */
const tailLength = 8;

function mustFollowParent(division: Division, kind: NameMeaning['kind'], name: string): boolean {
  if (kind === 'full') return needsParent(division);
  if (kind === 'old') return name.length === 2;
  return division.level !== 'province' && isEverydayStem(name);
}

/** 云溪 is hardly meant where 云溪区 stands, but 济南 is in 济南市中区. `first`: the first hit that starts there. */
function weakenShorter(hits: readonly RegionHit[], first: number, longer: Division): void {
  for (let at = first; at < hits.length; at += 1) {
    const hit = hits[at];
    if (hit?.division !== longer) continue;
    hit.worth -= 3;
    return;
  }
}

/** Does a text begin with a division name that counts for something (北京, and not 北京路)? */
export function startsWithRegion(plain: string, names: NameTrie): boolean {
  const signs = signsOf(plain);
  const known = knownNamesOf(names);
  let node = 0;
  for (let end = 1; end <= plain.length; end += 1) {
    node = names.next(node, plain.charCodeAt(end - 1));
    if (node === 0) return false;
    const meanings = meaningsOf(names, known, node, plain, 0, end);
    if (meanings.some(({ worth, isShort }) => worth - tailLoss(isShort, plain, end, signs, names) > 0))
      return true;
  }
  return false;
}

function onlyOneInProvince(division: Division, meanings: readonly NameMeaning[]): boolean {
  const province = pathOf(division).province;
  return meanings.every(
    (other) => other.division === division || pathOf(other.division).province !== province,
  );
}

/** Adds what the name from `start` to `end` can stand for. `first`: the first hit that starts there. */
function addHits(
  hits: RegionHit[],
  first: number,
  meanings: readonly KnownMeaning[],
  { plain, signs }: NormalText,
  names: NameTrie,
  start: number,
  end: number,
): void {
  let shortLoss = -1;
  let fullLoss = -1;
  for (const meaning of meanings) {
    const { division, isShort } = meaning;
    if (isShort && shortLoss < 0) shortLoss = tailLoss(true, plain, end, signs, names);
    if (!isShort && fullLoss < 0) fullLoss = tailLoss(false, plain, end, signs, names);
    const worth = meaning.worth - (isShort ? shortLoss : fullLoss);
    if (worth < worthless) continue;
    if (meaning.kind === 'full') weakenShorter(hits, first, division);
    hits.push({ meaning, division, start, end, worth });
  }
}

/** 安. */
const cutUnit = 0x5b89;

/** 安新 in 雄安新区: the end of one word and the beginning of the next are no county. */
function isCutFromZone(plain: string, start: number): boolean {
  return plain.charAt(start - 1) === '雄' && plain.startsWith('安新区', start);
}

/** All division names in the free parts of the text, in order. */
export function findRegionHits(normal: NormalText, names: NameTrie, owned: Ownership): RegionHit[] {
  const { plain } = normal;
  const hits: RegionHit[] = [];
  const known = knownNamesOf(names);
  for (let start = 0; start < plain.length && hits.length < hitLimit; start += 1) {
    const unit = plain.charCodeAt(start);
    const isWord =
      unit >= 0x3400 && owned.isFree(start) && !(unit === cutUnit && isCutFromZone(plain, start));
    let node = isWord ? names.next(0, unit) : 0;
    const first = hits.length;
    for (let end = start + 1; node !== 0; end += 1) {
      const meanings = meaningsOf(names, known, node, plain, start, end);
      if (meanings.length > 0 && owned.isFree(end - 1))
        addHits(hits, first, meanings, normal, names, start, end);
      node = end < plain.length ? names.next(node, plain.charCodeAt(end)) : 0;
    }
  }
  return hits;
}
