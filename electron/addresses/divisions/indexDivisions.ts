import { z } from 'zod';
import { colloquialName, type Division, type DivisionLevel, shortName } from './division.ts';
import { NameTrie } from './nameTrie.ts';

const head = {
  version: z.string(),
  /** The day the data is true for. */
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
  sources: z.array(z.string()),
  counts: z.record(z.string(), z.number()),
};

/** `divisions.json`: three levels, former names and aliases. */
export const divisionsFile = z.object({
  ...head,
  tables: z.object({
    provinces: z.array(
      z.tuple([
        z.string(),
        z.string(),
        z.array(z.tuple([z.string(), z.string(), z.array(z.tuple([z.string(), z.string()]))])),
      ]),
    ),
    oldNames: z.array(z.tuple([z.string(), z.string(), z.array(z.string())])),
    aliases: z.array(z.tuple([z.string(), z.string()])),
    /** Older data has none. */
    parted: z.array(z.tuple([z.string(), z.string(), z.string()])).optional(),
  }),
});
type DivisionsFile = z.infer<typeof divisionsFile>;

/** `towns.json`: district code (city code where there are no districts) → town names joined by commas. */
export const townsFile = z.object({ ...head, tables: z.record(z.string(), z.string()) });

/** `initials.json`: letter → characters that begin so, and the names in which one reads otherwise. */
export const initialsFile = z.object({
  ...head,
  tables: z.object({
    byLetter: z.record(z.string(), z.string()),
    exceptions: z.record(z.string(), z.string()),
  }),
});

interface GrowingDivision extends Division {
  readonly children: GrowingDivision[];
}

export interface DivisionIndex {
  readonly provinces: readonly Division[];
  readonly byCode: ReadonlyMap<string, Division>;
  readonly names: NameTrie;
  /** Why a district gave towns to another that stands beside it now: `330110>330113` → `split:2021`. */
  readonly parted: ReadonlyMap<string, string>;
}

function growTree(tables: DivisionsFile['tables']): Map<string, GrowingDivision> {
  const byCode = new Map<string, GrowingDivision>();
  const grow = (code: string, name: string, level: DivisionLevel, parent: GrowingDivision | null) => {
    const division: GrowingDivision = { code, name, level, parent, children: [] };
    parent?.children.push(division);
    byCode.set(code, division);
    return division;
  };
  for (const [provinceCode, provinceName, cities] of tables.provinces) {
    const province = grow(provinceCode, provinceName, 'province', null);
    for (const [cityCode, cityName, districts] of cities) {
      // 重庆 keeps its counties under a second code; on a parcel they belong to the one city.
      const twin = cityName === '' ? undefined : province.children.find((city) => city.name === cityName);
      const city = twin ?? grow(cityCode, cityName, 'city', province);
      if (twin !== undefined) byCode.set(cityCode, twin);
      for (const [districtCode, districtName] of districts) {
        grow(districtCode, districtName, 'district', city);
      }
    }
  }
  return byCode;
}

/** 黄冈地区, 六安行署 and 延边自治州: what a prefecture was called before it became a city, and its short form. */
function addPrefectureNames(city: Division, names: NameTrie): void {
  const stem = shortName(city.name);
  if (city.level !== 'city' || stem === '' || city.parent?.name === city.name) return;
  const units = city.name.endsWith('市') ? ['地区', '行署', '专区', '地区行署'] : ['自治州'];
  if (!/(?:市|自治州)$/.test(city.name)) return;
  for (const unit of units)
    if (names.exact(`${stem}${unit}`).length === 0)
      names.add(`${stem}${unit}`, { division: city, kind: 'alias', reason: '' });
}

/** 宝安 means 宝安区 today, whatever 宝安县 once covered, and 许昌 the city that 许昌县 lay around. */
function isShortInForce(
  short: string,
  codes: readonly string[],
  byCode: ReadonlyMap<string, Division>,
): boolean {
  return codes.some((code) => {
    const division = byCode.get(code);
    return [division, division?.parent].some((one) => shortName(one?.name ?? '') === short);
  });
}

function addFormerNames(
  tables: DivisionsFile['tables'],
  byCode: ReadonlyMap<string, Division>,
  names: NameTrie,
): void {
  for (const [name, reason, codes] of tables.oldNames) {
    const short = isShortInForce(shortName(name), codes, byCode) ? '' : shortName(name);
    for (const code of codes) {
      const division = byCode.get(code);
      if (division === undefined) continue;
      names.add(name, { division, kind: 'old', reason });
      if (short !== '' && short !== shortName(division.name))
        names.add(short, { division, kind: 'old', reason });
    }
  }
  for (const [name, code] of tables.aliases) {
    const division = byCode.get(code);
    if (division !== undefined) names.add(name, { division, kind: 'alias', reason: 'alias' });
  }
}

/** Builds the tree and one trie over full, short, colloquial, former and alias names. */
export function indexDivisions(tables: DivisionsFile['tables']): DivisionIndex {
  const byCode = growTree(tables);
  const names = new NameTrie();
  const all = [...new Set(byCode.values())].filter(({ name }) => name !== '');
  for (const division of all) names.add(division.name, { division, kind: 'full', reason: '' });
  for (const division of all) {
    const colloquial = colloquialName(division.name);
    if (colloquial !== '') names.add(colloquial, { division, kind: 'alias', reason: '' });
    const short = shortName(division.name);
    if (short !== '') names.add(short, { division, kind: 'short', reason: '' });
  }
  addFormerNames(tables, byCode, names);
  for (const division of all) addPrefectureNames(division, names);
  const parted = new Map((tables.parted ?? []).map(([from, to, reason]) => [`${from}>${to}`, reason]));
  return { provinces: all.filter(({ level }) => level === 'province'), byCode, names, parted };
}
