import { z } from 'zod';
import { type OrderWishes, paymentKinds } from '../../../shared/domain/intake/orderWishes.ts';
import type { SaleFacts } from '../../../shared/domain/intake/saleFacts.ts';
import { type OrderComplaint, orderStates } from '../../../shared/domain/order.ts';
import { errorParamsSchema, partySchema, storedJson } from '../database/storedJson.ts';

export const itemsJson = storedJson(
  'items_json',
  z.array(
    z.object({
      name: z.string(),
      sku: z.string(),
      skuCode: z.string(),
      quantity: z.number(),
      isGift: z.literal(true).exactOptional(),
      imageUrl: z.string().exactOptional(),
    }),
  ),
);

const shapeOfWishes = z.object({
  sender: partySchema.exactOptional(),
  product: z.string().exactOptional(),
  payment: z.enum(paymentKinds).exactOptional(),
  monthlyCard: z.string().exactOptional(),
  volumeCm3: z.number().exactOptional(),
  sizeMm: z.tuple([z.number(), z.number(), z.number()]).exactOptional(),
  returnSlip: z.string().exactOptional(),
  services: z.array(z.object({ name: z.string(), value: z.string() })).exactOptional(),
  boxGrams: z.array(z.number()).exactOptional(),
});
export const wishesJson = storedJson<OrderWishes>('wishes_json', shapeOfWishes);

const complaintsSchema: z.ZodType<readonly OrderComplaint[]> = z.array(
  z.object({ code: z.string(), field: z.string(), params: errorParamsSchema.exactOptional() }),
);
export const complaintsJson = storedJson('complaints_json', complaintsSchema);

const shapeOfSale = z.object({
  amountFen: z.number().exactOptional(),
  paidFen: z.number().exactOptional(),
  payChannel: z.string().exactOptional(),
  orderedAt: z.number().exactOptional(),
  oaid: z.string().exactOptional(),
  warehouse: z.string().exactOptional(),
  flag: z.string().exactOptional(),
});
export const saleJson = storedJson<Omit<SaleFacts, 'buyer' | 'originalNo'>>('sale_json', shapeOfSale);

/** The receiver as the columns of a file wrote it, without those that were empty. */
export const receiverColumnsJson = storedJson('receiver_columns_json', z.record(z.string(), z.string()));

/** Columns besides the receiver that a person edits. */
export const editedColumns = [
  'itemsJson',
  'goodsText',
  'quantity',
  'weightGrams',
  'parcelCount',
  'codFen',
  'insuredFen',
  'buyerRemark',
  'sellerRemark',
  'carrier',
  'wishesJson',
  'buyer',
  'originalNo',
  'saleJson',
] as const;
const cell = z.union([z.string(), z.number(), z.null()]);

/** The undo data of an acceptance. `accepted`: a receiver that was changed since is not restored. */
export const acceptanceJson = storedJson(
  'data_json',
  z.object({
    receiver: partySchema,
    state: z.enum(orderStates),
    complaints: complaintsSchema,
    errorCode: z.string(),
    accepted: partySchema,
    fields: z
      .array(z.object({ column: z.enum(editedColumns), before: cell, after: cell }))
      .optional()
      .transform((fields) => fields ?? []),
  }),
);

/** A receiver being typed and not accepted yet. */
export const receiverDraftJson = storedJson('value_json', partySchema);

/** The content of an order before its receiver was taken from memory. */
export const liftedJson = storedJson(
  'data_json',
  z.object({ receiver: partySchema, complaints: complaintsSchema, errorCode: z.string() }),
);

/** Entries of the no-ship list that a person overruled for an order. */
export const overruledJson = storedJson('data_json', z.object({ entries: z.array(z.string()) }));

export const fieldChangesJson = storedJson(
  'fields_json',
  z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
);
