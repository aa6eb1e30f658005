import { decimalToInteger } from './decimalToInteger.ts';

type WeightUnit = 'kg' | 'g' | 'jin' | 'ton';

/** A bare number above this is grams: no parcel weighs 200 kg, no order file counts in tons. */
const LARGEST_BARE_KG = 200;
const MAX_CHARACTERS = 24;
/** 2 tons. Heavier is a mistake. */
const MAX_GRAMS = 2_000_000;

function unitIn(text: string): WeightUnit | null {
  const plain = text.normalize('NFKC').toLowerCase();
  if (/kg|公斤|千克/.test(plain)) return 'kg';
  if (/斤/.test(plain)) return 'jin';
  if (/吨/.test(plain)) return 'ton';
  if (/克|(?:^|[^a-z])g(?:$|[^a-z])/.test(plain)) return 'g';
  return null;
}

function toGrams(number: string, unit: WeightUnit): number | null {
  if (unit === 'g') return decimalToInteger(number, 0);
  if (unit === 'ton') return decimalToInteger(number, 6);
  const grams = decimalToInteger(number, 3);
  // 斤 is half a kilogram.
  return unit === 'jin' && grams !== null ? Math.round(grams / 2) : grams;
}

/**
 * Weight in grams: unit of the cell, else of the header, else guessed by size (over 200: grams, otherwise kilograms).
 * `null`: blank or zero, `undefined`: cannot be read.
 */
export function readWeightGrams(text: string, header: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (plain === '') return null;
  if (plain.length > MAX_CHARACTERS) return undefined;
  const number = /^(\d*\.?\d+|\d+\.)(?:[a-z公千]*[a-z斤克吨])?$/i.exec(plain)?.[1];
  if (number === undefined) return undefined;
  const guessed: WeightUnit = Number(number) > LARGEST_BARE_KG ? 'g' : 'kg';
  const grams = toGrams(number, unitIn(plain) ?? unitIn(header) ?? guessed);
  if (grams === null || grams > MAX_GRAMS) return undefined;
  return grams === 0 ? null : grams;
}
