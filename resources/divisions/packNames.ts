import type { PackedProvince } from './packedDivision.ts';

/** Shape of `patch.json`. */
export interface DivisionPatch {
  readonly extraDistricts: readonly { province: string; city: string; code: string; name: string }[];
  /** Towns that no list of `build.ts` has under their district of today. */
  readonly extraTowns: readonly { district: string; code: string; towns: readonly string[] }[];
  readonly oldDistricts: readonly {
    province: string;
    city: string;
    from: string;
    to: readonly string[];
    kind: string;
    year?: number;
  }[];
  readonly oldCities: readonly { province: string; from: string; to: string; kind: string; year?: number }[];
  /** `玉环县>玉环市`, unique within the province. */
  readonly upgraded: readonly { province: string; names: readonly string[] }[];
  readonly aliases: readonly { name: string; path: string }[];
  /** Districts that gave towns to another and stand beside it: their towns of today decide which is meant. */
  readonly parted: readonly { city: string; from: string; to: string; year: number }[];
}

/** Old name, `kind:year` or `kind`, codes it may mean today. */
export type PackedOldName = readonly [name: string, reason: string, codes: readonly string[]];
export type PackedAlias = readonly [name: string, code: string];
/** Who gave towns away, who has them now, `split:year`. */
export type PackedParted = readonly [from: string, to: string, reason: string];

/** Resolves every path of the patch to codes; a path that is not in the tree stops the build. */
export function packNames(
  provinces: readonly PackedProvince[],
  patch: DivisionPatch,
): { oldNames: PackedOldName[]; aliases: PackedAlias[]; parted: PackedParted[] } {
  const codeOf = (path: string): string => {
    const [provinceName, cityName, districtName] = path.split('/');
    const province = provinces.find(([, name]) => name === provinceName);
    const cities = (province?.[2] ?? []).filter(([, name]) => name === cityName);
    const districts = cities.flatMap(([, , list]) => list).filter(([, name]) => name === districtName);
    const found =
      cityName === undefined
        ? province?.[0]
        : districtName === undefined
          ? cities[0]?.[0]
          : districts[0]?.[0];
    if (found === undefined) throw new Error(`patch: ${path} is not in the tree`);
    return found;
  };
  const onlyDistrict = (provinceName: string, name: string): string => {
    const province = provinces.find(([, written]) => written === provinceName);
    const districts = (province?.[2] ?? []).flatMap(([, , list]) => list).filter(([, n]) => n === name);
    if (districts.length !== 1 || districts[0] === undefined) {
      throw new Error(`patch: ${provinceName} has ${districts.length} districts ${name}`);
    }
    return districts[0][0];
  };
  const reason = (kind: string, year?: number): string => (year === undefined ? kind : `${kind}:${year}`);
  const oldNames: PackedOldName[] = [
    ...patch.oldDistricts.map((old): PackedOldName => {
      const codes = old.to.map((to) => codeOf(`${old.province}/${old.city}/${to}`));
      return [old.from, reason(old.kind, old.year), codes];
    }),
    ...patch.oldCities.map((old): PackedOldName => {
      return [old.from, reason(old.kind, old.year), [codeOf(`${old.province}/${old.to}`)]];
    }),
    ...patch.upgraded.flatMap(({ province, names }) =>
      names.map((pair): PackedOldName => {
        const [from = '', to = ''] = pair.split('>');
        return [from, 'upgraded', [onlyDistrict(province, to)]];
      }),
    ),
  ];
  const aliases = patch.aliases.map(({ name, path }): PackedAlias => [name, codeOf(path)]);
  const parted = patch.parted.map(
    ({ city, from, to, year }): PackedParted => [
      codeOf(`${city}/${from}`),
      codeOf(`${city}/${to}`),
      reason('split', year),
    ],
  );
  return { oldNames, aliases, parted };
}
