import { z } from 'zod';
import {
  countSchema,
  failureParams,
  freeText,
  handedFile,
  inputText,
  open,
  outputText,
  rowsOf,
  shortCode,
  timeOrNull,
  timeSchema,
  windowInput,
} from '../domain/fields.ts';
import { answerOddities, askPaces, stopReasons, trackingStates } from '../domain/tracking.ts';
import { passedSteps, trackingGroups } from '../domain/trackingGroup.ts';
import { procedure } from './procedure.ts';

const trackRow = z.object({
  waybillNo: outputText(100),
  orderNo: outputText(200),
  carrier: open(z.string()),
  state: open(z.enum(trackingStates)),
  exception: open(z.string()),
  lastText: freeText(1000),
  lastAt: timeOrNull,
  /** When this was learned from the platform; null: never asked. */
  checkedAt: timeOrNull,
  bookedAt: timeOrNull,
});

export type TrackRow = z.infer<typeof trackRow>;

const parcelFilterShape = {
  group: open(z.enum(trackingGroups)).optional(),
  /** Narrower than a group. */
  state: open(z.enum(trackingStates)).optional(),
  carrier: shortCode.optional(),
  /** A number's beginning or end, an order number, four digits of a phone. */
  search: inputText(100).optional(),
  /** Only those that should have been asked about by now, the longest overdue first. */
  isDue: open(z.boolean()).optional(),
  /** Only those that made a step of their way in this time; `to` is not in it. */
  passed: z
    .object({
      step: open(z.enum(passedSteps)),
      from: timeSchema,
      to: timeSchema,
      carrier: shortCode.optional(),
      province: inputText(40).optional(),
    })
    .optional(),
};

/** How the program goes on asking about a parcel, and what was strange about the last answer. */
const parcelAsking = z.object({
  /** null: nobody asks any more. */
  nextAt: timeOrNull,
  pace: open(z.enum(askPaces)),
  /** null: it has not been given up. */
  stopReason: open(z.enum(stopReasons)).nullable(),
  oddities: z.array(open(z.enum(answerOddities))),
  /** The platform's own state where it is none that is known here; empty: known. */
  rawState: outputText(40),
});

const parcelDetail = trackRow.extend({
  /** The courier has signed for it here, which a platform learns hours later; null: he has not. */
  handedOver: z.object({ at: timeSchema, no: outputText(60), courier: freeText(100) }).nullable(),
  asking: parcelAsking,
  events: z.array(
    z.object({
      at: timeSchema,
      text: freeText(1000),
      location: freeText(200),
      status: open(z.enum(trackingStates)),
      /** The platform's own word, for a state that is not understood. */
      rawStatus: outputText(100),
    }),
  ),
});

export type ParcelDetail = z.infer<typeof parcelDetail>;

const trackContract = {
  window: procedure('seeWork')
    .input({
      ...windowInput,
      ...parcelFilterShape,
    })
    /** `total`: of those that are listed; `counts` may say that there are more. */
    .output(rowsOf(trackRow)),
  /** Parcels in each tab. */
  counts: procedure('seeWork').output(z.record(z.enum(trackingGroups), countSchema)),
  /** Parcels that some signs of a number lead to; few, what is on its way first. */
  find: procedure('seeWork')
    .input({ text: inputText(60, 1) })
    .output(z.array(trackRow)),
  detail: procedure('seeWork')
    .input({ waybillNo: inputText(40) })
    .output(parcelDetail),
  /** The parcels of a list as a file among the workspace's results; persons masked as on the screen. */
  export: procedure('exportOrders')
    .input({ ...parcelFilterShape, format: open(z.enum(['xlsx', 'csv'])) })
    .output({ ...handedFile, rowCount: countSchema }),
  /** Asks the platform now; empty list: everything that is due. */
  refresh: procedure('seeWork')
    .input({ waybillNos: z.array(inputText(40)).max(200) })
    .output({
      refreshed: countSchema,
      failed: countSchema,
      /** Due, but left for later by the plan. */
      waiting: countSchema,
      errorCode: open(z.string()),
      errorParams: failureParams,
    }),
};

export const trackingContracts = { track: trackContract };
