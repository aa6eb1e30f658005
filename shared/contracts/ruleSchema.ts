import { z } from 'zod';
import { listKinds, rangeKinds, remarkSides } from '../domain/bookingRule.ts';
import { idSchema, internal, open, shortCode } from './fields.ts';

/** As many as a person can keep in order by reading. */
const maxRules = 200;
const maxTexts = 100;

const shortText = internal(z.string().max(60));
const amount = open(z.number().int().min(0).max(1_000_000_000)).nullable();
const places = z
  .array(z.object({ province: open(z.string().max(30)), city: open(z.string().max(30)) }))
  .max(500);

const condition = z.union([
  z.object({
    kind: open(z.literal('place')),
    isNot: open(z.boolean()),
    places: z
      .array(
        z.object({
          province: open(z.string().max(30)),
          city: open(z.string().max(30)),
          areaId: internal(z.string().max(64)),
        }),
      )
      .min(1)
      .max(maxTexts),
  }),
  z.object({
    kind: open(z.enum(listKinds)),
    isNot: open(z.boolean()),
    texts: z.array(shortText).min(1).max(maxTexts),
    side: open(z.enum(remarkSides)),
  }),
  z.object({ kind: open(z.enum(rangeKinds)), over: amount, upTo: amount }),
  z.object({ kind: open(z.literal('noWeight')) }),
  z.object({ kind: open(z.literal('cod')), isCod: open(z.boolean()) }),
]);

const laneSchema = z.object({
  accountId: idSchema,
  carrier: shortCode,
  product: internal(z.string().max(40)),
  template: internal(z.string().max(40)),
});

const outcome = z.union([
  z.object({ kind: open(z.literal('book')), lane: laneSchema }),
  z.object({ kind: open(z.literal('cheapest')), lanes: z.array(laneSchema).min(1).max(10) }),
  z.object({ kind: open(z.literal('hold')), reason: internal(z.string().max(100)) }),
]);

const share = z.object({
  experimentId: idSchema,
  percent: open(z.number().int().min(0).max(100)),
  lane: laneSchema,
  startsAt: open(z.number().int().min(0)),
  endsAt: open(z.number().int().min(0)),
});

/** The rule set as it is stored, exported and sent by the page. */
export const ruleSetSchema = z.object({
  rules: z
    .array(
      z.object({
        id: idSchema,
        isEnabled: open(z.boolean()),
        conditions: z.array(condition).max(20),
        outcome,
        share: share.nullable(),
      }),
    )
    .max(maxRules),
  fallback: outcome.nullable(),
  areas: z.array(z.object({ id: idSchema, name: internal(z.string().min(1).max(40)), places })).max(50),
});
