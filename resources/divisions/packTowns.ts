import type { DivisionPatch } from './packNames.ts';

type ExtraTowns = DivisionPatch['extraTowns'];

/** Rows that count something else than a town: zones, parks, offices, companies, prisons, statistical fillers. */
const notTown =
  /(开发区|园区|工业园|产业园|科技园|物流园|创业园|保税区|示范区|经济区|工业区|集聚区|聚集区|集中区|度假区|风景区|旅游区|保护区|高新区|管委会|管理委员会|公司|集团|监狱|劳教所|区划|级单位|中心|办公室|生活区|片区|部分)$|[（(]/;

export interface PackedTowns {
  /** District code (city code where there are no districts) → town names joined by commas. */
  readonly tables: Readonly<Record<string, string>>;
  /** Of the towns `former` are none of the present list. */
  readonly counts: { readonly towns: number; readonly dropped: number; readonly former: number };
}

type TownsByDistrict = ReadonlyMap<string, Set<string>>;

/** 当阳市玉阳街道办事处 → 玉阳街道: some rows carry the name of their district and of the office. */
function townName(written: string, owner: string): string {
  const name = written.replace(/办事处$/, '');
  const bare = name.startsWith(owner) ? name.slice(owner.length) : name;
  return /^.{1,}(?:街道|镇|乡|苏木)$/.test(bare) ? bare : name;
}

/** Reads `code,"name",areaCode,provinceCode,cityCode` rows by district. A zone's towns go to its city. */
function readTowns(
  streetsCsv: string,
  divisionNames: ReadonlyMap<string, string>,
): { readonly towns: Map<string, Set<string>>; readonly dropped: number } {
  const towns = new Map<string, Set<string>>();
  let dropped = 0;
  for (const line of streetsCsv.split('\n').slice(1)) {
    const row = /^\d+,"([^"]+)",(\d{6}),/.exec(line);
    if (row === null) continue;
    const [, written = '', area = ''] = row;
    const owner = divisionNames.has(area) ? area : `${area.slice(0, 4)}00`;
    const name = townName(written, divisionNames.get(owner) ?? '');
    if (notTown.test(name) || !divisionNames.has(owner)) {
      dropped += 1;
      continue;
    }
    towns.set(owner, (towns.get(owner) ?? new Set()).add(name));
  }
  return { towns, dropped };
}

/** 布吉 of 布吉镇 and 布吉街道. */
const stemOf = (town: string): string => town.replace(/(?:街道|镇|乡|苏木)$/, '');

/** Former rows that were no towns either: 林都社区街道, 城区街道, 陈旗西乌珠尔苏木. */
const notFormerTown = /区|办事处|管理|旗.+苏木|.{9}/;

/**
 * 周庄镇, which the present list counts as a part of a resort, 海棠湾镇, 官当镇: gone from the list, and still written. A district
 * that stands has the land of its former towns, unless another of its city has a town of that name today.
 */
function addFormer(towns: Map<string, Set<string>>, former: TownsByDistrict): number {
  const homes = new Map<string, string>();
  const placeOf = (district: string, town: string): string => `${district.slice(0, 4)} ${stemOf(town)}`;
  for (const [district, names] of towns)
    for (const name of names) homes.set(placeOf(district, name), district);
  let added = 0;
  for (const [district, names] of former) {
    const present = towns.get(district) ?? new Set<string>();
    for (const name of names) {
      const home = homes.get(placeOf(district, name)) ?? district;
      const isTown = stemOf(name) !== name && !notFormerTown.test(name);
      if (!isTown || home !== district || present.has(name)) continue;
      towns.set(district, present.add(name));
      added += 1;
    }
  }
  return added;
}

/** Checks what the patch names: a code that is another district stops the build. */
function patchedTowns(patch: ExtraTowns, divisionNames: ReadonlyMap<string, string>): TownsByDistrict {
  for (const { code, district } of patch)
    if (divisionNames.get(code) !== district) throw new Error(`patch: ${code} is not ${district}`);
  return new Map(patch.map(({ code, towns }) => [code, new Set(towns)]));
}

/** Towns by district: those of the present list, and those of a former one and of the patch that are still written. */
export function packTowns(
  streetsCsv: string,
  formerCsv: string,
  patch: ExtraTowns,
  divisionNames: ReadonlyMap<string, string>,
): PackedTowns {
  const { towns, dropped } = readTowns(streetsCsv, divisionNames);
  const former =
    addFormer(towns, readTowns(formerCsv, divisionNames).towns) +
    addFormer(towns, patchedTowns(patch, divisionNames));
  const tables: Record<string, string> = {};
  for (const owner of [...towns.keys()].sort()) tables[owner] = [...(towns.get(owner) ?? [])].join(',');
  const counted = [...towns.values()].reduce((sum, names) => sum + names.size, 0);
  return { tables, counts: { towns: counted, former, dropped } };
}
