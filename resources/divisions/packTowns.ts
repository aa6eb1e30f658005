/** Rows that count something else than a town: zones, parks, offices, companies, prisons, statistical fillers. */
const notTown =
  /(开发区|园区|工业园|产业园|科技园|物流园|创业园|保税区|示范区|经济区|工业区|集聚区|聚集区|集中区|度假区|风景区|旅游区|保护区|高新区|管委会|管理委员会|公司|集团|监狱|劳教所|区划|级单位|中心|办公室|生活区|片区|部分)$|[（(]/;

export interface PackedTowns {
  /** District code (city code where there are no districts) → town names joined by commas. */
  readonly tables: Readonly<Record<string, string>>;
  readonly counts: { readonly towns: number; readonly dropped: number };
}

/** 当阳市玉阳街道办事处 → 玉阳街道: some rows carry the name of their district and of the office. */
function townName(written: string, owner: string): string {
  const name = written.replace(/办事处$/, '');
  const bare = name.startsWith(owner) ? name.slice(owner.length) : name;
  return /^.{1,}(?:街道|镇|乡)$/.test(bare) ? bare : name;
}

/** Packs `code,"name",areaCode,provinceCode,cityCode` rows by district. A zone's towns go to its city. */
export function packTowns(streetsCsv: string, divisionNames: ReadonlyMap<string, string>): PackedTowns {
  const byDistrict = new Map<string, Set<string>>();
  let towns = 0;
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
    const names = byDistrict.get(owner) ?? new Set<string>();
    byDistrict.set(owner, names);
    if (names.has(name)) continue;
    names.add(name);
    towns += 1;
  }
  const tables: Record<string, string> = {};
  for (const owner of [...byDistrict.keys()].sort()) {
    tables[owner] = [...(byDistrict.get(owner) ?? [])].join(',');
  }
  return { tables, counts: { towns, dropped } };
}
