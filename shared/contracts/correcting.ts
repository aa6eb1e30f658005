import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { learnedKinds, reachAnswers, reachSources, suggestionOrigins } from '../domain/addressKnowledge.ts';
import { addressIssues } from '../domain/addressReading.ts';
import {
  countSchema,
  failureNote,
  idSchema,
  internal,
  open,
  partyInput,
  partySchema,
  timeSchema,
  versionSchema,
  windowInput,
} from './fields.ts';
import { approvalIds } from './operators.ts';
import { procedure } from './procedure.ts';

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

export const readingSchema = z.object({
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

/** One column of the file as it was written, and which pieces of it became which field. */
const originalCell = z.object({
  column: open(z.string()),
  text: internal(z.string()),
  spans: z.array(z.object({ field: open(z.string()), start: countSchema, end: countSchema })),
});

const correctionItem = z.object({
  orderId: idSchema,
  orderNo: internal(z.string()),
  version: versionSchema,
  source: open(z.string()),
  shop: internal(z.string()),
  original: z.array(originalCell),
  reading: readingSchema,
  complaints: z.array(failureNote),
  items: z.array(z.object({ name: internal(z.string()), sku: internal(z.string()), quantity: countSchema })),
  goodsText: internal(z.string()),
  weightGrams: open(z.number().nullable()),
  parcelCount: countSchema,
  buyerRemark: internal(z.string()),
  sellerRemark: internal(z.string()),
  /** All orders that wait under this address, this one first; decided together unless the person says otherwise. */
  together: z.array(
    z.object({
      orderId: idSchema,
      orderNo: internal(z.string()),
      version: versionSchema,
      goodsText: internal(z.string()),
      buyerRemark: internal(z.string()),
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
      orderNo: internal(z.string()),
      from: internal(z.string()),
      to: internal(z.string()),
    }),
  ),
});

const batchProgress = z.object({
  kind: open(z.literal('progress')),
  done: countSchema,
  total: countSchema,
  accepted: countSchema,
});

const batchInput = { ...queueFilter, minConfidence: open(z.number().min(0).max(1)) };

const correcting = ['correctAddresses', 'seePersonalData'] as const;

const correctContract = {
  /** Addresses that wait for a person, worst first; orders of one address are one row. */
  queue: procedure(correcting)
    .input(z.object({ ...windowInput, ...queueFilter }))
    .output(
      z.object({
        total: countSchema,
        orders: countSchema,
        rows: z.array(
          z.object({
            orderId: idSchema,
            orderNo: internal(z.string()),
            originalText: internal(z.string()),
            confidence: open(z.number()),
            issues: z.array(open(z.string())),
            orders: countSchema,
            isPutOff: open(z.boolean()),
          }),
        ),
      }),
    ),
  /** First complaint → how many orders wait for it. */
  issues: procedure(correcting).output(z.array(z.object({ issue: open(z.string()), orders: countSchema }))),
  item: procedure(correcting)
    .input(z.object({ orderId: idSchema }))
    .output(correctionItem),
  /** Saves the receiver for this order, or for all `together` that the page showed, and sends them on. */
  accept: procedure(correcting)
    .input(
      z.object({
        orderId: idSchema,
        version: versionSchema,
        receiver: partyInput,
        together: open(z.number().int().min(1).max(500)).default(1),
      }),
    )
    .output(z.object({ stepId: idSchema, accepted: countSchema, waiting: countSchema })),
  /** What can be taken back, newest first. */
  steps: procedure(correcting).output(
    z.array(
      z.object({
        stepId: idSchema,
        orders: countSchema,
        orderId: idSchema,
        orderNo: internal(z.string()),
        at: timeSchema,
      }),
    ),
  ),
  /** Takes a step back, as far as nothing was booked or changed since. */
  undo: procedure(correcting)
    .input(z.object({ stepId: idSchema }))
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          z.object({ kind: open(z.literal('progress')), done: countSchema }),
          z.object({ kind: open(z.literal('finished')), undone: countSchema, kept: countSchema }),
        ]),
      ),
    ),
  /** What accepting all above a threshold would do, to the last order. Changes nothing. */
  previewAbove: procedure(correcting)
    .input(z.object(batchInput))
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          batchProgress,
          z.object({
            kind: open(z.literal('finished')),
            untilId: internal(z.string().max(64)),
            accepted: countSchema,
            staying: countSchema,
            changes: z.array(changeTally),
            stays: z.array(changeTally),
          }),
        ]),
      ),
    ),
  /** Does what the preview showed, under one step. */
  acceptAbove: procedure(correcting)
    .input(z.object({ ...batchInput, untilId: internal(z.string().max(64)) }))
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          batchProgress,
          z.object({
            kind: open(z.literal('finished')),
            stepId: idSchema,
            accepted: countSchema,
            isCancelled: open(z.boolean()),
          }),
        ]),
      ),
    ),
  /** Sends an address to the end of the queue, or back to its place. */
  putOff: procedure(correcting)
    .input(z.object({ orderId: idSchema, to: open(z.enum(['end', 'first'])) }))
    .output(z.object({ orderId: idSchema })),
  /** Keeps what is being typed, through a reload and a restart; null forgets it. */
  keepDraft: procedure(correcting)
    .input(z.object({ orderId: idSchema, receiver: partyInput.nullable() }))
    .output(z.object({ orderId: idSchema })),
  /** Understands any text. Nothing is stored. */
  parse: procedure('seeWork')
    .input(z.object({ text: internal(z.string().max(2000)) }))
    .output(readingSchema),
  /** Children of a division: no argument gives provinces, a district its towns. */
  divisions: procedure('seeWork')
    .input(
      z.object({
        province: open(z.string()).optional(),
        city: open(z.string()).optional(),
        district: open(z.string()).optional(),
      }),
    )
    .output(z.array(open(z.string()))),
  /** Regions by pieces of names or pinyin initials, best first. */
  findRegion: procedure('seeWork')
    .input(z.object({ typed: open(z.string().max(60)) }))
    .output(z.array(z.object(region))),
};

/** A receiver in full, for the one place where an address is corrected (as in the correct contract). */
const seenParty = z.object({
  name: internal(z.string()),
  phone: internal(z.string()),
  extension: internal(z.string()),
  province: open(z.string()),
  city: open(z.string()),
  district: open(z.string()),
  town: internal(z.string()),
  detail: internal(z.string()),
});

const learnedRow = z.object({
  id: idSchema,
  kind: open(z.enum(learnedKinds)),
  /** Source and shop a spelling holds for, empty for an address: that holds everywhere. */
  source: open(z.string()),
  shop: internal(z.string()),
  /** The merchant's word, empty for an address. */
  written: internal(z.string()),
  receiver: partySchema,
  learnedAt: timeSchema,
  usedCount: countSchema,
  isForgotten: open(z.boolean()),
});
export type LearnedRow = z.infer<typeof learnedRow>;

const reachHint = z.object({
  carrier: open(z.string()),
  answer: open(z.enum(reachAnswers)),
  source: open(z.enum(reachSources)),
  accountName: internal(z.string()),
  checkedAt: timeSchema,
  place: internal(z.string()),
  reason: internal(z.string()),
});

const noShipPlace = {
  /** Carrier code, empty: all carriers. */
  carrier: open(z.string().max(20)),
  province: open(z.string().max(30)),
  city: open(z.string().max(30)),
  district: open(z.string().max(30)),
  town: internal(z.string().max(40)),
  word: internal(z.string().max(40)),
};

const noShipRow = z.object({
  id: idSchema,
  ...noShipPlace,
  reason: internal(z.string()),
  createdAt: timeSchema,
});

/** What is known about addresses beyond the order at hand: learned corrections, the platforms' word, the no-ship list. */
const addressKnowledgeContract = {
  /** What former corrections offer for this order, best first; nothing is taken without a person. */
  suggestions: procedure(correcting)
    .input(z.object({ orderId: idSchema }))
    .output(
      z.array(
        z.object({
          id: idSchema,
          origin: open(z.enum(suggestionOrigins)),
          receiver: seenParty,
          written: internal(z.string()),
          learnedAt: timeSchema,
          usedCount: countSchema,
        }),
      ),
    ),
  /** Everything learned, newest first, receivers masked. */
  learned: procedure('correctAddresses')
    .input(z.object({ ...windowInput, search: internal(z.string().max(100)).optional() }))
    .output(z.object({ total: countSchema, rows: z.array(learnedRow) })),
  /** Used no more from now on; can be brought back for seven days. */
  forget: procedure('correctAddresses')
    .input(z.object({ id: idSchema }))
    .output(learnedRow),
  bringBack: procedure('correctAddresses')
    .input(z.object({ id: idSchema }))
    .output(learnedRow),
  /** Writes an xlsx into the workspace. Without the confirmation receivers are masked; with it the export is recorded. */
  exportLearned: procedure('exportOrders')
    .input(z.object({ isPersonalDataConfirmed: open(z.boolean()), approvalIds }))
    .output(z.object({ path: internal(z.string()), count: countSchema })),

  /** Accounts whose platform can be asked, and for what. Empty: no account offers it. */
  askable: procedure('correctAddresses').output(
    z.array(
      z.object({
        accountId: idSchema,
        name: internal(z.string()),
        platform: open(z.string()),
        canParse: open(z.boolean()),
        canCheckReach: open(z.boolean()),
      }),
    ),
  ),
  /** How the platform understands the receiver of this one order. Shown beside ours; nothing is stored. */
  ask: procedure(correcting)
    .input(z.object({ orderId: idSchema, accountId: idSchema.optional() }))
    .output(
      z.object({
        accountName: internal(z.string()),
        platform: open(z.string()),
        checkedAt: timeSchema,
        receiver: seenParty,
        /** Fields in which it differs from what stands in the order. */
        differs: z.array(open(z.string())),
      }),
    ),

  /** What is known without asking anyone: own list and former answers with their age. */
  reach: procedure('seeWork')
    .input(z.object({ orderId: idSchema }))
    .output(z.array(reachHint)),
  /** Asks the platform now, keeps the answer, and gives all hints anew. */
  askReach: procedure('correctAddresses')
    .input(z.object({ orderId: idSchema, accountId: idSchema.optional() }))
    .output(z.array(reachHint)),
  /** Ships although the own list says no; remembered for this order. Sends it on when nothing else was wrong. */
  acceptReach: procedure('changeOrders')
    .input(z.object({ orderId: idSchema, version: versionSchema }))
    .output(z.object({ orderId: idSchema, version: versionSchema })),

  noShip: procedure('seeWork').output(z.array(noShipRow)),
  addNoShip: procedure('changeRules')
    .input(z.object({ ...noShipPlace, reason: internal(z.string().max(100)) }))
    .output(noShipRow),
  removeNoShip: procedure('changeRules')
    .input(z.object({ id: idSchema }))
    .output(z.array(noShipRow)),
};

export const correctingContracts = { correct: correctContract, addressKnowledge: addressKnowledgeContract };
