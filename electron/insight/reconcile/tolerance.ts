import type { BillTolerance } from '../../../shared/domain/bills/bill.ts';

function within(difference: number, of: number, least: number, percent: number): boolean {
  return Math.abs(difference) <= Math.max(least, Math.floor((Math.abs(of) * percent) / 100));
}

/** Carriers charge whole steps: anything from our weight to the next step is what they should have billed. */
export function isSameWeight(billedGrams: number, ownGrams: number, tolerance: BillTolerance): boolean {
  const { weightGrams, percent, roundsUpToGrams } = tolerance;
  if (within(billedGrams - ownGrams, ownGrams, weightGrams, percent)) return true;
  if (roundsUpToGrams <= 0) return false;
  const rounded = Math.ceil(ownGrams / roundsUpToGrams) * roundsUpToGrams;
  return billedGrams >= ownGrams && billedGrams <= rounded;
}

export function isSamePrice(
  billedFen: number,
  expectedFen: number,
  { priceFen, percent }: BillTolerance,
): boolean {
  return within(billedFen - expectedFen, expectedFen, priceFen, percent);
}
