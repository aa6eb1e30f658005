import { z } from 'zod';
import { ownLayoutReasons } from '../domain/carrierLabel.ts';
import { labelSizes } from '../domain/labelDocument.ts';
import { internal, open } from './fieldClass.ts';
import { procedure } from './procedure.ts';
import { countSchema, idSchema } from './windowSchema.ts';

const accountRow = z.object({
  accountId: idSchema,
  name: internal(z.string()),
  platform: open(z.string()),
  /** Bookings ask for the carrier's own label, and it is printed. */
  isWanted: open(z.boolean()),
  /** When its newest booking that brought a template was made; null: none of the last ones did. */
  newestAt: open(z.number().int().nullable()),
  /** Largest template of its last bookings, bytes of markup. */
  newestBytes: countSchema,
});

export type CarrierLabelAccount = z.infer<typeof accountRow>;

const reasonSchema = open(z.enum(ownLayoutReasons));

const untold = z.object({
  /** Labels in our own layout where the account asks for the carrier's, and nobody has been told. */
  total: countSchema,
  reasons: z.array(z.object({ reason: reasonSchema, count: countSchema })),
  /** Say this back to `markTold`; empty: there are none. */
  newestId: open(z.string()),
});

const bitmap = z.object({
  widthDots: countSchema,
  heightDots: countSchema,
  bytesPerRow: countSchema,
  bitsBase64: internal(z.string()),
});

/** The carrier's own HTML label instead of our layout: a choice of each account whose platform sends one. */
export const carrierLabelsContract = {
  accounts: procedure.output(z.array(accountRow)),
  /** From the next booking on; what waits to be printed follows at once. */
  setWanted: procedure
    .input(z.object({ accountId: idSchema, isWanted: open(z.boolean()) }))
    .output(z.array(accountRow)),
  /** The account's newest template as the printer would get it. */
  preview: procedure
    .input(
      z.object({
        accountId: idSchema,
        size: open(z.enum(labelSizes)),
        dpi: open(z.union([z.literal(203), z.literal(300)])),
      }),
    )
    .output(
      z.object({
        waybillNo: internal(z.string()),
        /** null: it cannot be drawn, `reason` says why; our layout is printed instead. */
        bitmap: bitmap.nullable(),
        reason: open(z.enum(['', ...ownLayoutReasons])),
      }),
    ),
  untold: procedure.output(untold),
  markTold: procedure.input(z.object({ newestId: idSchema })).output(untold),
};
