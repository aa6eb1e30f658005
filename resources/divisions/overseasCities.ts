import type { PackedCity, PackedDistrict } from './packedDivision.ts';

export interface VantAreaList {
  readonly city_list: Readonly<Record<string, string>>;
  readonly county_list: Readonly<Record<string, string>>;
}

/** Fillers and misspelt doubles of the source. */
const notDistrict = new Set(['其它区', '钓鱼台', '芩雅区', '莰顶乡', '员林镇', '头份镇', '太鲁阁']);

/** 桃园 became a special municipality in 2014: its townships are districts since, the source lists both. */
function currentName(city: string, name: string): string {
  return city === '桃园市' ? name.replace(/[市镇乡]$/, '区').replace(/^平区$/, '平镇区') : name;
}

/** Cities and districts under a two-digit province code, each name once, in code order. */
export function overseasCities(list: VantAreaList, provinceCode: string): PackedCity[] {
  return Object.entries(list.city_list)
    .filter(([code]) => code.startsWith(provinceCode))
    .map(([code, name]): PackedCity => {
      const districts = new Map<string, PackedDistrict>();
      for (const [districtCode, written] of Object.entries(list.county_list)) {
        const current = currentName(name, written);
        if (!districtCode.startsWith(code.slice(0, 4)) || notDistrict.has(current)) continue;
        if (!districts.has(current)) districts.set(current, [districtCode, current]);
      }
      return [code, name, [...districts.values()]];
    });
}
