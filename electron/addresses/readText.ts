import type {
  AddressCorrection,
  AddressReading,
  RegionCandidate,
} from '../../shared/domain/addressReading.ts';
import { saysWait } from '../../shared/domain/intake/noteWords.ts';
import type { Divisions } from './divisions/loadDivisions.ts';
import { type FoundName, findName, isRelative } from './names/findName.ts';
import { isBuiltLikePlace, isBusiness } from './names/nameWorth.ts';
import { takeRetold } from './names/retold.ts';
import { type TakenNumbers, takeNumbers } from './numbers/takeNumbers.ts';
import { chooseRegion, type RegionChoice } from './regions/chooseRegion.ts';
import { sideBySide } from './regions/conflicts.ts';
import { findRegionHits } from './regions/findRegionHits.ts';
import { misspeltProvince } from './regions/looseEnds.ts';
import { misspeltPlaces } from './regions/misspelt.ts';
import { readPlace, takeRegion } from './regions/readPlace.ts';
import type { ResolvedRegion } from './regions/resolveRegion.ts';
import { isNoise, isNoiseTogether, isOrdered, mayNameGoods } from './text/chatter.ts';
import type { Label } from './text/findLabels.ts';
import { halvesOf, takeToldAgain } from './text/halves.ts';
import { type NormalText, normaliseText, readLimit } from './text/normaliseText.ts';
import { Ownership } from './text/ownership.ts';
import { receiverWithin } from './text/senderParts.ts';
import { isListNumber, isSpoken, isUnplaced } from './text/spoken.ts';
import { labelsOf, takeLabels } from './text/takeLabels.ts';
import { freeTokens, noteFrom, opensNote, type Token } from './text/tokens.ts';
import { UnitSet } from './text/unitSet.ts';
import { judgeReading } from './verdict/judgeReading.ts';

/** What columns of their own have said already, so that the text is not asked for it. */
interface KnownContact {
  readonly name?: FoundName | undefined;
  readonly numbers?: TakenNumbers | undefined;
}

/**
 * 重庆 in front of 攀枝花市东区 is told as a conflict and must not end up in the street address; a whole address in front keeps
 * its region, since a person may want that one. 长春 in front of 彰化縣 that has turned out to be the receiver is no conflict.
 */
function settleConflicts(
  { plain }: NormalText,
  choice: RegionChoice | null,
  name: FoundName | null,
  owned: Ownership,
): RegionChoice | null {
  if (choice === null || choice.conflicts.length === 0) return choice;
  const conflicts = choice.conflicts.filter(
    (hit) => name === null || hit.end <= name.start || hit.start >= name.end,
  );
  let { start: front } = choice;
  for (const hit of [...conflicts].reverse()) {
    if (!sideBySide(plain, hit.end, front)) continue;
    owned.take(hit.start, hit.end, 'leftover');
    front = hit.start;
  }
  return { ...choice, conflicts };
}

/** Takes what only talks to the shop, and goods; answers the words that are left, and how long the talk was. */
function takeNoise(
  free: readonly Token[],
  owned: Ownership,
  signs: number,
): { readonly tokens: readonly Token[]; readonly talkLength: number } {
  const mayBeGoods = mayNameGoods(signs);
  let noteEnd = 0;
  let talkLength = 0;
  const tokens = free.filter((token, at) => {
    if (at >= noteEnd && opensNote(token)) {
      const note = noteFrom(free, at);
      if (isNoiseTogether(note)) noteEnd = at + note.length;
    }
    // 收 李明 …: a mark in front of what it belongs to.
    const isTalk = at < noteEnd || isNoise(token) || (at === 0 && token.text === '收');
    if (!isTalk && !(mayBeGoods && isOrdered(token))) return true;
    if (isTalk) talkLength += token.text.length;
    owned.take(token.start, token.end, 'leftover');
    return false;
  });
  return { tokens, talkLength };
}

/**
 * What is left over; empty when it is hardly more than what is known by its label and the words to the shop that were taken
 * out, none of them a wish to wait.
 */
function unreadOf(leftover: string, knownLength: number): string {
  if (leftover === '') return '';
  const shown = leftover.slice(0, readLimit);
  return saysWait(shown) || shown.replace(/\s/g, '').length > knownLength + 1 ? shown : '';
}

/** Does a label open a remark behind the region that goes on to this place? A line ends it. */
function isRemark(
  text: string,
  label: Label | undefined,
  choice: RegionChoice | null,
  start: number,
): boolean {
  if (label?.field !== 'remark' || choice === null || label.start < choice.end) return false;
  return !text.slice(label.end, start).includes('\n');
}

const notTalk = /[\dA-Za-z]/;
const counted = /[\d一二三四五六七八九十][号栋楼室]/;
/** 我搬家了, 在吗, 我妈那吧: what ends as spoken sentences do is no street. */
const spokenSentence = /^[\u3400-\u9fff]{1,11}[了吗哦呀吧呢啊嘛喔哟啦哒]$|^[哈嗯呃哦]$/;
const saidEnd = new UnitSet('了吗哦呀吧呢啊嘛喔哟啦哒哈嗯呃');
const isSaid = ({ text }: Token): boolean => saidEnd.endsWith(text) && spokenSentence.test(text);

/** 寄云南省…, 你就写山东省…: what is done with the parcel, right in front of where it goes. */
const sends = /^(?:你?就|直接|统一|麻烦|请|帮我?)?(?:[寄发送邮写填](?:给|到|往|去|至)?|地址写)$/;
/** [微信地址], 【菜鸟裹裹】. */
const heading = /^[[【][^[\]【】\dA-Za-z]{2,10}[\]】]$/;

/**
 * 麻烦改下|地址|哦 …, 好的，…, 弟弟的：…: words in front of the region that touch the word for an address, open the text with one or two
 * characters and a comma, or end with a colon. They belong to the talk and on no label.
 */
function isLeadIn(
  { text }: NormalText,
  { start, end, text: word }: Token,
  labels: readonly Label[],
  isFirst: boolean,
  regionStart: number,
): boolean {
  if (regionStart - end <= 1 && sends.test(word)) return true;
  if (isFirst && heading.test(word) && !isBuiltLikePlace(word) && !isBusiness(word)) return true;
  if (word.endsWith(':') && !counted.test(word))
    return !isBuiltLikePlace(word.slice(0, -1)) || word.length <= 3;
  if (notTalk.test(word) || isBuiltLikePlace(word)) return false;
  if (isFirst && word.length <= 2 && text.charAt(end) === ',') return true;
  return labels.some(({ field, ...label }) => {
    if (field === 'address') return label.end === start || label.start === end;
    return field === 'phone' && label.start === end && word.length <= 3;
  });
}

/** What of a word no other field has taken, from its first such character to its last. */
function freePart({ plain }: NormalText, token: Token, owned: Ownership): Token {
  const { start, end } = token;
  let from = start;
  let to = end;
  while (from < end && !owned.isFree(from)) from += 1;
  while (to > from && !owned.isFree(to - 1)) to -= 1;
  if (from === start && to === end) return token;
  return { start: from, end: to, text: plain.slice(from, to) };
}

/** How much only talks to the shop, and whether there is a word in front of the region that might be no part of the street. */
interface TakenDetail {
  readonly leadLength: number;
  readonly isDoubtful: boolean;
}

/**
 * Address text is what is left of the words; with an address label only what stands behind it, no remark, and nothing that only leads to
 * it. A sentence behind the street (要开发票) is left over and counts, since it may be a wish.
 */
function takeDetail(
  normal: NormalText,
  tokens: readonly Token[],
  owned: Ownership,
  labels: readonly Label[],
  choice: RegionChoice | null,
): TakenDetail {
  const { text } = normal;
  const isLabelled = labels.some((label) => label.field === 'address');
  const regionStart = choice?.start ?? Number.POSITIVE_INFINITY;
  let passed = 0;
  let leadLength = 0;
  let streets = 0;
  let isDoubtful = false;
  for (const token of tokens) {
    const { start, end } = token;
    const rest = choice === null ? token : freePart(normal, token, owned);
    const isInFront = end <= regionStart;
    const isTalk =
      isSaid(token) ||
      isRelative(token.text) ||
      (isInFront && isLeadIn(normal, token, labels, start === 0, regionStart)) ||
      (isInFront && (isSpoken(rest.text) || (rest.start === 0 && isListNumber(rest.text))));
    if (choice !== null && rest.end > rest.start && isTalk) {
      leadLength += rest.end - rest.start;
      owned.take(start, end, 'leftover');
      continue;
    }
    while ((labels[passed]?.end ?? Number.POSITIVE_INFINITY) <= start) passed += 1;
    const label = passed === 0 ? undefined : labels[passed - 1];
    const outside = isLabelled && label?.field !== 'address' && start < regionStart;
    const isWish = choice !== null && !isInFront && streets > 0 && isSpoken(rest.text);
    const isOver = outside || isWish || isRemark(text, label, choice, start);
    if (!isOver && isInFront && isUnplaced(rest.text)) isDoubtful = true;
    if (!isOver && !isInFront) streets += 1;
    owned.take(start, end, isOver ? 'leftover' : 'detail');
  }
  return { leadLength, isDoubtful: isDoubtful && streets > 0 };
}

function correctionsOf(
  normal: NormalText,
  choice: RegionChoice | null,
  region: ResolvedRegion | null,
  owned: Ownership,
): readonly AddressCorrection[] {
  const corrections = region?.corrections ?? [];
  const province = choice === null ? null : misspeltProvince(normal.plain, choice, owned);
  if (choice === null || (normal.text === normal.plain && province === null)) return corrections;
  const all = [...corrections];
  if (province !== null) {
    const from = normal.text.slice(province.start, province.end);
    all.push({ field: 'province', from, to: province.name, reason: 'alias' });
  }
  for (const { start, end, division } of choice.hits) {
    const from = normal.text.slice(start, end);
    const to = normal.plain.slice(start, end);
    if (from !== to) all.push({ field: division.level, from, to, reason: 'traditional' });
  }
  return all;
}

/** What a person may choose from: places that fit, else those whose name looks like what is written. */
function candidatesOf(
  region: ResolvedRegion | null,
  town: string,
  detail: string,
  zone: string,
): readonly RegionCandidate[] {
  if (region === null) return [];
  const { candidates, offers, certain } = region;
  if (candidates.length + offers.length === 0)
    return certain === null || zone !== '' ? [] : misspeltPlaces(certain, `${town}${detail}`);
  return [...candidates, ...offers].map((path) => ({ ...path, town, detail }));
}

function leftoverText(normal: NormalText, spans: AddressReading['spans']): string {
  let text = '';
  for (const { field, start, end } of spans)
    if (field === 'leftover') text += `${normal.original.slice(start, end)} `;
  return text.trim();
}

/** The addresses of a text with two, of which a person says which is meant; empty: there is one alone. A half is not cut again. */
function readHalves(
  normal: NormalText,
  choice: RegionChoice,
  divisions: Divisions,
): readonly RegionCandidate[] {
  const texts = halvesOf(normal, choice);
  if (texts.length === 0) return [];
  const halves = texts.flatMap((half) => {
    const { province, city, district, town, detail } = understand(half, divisions, {}, true);
    return province === '' ? [] : [{ province, city, district, town, detail, reason: 'address' }];
  });
  if (choice.otherStart !== null || choice.retold === null) return halves;
  // One of them may be a town alone, or both the same in other words.
  const [front, behind] = halves.map(({ detail }) => detail);
  const isStreet = (detail = ''): boolean => /[\p{L}\p{N}]{3}/u.test(detail);
  return front !== behind && isStreet(front) && isStreet(behind) ? halves : [];
}

/** Numbers of the columns win; what the address text adds is kept as well. */
function joinNumbers(columns: TakenNumbers | undefined, text: TakenNumbers): TakenNumbers {
  if (columns === undefined) return text;
  const inText = text.phone === '' ? [] : [text.phone, ...text.otherPhones];
  const more = inText.filter((phone) => phone !== columns.phone && !columns.otherPhones.includes(phone));
  return {
    ...columns,
    masked: columns.masked || text.masked,
    otherPhones: [...columns.otherPhones, ...more],
    postcode: columns.postcode || text.postcode,
  };
}

/**
 * Understands one free text: name, phone, region and detail in any order, with or without labels; `known` is what columns said
 * already. Pure and deterministic; never throws. What is not sure is said in `issues` and `candidates`, what fits no field stands
 * in `leftover`. `detail` starts behind the town; `fullDetail` gives both. Fields are taken one after the other, the surest
 * first; each takes its characters out of the text.
 */
export function readText(text: string, divisions: Divisions, known: KnownContact = {}): AddressReading {
  const receiver = receiverWithin(text);
  const reading = receiver === null ? null : readWithin(text, receiver, divisions, known);
  return reading ?? understand(text, divisions, known, false);
}

/** 寄件人：… 收件人：…: the receiver's part in its place, the rest left over. Null where that part is no address with a phone. */
function readWithin(
  text: string,
  { part, start }: NonNullable<ReturnType<typeof receiverWithin>>,
  divisions: Divisions,
  known: KnownContact,
): AddressReading | null {
  const reading = understand(`${' '.repeat(start)}${part.text}`, divisions, known, false);
  if (reading.status === 'reject' || reading.issues.includes('missing_phone')) return null;
  const end = start + part.text.length;
  const around = [
    { field: 'leftover' as const, start: 0, end: start },
    { field: 'leftover' as const, start: end, end: text.length },
  ].filter((span) => text.slice(span.start, span.end).trim() !== '');
  const spans = [...around, ...reading.spans].sort((a, b) => a.start - b.start);
  return { ...reading, leftover: `${reading.leftover} ${part.sender}`.trim(), spans };
}

function understand(
  text: string,
  divisions: Divisions,
  known: KnownContact,
  isHalf: boolean,
): AddressReading {
  const normal = normaliseText(text);
  const owned = new Ownership(normal);
  const numbers = joinNumbers(known.numbers, takeNumbers(normal, owned));
  const labels = labelsOf(normal, owned);
  const knownLength = takeLabels(normal, owned, labels);
  const hits = findRegionHits(normal, divisions.names, owned);
  const chosen = chooseRegion(normal.plain, hits, owned, divisions.towns);
  if (chosen !== null) takeRegion(normal, owned, chosen);
  const toldLength = chosen === null ? 0 : takeToldAgain(normal, owned, chosen);
  const free = freeTokens(normal, owned);
  const { tokens, talkLength } = takeNoise(free, owned, normal.signs);
  const hasPhone = numbers.phone !== '' || numbers.masked || numbers.broken;
  const name = known.name ?? findName(normal, owned, labels, tokens, hasPhone);
  if (known.name === undefined && name !== null) owned.take(name.start, name.end, 'name');
  takeRetold(normal, owned, known.name === undefined ? name : null, tokens, chosen, hits);
  const choice = settleConflicts(normal, chosen, known.name === undefined ? name : null, owned);
  const { leadLength, isDoubtful } = takeDetail(normal, tokens, owned, labels, choice);
  const { region, town, detail, zone, judged } = readPlace(normal, owned, choice, numbers.phone, divisions);
  const spans = owned.spans();
  const leftover = leftoverText(normal, spans);
  const unread = unreadOf(leftover, knownLength + toldLength + talkLength + leadLength);
  const halves = isHalf || choice === null ? [] : readHalves(normal, choice, divisions);
  const hasTwoStreets = halves.length > 0 && choice?.otherStart === null;
  const evidence = { numbers, choice, region, name, judged, zone, unread, hasTwoStreets, isDoubtful };
  const { confidence, status, issues } = judgeReading(evidence);
  return {
    name: name?.name ?? '',
    phone: numbers.phone,
    extension: numbers.extension,
    otherPhones: numbers.otherPhones,
    postcode: numbers.postcode,
    province: region?.province ?? '',
    city: region?.city ?? '',
    district: region?.district ?? '',
    town,
    detail,
    zone,
    leftover,
    confidence,
    status,
    issues,
    corrections: correctionsOf(normal, choice, region, owned),
    candidates: halves.length > 0 ? halves : candidatesOf(region, town, detail, zone),
    spans,
  };
}
