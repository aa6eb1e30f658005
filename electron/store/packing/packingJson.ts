import { z } from 'zod';
import { countWays, packOverrides } from '../../../shared/domain/packing/packing.ts';
import { storedJson } from '../database/storedJson.ts';

/** What of one line of the order lies in this parcel. */
const counted = z.object({
  line: z.number().int().min(0),
  pieces: z.number().int().min(0),
  by: z.enum(countWays),
});
export type Counted = Readonly<z.infer<typeof counted>>;
export const countsJson = storedJson('counts_json', z.array(counted));

/** Who let what pass, and why. */
const overridden = z.object({
  of: z.enum(packOverrides),
  reason: z.string(),
  operator: z.string(),
  /** Who allowed it by PIN; empty: nobody had to. */
  approver: z.string(),
  at: z.number().int(),
});
export type Overridden = Readonly<z.infer<typeof overridden>>;
export const overridesJson = storedJson('overrides_json', z.array(overridden));

export const gramsJson = storedJson('grams_json', z.array(z.number().int()));

export const orderIdsJson = storedJson('orders_json', z.array(z.string()));

const taught = z.object({
  goodsKey: z.string(),
  hasSerials: z.number().int(),
  savedBy: z.string(),
  savedAt: z.number().int(),
});

/** A barcode of goods as it stood before a change and after it; null: it was not taught. */
const changedGoodsCode = z.object({ code: z.string(), before: taught.nullable(), after: taught.nullable() });
export type ChangedGoodsCode = Readonly<z.infer<typeof changedGoodsCode>>;
export const goodsCodeRowsJson = storedJson('rows_json', z.array(changedGoodsCode));
