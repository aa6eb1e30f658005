import { z } from 'zod';
import { preflightNames, preflightStates } from '../domain/booking.ts';
import {
  countSchema,
  failureParams,
  freeText,
  idSchema,
  inputText,
  internal,
  open,
  orderIds,
  orderSelection,
  outputText,
  personal,
  refusedOrders,
  shortCode,
  timeOrNull,
  timeSchema,
  versionSchema,
} from '../domain/fields.ts';
import { editableFields } from '../domain/order.ts';
import { pickupKinds, pickupStates } from '../domain/pickup.ts';
import { orderRowSchema } from './orders.ts';
import { procedure } from './procedure.ts';

const shipContract = {
  /** What booking this selection would do, before it is done. */
  preview: procedure('seeWork')
    .input({ selection: orderSelection, accountId: idSchema.nullable(), carrier: shortCode })
    .output({ orders: countSchema, notReady: countSchema, expectedSeconds: open(z.number()) }),
  /** Puts the orders into the booking queue; the core works it whether or not a page looks on. */
  book: procedure('bookParcels', { wakes: true })
    .input({
      selection: orderSelection,
      /** A person's choice, which wins; null and an empty carrier: the rules choose. */
      accountId: idSchema.nullable(),
      carrier: shortCode,
      /** Account and carrier are what the settings say: nobody chose them. */
      isUsual: open(z.boolean()).optional(),
      /** Print each label on this printer as soon as it has a number; null: do not print. */
      printerUri: inputText(500).nullable(),
    })
    .output({
      planned: countSchema,
      /** Given to a person by a rule. */
      held: countSchema,
      refused: refusedOrders,
    }),
  /** Tries those again that were certainly not booked. */
  retryFailed: procedure('bookParcels', { wakes: true }).input({ orderIds }).output({ planned: countSchema }),
};

/** One thing looked at before a batch. Words: `code` of shared/errors when something is wrong, else the name's own. */
const finding = z.object({
  name: open(z.enum(preflightNames)),
  state: open(z.enum(preflightStates)),
  /** Empty when nothing is wrong. */
  code: open(z.string()),
  params: failureParams,
  /** Orders it is about, the first 20 by number. */
  total: countSchema,
  orderNos: z.array(outputText(200)),
});

export type PreflightRow = z.infer<typeof finding>;

/** `look`: it may go, but somebody should read the findings first. */
const verdict = open(z.enum(['go', 'look', 'stop']));

/** One account the batch would go with: its share of the orders, and what concerns it alone. */
const accountShare = z.object({
  accountId: idSchema,
  accountName: outputText(100),
  verdict,
  orders: countSchema,
  bookable: countSchema,
  expectedSeconds: open(z.number()),
  findings: z.array(finding),
});

export type PreflightAccount = z.infer<typeof accountShare>;

const preflightContract = {
  /** Looks at a batch before it is booked; books and prints nothing. */
  check: procedure('bookParcels')
    .input({
      selection: orderSelection,
      /** null: the accounts the rules choose. */
      accountId: idSchema.nullable(),
      carrier: shortCode,
      printerUri: inputText(500).nullable(),
      /** true: the platform is asked for balance and time, the printer for its state; false: only what is known. */
      mayAsk: open(z.boolean()),
    })
    .output({
      verdict,
      /** Ready orders of the selection, and those of them that would be booked. */
      orders: countSchema,
      bookable: countSchema,
      expectedSeconds: open(z.number()),
      checkedAt: timeSchema,
      /** Of the batch as a whole: what several accounts found is joined, the worst of each. */
      findings: z.array(finding),
      accounts: z.array(accountShare),
    }),
};

/** A run: everything that was put into the booking queue since a moment, until the queue is empty. */
const runProgress = z.object({
  waiting: countSchema,
  sending: countSchema,
  unsure: countSchema,
  /** Of the unsure ones: they are no longer asked about automatically. */
  forPerson: countSchema,
  booked: countSchema,
  refused: countSchema,
  /** Never sent, and ready again: their account was rejected. */
  returned: countSchema,
  /** Bookings a minute; null: too few got through lately to tell. */
  perMinute: open(z.number()).nullable(),
  /** Until nothing waits, as far as that is known. */
  secondsLeft: z.object({ least: open(z.number()), most: open(z.number()) }).nullable(),
  /** Since when; the oldest that is still open when the page did not say. */
  since: timeSchema,
});

export type RunProgress = z.infer<typeof runProgress>;

const runContract = {
  /** `since` null: since the oldest booking that is still open. */
  progress: procedure('seeWork').input({ since: timeOrNull }).output(runProgress),
  /** Takes back what was not sent yet; what may have left goes its way to the end. */
  stop: procedure('bookParcels').input({ since: timeSchema }).output({ stopped: countSchema }),
  /** Books with another account what this one certainly did not send. */
  moveWaiting: procedure('bookParcels', { wakes: true })
    .input({ fromAccountId: idSchema, toAccountId: idSchema })
    .output({ planned: countSchema, refused: countSchema }),
};

const wish = z.object({
  orderId: idSchema,
  version: versionSchema,
  reason: inputText(100, 2),
});

/** What is not a reprint: another number for a booked order, and another parcel of it. */
const parcelsContract = {
  /**
   * Gives the number back and, once that is known to have happened, books the order again under the next revision of its code.
   * `isGivenBack` is a person's word that the old number will not be used; refused unless the platform would not take it back.
   */
  renumber: procedure('bookParcels', { wakes: true })
    .input(wish.extend({ isGivenBack: open(z.boolean()) }))
    .output({ oldWaybillNo: outputText(100), planned: countSchema }),
  /**
   * Changes what a booked order says and books it anew: its number is given back first, and until that is known to have happened it keeps
   * number and content.
   */
  rebook: procedure(['bookParcels', 'correctAddresses'], { wakes: true })
    .input(wish.extend({ changes: z.partialRecord(z.enum(editableFields), inputText(2000)) }))
    .output({ oldWaybillNo: outputText(100), planned: countSchema }),
  /** Another booking of its own for a booked order: an order `NO-X1` beside it. */
  add: procedure('bookParcels', { wakes: true })
    .input(
      wish.extend({
        parcelCount: open(z.number().int().min(1).max(300)),
        goods: inputText(100),
        weightGrams: open(z.number().int().min(1).max(10_000_000).nullable()),
      }),
    )
    .output({ extra: orderRowSchema, planned: countSchema }),
};

/** What a packer must see to be sure which parcel is before him. */
const manualOrder = z.object({
  id: idSchema,
  orderNo: outputText(200),
  receiverName: personal('name'),
  place: open(z.string()),
  goodsText: freeText(4000),
  carrier: open(z.string()),
});

export type ManualOrder = z.infer<typeof manualOrder>;

/** The manual channel: numbers that came from elsewhere, bound by scan. */
const manualContract = {
  /** The order a scanned code means; refused with the reason when it cannot take a number by hand. */
  find: procedure('packParcels')
    .input({ code: inputText(100, 1) })
    .output(manualOrder),
  bindNumber: procedure('packParcels', { wakes: true })
    .input({
      orderId: idSchema,
      waybillNo: inputText(60),
      carrier: shortCode,
      /** null: no slip. */
      printerUri: inputText(500).nullable(),
    })
    .output({ order: orderRowSchema, slipErrorCode: open(z.string()) }),
  /** Takes a number back that was bound by hand: the order is ready again, the number free for another. */
  unbindNumber: procedure('packParcels')
    .input({ orderId: idSchema, waybillNo: inputText(60), reason: inputText(100) })
    .output(orderRowSchema),
};

/** A courier called for one order. */
const pickupRow = z.object({
  id: idSchema,
  state: open(z.enum(pickupStates)),
  kind: open(z.enum(pickupKinds)),
  orderCode: outputText(100),
  accountName: outputText(100),
  carrier: open(z.string()),
  /** null: whenever the carrier comes. */
  startAt: timeOrNull,
  endAt: timeOrNull,
  /** Number the platform gave with it; empty: none, or not yet. */
  waybillNo: outputText(100),
  costFen: internal(z.number().int().nullable()),
  errorCode: open(z.string()),
  createdAt: timeSchema,
});

export type PickupRow = z.infer<typeof pickupRow>;

/** Couriers called to the door. */
const pickupContract = {
  /** Newest first. `canCall`: an account's platform sends couriers. */
  ofOrder: procedure('seeWork')
    .input({ orderId: idSchema })
    .output({ pickups: z.array(pickupRow), canCall: open(z.boolean()) }),
  /** Calls one for a booked order. While one is open a second is refused. */
  book: procedure('bookParcels')
    .input({
      orderId: idSchema,
      kind: open(z.enum(pickupKinds)),
      window: z.object({ startAt: open(z.number().int()), endAt: open(z.number().int()) }).nullable(),
    })
    .output(pickupRow),
  cancel: procedure('bookParcels')
    .input({ orderId: idSchema, reason: inputText(60) })
    .output(pickupRow),
  /** Asks after one whose outcome is not known; never orders again. */
  ask: procedure('bookParcels').input({ pickupId: idSchema }).output(pickupRow),
};

export const bookingContracts = {
  ship: shipContract,
  preflight: preflightContract,
  run: runContract,
  parcels: parcelsContract,
  manual: manualContract,
  pickup: pickupContract,
};
