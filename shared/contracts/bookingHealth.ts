import { z } from 'zod';
import { accountLocks, breakerStates, fallbacks, laneStates, voidAnswers } from '../domain/booking.ts';
import {
  countSchema,
  failureParams,
  idSchema,
  inputText,
  open,
  orderIds,
  outputText,
  timeOrNull,
  timeSchema,
  windowInput,
} from '../domain/fields.ts';
import { orderStates } from '../domain/order.ts';
import { shipmentStates } from '../domain/shipment.ts';
import { callRow } from './insight/callLog.ts';
import { procedure } from './procedure.ts';

const accountHealth = z.object({
  accountId: idSchema,
  name: outputText(100),
  platform: open(z.string()),
  lock: open(z.enum(accountLocks)),
  lane: open(z.enum(laneStates)),
  /** Since when the lane is in this state; null: it runs. */
  since: timeOrNull,
  /** When it tries again automatically; null: it runs, or waits for a person. */
  retryAt: timeOrNull,
  /** Why, empty when it runs. */
  errorCode: open(z.string()),
  errorParams: failureParams,
  /** One breaker for each interface that was called. */
  breakers: z.array(
    z.object({
      interfaceName: open(z.string()),
      state: open(z.enum(breakerStates)),
      since: timeOrNull,
      retryAt: timeOrNull,
      /** Calls of the last two minutes, and those of them that did not get through. */
      calls: countSchema,
      failures: countSchema,
    }),
  ),
  rate: z.object({
    perSecond: open(z.number()),
    /** What the platform allows without a raise. */
    ownPerSecond: open(z.number()),
    raisedUntil: timeOrNull,
  }),
  counts: z.object({
    waiting: countSchema,
    sending: countSchema,
    unsure: countSchema,
    voiding: countSchema,
  }),
  bookedLastMinute: countSchema,
  /** When the queue is empty at the present pace; null: nothing waits, or the lane has stopped. */
  expectedFinishAt: timeOrNull,
  fallback: open(z.enum(fallbacks)),
  backupAccountId: outputText(64).nullable(),
  /** Numbers or money left as the platform last said; null: never asked or not offered. */
  balance: z.object({ total: open(z.number()), unit: open(z.string()), at: timeSchema }).nullable(),
  /** Calls of the last 7 days, and those of them that did not get through. */
  week: z.object({ calls: countSchema, failures: countSchema }),
});

export type AccountHealth = z.infer<typeof accountHealth>;

const unshippedRow = z.object({
  orderId: idSchema,
  orderNo: outputText(200),
  waybillNo: outputText(100),
  carrier: open(z.string()),
  accountName: outputText(100),
  bookedAt: timeSchema,
  ageDays: countSchema,
  /** Days until the number can no longer be given back for its price; negative: too late. */
  refundDaysLeft: open(z.number().int()),
  isPrinted: open(z.boolean()),
});

export type UnshippedRow = z.infer<typeof unshippedRow>;

const bookingHealthContract = {
  accounts: procedure('seeWork').output(z.array(accountHealth)),
  /** The clock of this computer against the platforms' replies. */
  clock: procedure('seeWork').output({
    /** Positive: this computer is behind; null: no reply has shown it yet. */
    skewMs: open(z.number().nullable()),
    samples: countSchema,
    measuredAt: timeOrNull,
    /** Beyond this some platforms refuse signatures. */
    limitMs: open(z.number()),
  }),
  /** What Today asks a person to look at. */
  summary: procedure('seeWork').output({
    stoppedAccounts: countSchema,
    brokenAccounts: countSchema,
    /** The broken ones: when each tries again automatically, and what waits for it. */
    standing: z.array(
      z.object({
        accountId: idSchema,
        name: outputText(100),
        retryAt: timeOrNull,
        waiting: countSchema,
      }),
    ),
    lockedAccounts: countSchema,
    /** Unsure bookings that are no longer asked about automatically. */
    unsureForPerson: countSchema,
    /** Orders that wait for a number obtained by hand. */
    byHand: countSchema,
    /** Bookings that wait for longer than the deadline of Settings. */
    overdue: countSchema,
    /** Numbers older than the limit of Settings whose parcel was never handed over. */
    unshipped: countSchema,
  }),
  setFallback: procedure('changeAccounts')
    .input({
      accountId: idSchema,
      fallback: open(z.enum(fallbacks)),
      backupAccountId: inputText(64).nullable(),
    })
    .output(z.array(accountHealth)),
  /** A higher pace that the platform granted, until it ends; null takes it back. */
  raiseRate: procedure('changeAccounts')
    .input({
      accountId: idSchema,
      raise: z.object({ perSecond: open(z.number().int().min(1).max(500)), until: timeSchema }).nullable(),
    })
    .output(z.array(accountHealth)),
  /** Tries a standing lane at once: one call goes ahead. */
  resume: procedure('changeAccounts', { wakes: true })
    .input({ accountId: idSchema })
    .output(z.array(accountHealth)),
  /** Sets a journal of outside calls that does not prove itself aside, and starts over. */
  renewJournal: procedure('manageOperators', { wakes: true }).output({ asked: countSchema }),
  /** Numbers booked more than `days` ago whose parcel nobody handed over or collected, oldest first. */
  unshipped: procedure('seeWork')
    .input({ ...windowInput, days: open(z.number().int().min(0).max(365)).optional() })
    .output({
      total: countSchema,
      /** The days that were used. */
      days: countSchema,
      byAge: z.array(z.object({ days: countSchema, total: countSchema })),
      rows: z.array(unshippedRow),
    }),
  /** Asks the platform about these now. */
  askNow: procedure('bookParcels', { wakes: true }).input({ orderIds }).output({ asked: countSchema }),
  /** A person looked at the platform and no waybill is there: the same order is sent again under the same code. */
  answerNotThere: procedure('bookParcels', { wakes: true })
    .input({ orderId: idSchema, note: inputText(200, 1) })
    .output({ planned: countSchema }),
  /** A person's word on a cancellation that no platform can be asked about, because its account is gone. */
  answerVoid: procedure('bookParcels')
    .input({
      orderId: idSchema,
      answer: open(z.enum(voidAnswers)),
      note: inputText(200, 1),
    })
    .output({ state: open(z.enum(orderStates)) }),
};

/** One call that left this computer for an order. */
const storyCall = callRow.pick({
  id: true,
  at: true,
  interfaceName: true,
  accountName: true,
  certainty: true,
  errorCode: true,
  platformCode: true,
  durationMs: true,
});

/** One booking of an order under one order code, and all that was asked about it. */
const storyShipment = z.object({
  id: idSchema,
  orderCode: outputText(100),
  platform: open(z.string()),
  accountName: outputText(100),
  carrier: open(z.string()),
  state: open(z.enum(shipmentStates)),
  waybillNo: outputText(100),
  errorCode: open(z.string()),
  errorParams: failureParams,
  plannedAt: timeSchema,
  sentAt: timeOrNull,
  bookedAt: timeOrNull,
  /** How often the platform was asked whether this booking exists, and how often it is asked at most. */
  checksMade: countSchema,
  checksPlanned: countSchema,
  /** When the program acts next automatically; null: it does not. */
  nextAt: timeOrNull,
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
    .input({ orderId: idSchema })
    .output({ shipments: z.array(storyShipment) }),
};

export const bookingHealthContracts = {
  bookingHealth: bookingHealthContract,
  story: storyContract,
};
