import { z } from 'zod';
import { procedure } from './failure.ts';
import { internal, open } from './fieldClass.ts';
import { freightSchema, priceTableSchema } from './freightSchema.ts';
import { countSchema, idSchema } from './windowSchema.ts';

export type FreightView = z.infer<typeof freightSchema>;

const tableRow = z.object({
  id: idSchema,
  name: internal(z.string()),
  accountId: internal(z.string()),
  /** Empty: every account. */
  accountName: internal(z.string()),
  carrier: open(z.string()),
  validFrom: open(z.string()),
  validTo: open(z.string()),
  zones: countSchema,
  state: open(z.enum(['valid', 'not-yet', 'over'])),
});
export type PriceTableRow = z.infer<typeof tableRow>;

/** The merchant's own prices, and what an order would cost by them or by the platform's word. */
export const freightContract = {
  tables: procedure.output(z.array(tableRow)),
  table: procedure.input(z.object({ id: idSchema })).output(priceTableSchema),
  saveTable: procedure.input(z.object({ table: priceTableSchema })).output(z.array(tableRow)),
  removeTable: procedure.input(z.object({ id: idSchema })).output(z.array(tableRow)),
  /** Reads zones and steps of a filled-in template; nothing is stored. */
  readFile: procedure.input(z.object({ path: internal(z.string().max(1000)) })).output(
    z.object({
      zones: priceTableSchema.shape.zones,
      refused: z.array(z.object({ row: countSchema, code: open(z.string()), column: internal(z.string()) })),
    }),
  ),
  /** Writes an empty template with two sample zones into the workspace. */
  writeTemplate: procedure.output(z.object({ path: internal(z.string()) })),
  /** What an order would cost with each lane that has a price table or a platform's word. */
  ofOrder: procedure.input(z.object({ orderId: idSchema })).output(
    z.array(
      z.object({
        accountId: internal(z.string()),
        accountName: internal(z.string()),
        carrier: open(z.string()),
        /** The account's platform can be asked. */
        canAsk: open(z.boolean()),
        freight: freightSchema,
      }),
    ),
  ),
  /** Asks the account's platform now and keeps the answer. */
  ask: procedure
    .input(z.object({ orderId: idSchema, accountId: idSchema, carrier: open(z.string().max(20)) }))
    .output(freightSchema),
};
