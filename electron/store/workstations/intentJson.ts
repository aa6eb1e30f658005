import { z } from 'zod';
import { holdReasons } from '../../../shared/domain/order.ts';
import { partySchema, storedJson } from '../database/storedJson.ts';

/** What somebody may ask for of an order while its book is away. */
const orderIntent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('edit'), changes: z.record(z.string(), z.string()) }),
  z.object({ kind: z.literal('hold'), reason: z.enum(holdReasons), note: z.string() }),
  z.object({ kind: z.literal('release'), note: z.string() }),
]);

export type OrderIntent = z.infer<typeof orderIntent>;

export const askedJson = storedJson('asked_json', orderIntent);

/** What stood in an order, by the names of its fields. */
export const contentJson = storedJson('before_json', z.record(z.string(), z.string()));

/** Parcels that were put on a list, or taken off it. */
export const waybillsJson = storedJson('waybills_json', z.array(z.string()));

/** Orders of a message, as somebody confirmed them. */
export const keptMessageJson = storedJson(
  'pieces',
  z.array(
    z.object({
      text: z.string(),
      receiver: partySchema,
      goods: z.string(),
      quantity: z.number().int(),
      remark: z.string(),
    }),
  ),
);

/** A change that the book did not bear: what was asked for, and both versions of the order. */
export const refusedChangeJson = storedJson(
  'value_json',
  z.object({
    asked: z.array(orderIntent),
    fields: z.array(
      z.object({ field: z.string(), before: z.string(), ours: z.string(), theirs: z.string() }),
    ),
  }),
);
