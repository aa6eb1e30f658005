import { z } from 'zod';
import { idSchema, inputText, internal, open, outputText, timeOrNull, wholeOrNull } from './fields.ts';
import { freightLineKinds, freightUnknowns } from './freight.ts';

const fen = internal(z.number().int().min(0).max(100_000_000));
/** Up to 100 t: freight carriers. */
const grams = open(z.number().int().min(1).max(100_000_000));
const day = open(z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/));
const basisPoints = internal(z.number().int().min(0).max(10_000));

/** A price step of a zone. Weights count up to and including `upToGrams`. */
const step = z.union([
  /** One price for the whole step. */
  z.object({ kind: open(z.literal('flat')), upToGrams: grams, amountFen: fen }),
  /** First weight plus every begun continued weight; `upToGrams` null: without limit. */
  z.object({
    kind: open(z.literal('continued')),
    upToGrams: grams.nullable(),
    firstGrams: grams,
    firstFen: fen,
    stepGrams: grams,
    stepFen: fen,
  }),
]);

/** What the merchant agreed with a carrier, as it is stored and edited. */
export const priceTableSchema = z.object({
  id: idSchema,
  name: inputText(40, 1),
  /** Empty: every account. */
  accountId: inputText(64),
  carrier: open(z.string().min(1).max(20)),
  /** Days, `2026-11-01`, both included; empty: without limit. */
  validFrom: day,
  validTo: day,
  /** `each`: the weight is shared out and every parcel is priced · `together`: as one. */
  parcels: open(z.enum(['each', 'together'])),
  /** Paper and the like, once per parcel. */
  perParcelFen: fen,
  /** Of the declared value, in hundredths of a percent, and the least that is charged; nothing declared, nothing charged. */
  insuranceBasisPoints: basisPoints,
  insuranceLeastFen: fen,
  codBasisPoints: basisPoints,
  codLeastFen: fen,
  zones: z
    .array(
      z.object({
        name: inputText(40),
        /** Whole provinces (city empty) and cities; a city beats its province. */
        places: z
          .array(z.object({ province: open(z.string().max(30)), city: open(z.string().max(30)) }))
          .max(500),
        /** Ascending. */
        steps: z.array(step).min(1).max(50),
        /** Added once per parcel: remote areas, island, season. */
        surchargeFen: fen,
      }),
    )
    .max(100),
});

/** What a parcel would cost, with why; or why that is not known. Never 0 for want of knowledge. */
export const freightSchema = z.union([
  z.object({
    isKnown: open(z.literal(true)),
    amountFen: fen,
    source: open(z.enum(['table', 'platform'])),
    lines: z.array(
      z.object({
        kind: open(z.enum(freightLineKinds)),
        amountFen: fen,
        /** How many times, and of what weight each, where that says something. */
        count: open(z.number().int()),
        grams: wholeOrNull,
      }),
    ),
    /** Of a table: its name and the zone's; empty for a platform. */
    tableName: outputText(100),
    zoneName: outputText(100),
    /** When the platform said so; null: a table. */
    checkedAt: timeOrNull,
  }),
  z.object({ isKnown: open(z.literal(false)), reason: open(z.enum(freightUnknowns)) }),
]);
