import type { PriceStep, PriceTable, PriceZone } from './freight.ts';

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

export const priceColumnNames: Readonly<Record<'zh-CN' | 'en', Readonly<Record<PriceColumn, string>>>> = {
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

/** As carriers and shops head such columns themselves. */
const ownNames: Readonly<Partial<Record<PriceColumn, RegExp>>> = {
  zone: /^(?:分区|区域分组|大区|价区|计费区|zone)$/,
  places:
    /^(?:(?:目的地?|到达|收[件货]|派送|寄达)?(?:省份?|省市|省区|省\/(?:市|直辖市|自治区)|地区|区域|城市|省份?[/、和或]城市)|目的地|到达地|寄达地|province|provinces|region|destination)$/,
  upToKg: /^(?:重量上限|上限重量|最大重量|最高重量|上限)(?:kg|公斤|千克)?$/,
  firstKg: /^首重(?:重量)?(?:kg|公斤|千克)?$/,
  stepKg: /^续重(?:重量|单位)?(?:kg|公斤|千克)?$/,
  surchargeYuan: /^(?:附加费|偏远附加费|偏远费|加收|surcharge)元?$/,
};

/** A price, by its unit or its word: 首重(元), 首重价格, 续费, 续重/kg, 续重每公斤. */
const priceWord = /元|[¥￥]|价|费|金额|每|\//;
/** 首重(0.5kg): of a weight that the column does not hold, a price is not read as one of the usual kilogram. */
const otherWeight = /(?!1(?:\.0+)?(?:kg|公斤|千克))(?<![\d.])\d+(?:\.\d+)?(?:kg|公斤|千克|g|克|斤)/;

/** The column a header names, whatever its brackets, blanks and units look like; null: none of ours. */
export function priceColumnOf(header: string): PriceColumn | null {
  const folded = header.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  const price = /^(首重?|续重?)/.exec(folded)?.[1];
  if (price !== undefined && priceWord.test(folded)) {
    if (otherWeight.test(folded)) return null;
    return price.startsWith('首') ? 'firstYuan' : 'stepYuan';
  }
  const wanted = plain(header);
  const names = Object.values(priceColumnNames);
  const named = priceColumns.find((column) => names.some((name) => plain(name[column]) === wanted));
  return named ?? priceColumns.find((column) => ownNames[column]?.test(wanted) === true) ?? null;
}

/** The columns of a header row. 首重 and 续重 without a unit are the prices where no other column is: each of them is meant by some. */
export function priceColumnsOf(headers: readonly string[]): readonly (PriceColumn | null)[] {
  const columns = headers.map(priceColumnOf);
  if (columns.includes('firstYuan')) return columns;
  const isBare = (index: number) => /^[首续]重$/.test(headers[index]?.replace(/\s/g, '') ?? '');
  return columns.map((column, index) => {
    if (!isBare(index)) return column;
    return column === 'firstKg' ? 'firstYuan' : 'stepYuan';
  });
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/\s/g, '');
}

/** `dates`: ends before it begins · `steps`: a zone's weights do not rise · `place`: is in two zones. */
interface PriceTableProblem {
  readonly kind: 'dates' | 'steps' | 'place';
  /** The dates, the zone or the place, as they are written. */
  readonly detail: string;
}

/** A table that could be read two ways is refused: what it says would be chance. null: it is sound. */
export function priceTableProblem({
  validFrom,
  validTo,
  zones,
}: Pick<PriceTable, 'validFrom' | 'validTo' | 'zones'>): PriceTableProblem | null {
  if (validFrom !== '' && validTo !== '' && validTo < validFrom)
    return { kind: 'dates', detail: `${validFrom} – ${validTo}` };
  const unsorted = zones.find((zone) => !isAscending(zone));
  if (unsorted !== undefined) return { kind: 'steps', detail: unsorted.name };
  const seen = new Set<string>();
  for (const { province, city } of zones.flatMap(({ places }) => places)) {
    const place = `${province}${city}`;
    if (seen.has(place)) return { kind: 'place', detail: place };
    seen.add(place);
  }
  return null;
}

/** Only the last step may be without limit. */
function isAscending({ steps }: PriceZone): boolean {
  return steps.every(({ upToGrams }, index) => {
    const next = steps[index + 1];
    if (next === undefined) return true;
    return upToGrams !== null && (next.upToGrams === null || upToGrams < next.upToGrams);
  });
}

export type PriceCells = Readonly<Record<PriceColumn, string>>;

/** Zones as rows that are read back the same: what belongs to the zone is in its first row. */
export function priceRowsOf(zones: readonly PriceZone[]): PriceCells[] {
  return zones.flatMap(({ name, places, steps, surchargeFen }) => {
    const named = places.map(({ province, city }) => (city === '' ? province : city)).join('、');
    return steps.map((step, index) => ({
      zone: index === 0 ? name : '',
      places: index === 0 ? named : '',
      ...stepCells(step),
      surchargeYuan: index === 0 && surchargeFen > 0 ? decimal(surchargeFen, 100) : '',
    }));
  });
}

function stepCells(step: PriceStep): Omit<PriceCells, 'zone' | 'places' | 'surchargeYuan'> {
  const upToKg = step.upToGrams === null ? '' : decimal(step.upToGrams, 1000);
  if (step.kind === 'flat')
    return { upToKg, firstKg: '', firstYuan: decimal(step.amountFen, 100), stepKg: '', stepYuan: '' };
  return {
    upToKg,
    firstKg: decimal(step.firstGrams, 1000),
    firstYuan: decimal(step.firstFen, 100),
    stepKg: decimal(step.stepGrams, 1000),
    stepYuan: decimal(step.stepFen, 100),
  };
}

function decimal(amount: number, perUnit: 100 | 1000): string {
  const text = (amount / perUnit).toFixed(perUnit === 100 ? 2 : 3);
  return text.replace(/\.?0+$/, '');
}

export interface PriceRow {
  /** As a spreadsheet program shows it. */
  readonly rowNumber: number;
  readonly cells: Readonly<Partial<Record<PriceColumn, string>>>;
}

interface RefusedPriceRow {
  readonly row: number;
  readonly code: 'PRICE_CELL_INVALID' | 'PRICE_PLACE_UNKNOWN';
  readonly column: PriceColumn;
}

export type PlaceReader = (name: string) => readonly { province: string; city: string }[] | null;

export interface ReadPrices {
  readonly zones: PriceZone[];
  readonly refused: RefusedPriceRow[];
}

/** Heaviest parcel a row may speak of, kg; the dearest price, yuan. */
const mostKg = 100_000;
const mostYuan = 1_000_000;

interface GrowingZone {
  name: string;
  places: Map<string, { province: string; city: string }>;
  steps: PriceStep[];
  surchargeFen: number;
}

/**
 * One row is one weight step of one zone; rows of the same zone, or of the same places, belong together. A row that names
 * neither belongs to the row above it, as under a merged cell.
 */
export function readPriceRows(rows: readonly PriceRow[], placesOf: PlaceReader): ReadPrices {
  const zones = new Map<string, GrowingZone>();
  const refused: RefusedPriceRow[] = [];
  let above = '';
  for (const { rowNumber: row, cells } of rows) {
    if (Object.values(cells).every((text) => text.trim() === '')) continue;
    const placesText = cells.places?.trim() ?? '';
    const name = (cells.zone ?? '').trim() || placesText.slice(0, 40) || above;
    above = name;
    const refuse = (code: RefusedPriceRow['code'], column: PriceColumn): void =>
      void refused.push({ row, code, column });
    const places = placesText === '' ? [] : splitPlaces(placesText).map(placesOf);
    const zone: GrowingZone = zones.get(name) ?? { name, places: new Map(), steps: [], surchargeFen: 0 };
    if (places.some((found) => found === null) || (placesText === '' && zone.places.size === 0)) {
      refuse('PRICE_PLACE_UNKNOWN', 'places');
      continue;
    }
    const step = readStep(cells);
    const surchargeFen = figure(cells.surchargeYuan, 100, mostYuan);
    if (typeof step === 'string' || surchargeFen === 'wrong') {
      refuse('PRICE_CELL_INVALID', typeof step === 'string' ? step : 'surchargeYuan');
      continue;
    }
    for (const place of places.flatMap((found) => found ?? []))
      zone.places.set(`${place.province}\n${place.city}`, place);
    zone.steps.push(step);
    zone.surchargeFen = Math.max(zone.surchargeFen, surchargeFen ?? 0);
    zones.set(name, zone);
  }
  return { zones: [...zones.values()].map(finish), refused };
}

function finish({ name, places, steps, surchargeFen }: GrowingZone): PriceZone {
  const limit = ({ upToGrams }: PriceStep) => upToGrams ?? Number.POSITIVE_INFINITY;
  const sorted = [...steps].sort((a, b) => (limit(a) === limit(b) ? 0 : limit(a) - limit(b)));
  return { name, places: [...places.values()], steps: sorted, surchargeFen };
}

/** Names of places as people list them. */
export function splitPlaces(text: string): string[] {
  return text
    .split(/[、,，;；/\s]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** A step with a continued price grows with the weight; one without has a single price up to its limit. A column: it is wrong. */
function readStep(cells: PriceRow['cells']): PriceStep | PriceColumn {
  const upToGrams = figure(cells.upToKg, 1000, mostKg);
  const firstGrams = figure(cells.firstKg, 1000, mostKg);
  const firstFen = figure(cells.firstYuan, 100, mostYuan);
  const stepGrams = figure(cells.stepKg, 1000, mostKg);
  const stepFen = figure(cells.stepYuan, 100, mostYuan);
  if (upToGrams === 'wrong' || upToGrams === 0) return 'upToKg';
  if (firstGrams === 'wrong' || firstGrams === 0) return 'firstKg';
  if (firstFen === 'wrong' || firstFen === null) return 'firstYuan';
  if (stepGrams === 'wrong' || stepGrams === 0) return 'stepKg';
  if (stepFen === 'wrong') return 'stepYuan';
  if (stepFen === null) {
    const limit = upToGrams ?? firstGrams;
    return limit === null ? 'upToKg' : { kind: 'flat', upToGrams: limit, amountFen: firstFen };
  }
  return {
    kind: 'continued',
    upToGrams,
    firstGrams: firstGrams ?? 1000,
    firstFen,
    stepGrams: stepGrams ?? 1000,
    stepFen,
  };
}

/** A figure in whole small units, without passing through a float; null: the cell is empty. */
function figure(text: string | undefined, perUnit: 100 | 1000, most: number): number | null | 'wrong' {
  const plain = (text ?? '').normalize('NFKC').replace(/[¥￥,\s]|元|kg|公斤/gi, '');
  if (plain === '') return null;
  const found = /^(\d{1,9})(?:\.(\d+))?$/.exec(plain);
  if (found === null) return 'wrong';
  const digits = perUnit === 100 ? 2 : 3;
  const fraction = (found[2] ?? '').replace(/0+$/, '');
  if (fraction.length > digits) return 'wrong';
  const whole = Number(found[1]);
  return whole > most ? 'wrong' : whole * perUnit + Number(fraction.padEnd(digits, '0'));
}
