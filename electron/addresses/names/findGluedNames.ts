import type { NormalText } from '../text/normaliseText.ts';
import type { Ownership } from '../text/ownership.ts';
import { neighbour, type Token } from '../text/tokens.ts';
import type { FoundName } from './foundName.ts';
import { isGivenName } from './givenNames.ts';
import { cleanName, cleanNameEnd, givenBeforeTitle, isTitled, nameWorth } from './nameWorth.ts';
import { placeScore } from './placeScore.ts';
import { hasCommonSurname, surnameLength } from './surnames.ts';

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
