import type { caseKindFacts } from '../../../shared/domain/cases/trackingCase.ts';
import { plainYuan } from '../../../shared/rules/amounts.ts';

type Limit = NonNullable<(typeof caseKindFacts)[keyof typeof caseKindFacts]['limit']>;

/** A limit as people read and type it: hours and grams whole, money in yuan, 0.50. */
export const limitText = (unit: Limit['unit'], limit: number): string =>
  unit === 'fen' ? plainYuan(limit) : String(limit);

/** null: no such number, or out of range. */
export function readLimit(
  text: string,
  { unit, least, most }: Pick<Limit, 'unit' | 'least' | 'most'>,
): number | null {
  const typed = text.trim();
  const isNumber = unit === 'fen' ? /^\d{1,6}(\.\d{1,2})?$/.test(typed) : /^\d{1,6}$/.test(typed);
  const limit = Math.round(Number(typed) * (unit === 'fen' ? 100 : 1));
  return isNumber && limit >= least && limit <= most ? limit : null;
}
