import { z } from 'zod';
import { freightLineKinds, freightUnknowns } from '../domain/freight.ts';
import { idSchema, internal, open, timeOrNull, wholeOrNull } from './fields.ts';

const fen = internal(z.number().int().min(0).max(100_000_000));
/** Up to 100 t: freight carriers. */
const grams = open(z.number().int().min(1).max(100_000_000));
const day = open(z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/));
const basisPoints = internal(z.number().int().min(0).max(10_000));

const step = z.union([
  z.object({ kind: open(z.literal('flat')), upToGrams: grams, amountFen: fen }),
  z.object({
    kind: open(z.literal('continued')),
    upToGrams: grams.nullable(),
    firstGrams: grams,
    firstFen: fen,
    stepGrams: grams,
    stepFen: fen,
  }),
]);

/** A price table as it is stored and edited. */
export const priceTableSchema = z.object({
  id: idSchema,
  name: internal(z.string().min(1).max(40)),
  accountId: internal(z.string().max(64)),
  carrier: open(z.string().min(1).max(20)),
  validFrom: day,
  validTo: day,
  parcels: open(z.enum(['each', 'together'])),
  perParcelFen: fen,
  insuranceBasisPoints: basisPoints,
  insuranceLeastFen: fen,
  codBasisPoints: basisPoints,
  codLeastFen: fen,
  zones: z
    .array(
      z.object({
        name: internal(z.string().max(40)),
        places: z
          .array(z.object({ province: open(z.string().max(30)), city: open(z.string().max(30)) }))
          .max(500),
        steps: z.array(step).min(1).max(50),
        surchargeFen: fen,
      }),
    )
    .max(100),
});

/** A known or unknown freight. */
export const freightSchema = z.union([
  z.object({
    isKnown: open(z.literal(true)),
    amountFen: fen,
    source: open(z.enum(['table', 'platform'])),
    lines: z.array(
      z.object({
        kind: open(z.enum(freightLineKinds)),
        amountFen: fen,
        count: open(z.number().int()),
        grams: wholeOrNull,
      }),
    ),
    tableName: internal(z.string()),
    zoneName: internal(z.string()),
    checkedAt: timeOrNull,
  }),
  z.object({ isKnown: open(z.literal(false)), reason: open(z.enum(freightUnknowns)) }),
]);
