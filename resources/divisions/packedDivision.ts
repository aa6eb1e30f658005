/** `[code, name, children]`; a city without a name groups counties that stand directly under the province. */
export type PackedDistrict = readonly [code: string, name: string];
export type PackedCity = readonly [code: string, name: string, districts: PackedDistrict[]];
export type PackedProvince = readonly [code: string, name: string, cities: PackedCity[]];
