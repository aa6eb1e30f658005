import { z } from 'zod';
import {
  countSchema,
  freeText,
  inputText,
  open,
  outputText,
  rowsOf,
  timeOrNull,
  timeSchema,
  windowInput,
} from '../domain/fields.ts';
import { trackingStates } from '../domain/tracking.ts';
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

const trackContract = {
  window: procedure('seeWork')
    .input({
      ...windowInput,
      state: open(z.enum([...trackingStates, 'exception'])).optional(),
      search: inputText(100).optional(),
    })
    .output(rowsOf(trackRow)),
  counts: procedure('seeWork').output(z.record(z.string(), countSchema)),
  detail: procedure('seeWork')
    .input({ waybillNo: inputText(40) })
    .output(
      trackRow.extend({
        events: z.array(
          z.object({
            at: timeSchema,
            text: freeText(1000),
            location: freeText(200),
            status: open(z.enum(trackingStates)),
          }),
        ),
      }),
    ),
  /** Asks the platform now; empty list: everything that is due. */
  refresh: procedure('seeWork')
    .input({ waybillNos: z.array(inputText(40)).max(200) })
    .output({ refreshed: countSchema, failed: countSchema, errorCode: open(z.string()) }),
};

export const trackingContracts = { track: trackContract };
