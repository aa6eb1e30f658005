import { priceTableProblem } from '../../../../shared/domain/prices.ts';
import { keysOf, recordOf } from '../../../../shared/rules/typedRecord.ts';
import type { PriceTable } from '../../../bridge/questions.ts';
import { amountOf } from '../ruleDraft.ts';
import type { PriceHistory, PriceReading } from './usePriceGrid.ts';

/** Fields of the head that hold an amount, as they are typed, and what the table calls them. */
const amountNames = {
  perParcel: 'perParcelFen',
  insurance: 'insuranceBasisPoints',
  insuranceLeast: 'insuranceLeastFen',
  cod: 'codBasisPoints',
  codLeast: 'codLeastFen',
} as const;
type AmountField = keyof typeof amountNames;
export const amountFields: readonly AmountField[] = keysOf(amountNames);

export interface PriceDraft {
  readonly table: PriceTable;
  readonly typed: Readonly<Record<AmountField, string>>;
  readonly history: PriceHistory;
}

/** What keeps a draft from being a price table. */
export type PriceLack = 'name' | 'carrier' | 'amount' | 'dates' | 'zones' | 'cells';

export function typedOf(table: PriceTable): PriceDraft['typed'] {
  const shown = (amount: number): string => (amount === 0 ? '' : String(amount / 100));
  return recordOf(amountFields, (field) => shown(table[amountNames[field]]));
}

/** The table of a draft, or the first thing it lacks. */
export function tableOf(
  { table, typed }: Pick<PriceDraft, 'table' | 'typed'>,
  { zones, refused }: Pick<PriceReading, 'zones' | 'refused'>,
):
  | { readonly table: PriceTable; readonly lacks?: undefined }
  | { readonly table?: undefined; readonly lacks: PriceLack } {
  const amounts = amountFields.map((field) => amountOf(typed[field], 100));
  if (table.name.trim() === '') return { lacks: 'name' };
  if (table.carrier === '') return { lacks: 'carrier' };
  if (amounts.includes('wrong')) return { lacks: 'amount' };
  if (refused.length > 0) return { lacks: 'cells' };
  if (zones.length === 0) return { lacks: 'zones' };
  const problem = priceTableProblem({ ...table, zones });
  if (problem !== null) return { lacks: problem.kind === 'dates' ? 'dates' : 'cells' };
  const read = amountFields.map((field, at) => [amountNames[field], Number(amounts[at] ?? 0)]);
  return {
    table: {
      ...table,
      name: table.name.trim(),
      // Only read from here on: the contract's types say nothing of that.
      zones: zones as PriceTable['zones'],
      ...Object.fromEntries(read),
    },
  };
}
