import { z } from 'zod';
import { countSchema, open, outputText, timeOrNull, timeSchema } from '../fields.ts';

/** Times that are looked back on. */
export const reviewKinds = ['day', 'week'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** null: nobody knows. */
const known = open(z.number().nullable());

const share = {
  share: known,
  /** So few that the share says little. */
  isFew: open(z.boolean()),
};

const volume = {
  booked: known,
  printed: known,
  /** By the carriers' own time; null: no platform was asked. */
  collected: known,
  signed: known,
};

/** One time looked back on: numbers alone, no order, no receiver. */
export const reviewSchema = z.object({
  kind: open(z.enum(reviewKinds)),
  /** Midnights of the shop. */
  from: timeSchema,
  to: timeSchema,
  madeAt: timeSchema,
  /** It was over when this was made. */
  isFinished: open(z.boolean()),
  volume: z.object({
    now: z.object(volume),
    /** The day or week before. */
    before: z.object(volume),
    days: z.array(z.object({ dayAt: timeSchema, ...volume })),
    carriers: z.array(
      z.object({ carrier: open(z.string()), ...volume, priced: countSchema, freightFen: countSchema }),
    ),
  }),
  calls: z.object({
    /** Calls before this moment are not all counted; null: they are. */
    knownSince: timeOrNull,
    calls: countSchema,
    errorShare: known,
    before: z.object({ calls: countSchema, errorShare: known }),
    lines: z.array(
      z.object({
        platform: open(z.string()),
        interfaceName: open(z.string()),
        calls: countSchema,
        faults: countSchema,
        refusals: countSchema,
        errorShare: known,
        p50Ms: known,
        p95Ms: known,
        p99Ms: known,
      }),
    ),
    codes: z.array(z.object({ code: open(z.string()), count: countSchema, isFault: open(z.boolean()) })),
  }),
  /** Minutes, by platform. */
  availability: z.array(
    z.object({
      platform: open(z.string()),
      worked: countSchema,
      failed: countSchema,
      unknown: countSchema,
      ...share,
    }),
  ),
  /** Parcels that got their number in this time, and those of them that a carrier has reported on since. */
  traces: z.object({ booked: countSchema, traced: countSchema, ...share }),
  /** Exceptions. */
  cases: z.object({
    opened: countSchema,
    solved: countSchema,
    openNow: countSchema,
    /** Hours from finding to solving, of those solved in this time; half of them took less. */
    medianHours: known,
    kinds: z.array(
      z.object({
        kind: open(z.string()),
        opened: countSchema,
        solved: countSchema,
        medianHours: known,
      }),
    ),
  }),
  labels: z.object({
    printed: countSchema,
    reprinted: countSchema,
    failed: countSchema,
    unsure: countSchema,
    ...share,
  }),
  /** Addresses that somebody or something corrected, and those that were put back. */
  corrections: z.object({ corrected: countSchema, undone: countSchema }),
  /** Most first; an empty name: the owner, or the program. null: not for whoever looks. */
  operators: z
    .array(
      z.object({
        name: outputText(100),
        booked: countSchema,
        printed: countSchema,
        reprinted: countSchema,
        corrected: countSchema,
        solved: countSchema,
      }),
    )
    .nullable(),
});

export type Review = z.infer<typeof reviewSchema>;
