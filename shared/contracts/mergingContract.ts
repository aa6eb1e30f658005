import { z } from 'zod';
import { mergeLevels } from '../domain/orderChange.ts';
import { internal, open } from './fieldClass.ts';
import { orderRowSchema } from './ordersContract.ts';
import { procedure } from './procedure.ts';
import { countSchema, idSchema, versionSchema, windowInput } from './windowSchema.ts';

const seen = z.object({ orderId: idSchema, version: versionSchema });

/** Goods of the order that go into one parcel: position in `items` of the order's detail, and how many of it. */
const parcel = z.array(z.object({ itemIndex: countSchema, quantity: open(z.number().int().min(1)) })).min(1);

/** Orders of one recipient in one parcel, one order in several. Only before there is a waybill number. */
export const mergingContract = {
  /** Groups of ready orders that could travel together. */
  hints: procedure.input(z.object({ ...windowInput, level: open(z.enum(mergeLevels)) })).output(
    z.object({
      total: countSchema,
      groups: z.array(z.object({ id: idSchema, orders: z.array(orderRowSchema) })),
    }),
  ),
  /** Makes one order out of them; each keeps its own number for the write-back. */
  merge: procedure.input(z.object({ members: z.array(seen).min(2).max(50) })).output(orderRowSchema),
  /** Takes a merge or a split back while nothing of it is booked; the orders that are there again. */
  undo: procedure.input(seen).output(z.object({ orders: z.array(orderRowSchema) })),
  /** Makes one order for each parcel; what no parcel names stays together in a last one. */
  split: procedure
    .input(seen.extend({ parcels: z.array(parcel).min(1).max(50) }))
    .output(z.object({ orders: z.array(orderRowSchema) })),
  /** The orders that travel in this one, and the orders this one travels in. Empty when it is on its own. */
  family: procedure.input(z.object({ orderId: idSchema })).output(
    z.object({
      origins: z.array(
        z.object({
          orderId: idSchema,
          orderNo: internal(z.string()),
          shop: internal(z.string()),
          goodsText: internal(z.string()),
        }),
      ),
      parcels: z.array(orderRowSchema),
      /** Extra parcels of this booked order, and the orders that this one is an extra parcel of. */
      extras: z.array(orderRowSchema),
      extraOf: z.array(orderRowSchema),
    }),
  ),
};
