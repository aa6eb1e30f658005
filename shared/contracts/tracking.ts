import { z } from 'zod';
import {
  countSchema,
  internal,
  open,
  rowsOf,
  timeOrNull,
  timeSchema,
  windowInput,
} from '../domain/fields.ts';
import { trackingStates } from '../domain/tracking.ts';
import { procedure } from './procedure.ts';

const trackRow = z.object({
  waybillNo: internal(z.string()),
  orderNo: internal(z.string()),
  carrier: open(z.string()),
  state: open(z.enum(trackingStates)),
  exception: open(z.string()),
  lastText: internal(z.string()),
  lastAt: timeOrNull,
  /** When this was learned from the platform; null: never asked. */
  checkedAt: timeOrNull,
  bookedAt: timeOrNull,
});

export type TrackRow = z.infer<typeof trackRow>;

const trackContract = {
  window: procedure('seeWork')
    .input({
      ...windowInput,
      state: open(z.enum([...trackingStates, 'exception'])).optional(),
      search: internal(z.string().max(100)).optional(),
    })
    .output(rowsOf(trackRow)),
  counts: procedure('seeWork').output(z.record(z.string(), countSchema)),
  detail: procedure('seeWork')
    .input({ waybillNo: internal(z.string().max(40)) })
    .output(
      trackRow.extend({
        events: z.array(
          z.object({
            at: timeSchema,
            text: internal(z.string()),
            location: internal(z.string()),
            status: open(z.enum(trackingStates)),
          }),
        ),
      }),
    ),
  /** Asks the platform now; empty list: everything that is due. */
  refresh: procedure('seeWork')
    .input({ waybillNos: z.array(internal(z.string().max(40))).max(200) })
    .output({ refreshed: countSchema, failed: countSchema, errorCode: open(z.string()) }),
};

export const trackingContracts = { track: trackContract };
