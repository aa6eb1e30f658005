import { z } from 'zod';
import { billFeeFields, billFields, isRemittance } from '../../../shared/domain/bills/bill.ts';
import { storedJson } from '../database/storedJson.ts';

const wholeNumber = z.number().int();

export const toleranceSchema = z.object({
  weightGrams: wholeNumber,
  percent: wholeNumber,
  priceFen: wholeNumber,
  roundsUpToGrams: wholeNumber,
});
export const toleranceJson = storedJson('tolerance_json', toleranceSchema);

/** How the columns of a bill were read: for evidence, and to say it again. */
export const layoutJson = storedJson(
  'layout_json',
  z.object({
    sheet: z.string(),
    headerRowNo: wholeNumber,
    sheetsLeft: z.array(z.string()).default([]),
    columns: z.array(z.object({ header: z.string(), field: z.enum(billFields).nullable() })),
  }),
);

/** Is it a list of money paid out, not a bill? */
export function isPayoutList(bill: { readonly layoutJson: string }): boolean {
  const { columns } = layoutJson.readOr(bill.layoutJson, { columns: [] });
  return isRemittance(columns.map(({ field }) => field));
}

export const feesJson = storedJson('fees_json', z.partialRecord(z.enum(billFeeFields), wholeNumber));
export const layoutColumnsJson = storedJson(
  'columns_json',
  z.record(z.string(), z.enum(billFields).nullable()),
);
