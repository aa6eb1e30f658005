import { z } from 'zod';
import { learnedKinds, reachAnswers, reachSources, suggestionOrigins } from '../domain/addressKnowledge.ts';
import { internal, open } from './fieldClass.ts';
import { approvalIds } from './operators.ts';
import { partySchema } from './partySchema.ts';
import { procedure } from './procedure.ts';
import { countSchema, idSchema, timeSchema, versionSchema, windowInput } from './windowSchema.ts';

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

export const noShipRow = z.object({
  id: idSchema,
  ...noShipPlace,
  reason: internal(z.string()),
  createdAt: timeSchema,
});

/** What is known about addresses beyond the order at hand: learned corrections, the platforms' word, the no-ship list. */
export const addressKnowledgeContract = {
  /** What former corrections offer for this order, best first; nothing is taken without a person. */
  suggestions: procedure.input(z.object({ orderId: idSchema })).output(
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
  learned: procedure
    .input(z.object({ ...windowInput, search: internal(z.string().max(100)).optional() }))
    .output(z.object({ total: countSchema, rows: z.array(learnedRow) })),
  /** Used no more from now on; can be brought back for seven days. */
  forget: procedure.input(z.object({ id: idSchema })).output(learnedRow),
  bringBack: procedure.input(z.object({ id: idSchema })).output(learnedRow),
  /** Writes an xlsx into the workspace. Without the confirmation receivers are masked; with it the export is recorded. */
  exportLearned: procedure
    .input(z.object({ isPersonalDataConfirmed: open(z.boolean()), approvalIds }))
    .output(z.object({ path: internal(z.string()), count: countSchema })),

  /** Accounts whose platform can be asked, and for what. Empty: no account offers it. */
  askable: procedure.output(
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
  ask: procedure.input(z.object({ orderId: idSchema, accountId: idSchema.optional() })).output(
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
  reach: procedure.input(z.object({ orderId: idSchema })).output(z.array(reachHint)),
  /** Asks the platform now, keeps the answer, and gives all hints anew. */
  askReach: procedure
    .input(z.object({ orderId: idSchema, accountId: idSchema.optional() }))
    .output(z.array(reachHint)),
  /** Ships although the own list says no; remembered for this order. Sends it on when nothing else was wrong. */
  acceptReach: procedure
    .input(z.object({ orderId: idSchema, version: versionSchema }))
    .output(z.object({ orderId: idSchema, version: versionSchema })),

  noShip: procedure.output(z.array(noShipRow)),
  addNoShip: procedure
    .input(z.object({ ...noShipPlace, reason: internal(z.string().max(100)) }))
    .output(noShipRow),
  removeNoShip: procedure.input(z.object({ id: idSchema })).output(z.array(noShipRow)),
};
