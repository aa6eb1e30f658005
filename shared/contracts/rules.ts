import { z } from 'zod';
import { ruleProblemCodes } from '../domain/bookingRule.ts';
import {
  countSchema,
  freeText,
  idSchema,
  internal,
  open,
  outputText,
  timeOrNull,
  timeSchema,
  versionSchema,
  wholeOrNull,
} from '../domain/fields.ts';
import { ruleSetSchema, whyChosen } from '../domain/ruleSchema.ts';
import { procedure } from './procedure.ts';

const problem = z.object({
  /** Rule id; empty: the fallback. */
  ruleId: outputText(64),
  code: open(z.enum(ruleProblemCodes)),
  /** Of a shadowed rule: the rules that take its orders, by their places from 1. */
  byRuleNos: z.array(countSchema),
  accountName: outputText(100),
  carrier: open(z.string()),
});
export type RuleProblem = z.infer<typeof problem>;

const ruleSetView = z.object({
  /** 0: nothing was ever saved. */
  versionNo: versionSchema,
  savedAt: timeOrNull,
  set: ruleSetSchema,
  problems: z.array(problem),
});
export type RuleSetView = z.infer<typeof ruleSetView>;

/** Where an order goes: booked with a lane, or held for a person. */
const destination = z.object({
  kind: open(z.enum(['book', 'hold', 'none'])),
  accountId: outputText(64),
  accountName: outputText(100),
  carrier: open(z.string()),
  /** Of a held one, in the merchant's words. */
  reason: freeText(400),
  ruleNo: countSchema,
});

const trial = z.object({
  orders: countSchema,
  /** More orders are in the days asked for than were tried. */
  isCut: open(z.boolean()),
  /** Orders that go elsewhere. */
  moved: countSchema,
  /** By rule id of the changed rules; empty: the fallback. */
  rules: z.array(z.object({ ruleId: outputText(64), before: countSchema, after: countSchema })),
  heldBefore: countSchema,
  heldAfter: countSchema,
  /** Over the orders whose freight is known both ways; the others are counted, not guessed. */
  freight: z.object({
    compared: countSchema,
    unknown: countSchema,
    beforeFen: internal(z.number().int()),
    afterFen: internal(z.number().int()),
  }),
  /** The newest first, 200 at most. */
  moves: z.array(
    z.object({
      orderId: idSchema,
      orderNo: outputText(200),
      place: open(z.string()),
      before: destination,
      after: destination,
      beforeFen: internal(z.number().int()).nullable(),
      afterFen: internal(z.number().int()).nullable(),
    }),
  ),
});
export type RuleTrial = z.infer<typeof trial>;

const arm = z.object({
  orders: countSchema,
  booked: countSchema,
  failed: countSchema,
  unsure: countSchema,
  /** From the first call to the number; null: none has one. */
  p50Ms: wholeOrNull,
  p95Ms: wholeOrNull,
  printed: countSchema,
  printFailed: countSchema,
  tracked: countSchema,
  exceptions: countSchema,
});
export type ArmFigures = z.infer<typeof arm>;

/** `few`: the sample is too small to tell. */
const verdict = open(z.enum(['few', 'alike', 'better', 'worse']));
const comparison = z.object({
  experimentId: outputText(64),
  old: arm,
  new: arm,
  /** Of the new path against the old. */
  verdicts: z.object({
    failed: verdict,
    unsure: verdict,
    time: verdict,
    printFailed: verdict,
    exceptions: verdict,
  }),
});
export type ShareComparison = z.infer<typeof comparison>;

const setInput = { set: ruleSetSchema, basedOn: versionSchema };
const trialDays = open(z.number().int().min(1).max(90));

/** Which orders go with which account and carrier. */
const rulesContract = {
  get: procedure('seeWork').output(ruleSetView),
  /** What is wrong with a rule set that is not saved yet. */
  check: procedure('seeWork').input({ set: ruleSetSchema }).output(z.array(problem)),
  /** Sends past orders through the changed rules, in thought only. */
  try: procedure('seeWork').input({ set: ruleSetSchema, days: trialDays }).output(trial),
  /** `basedOn`: the version the page saw; refused when another came in between. */
  save: procedure('changeRules').input(setInput).output(ruleSetView),
  versions: procedure('seeWork').output(
    z.array(
      z.object({
        versionNo: versionSchema,
        savedAt: timeSchema,
        rules: countSchema,
        /** The version it brought back; 0: none. */
        backTo: versionSchema,
      }),
    ),
  ),
  /** Makes a previous version the present one, as a new version. */
  goBack: procedure('changeRules')
    .input({ versionNo: versionSchema, basedOn: versionSchema })
    .output(ruleSetView),
  /** 0: everybody takes the old lane · 100: everybody the new one. */
  setShare: procedure('changeRules')
    .input({
      ruleId: idSchema,
      percent: open(z.number().int().min(0).max(100)),
      basedOn: versionSchema,
    })
    .output(ruleSetView),
  comparison: procedure('seeWork').input({ experimentId: idSchema }).output(comparison),
  /** Names the screen offers: what recent orders hold. */
  names: procedure('seeWork').output({
    shops: z.array(outputText(100)),
    sources: z.array(open(z.string())),
    provinces: z.array(open(z.string())),
  }),
  /** Of a booking: as it was chosen. Of a ready order: as it would be now. */
  why: procedure('seeWork')
    .input({ orderId: idSchema })
    .output({
      /** null: booked before reasons were kept, or by hand outside. */
      why: whyChosen.nullable(),
      destination,
      isBooked: open(z.boolean()),
    }),
};

export const rulesContracts = { rules: rulesContract };
