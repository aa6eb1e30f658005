import { z } from 'zod';
import { accountLocks, breakerStates, fallbacks, laneStates } from '../domain/booking.ts';
import { shipmentStates } from '../domain/shipment.ts';
import { countSchema, idSchema, internal, open, partySchema, timeSchema, windowInput } from './fields.ts';
import { procedure } from './procedure.ts';

const nullableTime = open(z.number().int().nullable());
const params = z.record(z.string(), internal(z.union([z.string(), z.number()])));

const accountHealth = z.object({
  accountId: idSchema,
  name: internal(z.string()),
  platform: open(z.string()),
  lock: open(z.enum(accountLocks)),
  lane: open(z.enum(laneStates)),
  /** Since when the lane stands so; null: it runs. */
  since: nullableTime,
  /** When it tries by itself again; null: it runs, or waits for a person. */
  retryAt: nullableTime,
  /** Why, empty when it runs. */
  errorCode: open(z.string()),
  errorParams: params,
  /** One breaker for each interface that was called. */
  breakers: z.array(
    z.object({
      interfaceName: open(z.string()),
      state: open(z.enum(breakerStates)),
      since: nullableTime,
      retryAt: nullableTime,
      /** Calls of the last two minutes, and those of them that did not get through. */
      calls: countSchema,
      failures: countSchema,
    }),
  ),
  rate: z.object({
    perSecond: open(z.number()),
    /** What the platform allows without a raise. */
    ownPerSecond: open(z.number()),
    raisedUntil: nullableTime,
  }),
  counts: z.object({
    waiting: countSchema,
    sending: countSchema,
    unsure: countSchema,
    voiding: countSchema,
  }),
  bookedLastMinute: countSchema,
  /** When the queue is empty at the present pace; null: nothing waits, or the lane stands. */
  expectedFinishAt: nullableTime,
  fallback: open(z.enum(fallbacks)),
  backupAccountId: internal(z.string().nullable()),
  /** Numbers or money left as the platform last said; null: never asked or not offered. */
  balance: z.object({ total: open(z.number()), unit: open(z.string()), at: timeSchema }).nullable(),
  /** Calls of the last 7 days, and those of them that did not get through. */
  week: z.object({ calls: countSchema, failures: countSchema }),
});

export type AccountHealth = z.infer<typeof accountHealth>;

const unshippedRow = z.object({
  orderId: idSchema,
  orderNo: internal(z.string()),
  waybillNo: internal(z.string()),
  carrier: open(z.string()),
  accountName: internal(z.string()),
  bookedAt: timeSchema,
  ageDays: countSchema,
  /** Days until the number can no longer be given back for its price; negative: too late. */
  refundDaysLeft: open(z.number().int()),
  isPrinted: open(z.boolean()),
});

export type UnshippedRow = z.infer<typeof unshippedRow>;

const unsureRow = z.object({
  orderId: idSchema,
  orderNo: internal(z.string()),
  orderCode: internal(z.string()),
  carrier: open(z.string()),
  accountName: internal(z.string()),
  /** The call whose outcome is not known. */
  sentAt: nullableTime,
  /** Why it is not known, and how often the platform was asked since. */
  errorCode: open(z.string()),
  errorParams: params,
  questions: countSchema,
  /** When it is asked next; null: it is a person's turn. */
  nextAskAt: nullableTime,
  /** The same code may safely be sent again once a person has seen that nothing exists. */
  maySendAgain: open(z.boolean()),
});

export type UnsureRow = z.infer<typeof unsureRow>;

const bookingHealthContract = {
  accounts: procedure('seeWork').output(z.array(accountHealth)),
  /** The clock of this computer against the platforms' replies. */
  clock: procedure('seeWork').output(
    z.object({
      /** Positive: this computer is behind; null: no reply has told yet. */
      skewMs: open(z.number().nullable()),
      samples: countSchema,
      measuredAt: nullableTime,
      /** Beyond this some platforms refuse signatures. */
      limitMs: open(z.number()),
    }),
  ),
  /** What Today asks a person to look at. */
  summary: procedure('seeWork').output(
    z.object({
      stoppedAccounts: countSchema,
      brokenAccounts: countSchema,
      /** The broken ones: when each tries again by itself, and what waits for it. */
      standing: z.array(
        z.object({
          accountId: idSchema,
          name: internal(z.string()),
          retryAt: nullableTime,
          waiting: countSchema,
        }),
      ),
      lockedAccounts: countSchema,
      /** Unsure bookings that the platform does not settle by itself any more. */
      unsureForPerson: countSchema,
      /** Orders that wait for a number obtained by hand. */
      byHand: countSchema,
      /** Bookings that wait for longer than the deadline of Settings. */
      overdue: countSchema,
      /** Numbers older than the limit of Settings whose parcel was never handed over. */
      unshipped: countSchema,
    }),
  ),
  setFallback: procedure('changeAccounts')
    .input(
      z.object({
        accountId: idSchema,
        fallback: open(z.enum(fallbacks)),
        backupAccountId: internal(z.string().max(64)).nullable(),
      }),
    )
    .output(z.array(accountHealth)),
  /** A higher pace that the platform granted, until it ends; null takes it back. */
  raiseRate: procedure('changeAccounts')
    .input(
      z.object({
        accountId: idSchema,
        raise: z.object({ perSecond: open(z.number().int().min(1).max(500)), until: timeSchema }).nullable(),
      }),
    )
    .output(z.array(accountHealth)),
  /** Tries a standing lane at once: one call goes ahead. */
  resume: procedure('changeAccounts', { wakes: true })
    .input(z.object({ accountId: idSchema }))
    .output(z.array(accountHealth)),
  /** Numbers booked more than `days` ago whose parcel nobody handed over or collected, oldest first. */
  unshipped: procedure('seeWork')
    .input(z.object({ ...windowInput, days: open(z.number().int().min(0).max(365)).optional() }))
    .output(
      z.object({
        total: countSchema,
        /** The days that were used. */
        days: countSchema,
        byAge: z.array(z.object({ days: countSchema, total: countSchema })),
        rows: z.array(unshippedRow),
      }),
    ),
  /** Asks the platform about these now. */
  askNow: procedure('bookParcels', { wakes: true })
    .input(z.object({ orderIds: z.array(idSchema).min(1).max(10_000) }))
    .output(z.object({ asked: countSchema })),
  /** A person looked at the platform and no waybill is there: the same order is sent again under the same code. */
  answerNotThere: procedure('bookParcels', { wakes: true })
    .input(z.object({ orderId: idSchema, note: internal(z.string().min(1).max(200)) }))
    .output(z.object({ planned: countSchema })),
};

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

const callsContract = {
  /** Newest first. `search`: order number, waybill number, order code, error code, platform code or request id. */
  window: procedure('bookParcels')
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
  detail: procedure('bookParcels')
    .input(z.object({ callId: idSchema }))
    .output(callDetail),
  /** The call and its chain as text to send to the platform's support: no secret, no personal data. */
  supportText: procedure('bookParcels')
    .input(z.object({ callId: idSchema, language: open(z.enum(['zh-CN', 'en'])) }))
    .output(z.object({ text: internal(z.string()) })),
};

/** One call that left this computer for an order. */
const storyCall = z.object({
  id: idSchema,
  at: timeSchema,
  interfaceName: open(z.string()),
  accountName: internal(z.string()),
  certainty: open(z.enum(['happened', 'did-not-happen', 'unknown'])),
  errorCode: open(z.string()),
  platformCode: open(z.string()),
  durationMs: countSchema,
});

/** One booking of an order under one order code, and all that was asked about it. */
const storyShipment = z.object({
  id: idSchema,
  orderCode: internal(z.string()),
  platform: open(z.string()),
  accountName: internal(z.string()),
  carrier: open(z.string()),
  state: open(z.enum(shipmentStates)),
  waybillNo: internal(z.string()),
  errorCode: open(z.string()),
  errorParams: z.record(z.string(), internal(z.union([z.string(), z.number()]))),
  plannedAt: timeSchema,
  sentAt: open(z.number().int().nullable()),
  bookedAt: open(z.number().int().nullable()),
  /** How often the platform was asked whether this booking exists, and how often it is asked at most. */
  checksMade: countSchema,
  checksPlanned: countSchema,
  /** When the program acts next by itself; null: it does not. */
  nextAt: open(z.number().int().nullable()),
  /** Asking brought no answer: now a person decides. */
  waitsForPerson: open(z.boolean()),
  /** The same code may be sent again once a person has seen that nothing exists. */
  maySendAgain: open(z.boolean()),
  /** Oldest first. */
  calls: z.array(storyCall),
});

export type StoryShipment = z.infer<typeof storyShipment>;
export type StoryCall = StoryShipment['calls'][number];

const storyContract = {
  /** Every booking of an order, newest first: its order codes form a chain, for none is used twice. */
  ofOrder: procedure('seeWork')
    .input(z.object({ orderId: idSchema }))
    .output(z.object({ shipments: z.array(storyShipment) })),
};

export const bookingHealthContracts = {
  bookingHealth: bookingHealthContract,
  calls: callsContract,
  story: storyContract,
};
