import { z } from 'zod';
import { internal, open, personal } from './fieldClass.ts';
import { orderRowSchema } from './ordersContract.ts';
import { procedure } from './procedure.ts';
import { idSchema } from './windowSchema.ts';

/** What a packer must see to be sure which parcel lies before him. */
const manualOrder = z.object({
  id: idSchema,
  orderNo: internal(z.string()),
  receiverName: personal('name'),
  place: open(z.string()),
  goodsText: internal(z.string()),
  carrier: open(z.string()),
});

export type ManualOrder = z.infer<typeof manualOrder>;

/** The manual channel: numbers that came from elsewhere, bound by scan. */
export const manualContract = {
  /** The order a scanned code means; refused with the reason when it cannot take a number by hand. */
  find: procedure.input(z.object({ code: internal(z.string().min(1).max(100)) })).output(manualOrder),
  bindNumber: procedure
    .input(
      z.object({
        orderId: idSchema,
        waybillNo: internal(z.string().max(60)),
        carrier: open(z.string().max(20)),
        /** null: no slip. */
        printerUri: internal(z.string().max(500)).nullable(),
      }),
    )
    .output(z.object({ order: orderRowSchema, slipErrorCode: open(z.string()) })),
};
