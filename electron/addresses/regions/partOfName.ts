import type { Division } from '../divisions/division.ts';
import type { TownIndex } from '../divisions/towns.ts';
import { UnitSet } from '../text/unitSet.ts';
import type { RegionHit } from './findRegionHits.ts';

/** 路 in 天河路1号, 东路, 二路; 路口镇 and 南街街道 are towns, and a 南大街 is in every city. */
const roadEnd =
  /^(?:(?<part>[东西南北中上下]?[一二三四五六七八九十\d]{0,2})(?:路|大道)|大街|胡同|(?:街|巷|弄)(?!街道))(?![道口镇乡边])/;
/** 街道 in 余杭街道; 信宜 镇隆镇 is a town by itself. */
const townEnd = /^(?:街道|[镇乡村](?![\u3400-\u9fff]{0,3}(?:镇|乡|街道)))/;
/** 湾镇 in 海棠湾镇. */
const townRest = /^[\u3400-\u9fff]{1,3}?(?:街道|镇|乡)/;
const townMarks = new UnitSet('道镇乡');
const longestTownRest = 5;
/** 医院 in 鼓楼医院, 祠 in 武侯祠; 学院西街 and 机场南大街 are roads with a name of their own. */
const placeEnd =
  /^[东西南北中]?(?:医院|公司|集团|银行|宾馆|酒店|饭店|大厦|广场|公园|商城|机场|火车站|汽车站|高铁站|车站|站|大学|学院|中学|小学|[一二三四五六七八九十]中|体育[馆场中]|口岸|码头|图书馆|博物馆|新区|[山湖岛](?![\u3400-\u9fff]))(?![\u3400-\u9fff]{0,3}(?:路|街|大道|巷))|^[祠寺庙](?![\u3400-\u9fff]{0,4}[镇乡])/;
/** 淮阴 in 淮阴市清河区: a city that the tree does not know; 济南 市中区, 重庆 市区, 义乌 市场 and 市政路 are none. */
export const otherCity = /^市(?![中北南区场民政郊立府辖心])/;
/** 长白山 lies in several counties; 山口镇 and 山后村 are places of one, 麻山 山前寨 and 山东 have a 山 of their own. */
const mountain = /^山(?![东西]|[\u3400-\u9fff]{0,3}(?:镇|乡|村|街道|路))/;
const nameEndStarts = new UnitSet(
  '东西南北中上下一二三四五六七八九十0123456789路大胡街巷弄镇乡村医公集银宾酒饭广商机火汽高车站学小体口码图博新山湖岛祠寺庙',
);

/** Only a district is mistaken so: of 杭州市 the short name is a city. */
function isOtherCity({ name }: Division, plain: string, end: number): boolean {
  return plain.charAt(end) === '市' && !name.endsWith('市') && otherCity.test(plain.slice(end, end + 4));
}

/** 连云岗市: not 连云区, but 连云港市 with one character that is wrong. */
function isCityMisspelt({ level, name, parent }: Division, plain: string, end: number): boolean {
  if (level !== 'district' || plain.charAt(end + 1) !== '市') return false;
  const stem = name.slice(0, -1);
  const city = parent?.name ?? '';
  return (
    city.length === stem.length + 2 && city.startsWith(stem) && plain.startsWith(stem, end - stem.length)
  );
}

/**
 * Is a short name behind its city the beginning of another name? Of 天河路 in 广州, 西湖大道 in 杭州, 余杭街道, 鼓楼医院 the road, the town, the
 * house keeps its name, and which district it is in has not been said. A county has streets and houses of its own: 阳朔西街, 昆山人民医院.
 */
export function isPartOfName({ meaning, division, end }: RegionHit, plain: string): boolean {
  if (meaning.whole) return false;
  if (isCityMisspelt(division, plain, end)) return true;
  if (!nameEndStarts.isAt(plain, end)) return isOtherCity(division, plain, end);
  const behind = plain.slice(end, end + 10);
  const road = roadEnd.exec(behind);
  if ((road !== null && !road.groups?.part) || townEnd.test(behind)) return true;
  if (plain.charAt(end - 1) !== '山' && mountain.test(behind)) return true;
  const isUrban = division.level === 'city' || division.name.endsWith('区');
  return isUrban && (road !== null || placeEnd.test(behind));
}

/** 海棠湾镇 in 三亚: a town of the city in front, which the list knows, begins like one of its districts. */
export function isTownOf(
  city: Division,
  { meaning, start, end }: RegionHit,
  plain: string,
  towns: TownIndex,
): boolean {
  if (meaning.whole || city.level !== 'city') return false;
  if (!townMarks.isIn(plain, end + 1, end + longestTownRest)) return false;
  const named = towns.namedLikeDistricts(city);
  const rest = named.size === 0 ? null : townRest.exec(plain.slice(end, end + longestTownRest));
  return rest !== null && named.has(plain.slice(start, end + rest[0].length));
}
