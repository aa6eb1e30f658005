import { z } from 'zod';

/** More than any parcel costs; a larger number is a mistake, not a price. */
const highestFen = 100_000_000;

/** Yuan as number or text → fen; null for everything that is no price. */
export const wireMoney = z
  .unknown()
  .optional()
  .transform((value): number | null => {
    const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
    if (!/^\d{1,9}(\.\d{1,6})?$/.test(text)) return null;
    const amountFen = Math.round(Number(text) * 100);
    return amountFen <= highestFen ? amountFen : null;
  });
