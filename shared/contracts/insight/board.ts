import { z } from 'zod';
import { countSchema, open, timeOrNull, timeSchema } from '../../domain/fields.ts';
import { procedure } from '../procedure.ts';

/** What the strip of the day counts, in the order of a parcel's life. */
export const stripMeasures = ['booked', 'printed', 'collected', 'signed'] as const;
export type StripMeasure = (typeof stripMeasures)[number];

const numberOrNull = open(z.number().nullable());

const dayBoard = z.object({
  now: timeSchema,
  /** Midnight of the shop. */
  dayAt: timeSchema,
  strip: z.array(
    z.object({
      measure: open(z.enum(stripMeasures)),
      /** null: nobody knows, because no platform was asked today. */
      count: open(z.number().int().nullable()),
      /** Median of the same weekdays by this time of day; null: there are none yet. */
      usual: numberOrNull,
      /** When this was last learned from a platform; null: it is known here, or was never asked. */
      knownAt: timeOrNull,
    }),
  ),
  /** The same weekdays that are known, four at most. */
  usualDays: countSchema,
  /** All hours of the day. */
  hours: z.array(
    z.object({
      hourAt: timeSchema,
      /** null: it is still to come. */
      booked: open(z.number().int().nullable()),
      usual: numberOrNull,
    }),
  ),
  /** Until when the couriers take parcels of the same day, in whole hours; null: nobody has said. */
  cutOffHour: open(z.number().int().nullable()),
  /** Of the parcels booked before it on the last day that had any: how many the carrier took on that day. */
  taken: z.object({ dayAt: timeSchema, total: countSchema, taken: countSchema }).nullable(),
});

export type DayBoard = z.infer<typeof dayBoard>;

const boardContract = {
  day: procedure('seeWork').output(dayBoard),
};

export const boardContracts = { board: boardContract };
