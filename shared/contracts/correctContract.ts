import { z } from 'zod';
import { addressIssues } from '../domain/addressReading.ts';
import { procedure } from './failure.ts';
import { internal, open } from './fieldClass.ts';
import { partyInput } from './partySchema.ts';
import { countSchema, failureNote, idSchema, versionSchema, windowInput } from './windowSchema.ts';

/*
 * Correcting an address means seeing it: these replies are `internal`, not `personal`, and only this contract
 * shows them in full. The one role of today has that right; roles narrow it later.
 */
const region = {
  province: open(z.string()),
  city: open(z.string()),
  district: open(z.string()),
  town: open(z.string()),
};

const readingSchema = z.object({
  name: internal(z.string()),
  phone: internal(z.string()),
  extension: internal(z.string()),
  otherPhones: z.array(internal(z.string())),
  ...region,
  detail: internal(z.string()),
  zone: open(z.string()),
  leftover: internal(z.string()),
  confidence: z.object({
    overall: open(z.number()),
    region: open(z.number()),
    name: open(z.number()),
    phone: open(z.number()),
    detail: open(z.number()),
  }),
  status: open(z.enum(['ok', 'review', 'reject'])),
  issues: z.array(open(z.enum(addressIssues))),
  corrections: z.array(
    z.object({
      field: open(z.string()),
      from: internal(z.string()),
      to: internal(z.string()),
      reason: open(z.string()),
    }),
  ),
  candidates: z.array(z.object({ ...region, detail: internal(z.string()), reason: open(z.string()) })),
  spans: z.array(z.object({ field: open(z.string()), start: countSchema, end: countSchema })),
});

const correctionItem = z.object({
  orderId: idSchema,
  orderNo: internal(z.string()),
  version: versionSchema,
  source: open(z.string()),
  originalText: internal(z.string()),
  reading: readingSchema,
  complaints: z.array(failureNote),
  goodsText: internal(z.string()),
  buyerRemark: internal(z.string()),
});

export const correctContract = {
  /** Orders that wait for a person, worst first. */
  queue: procedure.input(z.object(windowInput)).output(
    z.object({
      total: countSchema,
      rows: z.array(
        z.object({
          orderId: idSchema,
          orderNo: internal(z.string()),
          originalText: internal(z.string()),
          confidence: open(z.number()),
          issues: z.array(open(z.string())),
        }),
      ),
    }),
  ),
  item: procedure.input(z.object({ orderId: idSchema })).output(correctionItem),
  /** Saves the receiver and sends the order on to `ready`. `previous` lets the page undo. */
  accept: procedure
    .input(z.object({ orderId: idSchema, version: versionSchema, receiver: partyInput }))
    .output(z.object({ orderId: idSchema, version: versionSchema, remaining: countSchema })),
  /** Takes the last acceptance of this order back while nothing was booked. */
  undo: procedure
    .input(z.object({ orderId: idSchema, version: versionSchema }))
    .output(z.object({ orderId: idSchema, version: versionSchema, remaining: countSchema })),
  /** Understands any text: sender form, paste box. Nothing is stored. */
  parse: procedure.input(z.object({ text: internal(z.string().max(2000)) })).output(readingSchema),
  /** Children of a division for the cascader: no argument gives provinces. */
  divisions: procedure
    .input(
      z.object({
        province: open(z.string()).optional(),
        city: open(z.string()).optional(),
        district: open(z.string()).optional(),
      }),
    )
    .output(z.array(open(z.string()))),
};
