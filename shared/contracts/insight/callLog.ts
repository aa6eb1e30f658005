import { z } from 'zod';
import {
  countSchema,
  failureParams,
  freeText,
  idSchema,
  inputText,
  open,
  outputText,
  partySchema,
  shortCode,
  timeSchema,
} from '../../domain/fields.ts';
import { procedure } from '../procedure.ts';
import { callSpans } from './calls.ts';

/** One call that left this machine. Codes, times and references; never a name, never a secret. */
export const callRow = z.object({
  id: idSchema,
  at: timeSchema,
  platform: open(z.string()),
  accountId: outputText(64),
  accountName: outputText(100),
  /** `book`, `find`, `void`, `track`, `recognise`, `test`, `parse`, `reach`, `balance` … */
  interfaceName: open(z.string()),
  orderId: outputText(64),
  orderNo: outputText(200),
  orderCode: outputText(100),
  waybillNo: outputText(100),
  /** The platform's own code and its id of this request. */
  platformCode: open(z.string()),
  requestId: outputText(200),
  /** Ours, empty when the call did what it should; its params carry the platform's reason, masked. */
  errorCode: open(z.string()),
  errorParams: failureParams,
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
      goods: z.array(z.object({ name: freeText(500), quantity: countSchema })),
      weightGrams: open(z.number().nullable()),
      parcelCount: countSchema,
      codAmountFen: countSchema,
      insuredValueFen: countSchema,
    })
    .nullable(),
  /** Every call made with the same order code, oldest first. */
  chain: z.array(callRow),
});

/** Calls next to each other in the log that ended alike on the same line, as one; with its newest call. */
const callRun = callRow.extend({
  /** 1: a single call. */
  times: countSchema,
  /** Its oldest call. */
  firstId: idSchema,
  firstAt: timeSchema,
  slowestMs: countSchema,
});

export type CallRun = z.infer<typeof callRun>;

/** One way of failing on one line, however often. */
const callFailure = z.object({
  platform: open(z.string()),
  accountId: outputText(64),
  accountName: outputText(100),
  interfaceName: open(z.string()),
  code: open(z.string()),
  times: countSchema,
  /** The call itself went wrong; false: the platform said no to one order, address or number. */
  isFault: open(z.boolean()),
  /** The newest of them; null: its record is not kept any more. */
  last: callRow.nullable(),
});

export type CallFailure = z.infer<typeof callFailure>;

const languageSchema = open(z.enum(['zh-CN', 'en']));

const callsContract = {
  /** Newest first. `search`: order number, waybill number, order code, error code, platform code or request id. */
  runs: procedure('bookParcels')
    .input({
      search: inputText(60).optional(),
      accountId: idSchema.optional(),
      interfaceName: shortCode.optional(),
      /** Only calls that ended with this code. */
      errorCode: open(z.string().max(60)).optional(),
      /** Only calls that did not end well. */
      isFailedOnly: open(z.boolean()).optional(),
      /** Only calls that a platform did not serve in this time: what its availability falls by. */
      away: z.object({ platform: shortCode, span: open(z.enum(callSpans)) }).optional(),
      /** Goes on after this one, towards older ones. */
      before: idSchema.optional(),
      /** Each single call of a run, from its newest to its oldest. */
      within: z.object({ newestId: idSchema, firstId: idSchema }).optional(),
      limit: open(z.number().int().min(1).max(200)),
    })
    .output({
      runs: z.array(callRun),
      /** Where to go on; empty: there are no older ones. */
      next: outputText(64),
    }),
  /** What failed in this time, most often first: faults before refusals. */
  failures: procedure('bookParcels')
    .input({ span: open(z.enum(callSpans)), accountId: idSchema.optional() })
    .output({ failures: z.array(callFailure) }),
  detail: procedure('bookParcels').input({ callId: idSchema }).output(callDetail),
  /** The call and its chain as text to send to the platform's support: no secret, no personal data. */
  supportText: procedure('bookParcels')
    .input({ callId: idSchema, language: languageSchema })
    .output({ text: outputText(400_000) }),
};

export const callLogContracts = { calls: callsContract };
