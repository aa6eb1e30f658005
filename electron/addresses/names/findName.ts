import type { Label } from '../text/findLabels.ts';
import type { NormalText } from '../text/normaliseText.ts';
import type { Ownership } from '../text/ownership.ts';
import { isSpoken } from '../text/spoken.ts';
import { freeTokens, type Token } from '../text/tokens.ts';
import { UnitSet } from '../text/unitSet.ts';
import { findGluedNames, placeScore, touchesRegion } from './findGluedNames.ts';
import {
  cleanName,
  cleanNameEnd,
  fullNameWorth,
  isBusiness,
  isGivenName,
  looksLikePlace,
  nameWorth,
  surnameLength,
} from './nameWorth.ts';

const withPhoneLimit = 3.5;
/** A short word that stands apart from the rest of the address: a text with a phone nearly always names somebody. */
const shortLimit = 2.4;
/** Without a phone most texts carry no name at all, so it takes more to believe in one. */
const withoutPhoneLimit = 7.4;
function labelled(normal: NormalText, owned: Ownership, labels: readonly Label[]): FoundName | null {
  let kin: FoundName | null = null;
  for (const label of labels) {
    if (label.field !== 'name') continue;
    const lineEnd = normal.text.indexOf('\n', firstWord(normal.text, label.end));
    const next = labels.find((other) => other.start >= label.end)?.start ?? normal.text.length;
    const stop = Math.min(next, lineEnd === -1 ? normal.text.length : lineEnd);
    const tokens = joinNames(freeTokens(normal, owned, label.end, stop), normal.text);
    const first = behindLabel(tokens);
    if (first === undefined) continue;
    const token = { ...first, ...withPartner(first, tokens, normal.text) };
    const between = normal.text.slice(label.end, token.start);
    if (/[^\s,]/.test(between)) continue;
    const written = unspaced(cleanName(normal.text.slice(token.start, token.end)));
    if (written === '' || token.text.length > 25) continue;
    // 买家秀返现那个, 客户要求改到: no label, since a sentence goes on with it.
    if (label.end === token.start && !/[:：]\s*$/.test(normal.text.slice(0, label.end)) && isSpoken(written))
      continue;
    const name = withoutParticle(written);
    const end = token.end - (written.length - name.length);
    if (!isRelative(name))
      return {
        start: token.start,
        end,
        name,
        score: 10 + Math.max(-3, nameWorth(name) ?? -5),
        rule: 'label',
      };
    kin ??= { start: token.start, end, name, score: kinScore, rule: 'token' };
  }
  return kin;
}

const relative =
  /^(?:是?我)(?:老公|老婆|爱人|对象|[爸妈]{1,2}|[哥姐弟妹]{1,2}|爷爷|奶奶|外公|外婆|儿子|女儿|朋友|同学|同事)$/;

/** 我老公, 我妈: tells the shop who it is, and the courier nothing. */
export const isRelative = (text: string): boolean =>
  text.length <= 5 && relativeStart.isAt(text, 0) && relative.test(text);

const relativeStart = new UnitSet('是我');

/** Worth a look. */
const kinScore = 4;
const particle = /(?:就行|就好|就可以|即可|就是了?)$/;

/** 曲波 in 收件人曲波就行. */
function withoutParticle(written: string): string {
  const name = written.replace(particle, '');
  return name.length >= 2 ? name : written;
}

/** A scan puts a label in a line of its own, and what it names in the next. */
function firstWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

/**
 * The word behind a label, or two that a line holds together: 李建 国, as a scan cuts a name, and 仓管 陆国强, who is called by
 * what he does.
 */
function behindLabel(tokens: readonly Token[]): Token | undefined {
  const [first, second] = tokens;
  if (first === undefined || second === undefined || tokens.length > 2) return first;
  if (second.start - first.end !== 1) return first;
  const { start } = first;
  const { end } = second;
  const isCut = first.text.length === 2 && second.text.length === 1 && isFullName(first.text + second.text);
  if (isCut) return { start, end, text: first.text + second.text };
  const isRole = first.text.length <= 4 && !isFullName(first.text) && isFullName(second.text);
  return isRole ? { start, end, text: `${first.text} ${second.text}` } : first;
}

/** Less than any person is worth: a business is the receiver when nobody else is named. */
const businessWorth = 1.5;

/** The best candidate so far, and how good the best of the others is that neither overlap nor repeat it. */
class BestName {
  found: NameCandidate | null = null;
  #second = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  #isSame(left: NameCandidate, right: NameCandidate): boolean {
    if (left.start < right.end && right.start < left.end) return true;
    if (left.nameEnd - left.start !== right.nameEnd - right.start) return false;
    return this.#text.slice(left.start, left.nameEnd) === this.#text.slice(right.start, right.nameEnd);
  }

  consider(candidate: NameCandidate): void {
    const best = this.found;
    const isSame = best !== null && this.#isSame(best, candidate);
    if (best === null || candidate.score > best.score + 1e-9) {
      if (best !== null && !isSame) this.#second = Math.max(this.#second, best.score);
      this.found = candidate;
    } else if (!isSame) this.#second = Math.max(this.#second, candidate.score);
  }

  lead(): { readonly lead?: number } {
    return this.found !== null && this.#second > 0 ? { lead: this.found.score - this.#second } : {};
  }
}

/** Finds the receiver's name among the words that are free when phones, labels and region have been taken. */
export function findName(
  normal: NormalText,
  owned: Ownership,
  labels: readonly Label[],
  free: readonly Token[],
  hasPhone: boolean,
): FoundName | null {
  const byLabel = labelled(normal, owned, labels);
  if (byLabel !== null) return byLabel;
  const tokens = joinNames(free, normal.text).map((token) => behindUnit(token, normal.text, owned));
  const isOnly = tokens.length <= 1;
  const best = new BestName(normal.text);
  let index = 0;
  for (const token of tokens) {
    const { text } = token;
    index += 1;
    // 高二(5)班: a lone character behind a bracket goes on with the address.
    if (text.length === 1 && normal.text.charAt(token.start - 1) === ')') continue;
    const business = hasPhone && !isOnly && isBusiness(text);
    const worth = business ? businessWorth : nameWorth(text);
    if (worth !== null)
      best.consider(wholeToken(token, worth, isOnly, normal, owned, noteBehind(token, tokens[index])));
    const mayEndInName =
      hasPhone &&
      !business &&
      text.length >= 4 &&
      !isForWhom(text) &&
      (worth === null || text.length > 4 || looksLikePlace(text));
    if (mayEndInName) for (const glued of findGluedNames(normal, owned, token)) best.consider(glued);
  }
  const { found } = best;
  if (found === null) return null;
  const short = found.rule === 'token' && found.end - found.start <= 4 && !isOnly;
  const limit = !hasPhone
    ? withoutPhoneLimit
    : short && !touchesRegion(normal.text, owned, found.start)
      ? shortLimit
      : withPhoneLimit;
  if (found.score < limit) return null;
  const { score, rule } = found;
  const pair = rule === 'token' ? withPartner(found, tokens, normal.text) : null;
  const { start, end } = pair ?? found;
  const name = pair === null ? writtenName(found, normal.text) : normal.text.slice(start, end);
  return { start, end, name, score, rule, ...best.lead() };
}

const partnerMark = new UnitSet('/、&');

/** Built like a name and like nothing else, which 单元 is not. */
function isFullName(text: string): boolean {
  return text.length <= 4 && surnameLength(text) > 0 && (nameWorth(text) ?? 0) >= fullNameWorth;
}

/** 周涛/李敏, 周涛、李敏: whoever of the two is there receives. Null: one is named alone. */
function withPartner(
  { start, end }: { readonly start: number; readonly end: number },
  tokens: readonly Token[],
  text: string,
): { readonly start: number; readonly end: number } | null {
  if (!partnerMark.isAt(text, start - 1) && !partnerMark.isAt(text, end)) return null;
  if (!isFullName(text.slice(start, end))) return null;
  for (const token of tokens) {
    if (!isFullName(token.text)) continue;
    if (token.end + 1 === start && partnerMark.isAt(text, token.end)) return { start: token.start, end };
    if (end + 1 === token.start && partnerMark.isAt(text, end)) return { start, end: token.end };
  }
  return null;
}

/** 孙 悦 and 齐 文 娟 have their blanks for looks, 李建 国 by a scan. */
const spacedName = /^(?=\p{Script=Han})(?:. ..?|.. .|. . .)$/u;

function unspaced(name: string): string {
  if (name.includes('·')) return name.replace(/ ?· ?/g, '·');
  if (!name.includes(' ') || !spacedName.test(name)) return name;
  const bare = name.replaceAll(' ', '');
  return isFullName(bare) ? bare : name;
}

function writtenName({ rule, start, nameEnd }: NameCandidate, text: string): string {
  const written = text.slice(start, nameEnd);
  if (rule !== 'token') return written;
  return unspaced(cleanName(written));
}

const proxyMark = /^[([【].*(?:代收|代签|代领|转交)[)\]】]$/;
/** 马生海（马存福父亲）138…: a note behind a name tells of him, and parts him from his phone for the eye alone. Else the end of the token. */
function noteBehind({ end, text }: Token, next: Token | undefined): number {
  const isNote = next !== undefined && noteStart.isAt(next.text, 0) && next.start - end <= 1;
  return isNote && !noteStart.isAt(text, 0) ? next.end : end;
}

const noteStart = new UnitSet('([【');
const frontDashes = new UnitSet('-–—');

/** （阿依古丽收）: who it is for, told in a bracket, which holds notes on the address otherwise. 代收 is somebody else. */
const forWhom = /^[([【][\u3400-\u9fff·]{1,12}(?<!代)(?:亲?收|亲启|签收)[)\]】]$/;
const isForWhom = (text: string): boolean => noteStart.isAt(text, 0) && forWhom.test(text);
/** What the bracket costs, and as much as a field of its own is worth. */
const forWhomWorth = 6;

/** The token as a name. `isOnly`: it is all the text there is beside region and numbers. */
function wholeToken(
  { start, end, text }: Token,
  worth: number,
  isOnly: boolean,
  normal: NormalText,
  owned: Ownership,
  noteEnd: number,
): NameCandidate {
  let word = start;
  while (frontDashes.isAt(text, word - start)) word += 1;
  // 扎西（罗布顿珠代收）: who takes it in for somebody is not who is sent something.
  const proxy = proxyMark.test(text) ? 4 : 0;
  const told = isForWhom(text) ? forWhomWorth : 0;
  // 祁东县 石头岭 0571-…: the only text beside the region is rather the village.
  const onlyText = !isOnly ? 0 : looksLikePlace(text) ? 4 : touchesRegion(normal.text, owned, start) ? 2 : 0;
  return {
    start,
    end,
    nameEnd: end,
    score: worth + placeScore(normal, owned, word, noteEnd) + told - onlyText - proxy,
    rule: 'token',
  };
}

/** A word that may be the name, before it is known whether it is the best one. */
export interface NameCandidate {
  readonly start: number;
  readonly end: number;
  /** Where the name ends within it: marks may stand behind. */
  readonly nameEnd: number;
  readonly score: number;
  readonly rule: 'token' | 'glued';
}

/** A receiver's name with what speaks for it. */
export interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly score: number;
  readonly rule: 'label' | 'token' | 'glued';
  /** How far the next best candidate lies behind, where there was one; a small lead is a guess. */
  readonly lead?: number;
}

/** 钟林 收: a mark apart from the name it belongs to. */
const markAlone =
  /^(?:[([【]?(?:(?:本人)?(?:收|亲收|亲启|启|签收|代收)|本人)[)\]】]?|[([【](?:先生|女士|小姐|老师)[)\]】])$/;
const latinStart = new UnitSet('').with(0x41, 0x5a);
const latinWord = /^[A-Z][A-Za-z.'-]*$/;
const latinWords = /^[[(【]?[A-Z][A-Za-z.' -]*$/;

/** 阿依努尔 · 吐尔逊: with blanks round the dot, as far as it has been read. */
const spacedDot = /^[\u3400-\u9fff]{2,8} ?·(?:[\u3400-\u9fff]{2,8})?$/;

/** Two words with a blank between them that are one name, as it is written; null: they are not. */
function joined({ start, end, text: last }: Token, next: string): string | null {
  if (last.length === 1 && next.length <= 2 && surnameLength(last) === 1)
    return next.length === 1 || isGivenName(next) ? `${last}${next}` : null;
  // 齐 文 娟: the first two are joined already.
  if (last.length === 2 && next.length === 1 && end - start === 3 && isGivenName(next))
    return `${last}${next}`;
  // 阿依努尔 · 吐尔逊
  if ((last.endsWith('·') || next.startsWith('·')) && spacedDot.test(last + next)) return `${last} ${next}`;
  const isLatin = latinStart.isAt(next, 0) && latinWords.test(last) && latinWord.test(cleanNameEnd(next));
  return isLatin || (last.length <= 8 && markAlone.test(next)) ? `${last} ${next}` : null;
}

/** Words that are one name: Amy Chen, 孙 悦 with a blank for looks, 钟林 收. */
function joinNames(tokens: readonly Token[], text: string): readonly Token[] {
  const names: Token[] = [];
  for (const token of tokens) {
    const last = names.at(-1);
    const isNear = last !== undefined && token.start - last.end === 1 && text.charAt(last.end) === ' ';
    const name = isNear ? joined(last, token.text) : null;
    if (last === undefined || name === null) names.push(token);
    else names[names.length - 1] = { start: last.start, end: token.end, text: name };
  }
  return names;
}

const countedUnit = new UnitSet('号號室楼栋幢座层');
const unitOfClass = new UnitSet('班室楼栋');

/** 1699 号都桥: 号 belongs to the number in front of it, not to the name. */
function behindUnit(token: Token, text: string, owned: Ownership): Token {
  const counted =
    countedUnit.isAt(token.text, 0) &&
    /^.\p{L}/u.test(token.text) &&
    owned.isFree(token.start - 2) &&
    /\d $/.test(text.slice(0, token.start));
  const inClass =
    unitOfClass.isAt(token.text, 0) && text.charAt(token.start - 1) === ')' && /^.\p{L}/u.test(token.text);
  return counted || inClass ? { start: token.start + 1, end: token.end, text: token.text.slice(1) } : token;
}
