import { z } from 'zod';
import {
  learnedKinds,
  noShipLengths,
  reachAnswers,
  reachSources,
  suggestionOrigins,
} from '../domain/addressKnowledge.ts';
import {
  countSchema,
  freeText,
  fullParty,
  handedFile,
  idSchema,
  inputText,
  open,
  outputText,
  partySchema,
  rowsOf,
  shortCode,
  timeSchema,
  versionSchema,
  windowInput,
} from '../domain/fields.ts';
import { correcting } from './correcting.ts';
import { approvalIds } from './operators.ts';
import { procedure } from './procedure.ts';

const learnedRow = z.object({
  id: idSchema,
  kind: open(z.enum(learnedKinds)),
  /** Source and shop a spelling holds for, empty for an address: that holds everywhere. */
  source: open(z.string()),
  shop: outputText(100),
  /** The merchant's word, empty for an address. */
  written: freeText(500),
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
  accountName: outputText(100),
  checkedAt: timeSchema,
  place: outputText(100),
  reason: freeText(400),
});

const noShipPlace = {
  /** Carrier code, empty: all carriers. */
  carrier: shortCode,
  province: open(z.string().max(noShipLengths.province)),
  city: open(z.string().max(noShipLengths.city)),
  district: open(z.string().max(noShipLengths.district)),
  town: inputText(noShipLengths.town),
  word: inputText(noShipLengths.word),
};

const noShipRow = z.object({
  id: idSchema,
  ...noShipPlace,
  reason: freeText(400),
  createdAt: timeSchema,
});

/** What is known about addresses beyond the order at hand: learned corrections, the platforms' word, the no-ship list. */
const addressKnowledgeContract = {
  /** What earlier corrections offer for this order, best first; nothing is taken without a person. */
  suggestions: procedure(correcting)
    .input({ orderId: idSchema })
    .output(
      z.array(
        z.object({
          id: idSchema,
          origin: open(z.enum(suggestionOrigins)),
          receiver: fullParty,
          written: freeText(500),
          learnedAt: timeSchema,
          usedCount: countSchema,
        }),
      ),
    ),
  /** Everything learned, newest first, receivers masked. */
  learned: procedure('correctAddresses')
    .input({ ...windowInput, search: inputText(100).optional() })
    .output(rowsOf(learnedRow)),
  /** Used no more from now on; can be brought back for seven days. */
  forget: procedure('correctAddresses').input({ id: idSchema }).output(learnedRow),
  bringBack: procedure('correctAddresses').input({ id: idSchema }).output(learnedRow),
  /** Writes an xlsx into the workspace. Without the confirmation receivers are masked; with it the export is recorded. */
  exportLearned: procedure('exportOrders')
    .input({ isPersonalDataConfirmed: open(z.boolean()), approvalIds })
    .output({ ...handedFile, count: countSchema }),

  /** Accounts whose platform can be asked, and for what. Empty: no account offers it. */
  askable: procedure('correctAddresses').output(
    z.array(
      z.object({
        accountId: idSchema,
        name: outputText(100),
        platform: open(z.string()),
        canParse: open(z.boolean()),
        canCheckReach: open(z.boolean()),
      }),
    ),
  ),
  /** How the platform understands the receiver of this one order. Shown beside ours; nothing is stored. */
  ask: procedure(correcting)
    .input({ orderId: idSchema, accountId: idSchema.optional() })
    .output({
      accountName: outputText(100),
      platform: open(z.string()),
      checkedAt: timeSchema,
      receiver: fullParty,
      /** Fields in which it differs from what is in the order. */
      differs: z.array(open(z.string())),
    }),

  /** What is known without asking anyone: own list and earlier answers with their age. */
  reach: procedure('seeWork').input({ orderId: idSchema }).output(z.array(reachHint)),
  /** Asks the platform now, keeps the answer, and gives all hints again. */
  askReach: procedure('correctAddresses')
    .input({ orderId: idSchema, accountId: idSchema.optional() })
    .output(z.array(reachHint)),
  /** Ships although the own list says no; remembered for this order. Sends it on when nothing else was wrong. */
  acceptReach: procedure('changeOrders')
    .input({ orderId: idSchema, version: versionSchema })
    .output({ orderId: idSchema, version: versionSchema }),

  noShip: procedure('seeWork').output(z.array(noShipRow)),
  addNoShip: procedure('changeRules')
    .input({ ...noShipPlace, reason: inputText(noShipLengths.reason) })
    .output(noShipRow),
  removeNoShip: procedure('changeRules').input({ id: idSchema }).output(z.array(noShipRow)),
};

export const addressKnowledgeContracts = { addressKnowledge: addressKnowledgeContract };
