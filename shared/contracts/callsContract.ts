import { z } from 'zod';
import { internal, open } from './fieldClass.ts';
import { partySchema } from './partySchema.ts';
import { procedure } from './procedure.ts';
import { countSchema, idSchema, timeSchema, windowInput } from './windowSchema.ts';

/** One call that left this machine. Codes, times and references; never a name, never a secret. */
const callRow = z.object({
  id: idSchema,
  at: timeSchema,
  platform: open(z.string()),
  accountId: internal(z.string()),
  accountName: internal(z.string()),
  /** `book`, `find`, `void`, `track`, `recognise`, `test`, `parse`, `reach`, `balance` … */
  interfaceName: open(z.string()),
  orderId: internal(z.string()),
  orderNo: internal(z.string()),
  orderCode: internal(z.string()),
  waybillNo: internal(z.string()),
  /** The platform's own code and its id of this request. */
  platformCode: open(z.string()),
  requestId: internal(z.string()),
  /** Ours, empty when the call did what it should; its params carry the platform's reason, masked. */
  errorCode: open(z.string()),
  errorParams: z.record(z.string(), internal(z.union([z.string(), z.number()]))),
  certainty: open(z.enum(['happened', 'did-not-happen', 'unknown'])),
  durationMs: countSchema,
  /** 1: the first call of this kind for the order. 0: not counted. */
  attempt: countSchema,
});

export type CallRow = z.infer<typeof callRow>;

const callDetail = callRow.extend({
  /** What the booking said, as frozen before the first try; null: the call was about no booking. */
  request: z
    .object({
      carrier: open(z.string()),
      sender: partySchema,
      receiver: partySchema,
      goods: z.array(z.object({ name: internal(z.string()), quantity: countSchema })),
      weightGrams: open(z.number().nullable()),
      parcelCount: countSchema,
      codAmountFen: countSchema,
      insuredValueFen: countSchema,
    })
    .nullable(),
  /** Every call made with the same order code, oldest first. */
  chain: z.array(callRow),
});

export const callsContract = {
  /** Newest first. `search`: order number, waybill number, order code, error code, platform code or request id. */
  window: procedure
    .input(
      z.object({
        ...windowInput,
        search: internal(z.string().max(60)).optional(),
        accountId: idSchema.optional(),
        interfaceName: open(z.string().max(20)).optional(),
        /** Only calls that did not end well. */
        isFailedOnly: open(z.boolean()).optional(),
      }),
    )
    .output(z.object({ total: countSchema, rows: z.array(callRow) })),
  detail: procedure.input(z.object({ callId: idSchema })).output(callDetail),
  /** The call and its chain as text to send to the platform's support: no secret, no personal data. */
  supportText: procedure
    .input(z.object({ callId: idSchema, language: open(z.enum(['zh-CN', 'en'])) }))
    .output(z.object({ text: internal(z.string()) })),
};
