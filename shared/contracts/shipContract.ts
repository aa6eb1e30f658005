import { z } from 'zod';
import { internal, open } from './fieldClass.ts';
import { orderSelection as selection } from './orderSelection.ts';
import { procedure } from './procedure.ts';
import { countSchema, idSchema } from './windowSchema.ts';

export const shipContract = {
  /** What booking this selection would do, before it is done. */
  preview: procedure
    .input(z.object({ selection, accountId: idSchema.nullable(), carrier: open(z.string().max(20)) }))
    .output(z.object({ orders: countSchema, notReady: countSchema, expectedSeconds: open(z.number()) })),
  /** Puts the orders into the booking queue; the core works it whether or not a page looks on. */
  book: procedure
    .input(
      z.object({
        selection,
        /** A person's choice, which wins; null and an empty carrier: the rules choose. */
        accountId: idSchema.nullable(),
        carrier: open(z.string().max(20)),
        /** Print each label on this printer as soon as it has a number; null: do not print. */
        printerUri: internal(z.string().max(500)).nullable(),
      }),
    )
    .output(
      z.object({
        planned: countSchema,
        /** Given to a person by a rule. */
        held: countSchema,
        refused: z.array(z.object({ orderNo: internal(z.string()), code: open(z.string()) })),
      }),
    ),
  /** Tries those again that were certainly not booked. */
  retryFailed: procedure
    .input(z.object({ orderIds: z.array(idSchema).min(1).max(10_000) }))
    .output(z.object({ planned: countSchema })),
};
