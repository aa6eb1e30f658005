import { overseasCities, type VantAreaList } from './overseasCities.ts';
import type { PackedCity, PackedDistrict, PackedProvince } from './packedDivision.ts';
import { type DivisionPatch, packNames } from './packNames.ts';

export interface LegalNode {
  readonly code: string;
  readonly name: string;
  readonly children?: readonly LegalNode[];
}

export interface ThreeLevels {
  readonly tables: { readonly provinces: PackedProvince[] } & ReturnType<typeof packNames>;
  readonly counts: Record<string, number>;
  /** Name by code, cities and districts. */
  readonly names: ReadonlyMap<string, string>;
}

function cityName(province: string, written: string): string {
  if (written.includes('直辖')) return '';
  return written === '县' || written === '市辖区' ? province : written;
}

function packProvince(node: LegalNode): PackedProvince {
  const cities = (node.children ?? []).map((city): PackedCity => {
    const districts = (city.children ?? []).map((district): PackedDistrict => [district.code, district.name]);
    return [city.code, cityName(node.name, city.name), districts];
  });
  return [node.code, node.name, cities];
}

/** Joins the legal list, the districts of 香港, 澳门 and 台湾, and the patch into one tree and its other names. */
export function packThreeLevels(
  legal: readonly LegalNode[],
  overseas: VantAreaList,
  patch: DivisionPatch,
): ThreeLevels {
  const provinces = legal.map(packProvince);
  const counts = {
    provinces: provinces.length,
    cities: provinces.flatMap(([, , cities]) => cities).length,
    districts: provinces.flatMap(([, , cities]) => cities.flatMap(([, , districts]) => districts)).length,
  };
  for (const [code, , cities] of provinces) {
    if (cities.length === 0) cities.push(...overseasCities(overseas, code.slice(0, 2)));
  }
  for (const extra of patch.extraDistricts) {
    const city = provinces
      .find(([, name]) => name === extra.province)?.[2]
      .find(([, name]) => name === extra.city);
    if (city === undefined) throw new Error(`patch: no ${extra.province} ${extra.city}`);
    city[2].push([extra.code, extra.name]);
  }
  const everyCity = provinces.flatMap(([, , cities]) => cities);
  const names = new Map(
    everyCity.flatMap(([code, name, districts]) => [[code, name] as const, ...districts]),
  );
  const everyDistrict = everyCity.flatMap(([, , districts]) => districts);
  return {
    tables: { provinces, ...packNames(provinces, patch) },
    counts: { ...counts, citiesWithOverseas: everyCity.length, districtsWithExtras: everyDistrict.length },
    names,
  };
}
