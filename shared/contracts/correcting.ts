import { z } from 'zod';
import { addressIssues } from '../domain/addressReading.ts';
import {
  countSchema,
  failureNote,
  fullText,
  idSchema,
  inputText,
  open,
  outputText,
  partyInput,
  timeSchema,
  versionSchema,
  windowInput,
} from '../domain/fields.ts';
import { procedure, workStream } from './procedure.ts';

/*
 * Correcting an address means seeing it: these replies are in full, not masked, and take the right to see personal data.
 */
const region = {
  province: open(z.string()),
  city: open(z.string()),
  district: open(z.string()),
  town: open(z.string()),
};

export const readingSchema = z.object({
  name: fullText(4000),
  phone: fullText(4000),
  extension: fullText(4000),
  otherPhones: z.array(fullText(4000)),
  ...region,
  detail: fullText(4000),
  zone: open(z.string()),
  leftover: fullText(4000),
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
      from: fullText(4000),
      to: fullText(4000),
      reason: open(z.string()),
    }),
  ),
  candidates: z.array(
    z.object({
      ...region,
      detail: fullText(4000),
      reason: open(z.string()),
      contact: z
        .object({ name: fullText(4000), phone: fullText(4000), extension: fullText(4000) })
        .optional(),
    }),
  ),
  spans: z.array(z.object({ field: open(z.string()), start: countSchema, end: countSchema })),
});

/** One column of the file as it was written, and which pieces of it became which field. */
const originalCell = z.object({
  column: open(z.string()),
  text: fullText(4000),
  spans: z.array(z.object({ field: open(z.string()), start: countSchema, end: countSchema })),
});

const correctionItem = z.object({
  orderId: idSchema,
  orderNo: outputText(200),
  version: versionSchema,
  source: open(z.string()),
  shop: outputText(100),
  original: z.array(originalCell),
  reading: readingSchema,
  complaints: z.array(failureNote),
  items: z.array(z.object({ name: fullText(4000), sku: fullText(4000), quantity: countSchema })),
  goodsText: fullText(4000),
  weightGrams: open(z.number().nullable()),
  parcelCount: countSchema,
  buyerRemark: fullText(4000),
  sellerRemark: fullText(4000),
  /** All orders that wait under this address, this one first; decided together unless the person says otherwise. */
  together: z.array(
    z.object({
      orderId: idSchema,
      orderNo: outputText(200),
      version: versionSchema,
      goodsText: fullText(4000),
      buyerRemark: fullText(4000),
    }),
  ),
  /** It was put off before. */
  isPutOff: open(z.boolean()),
  /** What was typed for it and not accepted yet. */
  draft: partyInput.nullable(),
});

const queueFilter = { issue: open(z.string().max(60)).optional() };

const changeTally = z.object({
  /** Rule of the change, `unchanged`, or why an order stays. */
  kind: open(z.string()),
  field: open(z.string()),
  orders: countSchema,
  samples: z.array(
    z.object({
      orderId: idSchema,
      orderNo: outputText(200),
      from: fullText(4000),
      to: fullText(4000),
    }),
  ),
});

const batchProgress = { done: countSchema, total: countSchema, accepted: countSchema };

const batchInput = { ...queueFilter, minConfidence: open(z.number().min(0).max(1)) };

/** Seeing a receiver in full is part of correcting it. */
export const correcting = ['correctAddresses', 'seePersonalData'] as const;

const correctContract = {
  /** Addresses that wait for a person, worst first; orders of one address are one row. */
  queue: procedure(correcting)
    .input({ ...windowInput, ...queueFilter })
    .output({
      total: countSchema,
      orders: countSchema,
      rows: z.array(
        z.object({
          orderId: idSchema,
          orderNo: outputText(200),
          originalText: fullText(4000),
          confidence: open(z.number()),
          issues: z.array(open(z.string())),
          orders: countSchema,
          isPutOff: open(z.boolean()),
        }),
      ),
    }),
  /** First complaint → how many orders wait for it. */
  issues: procedure(correcting).output(z.array(z.object({ issue: open(z.string()), orders: countSchema }))),
  item: procedure(correcting).input({ orderId: idSchema }).output(correctionItem),
  /** Saves the receiver for this order, or for all `together` that the page showed, and sends them on. */
  accept: procedure(correcting)
    .input({
      orderId: idSchema,
      version: versionSchema,
      receiver: partyInput,
      together: open(z.number().int().min(1).max(500)).default(1),
    })
    .output({ stepId: idSchema, accepted: countSchema, waiting: countSchema }),
  /** What can be taken back, newest first. */
  steps: procedure(correcting).output(
    z.array(
      z.object({
        stepId: idSchema,
        orders: countSchema,
        orderId: idSchema,
        orderNo: outputText(200),
        at: timeSchema,
      }),
    ),
  ),
  /** Takes a step back, as far as nothing was booked or changed since. */
  undo: procedure(correcting)
    .input({ stepId: idSchema })
    .output(workStream({ done: countSchema }, { undone: countSchema, kept: countSchema })),
  /** What accepting all above a threshold would do, to the last order. Changes nothing. */
  previewAbove: procedure(correcting)
    .input(batchInput)
    .output(
      workStream(batchProgress, {
        untilId: inputText(64),
        accepted: countSchema,
        staying: countSchema,
        changes: z.array(changeTally),
        stays: z.array(changeTally),
      }),
    ),
  /** Does what the preview showed, under one step. */
  acceptAbove: procedure(correcting)
    .input({ ...batchInput, untilId: inputText(64) })
    .output(
      workStream(batchProgress, {
        stepId: idSchema,
        accepted: countSchema,
        isCancelled: open(z.boolean()),
      }),
    ),
  /** Sends an address to the end of the queue, or back to its place. */
  putOff: procedure(correcting)
    .input({ orderId: idSchema, to: open(z.enum(['end', 'first'])) })
    .output({ orderId: idSchema }),
  /** Keeps what is being typed, through a reload and a restart; null forgets it. */
  keepDraft: procedure(correcting)
    .input({ orderId: idSchema, receiver: partyInput.nullable() })
    .output({ orderId: idSchema }),
  /** Understands any text. Nothing is stored. */
  parse: procedure('seeWork')
    .input({ text: inputText(2000) })
    .output(readingSchema),
  /** Children of a division: no argument gives provinces, a district its towns. */
  divisions: procedure('seeWork')
    .input({
      province: open(z.string()).optional(),
      city: open(z.string()).optional(),
      district: open(z.string()).optional(),
    })
    .output(z.array(open(z.string()))),
  /** Regions by pieces of names or pinyin initials, best first. */
  findRegion: procedure('seeWork')
    .input({ typed: open(z.string().max(60)) })
    .output(z.array(z.object(region))),
};

export const correctingContracts = { correct: correctContract };
