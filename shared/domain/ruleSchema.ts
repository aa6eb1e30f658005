import { z } from 'zod';
import { listKinds, rangeKinds, remarkSides } from './bookingRule.ts';
import {
  countSchema,
  freeText,
  idSchema,
  inputText,
  internal,
  open,
  outputText,
  shortCode,
  versionSchema,
} from './fields.ts';

/** As many as a person can keep in order by reading. */
const maxRules = 200;
const maxTexts = 100;

const city = { province: open(z.string().max(30)), city: open(z.string().max(30)) };
const amount = open(z.number().int().min(0).max(1_000_000_000)).nullable();

/** One clause of a rule. All clauses of a rule must hold. */
const condition = z.union([
  z.object({
    kind: open(z.literal('place')),
    isNot: open(z.boolean()),
    /** A whole province (city empty), one city, or a group of provinces (`areaId`, the others empty). */
    places: z
      .array(z.object({ ...city, areaId: inputText(64) }))
      .min(1)
      .max(maxTexts),
  }),
  /** Shop, source (profile of the import) and carrier are compared whole; goods and remark contain a word. An empty text means: none given. */
  z.object({
    kind: open(z.enum(listKinds)),
    isNot: open(z.boolean()),
    texts: z.array(inputText(60)).min(1).max(maxTexts),
    /** Of remarks: whose. */
    side: open(z.enum(remarkSides)),
  }),
  /** More than `over`, at most `upTo`: adjoining ranges leave no gap. Grams, fen, pieces, parcels. An unknown weight is in no range. */
  z.object({ kind: open(z.enum(rangeKinds)), over: amount, upTo: amount }),
  z.object({ kind: open(z.literal('noWeight')) }),
  z.object({ kind: open(z.literal('cod')), isCod: open(z.boolean()) }),
]);

/** A way to book: with which account and carrier. Empty carrier: the one the order asks for, else that of account or Settings. */
const lane = z.object({
  accountId: idSchema,
  carrier: shortCode,
  /** The carrier's product, as the platform names it; empty: as the account says. */
  product: inputText(40),
  /** The carrier's label template size, as the platform names it; empty: as the account says. */
  template: inputText(40),
});

const outcome = z.union([
  z.object({ kind: open(z.literal('book')), lane }),
  /** The lane with the lowest known freight; where none is known, the first. */
  z.object({ kind: open(z.literal('cheapest')), lanes: z.array(lane).min(1).max(10) }),
  z.object({ kind: open(z.literal('hold')), reason: inputText(100) }),
]);

/** A share of a rule's orders takes another lane for a while, to compare the two. */
const share = z.object({
  /** The same for as long as shares are to be compared: an order always falls the same way. */
  experimentId: idSchema,
  percent: open(z.number().int().min(0).max(100)),
  lane,
  /** Outside of both nobody takes the new lane, unless `percent` is 100. */
  startsAt: open(z.number().int().min(0)),
  endsAt: open(z.number().int().min(0)),
});

/** The rule set as it is stored, exported and sent by the page. Ordered: the first rule that fits decides, else the fallback. */
export const ruleSetSchema = z.object({
  rules: z
    .array(
      z.object({
        id: idSchema,
        isEnabled: open(z.boolean()),
        /** None: every order. */
        conditions: z.array(condition).max(20),
        outcome,
        share: share.nullable(),
      }),
    )
    .max(maxRules),
  /** null: the account and carrier of Settings. */
  fallback: outcome.nullable(),
  /** A group of places under the merchant's own name; the built-in ones are `regionGroups`. */
  areas: z
    .array(
      z.object({
        id: idSchema,
        name: inputText(40, 1),
        places: z.array(z.object(city)).max(500),
      }),
    )
    .max(50),
});

const conditionKinds = ['place', ...listKinds, ...rangeKinds, 'noWeight', 'cod'] as const;

/** Why an order goes with this account and carrier. */
export const whyChosen = z.object({
  by: open(z.enum(['rule', 'fallback', 'settings', 'manual', 'backup'])),
  /** 0: none was ever saved. */
  rulesVersion: versionSchema,
  ruleId: outputText(64),
  /** Its place in that version, from 1; 0: no rule. */
  ruleNo: countSchema,
  /** Each clause and what the order says about it. */
  matched: z.array(
    z.object({
      kind: open(z.enum(conditionKinds)),
      /** Place, shop, carrier or the word that was found; empty for figures. */
      text: freeText(1000),
      /** Grams, fen, pieces, parcels; null: none, or not known. */
      amount: internal(z.number()).nullable(),
    }),
  ),
  share: z
    .object({
      experimentId: outputText(64),
      arm: open(z.enum(['old', 'new'])),
      percent: open(z.number()),
    })
    .nullable(),
  /** Of a cheapest-of outcome: how many were compared, how many of them had a known freight; null otherwise. */
  compared: z.object({ lanes: countSchema, known: countSchema }).nullable(),
  /** Estimated freight of the chosen lane; null: not known, which is not nothing. */
  freightFen: internal(z.number().int()).nullable(),
});
