import type { PriceStep, PriceZone } from './freight.ts';
import type { PriceColumn } from './priceColumns.ts';

export type PriceCells = Readonly<Record<PriceColumn, string>>;

/** Zones as rows that are read back the same: what belongs to the zone stands in its first row. */
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
