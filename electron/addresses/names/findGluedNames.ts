import type { NormalText } from '../text/normaliseText.ts';
import type { Ownership } from '../text/ownership.ts';
import { isParted, neighbour, type Token } from '../text/tokens.ts';
import type { FoundName } from './findName.ts';
import {
  cleanName,
  cleanNameEnd,
  givenBeforeTitle,
  hasCommonSurname,
  isGivenName,
  isTitled,
  nameWorth,
  surnameLength,
} from './nameWorth.ts';

const unitEnd = /[号號楼栋幢座室户层元#\d组排社]$/;
const unitTail =
  /(?:[号號楼樓栋幢座室户戶层層元村组組队屯店门門口院厂校局苑园園城厦廈旁侧面站场所排沟岭区區里路街巷弄镇乡馆道学期家塘线档都部社近寓心柜角壁岗亭行下内头处外]|公司|[\d)#A-Za-z])$/;

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

/** Names glued behind an address: 珠江路1号张三, 迎宾大道吕雯. */
export function findGluedNames(normal: NormalText, owned: Ownership, token: Token): FoundName[] {
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

/** 元阳县石头岭: what follows the district without a blank is its street or village. */
export function touchesRegion(text: string, owned: Ownership, start: number): boolean {
  let at = start - 1;
  while ('-–—'.includes(text.charAt(at)) && at >= 0) at -= 1;
  const owner = at >= 0 ? owned.ownerAt(at) : undefined;
  return owner === 'district' || owner === 'city' || owner === 'province';
}

/** How much the place of a word in its text speaks for a name: beside a phone, at an edge, between commas. */
export function placeScore(normal: NormalText, owned: Ownership, start: number, end: number): number {
  const before = neighbour(owned, normal.text, start - 1, -1, true);
  const behind = neighbour(owned, normal.text, end, 1, true);
  const isPhone = (owner: string | undefined) =>
    owner === 'phone' || owner === 'extension' || owner === 'otherPhone';
  const isOtherNumber = (owner: string | undefined) => owner === 'postcode' || owner === 'idNumber';
  let score = 0;
  if (isPhone(before) || isPhone(behind)) score += 3;
  if (before === undefined || behind === undefined) score += 1.5;
  if (behind === 'province' || behind === 'city' || behind === 'district') score += 1.5;
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
