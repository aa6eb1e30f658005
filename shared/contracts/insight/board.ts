import { z } from 'zod';
import { caseKinds } from '../../domain/cases/trackingCase.ts';
import {
  countSchema,
  idSchema,
  inputText,
  internal,
  open,
  outputText,
  timeOrNull,
  timeSchema,
} from '../../domain/fields.ts';
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
  /** Parcels booked before the cut-off on the last day that had any, and how many of these the carrier took on that day. */
  taken: z.object({ dayAt: timeSchema, total: countSchema, taken: countSchema }).nullable(),
});

export type DayBoard = z.infer<typeof dayBoard>;

export const volumeUnits = ['day', 'week'] as const;
export type VolumeUnit = (typeof volumeUnits)[number];

const volumes = z.object({
  now: timeSchema,
  /** Oldest first. */
  spans: z.array(
    z.object({
      from: timeSchema,
      to: timeSchema,
      /** null: before anything was counted here. */
      carriers: z.array(z.object({ carrier: open(z.string()), count: countSchema })).nullable(),
    }),
  ),
  /** Those with the most parcels first. */
  carriers: z.array(open(z.string())),
  shops: z.array(outputText(100)),
});

export type Volumes = z.infer<typeof volumes>;

const transitFigures = {
  /** Parcels signed for. */
  count: countSchema,
  /** Whole hours from the carrier's taking them to the signature; null: none was signed for. */
  p10Hours: numberOrNull,
  p50Hours: numberOrNull,
  p90Hours: numberOrNull,
  /** Parcels that were promised for a moment, and how many of these came by then. */
  promised: countSchema,
  kept: countSchema,
};

const transit = z.object({
  from: timeSchema,
  to: timeSchema,
  /** Most parcels first. */
  carriers: z.array(z.object({ carrier: open(z.string()), ...transitFigures })),
  /** Provinces with the most parcels first; '' is not among them. */
  lanes: z.array(z.object({ carrier: open(z.string()), province: outputText(40), ...transitFigures })),
});

export type Transit = z.infer<typeof transit>;

const costs = z.object({
  from: timeSchema,
  to: timeSchema,
  carriers: z.array(
    z.object({
      carrier: open(z.string()),
      count: countSchema,
      /** Parcels whose freight could be estimated, and the sum of it. */
      priced: countSchema,
      pricedFen: internal(z.number().int()),
      /** Of the newest bill: parcels with an estimate, what was billed for them and what was estimated; null: no bill. */
      bill: z
        .object({
          billId: idSchema,
          fromDay: open(z.string()),
          toDay: open(z.string()),
          count: countSchema,
          billedFen: internal(z.number().int()),
          estimateFen: internal(z.number().int()),
        })
        .nullable(),
    }),
  ),
});

export type Costs = z.infer<typeof costs>;

const troubles = z.object({
  now: timeSchema,
  /** Most cases first. */
  kinds: z.array(
    z.object({
      kind: open(z.enum(caseKinds)),
      count: countSchema,
      /** Half of them are older. */
      medianAgeHours: countSchema,
    }),
  ),
  /** Parcels booked in the 30 days these are a share of. */
  parcels: countSchema,
});

export type Troubles = z.infer<typeof troubles>;

const boardContract = {
  day: procedure('seeWork').output(dayBoard),
  volumes: procedure('seeWork')
    .input({ unit: open(z.enum(volumeUnits)), shop: inputText(100).optional() })
    .output(volumes),
  transit: procedure('seeWork').output(transit),
  costs: procedure('seeWork').output(costs),
  troubles: procedure('seeWork').output(troubles),
};

export const boardContracts = { board: boardContract };
