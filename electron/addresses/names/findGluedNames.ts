import type { NormalText } from '../text/normaliseText.ts';
import type { Ownership } from '../text/ownership.ts';
import { isParted, type Neighbour, neighbour, type Token } from '../text/tokens.ts';
import { UnitSet } from '../text/unitSet.ts';
import type { NameCandidate } from './findName.ts';
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

const unitEnd = new UnitSet('号號楼栋幢座室户层元#0123456789组排社');
/** Besides these, 公司. */
const unitTail = new UnitSet(
  '号號楼樓栋幢座室户戶层層元村组組队隊屯店门門口院厂校局苑园園城厦廈旁侧面站场所排沟岭区區里路街巷弄镇乡馆道学期家塘线档都部社近寓心柜角壁岗亭行下内头处外)#0123456789',
)
  .with(0x41, 0x5a)
  .with(0x61, 0x7a);
const numeralEnd = new UnitSet('0123456789一二三四五六七八九十');
const numbered = new UnitSet('楼栋号室层座单组排社');
const placeStart = new UnitSet('路街道巷区楼栋号室房院城门桥园村里庄湾社米店班东西南北中');
const sectionEnd = new UnitSet('东西南北中一二三四');

function endsPlace(name: string, front: string): boolean {
  return name.startsWith('段') ? sectionEnd.endsWith(front) : placeStart.isAt(name, 0);
}

/** …国际袁会计 is 袁会计, …南门叶涛 is 叶涛; 5号王小龙先生 is whole. */
function cutsPlace(name: string, front: string): boolean {
  if (/^[东西南北]门/.test(name)) return surnameLength(name.slice(2)) > 0;
  const given = isTitled(name) ? givenBeforeTitle(name) : '';
  if (given === '' || (isGivenName(given) && hasCommonSurname(name) && unitEnd.endsWith(front))) return false;
  const rest = name.slice(surnameLength(name));
  return Array.from(given).some((_, index) => hasCommonSurname(rest.slice(index)));
}

/** Names glued behind an address: 珠江路1号张三, 迎宾大道吕雯. */
export function findGluedNames(normal: NormalText, owned: Ownership, token: Token): NameCandidate[] {
  const found: NameCandidate[] = [];
  const atEnd = neighbour(owned, normal.text, token.end, 1) !== 'text';
  if (!atEnd) return found;
  const tail = cleanNameEnd(token.text);
  for (let length = Math.min(6, tail.length - 2); length >= 2; length -= 1) {
    const first = tail.length - length;
    const surname = surnameLength(tail, first);
    // 欧阳芳 and 丁小姐 speak for themselves; 赖倩明 is surer with the end of an address in front.
    const strong = surname === 2 || isTitled(tail, first);
    if (!strong && (surname === 0 || length > 3)) continue;
    const name = tail.slice(first);
    const front = tail.slice(0, first);
    const join = strong ? strongJoin(front) : joinWorth(name, surname, front);
    if (join === null || isCutWrong(name, surname, front)) continue;
    const worth = nameWorth(name);
    if (worth === null || cleanName(name) !== name) continue;
    const start = token.start + first;
    found.push({
      start,
      end: token.end,
      nameEnd: start + length,
      score: worth + placeScore(normal, owned, start, token.end) + join - 2,
      rule: 'glued',
    });
  }
  return found;
}

const strongJoin = (front: string): number => (unitEnd.endsWith(front) ? 1 : 0);

/** How much the end of the address in front speaks for a name behind it; null: not enough. */
function joinWorth(name: string, surname: number, front: string): number | null {
  const closed = unitTail.endsWith(front) || front.endsWith('公司');
  const given = isGivenName(name.slice(surname));
  if (!closed && !given && !(name.length === 3 && hasCommonSurname(name))) return null;
  if (unitEnd.endsWith(front)) return 1;
  return closed ? 0 : name.length === 3 ? -1.5 : -2.5;
}

/** Does the address go on into what looks like a name? */
function isCutWrong(name: string, surname: number, front: string): boolean {
  // 7楼廖梓 is 廖梓 on the 7th floor, not 楼廖梓.
  if (numeralEnd.endsWith(front) && numbered.isAt(name, 0)) return true;
  // …东路石小姐 is 石小姐, …二段兰兴 is 兰兴: the end of a road or building is a surname too.
  if (name.length > 2 && surname === 1 && surnameLength(name.slice(1)) > 0 && endsPlace(name, front))
    return true;
  return cutsPlace(name, front);
}

const dashes = new UnitSet('-–—');

/** 元阳县石头岭: what follows the district without a blank is its street or village. */
export function touchesRegion(text: string, owned: Ownership, start: number): boolean {
  let at = start - 1;
  while (dashes.isAt(text, at)) at -= 1;
  const owner = owned.ownerAt(at);
  return owner === 'district' || owner === 'city' || owner === 'province';
}

const isPhone = (beside: Neighbour): boolean =>
  beside === 'phone' || beside === 'extension' || beside === 'otherPhone';
const isOtherNumber = (beside: Neighbour): boolean => beside === 'postcode' || beside === 'idNumber';
/** A house number and what parts it from the word behind. */
const behindNumber = /[号號室楼栋户\d][\s,;]+$/;

/** How much the place of a word in its text speaks for a name: beside a phone, at an edge, between commas. */
export function placeScore({ text }: NormalText, owned: Ownership, start: number, end: number): number {
  const before = neighbour(owned, text, start - 1, -1, true);
  const behind = neighbour(owned, text, end, 1, true);
  let score = 0;
  if (isPhone(before) || isPhone(behind)) score += 3;
  if (before === 'edge' || behind === 'edge') score += 1.5;
  if (behind === 'province' || behind === 'city' || behind === 'district') score += 1.5;
  else if (isOtherNumber(before) || isOtherNumber(behind)) score += 2;
  if (before === 'text' && behind === 'text') score -= 2;
  // The first word in front of a phone, or the last behind one, is nearly always the receiver.
  if ((before === 'edge' && isPhone(behind)) || (isPhone(before) && behind === 'edge')) score += 1;
  if (touchesRegion(text, owned, start)) score -= 3;
  // 兰州,138…,大山: between commas a word is a field of its own.
  const isField = before !== 'edge' && before !== 'district';
  if (isField && isParted(text, start - 1, -1) && isParted(text, end, 1)) score += 1;
  // (东门进), (二楼) are notes on the address.
  if (text.charAt(start) === '(') score -= 4;
  // …珠江路1号 于洋: a word apart from the house number in front of it.
  if (before === 'text' && behind === 'edge' && behindNumber.test(text.slice(0, start))) score += 1;
  return score;
}
