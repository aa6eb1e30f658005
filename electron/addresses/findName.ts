import type { Label } from './findLabels.ts';
import { isGivenName } from './givenNames.ts';
import {
  cleanName,
  cleanNameEnd,
  givenBeforeTitle,
  isBusiness,
  isTitled,
  looksLikePlace,
  nameWorth,
} from './nameWorth.ts';
import type { NormalText } from './normaliseText.ts';
import type { Ownership } from './ownership.ts';
import { hasCommonSurname, surnameLength } from './surnames.ts';
import { freeTokens, isParted, neighbour, type Token } from './tokens.ts';

export interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly score: number;
  readonly rule: 'label' | 'token' | 'glued';
  /** How far the next best candidate lies behind, where there was one; a small lead is a guess. */
  readonly lead?: number;
}

const withPhoneLimit = 3.5;
/** A short word that stands apart from the rest of the address: a text with a phone nearly always names somebody. */
const shortLimit = 2.4;
/** Without a phone most texts carry no name at all, so it takes more to believe in one. */
const withoutPhoneLimit = 7.4;
const unitEnd = /[号號楼栋幢座室户层元#\d组排社]$/;
const unitTail =
  /(?:[号號楼樓栋幢座室户戶层層元村组組队屯店门門口院厂校局苑园園城厦廈旁侧面站场所排沟岭区區里路街巷弄镇乡馆道学期家塘线档都部社近寓心柜角壁岗亭行下内头处外]|公司|[\d)#A-Za-z])$/;

/** 钟林 收: a mark apart from the name it belongs to. */
const markAlone = /^[([【]?(?:收|亲收|亲启|启|签收)[)\]】]?$/;

/** Words that are one name: Amy Chen, 孙 悦 with a blank for looks, 钟林 收. */
function joinNames(tokens: readonly Token[], text: string): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined[joined.length - 1];
    const latin = /^[A-Z][A-Za-z.'-]*$/;
    const words =
      latin.test(cleanNameEnd(token.text)) && /^[[(【]?[A-Z][A-Za-z.' -]*$/.test(last?.text ?? '');
    const spaced = last?.text.length === 1 && token.text.length === 1 && surnameLength(last.text) === 1;
    const marked = last !== undefined && last.text.length <= 8 && markAlone.test(token.text);
    if (last !== undefined && (words || spaced || marked) && text.slice(last.end, token.start) === ' ') {
      joined[joined.length - 1] = {
        start: last.start,
        end: token.end,
        text: `${last.text}${words || marked ? ' ' : ''}${token.text}`,
      };
    } else {
      joined.push(token);
    }
  }
  return joined;
}

/** 元阳县石头岭: what follows the district without a blank is its street or village. */
function touchesRegion(text: string, owned: Ownership, start: number): boolean {
  let at = start - 1;
  while ('-–—'.includes(text.charAt(at)) && at >= 0) at -= 1;
  const owner = at >= 0 ? owned.ownerAt(at) : undefined;
  return owner === 'district' || owner === 'city' || owner === 'province';
}

function placeScore(normal: NormalText, owned: Ownership, start: number, end: number): number {
  const before = neighbour(owned, normal.text, start - 1, -1, true);
  const behind = neighbour(owned, normal.text, end, 1, true);
  const isPhone = (owner: string | undefined) =>
    owner === 'phone' || owner === 'extension' || owner === 'otherPhone';
  const isOtherNumber = (owner: string | undefined) => owner === 'postcode' || owner === 'idNumber';
  let score = 0;
  if (isPhone(before) || isPhone(behind)) score += 3;
  if (before === undefined || behind === undefined) score += 1.5;
  if (behind === 'province' || behind === 'city' || behind === 'district') score += 1;
  else if (isOtherNumber(before) || isOtherNumber(behind)) score += 2;
  if (before === 'text' && behind === 'text') score -= 2;
  // The first word in front of a phone, or the last behind one, is nearly always the receiver.
  if ((before === undefined && isPhone(behind)) || (isPhone(before) && behind === undefined)) score += 1;
  if (touchesRegion(normal.text, owned, start)) score -= 3;
  // 兰州,138…,大山: between commas a word is a field of its own.
  const { text } = normal;
  if (
    isParted(text, start - 1, -1) &&
    isParted(text, end, 1) &&
    before !== undefined &&
    before !== 'district'
  )
    score += 1;
  // (东门进), (二楼) are notes on the address.
  if (text.charAt(start) === '(') score -= 4;
  // …珠江路1号 于洋: a word apart from the house number in front of it.
  if (
    before === 'text' &&
    behind === undefined &&
    /[号號室楼栋户\d][\s,;]+$/.test(normal.text.slice(0, start))
  )
    score += 1;
  return score;
}

function endsPlace(name: string, front: string): boolean {
  if (name.startsWith('段')) return /[东西南北中一二三四]$/.test(front);
  return /^[路街道巷区楼栋号室房院城门桥园村里庄湾社米店班东西南北中]/.test(name);
}

/** …国际袁会计 is 袁会计, …南门叶涛 is 叶涛; 5号王小龙先生 is whole. */
function cutsPlace(name: string, front: string): boolean {
  if (/^[东西南北]门/.test(name)) return surnameLength(name.slice(2)) > 0;
  const given = isTitled(name) ? givenBeforeTitle(name) : '';
  if (given === '' || (isGivenName(given) && hasCommonSurname(name) && unitEnd.test(front))) return false;
  const rest = name.slice(surnameLength(name));
  return Array.from(given).some((_, index) => hasCommonSurname(rest.slice(index)));
}

/** 1699 号都桥: 号 belongs to the number in front of it, not to the name. */
function behindUnit(token: Token, text: string, owned: Ownership): Token {
  const counted =
    owned.ownerAt(token.start - 2) === undefined &&
    /^[号號室楼栋幢座层]\p{L}/u.test(token.text) &&
    /\d $/.test(text.slice(0, token.start));
  const inClass = /^[班室楼栋]\p{L}/u.test(token.text) && text.charAt(token.start - 1) === ')';
  return counted || inClass ? { start: token.start + 1, end: token.end, text: token.text.slice(1) } : token;
}

function gluedNames(normal: NormalText, owned: Ownership, token: Token): FoundName[] {
  const found: FoundName[] = [];
  const atEnd = neighbour(owned, normal.text, token.end, 1) !== 'text';
  if (!atEnd) return found;
  const tail = cleanNameEnd(token.text);
  for (let length = Math.min(6, tail.length - 2); length >= 2; length -= 1) {
    const start = token.start + tail.length - length;
    const name = tail.slice(-length);
    const worth = nameWorth(name);
    const surname = surnameLength(name);
    // 欧阳芳 and 丁小姐 speak for themselves; 赖倩明 is surer with the end of an address in front.
    const strong = surname === 2 || isTitled(name);
    if (worth === null || cleanName(name) !== name || (surname === 0 && !strong)) continue;
    if (!strong && length > 3) continue;
    const front = tail.slice(0, -length);
    // 7楼廖梓 is 廖梓 on the 7th floor, not 楼廖梓.
    if (/[\d一二三四五六七八九十]$/.test(front) && /^[楼栋号室层座单组排社]/.test(name)) continue;
    // …东路石小姐 is 石小姐, …二段兰兴 is 兰兴: the end of a road or building is a surname too.
    if (length > 2 && surname === 1 && surnameLength(name.slice(1)) > 0 && endsPlace(name, front)) continue;
    if (cutsPlace(name, front)) continue;
    const closed = strong || unitTail.test(front);
    const given = isGivenName(name.slice(surname));
    if (!closed && !(given || (length === 3 && hasCommonSurname(name)))) continue;
    const join = unitEnd.test(front) ? 1 : closed ? 0 : length === 3 ? -1.5 : -2.5;
    const score = worth + placeScore(normal, owned, start, token.end) + join - 2;
    found.push({
      start,
      end: token.end,
      name: normal.text.slice(start, start + length),
      score,
      rule: 'glued',
    });
  }
  return found;
}

function labelled(normal: NormalText, owned: Ownership, labels: readonly Label[]): FoundName | null {
  for (const label of labels) {
    if (label.field !== 'name') continue;
    const lineEnd = normal.text.indexOf('\n', label.end);
    const next = labels.find((other) => other.start >= label.end)?.start ?? normal.text.length;
    const stop = Math.min(next, lineEnd === -1 ? normal.text.length : lineEnd);
    const token = joinNames(freeTokens(normal, owned, label.end, stop), normal.text)[0];
    if (token === undefined) continue;
    const between = normal.text.slice(label.end, token.start);
    if (/[^\s,]/.test(between)) continue;
    const name = cleanName(normal.text.slice(token.start, token.end));
    if (name === '' || token.text.length > 25) continue;
    return {
      start: token.start,
      end: token.end,
      name,
      score: 10 + Math.max(-3, nameWorth(name) ?? -5),
      rule: 'label',
    };
  }
  return null;
}

/** Less than any person is worth: a business is the receiver when nobody else is named. */
const businessWorth = 1.5;

/** Finds the receiver's name among the free text; call it after phones, labels and region have been taken. */
export function findName(
  normal: NormalText,
  owned: Ownership,
  labels: readonly Label[],
  hasPhone: boolean,
): FoundName | null {
  const byLabel = labelled(normal, owned, labels);
  if (byLabel !== null) return byLabel;
  const tokens = joinNames(freeTokens(normal, owned), normal.text).map((token) =>
    behindUnit(token, normal.text, owned),
  );
  let best: FoundName | null = null;
  let second = 0;
  const consider = (candidate: FoundName): void => {
    const overlaps = best !== null && candidate.start < best.end && best.start < candidate.end;
    if (best === null || candidate.score > best.score + 1e-9) {
      if (best !== null && !overlaps) second = Math.max(second, best.score);
      best = candidate;
    } else if (!overlaps) second = Math.max(second, candidate.score);
  };
  for (const token of tokens) {
    const business = hasPhone && tokens.length > 1 && isBusiness(token.text);
    const worth = business ? businessWorth : nameWorth(token.text);
    if (worth !== null) {
      const dashes = /^[-–—]*/.exec(token.text)?.[0].length ?? 0;
      // 祁东县 石头岭 0571-…: the only text beside the region is rather the village.
      const onlyText =
        tokens.length > 1
          ? 0
          : looksLikePlace(token.text)
            ? 4
            : touchesRegion(normal.text, owned, token.start)
              ? 2
              : 0;
      const score = worth + placeScore(normal, owned, token.start + dashes, token.end) - onlyText;
      consider({
        start: token.start,
        end: token.end,
        name: cleanName(normal.text.slice(token.start, token.end)).replace(/^(.) (.)$/u, '$1$2'),
        score,
        rule: 'token',
      });
    }
    if (
      hasPhone &&
      !business &&
      token.text.length >= 4 &&
      (worth === null || looksLikePlace(token.text) || token.text.length > 4)
    ) {
      for (const glued of gluedNames(normal, owned, token)) consider(glued);
    }
  }
  const found = best as FoundName | null;
  if (found === null) return null;
  const short = found.rule === 'token' && found.end - found.start <= 4 && tokens.length > 1;
  const limit = !hasPhone
    ? withoutPhoneLimit
    : short && !touchesRegion(normal.text, owned, found.start)
      ? shortLimit
      : withPhoneLimit;
  return found.score >= limit ? { ...found, ...(second > 0 ? { lead: found.score - second } : {}) } : null;
}
