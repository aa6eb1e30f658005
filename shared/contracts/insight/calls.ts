import { z } from 'zod';
import {
  countSchema,
  idSchema,
  open,
  outputText,
  shortCode,
  timeOrNull,
  timeSchema,
} from '../../domain/fields.ts';
import { dayMs, hourMs } from '../../rules/shopTime.ts';
import { procedure } from '../procedure.ts';

/** Times that call figures are shown for. */
export const callSpans = ['1h', '24h', '7d', '30d'] as const;
export type CallSpan = (typeof callSpans)[number];

export const callSpanMs: Readonly<Record<CallSpan, number>> = {
  '1h': hourMs,
  '24h': dayMs,
  '7d': 7 * dayMs,
  '30d': 30 * dayMs,
};

/** `interface`: those of each platform; `line`: those of each account. */
const callGroupings = ['platform', 'account', 'interface', 'line'] as const;
export type CallGrouping = (typeof callGroupings)[number];

const callCounts = {
  /** Calls that left this computer, or tried to. */
  calls: countSchema,
  /** The call itself went wrong: transport, bad reply, signature, permission, arrears, quota, the platform's own error. */
  faults: countSchema,
  /** The platform said no to one order, address or number: no fault. */
  refusals: countSchema,
  /** Faults for which the platform was not there. */
  unavailable: countSchema,
  /** faults / calls, and 1 − unavailable / calls; null: no call. */
  errorShare: open(z.number().nullable()),
  availability: open(z.number().nullable()),
  /** Milliseconds; null: no call. */
  p50Ms: open(z.number().nullable()),
  p95Ms: open(z.number().nullable()),
  p99Ms: open(z.number().nullable()),
  /** Most frequent first. */
  codes: z.array(z.object({ code: open(z.string()), count: countSchema, isFault: open(z.boolean()) })),
};

const callFigures = z.object({
  /** Whole minutes. */
  from: timeSchema,
  to: timeSchema,
  /** Not all calls before this moment are counted; null: all of the span are. */
  knownSince: timeOrNull,
  total: z.object(callCounts),
  /** Most calls first. Names that are not grouped by are empty. */
  rows: z.array(
    z.object({
      platform: open(z.string()),
      accountId: outputText(64),
      accountName: outputText(100),
      interfaceName: open(z.string()),
      ...callCounts,
    }),
  ),
});

export type CallFigures = z.infer<typeof callFigures>;

const shareFields = {
  /** null: nothing is known. */
  share: open(z.number().nullable()),
  /** So few that the share says little. */
  isFew: open(z.boolean()),
};

const queueSchema = z.object({ count: countSchema, oldestAt: timeOrNull });

const serviceFigures = z.object({
  from: timeSchema,
  to: timeSchema,
  /** Minutes: `worked` with a call that was served, `failed` with calls of which none was, `unknown` without a call. */
  availability: z.object({
    wanted: open(z.number()),
    platforms: z.array(
      z.object({
        platform: open(z.string()),
        worked: countSchema,
        failed: countSchema,
        unknown: countSchema,
        ...shareFields,
      }),
    ),
  }),
  /** As they are now. `tracking`: parcels that should have been asked about by now. */
  queues: z.object({
    booking: queueSchema,
    sending: queueSchema,
    unsure: queueSchema,
    printing: queueSchema,
    tracking: queueSchema,
  }),
  /** Labels, in whole hours from `from` on. */
  prints: z.object({
    from: timeSchema,
    printed: countSchema,
    reprinted: countSchema,
    failed: countSchema,
    unsure: countSchema,
    ...shareFields,
  }),
  /** The last minute in which a question about a parcel was answered; null: none in this time. */
  sync: z.object({ lastAnswerAt: timeOrNull }),
});

export type ServiceFigures = z.infer<typeof serviceFigures>;

const insightCallsContract = {
  service: procedure('seeWork')
    .input({ span: open(z.enum(callSpans)) })
    .output(serviceFigures),
  figures: procedure('seeWork')
    .input({
      span: open(z.enum(callSpans)),
      by: open(z.enum(callGroupings)),
      platform: shortCode.optional(),
      accountId: idSchema.optional(),
      interfaceName: shortCode.optional(),
    })
    .output(callFigures),
};

export const insightCallsContracts = { insightCalls: insightCallsContract };
