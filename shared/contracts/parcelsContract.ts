import { z } from 'zod';
import { internal, open } from './fieldClass.ts';
import { orderRowSchema } from './ordersContract.ts';
import { procedure } from './procedure.ts';
import { countSchema, idSchema, versionSchema } from './windowSchema.ts';

const wish = z.object({
  orderId: idSchema,
  version: versionSchema,
  reason: internal(z.string().min(2).max(100)),
});

/** What is not a reprint: another number for a booked order, and another parcel of it. */
export const parcelsContract = {
  /**
   * Gives the number back and, once that is known to have happened, books the order again under the next revision of its code.
   * `isGivenBack` is a person's word that the old number will not be used; refused unless the platform would not take it back.
   */
  renumber: procedure
    .input(wish.extend({ isGivenBack: open(z.boolean()) }))
    .output(z.object({ oldWaybillNo: internal(z.string()), planned: countSchema })),
  /** Another booking of its own for a booked order: an order `NO-X1` beside it. */
  add: procedure
    .input(
      wish.extend({
        parcelCount: open(z.number().int().min(1).max(300)),
        goods: internal(z.string().max(100)),
        weightGrams: open(z.number().int().min(1).max(10_000_000).nullable()),
      }),
    )
    .output(z.object({ extra: orderRowSchema, planned: countSchema })),
};
