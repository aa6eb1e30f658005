import { z } from 'zod';
import {
  countSchema,
  idSchema,
  inputText,
  open,
  outputText,
  shortCode,
  wholeOrNull,
} from '../../domain/fields.ts';
import {
  invalidNumberReasons,
  mostPastedNumbers,
  mostRecognisedAtOnce,
  numberEvidence,
  pastedStates,
} from '../../domain/numberRecognition.ts';
import { procedure } from '../procedure.ts';

const candidates = z.array(
  z.object({
    carrier: shortCode,
    /** 0 … 100, for the order; no probability. */
    score: countSchema,
    evidence: open(z.enum(numberEvidence)),
  }),
);

const pastedRow = z.object({
  waybillNo: outputText(40),
  state: open(z.enum(pastedStates)),
  /** Taken unless another one is said; empty: a person has to choose. */
  carrier: shortCode,
  /** Likeliest first; empty: nobody here knows the form. */
  candidates,
  /** Why it is nobody's number; null: it may be one. */
  reason: open(z.enum(invalidNumberReasons)).nullable(),
  /** Last four digits of a phone that was beside it; empty: none. */
  phoneTail: outputText(4),
  /** Its carrier answers only with the last four digits of a phone, and none was beside it. */
  needsPhoneTail: open(z.boolean()),
});

export type PastedRow = z.infer<typeof pastedRow>;

/** What following would cost, shown before anything is asked. */
const followCost = z.object({
  accountId: idSchema,
  accountName: outputText(100),
  /** New numbers that would be asked for with this account, once each. */
  questions: countSchema,
  /** Left for the program today; null: no limit a day is known. */
  leftForPlan: wholeOrNull,
  perDay: wholeOrNull,
  /** Days until each has been asked for once, beside what is due already; null: no limit a day is known. */
  days: wholeOrNull,
});

export type FollowCost = z.infer<typeof followCost>;

const followNumbersContract = {
  /** Reads what was pasted: numbers, and beside them carriers and phone tails. Nobody is asked. */
  read: procedure('seeWork')
    .input({ text: inputText(400_000) })
    .output({
      rows: z.array(pastedRow),
      /** Said more than once. */
      doubles: countSchema,
      /** Beyond the most that one paste takes; these are left out. */
      tooMany: countSchema,
      /** One entry an account that would ask; empty: there is no account. */
      costs: z.array(followCost),
    }),
  /** Asks the platform whose these are. */
  recognise: procedure('seeWork')
    .input({ waybillNos: z.array(inputText(40, 1)).max(mostRecognisedAtOnce) })
    .output({
      rows: z.array(z.object({ waybillNo: outputText(40), carrier: shortCode, candidates })),
      /** The error of the last call that failed; empty: all were answered. */
      errorCode: open(z.string()),
    }),
  /** Follows them from now on; the plan asks when it is their turn. A carrier a person chose is remembered for its like. */
  follow: procedure('packParcels')
    .input({
      rows: z
        .array(z.object({ waybillNo: inputText(40, 1), carrier: shortCode, phoneTail: inputText(4) }))
        .max(mostPastedNumbers),
    })
    .output({
      followed: countSchema,
      /** Followed already. */
      known: countSchema,
      refused: z.array(z.object({ waybillNo: outputText(40), code: open(z.string()) })),
    }),
};

export const followNumbersContracts = { followNumbers: followNumbersContract };
