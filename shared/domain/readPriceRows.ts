import type { PriceStep, PriceZone } from './freight.ts';
import type { PriceColumn } from './priceColumns.ts';

export interface PriceRow {
  /** As a spreadsheet program shows it. */
  readonly rowNumber: number;
  readonly cells: Readonly<Partial<Record<PriceColumn, string>>>;
}

export interface RefusedPriceRow {
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
