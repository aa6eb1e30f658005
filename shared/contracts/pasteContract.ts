import { z } from 'zod';
import { orderStates } from '../domain/order.ts';
import { readingSchema } from './correctContract.ts';
import { internal, open } from './fieldClass.ts';
import { partyInput } from './partySchema.ts';
import { procedure } from './procedure.ts';
import { countSchema, idSchema } from './windowSchema.ts';

const messageText = internal(z.string().max(8000));

/** A pasted chat message that becomes orders. As when correcting, addresses are seen in full. */
export const pasteContract = {
  /** The orders a message would become. Nothing is stored. */
  read: procedure.input(z.object({ text: messageText })).output(
    z.array(
      z.object({
        receiverText: internal(z.string()),
        goods: internal(z.string()),
        quantity: countSchema,
        remark: internal(z.string()),
        reading: readingSchema,
        /** Number of an order that waits for the same phone already, empty when none. */
        sameReceiver: internal(z.string()),
      }),
    ),
  ),
  /** Makes the orders as the person left them; `importId` undoes them, empty when all were known. */
  make: procedure
    .input(
      z.object({
        orders: z
          .array(
            z.object({
              text: internal(z.string().max(8000)),
              receiver: partyInput,
              goods: internal(z.string().max(200)),
              quantity: open(z.number().int().min(1).max(9999)),
              remark: internal(z.string().max(500)),
            }),
          )
          .min(1)
          .max(100),
      }),
    )
    .output(
      z.object({
        importId: internal(z.string().max(64)),
        orders: z.array(
          z.object({
            orderId: idSchema,
            orderNo: internal(z.string()),
            state: open(z.enum(orderStates)),
            isKnown: open(z.boolean()),
          }),
        ),
      }),
    ),
  /** What was typed and not made into orders yet. */
  draft: procedure.output(z.object({ text: messageText })),
  keepDraft: procedure.input(z.object({ text: messageText })).output(z.object({ text: messageText })),
};
