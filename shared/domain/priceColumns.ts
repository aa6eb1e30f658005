import type { Language } from '../text/describeError.ts';

/** Columns of a price file, in the order of the template. */
export const priceColumns = [
  'zone',
  'places',
  'upToKg',
  'firstKg',
  'firstYuan',
  'stepKg',
  'stepYuan',
  'surchargeYuan',
] as const;
export type PriceColumn = (typeof priceColumns)[number];

/** Without them a file says no price. */
export const neededPriceColumns: readonly PriceColumn[] = ['places', 'firstYuan'];

export const priceColumnNames: Readonly<Record<Language, Readonly<Record<PriceColumn, string>>>> = {
  'zh-CN': {
    zone: '分区',
    places: '省份或城市',
    upToKg: '重量上限(kg)',
    firstKg: '首重(kg)',
    firstYuan: '首重价(元)',
    stepKg: '续重(kg)',
    stepYuan: '续重价(元)',
    surchargeYuan: '附加费(元)',
  },
  en: {
    zone: 'Zone',
    places: 'Provinces or cities',
    upToKg: 'Up to (kg)',
    firstKg: 'First weight (kg)',
    firstYuan: 'First price (¥)',
    stepKg: 'Continued weight (kg)',
    stepYuan: 'Continued price (¥)',
    surchargeYuan: 'Surcharge (¥)',
  },
};

/** The column a header names, whatever its brackets, blanks and units look like; null: none of ours. */
export function priceColumnOf(header: string): PriceColumn | null {
  const wanted = plain(header);
  const names = Object.values(priceColumnNames);
  return priceColumns.find((column) => names.some((name) => plain(name[column]) === wanted)) ?? null;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/\s/g, '');
}
