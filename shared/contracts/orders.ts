import { z } from 'zod';
import {
  countSchema,
  failureNote,
  failureParams,
  freeText,
  fullText,
  idSchema,
  inputText,
  internal,
  open,
  outputText,
  partySchema,
  personal,
  rowsOf,
  shortCode,
  timeOrNull,
  timeSchema,
  versionSchema,
  windowInput,
} from '../domain/fields.ts';
import { freightSchema } from '../domain/freightSchema.ts';
import { paymentKinds } from '../domain/intake/orderWishes.ts';
import {
  bookedBeforeAnswers,
  editableFields,
  holdReasons,
  mergeLevels,
  mostMerged,
  orderAlarms,
  orderChangeKinds,
  orderChangeStates,
  orderFilterStates,
  orderStates,
} from '../domain/order.ts';
import { printJobStates } from '../domain/printing/printJob.ts';
import { retentionReasons } from '../domain/retention/retention.ts';
import { shipmentStates } from '../domain/shipment.ts';
import { trackingStates } from '../domain/tracking.ts';
import { approvalIds } from './operators.ts';
import { procedure } from './procedure.ts';

/** One row of the order table: what a packer needs at a glance. */
export const orderRowSchema = z.object({
  id: idSchema,
  orderNo: outputText(200),
  source: open(z.string()),
  shop: outputText(100),
  state: open(z.enum(orderStates)),
  version: versionSchema,
  receiver: partySchema,
  goodsText: freeText(4000),
  quantity: countSchema,
  weightGrams: open(z.number().nullable()),
  carrier: open(z.string()),
  platform: open(z.string()),
  waybillNo: outputText(100),
  shipmentState: open(z.enum(shipmentStates).nullable()),
  printState: open(z.enum(printJobStates).nullable()),
  /** Code of what is wrong now, empty when nothing is, and what fills its words. */
  errorCode: open(z.string()),
  errorParams: failureParams,
  /** Estimated when it was booked, for all its parcels; null: not booked, or not known. */
  freightFen: internal(z.number().int().nullable()),
  /** Why a held order is held, empty when it is not; the note is what the person wrote. */
  holdReason: open(z.enum(['', ...holdReasons])),
  holdNote: freeText(400),
  heldAt: timeOrNull,
  /** Refunded, or changed in a newer file, after it had a number. */
  alarm: open(z.enum(['', ...orderAlarms])),
  /** When the buyer paid, until when it must leave, until when it is promised to arrive, as its file says; null: it does not. */
  paidAt: timeOrNull,
  shipBy: timeOrNull,
  promisedAt: timeOrNull,
  createdAt: timeSchema,
});

export type OrderRow = z.infer<typeof orderRowSchema>;

export const orderFilter = z.object({
  state: open(z.enum([...orderStates, ...orderFilterStates])).optional(),
  holdReason: open(z.enum(holdReasons)).optional(),
  /** Made by this import. */
  importId: idSchema.optional(),
  search: inputText(100).optional(),
  /** The search is a code that was scanned: numbers that begin so, no fragment and no text. */
  isCode: open(z.boolean()).optional(),
  /** With a number got in this time, `to` not included; of a carrier, of a shop. */
  booked: z
    .object({
      from: timeSchema,
      to: timeSchema,
      carrier: shortCode.optional(),
      shop: inputText(100).optional(),
    })
    .optional(),
});

/** Orders a list can be in: those an index of the store gives without reading every order. */
export const orderSorts = ['createdAt', 'orderNo', 'paidAt', 'shipBy'] as const;

const orderSort = z.object({ by: open(z.enum(orderSorts)), isDescending: open(z.boolean()) });

/** What is in an order besides its row. */
export const orderContentSchema = z.object({
  items: z.array(
    z.object({
      name: freeText(500),
      sku: freeText(500),
      skuCode: freeText(200),
      quantity: countSchema,
      isGift: open(z.literal(true)).exactOptional(),
      imageUrl: outputText(2000).exactOptional(),
    }),
  ),
  parcelCount: countSchema,
  codAmountFen: countSchema,
  insuredValueFen: countSchema,
  buyerRemark: freeText(4000),
  sellerRemark: freeText(4000),
  /** How it wants to travel beyond what every order says; empty: as shop, rule or account say. Of the card the last four. */
  wishes: z.object({
    sender: personal('text'),
    product: outputText(40),
    payment: open(z.enum(['', ...paymentKinds])),
    monthlyCard: outputText(30),
    volume: outputText(60),
    returnSlip: freeText(60),
    services: freeText(400),
  }),
  /** What its file says of the sale; empty: nothing. Amounts in yuan, as an edit takes them back. */
  sale: z.object({
    buyer: personal('name'),
    originalNo: outputText(200),
    amount: outputText(30),
    paid: outputText(30),
    payChannel: freeText(100),
    warehouse: freeText(100),
    flag: freeText(100),
    orderedAt: timeOrNull,
    /** The platform’s key to a receiver it hides. */
    oaid: personal('text'),
  }),
});

const orderDetail = orderRowSchema.extend({
  ...orderContentSchema.shape,
  receiverText: personal('text'),
  /** Each parcel of one booking with its own number and label; empty for a single parcel or without a number. */
  parcels: z.array(
    z.object({
      no: countSchema,
      /** Empty: the platform gave no number for it. */
      waybillNo: outputText(100),
      /** Of its last label; null: none was made. */
      printState: open(z.enum(printJobStates).nullable()),
      copies: countSchema,
      trackingState: open(z.enum(['', ...trackingStates])),
    }),
  ),
  /** How `freightFen` was reckoned, or why it is not known; null: not booked. */
  freight: freightSchema.nullable(),
  /** When the carrier means to deliver, as its platform said it; empty: it did not. */
  expectedDate: open(z.string()),
  /** Under which the signed receipt comes back; empty: none was asked for. */
  receiptWaybillNo: outputText(100),
  /** Texts that hold what the booking platform forbids, and how they are sent instead. */
  sentAs: z.array(
    z.object({
      field: open(z.enum(['name', 'detail', 'goods', 'remark'])),
      before: personal('text'),
      after: personal('text'),
    }),
  ),
  complaints: z.array(failureNote),
  /** When it went, the day it goes, or what keeps it; all null: it goes on no day. */
  personalData: z.object({
    erasedAt: timeOrNull,
    goesAt: timeOrNull,
    keptFor: open(z.enum(retentionReasons)).nullable(),
  }),
  history: z.array(
    z.object({
      at: timeSchema,
      kind: open(z.string()),
      code: open(z.string()),
      note: freeText(1000),
      /** Empty: the owner, or the program. */
      operator: outputText(40),
    }),
  ),
});

/** The most orders that one edit changes. */
const maxEdited = 10_000;

const leftOrder = z.object({ orderNo: outputText(200), code: open(z.string()), params: failureParams });

const comparing = ['changeOrders', 'seePersonalData'] as const;

const ordersContract = {
  /**
   * A window of rows, newest first unless asked otherwise, and how many there are in all. A search that may find names takes one
   * of a small budget from whoever sees them masked.
   */
  window: procedure('seeWork')
    .input({ ...windowInput, filter: orderFilter, sort: orderSort.optional() })
    .output(rowsOf(orderRowSchema)),
  /** Ready orders with the very same goods together, most orders first; those alone of their kind come last, under no name. */
  goodsGroups: procedure('seeWork').output({
    groups: z.array(z.object({ goodsText: freeText(4000), orders: countSchema })),
  }),
  /** A window of the same orders in that order. */
  goodsWindow: procedure('seeWork').input(windowInput).output(rowsOf(orderRowSchema)),
  /** How many orders each filter would show. */
  counts: procedure('seeWork')
    .input({ search: inputText(100).optional() })
    .output(z.record(z.string(), countSchema)),
  /** More numbers begin so than are listed: of each kind the last of so many. null: all are. */
  searchLimit: procedure('seeWork')
    .input({ search: inputText(100) })
    .output({ most: countSchema.nullable() }),
  /** A whole budget of searches by name again, for who sees names masked. */
  allowNameSearches: procedure('seeWork').input({ approvalIds }).output({ left: countSchema }),
  detail: procedure('seeWork').input({ orderId: idSchema }).output(orderDetail),
  cancel: procedure('changeOrders')
    .input({ orderId: idSchema, version: versionSchema })
    .output(orderRowSchema),
  hold: procedure('changeOrders')
    .input({
      orderId: idSchema,
      version: versionSchema,
      reason: open(z.enum(holdReasons)).default('other'),
      note: inputText(200).default(''),
    })
    .output(orderRowSchema),
  /** Reason → how many orders are held for it. */
  holdCounts: procedure('seeWork').output(z.record(z.string(), countSchema)),
  release: procedure('changeOrders')
    .input({
      orderId: idSchema,
      version: versionSchema,
      note: inputText(200).default(''),
      /** Of an order held as `booked-before`, and only of such a one. */
      answer: open(z.enum(bookedBeforeAnswers)).optional(),
    })
    .output(orderRowSchema),
  /** The same fields of each of these, as long as nothing of it was sent; queued ones are queued again. Taken back by `correct.undo`. */
  edit: procedure('correctAddresses')
    .input({
      orders: z
        .array(z.object({ orderId: idSchema, version: versionSchema }))
        .min(1)
        .max(maxEdited),
      changes: z.partialRecord(z.enum(editableFields), inputText(2000)),
    })
    .output({
      stepId: idSchema,
      edited: countSchema,
      queuedAgain: countSchema,
      /** Changed, but not back in the queue: they wait for a person. */
      notQueued: z.array(leftOrder),
      /** As they were. */
      refused: z.array(leftOrder),
    }),
};

/*
 * Judging a change means seeing it: a phone that differs in its masked digits would look the same. As in the
 * correct contract, these values are shown in full.
 */
const orderChangeSchema = z.object({
  id: idSchema,
  orderId: idSchema,
  orderNo: outputText(200),
  kind: open(z.enum(orderChangeKinds)),
  state: open(z.enum(orderChangeStates)),
  /** The order has a waybill number or is about to get one: nothing is applied automatically. */
  isAlarm: open(z.boolean()),
  /** What this is, a code of `shared/errors`: says what is wrong and what to do. */
  code: open(z.string()),
  orderState: open(z.enum(orderStates)),
  waybillNo: outputText(100),
  fields: z.array(z.object({ field: open(z.string()), before: fullText(4000), after: fullText(4000) })),
  importId: idSchema,
  file: outputText(4096),
  rowNumber: countSchema,
  /** When it was read. */
  at: timeSchema,
  /** When the file was written: the order may have changed again since. */
  informationAt: timeSchema,
  settledAt: timeOrNull,
});

export type OrderChangeRow = z.infer<typeof orderChangeSchema>;

const changeFilter = z.object({
  state: open(z.enum(orderChangeStates)).optional(),
  kind: open(z.enum(orderChangeKinds)).optional(),
  importId: idSchema.optional(),
  orderId: idSchema.optional(),
});

/** Either the ones named or all pending ones of an import. */
const changeChoice = z.union([
  z.object({ changeIds: z.array(idSchema).min(1).max(500) }),
  z.object({ importId: idSchema }),
]);

const settled = z.object({
  settled: countSchema,
  refused: z.array(
    z.object({
      changeId: idSchema,
      orderNo: outputText(200),
      code: open(z.string()),
      params: failureParams,
    }),
  ),
});

/** What newer files say of orders that are here already. Nothing is applied before a person accepts it. */
const changesContract = {
  list: procedure(comparing)
    .input({ ...windowInput, filter: changeFilter })
    .output(rowsOf(orderChangeSchema)),
  /** Pending changes, and how many of them are alarms. */
  counts: procedure('seeWork').output({ pending: countSchema, alarms: countSchema }),
  /** Applies them; an alarm is refused with what has to be done first. */
  accept: procedure(comparing).input(changeChoice).output(settled),
  /** Keeps the stored order; the same content is not asked about again. */
  reject: procedure(comparing).input(changeChoice).output(settled),
};

const seen = z.object({ orderId: idSchema, version: versionSchema });

/** Goods of the order that go into one parcel: position in `items` of the order's detail, and how many of it. */
const parcel = z.array(z.object({ itemIndex: countSchema, quantity: open(z.number().int().min(1)) })).min(1);

/** Orders of one recipient in one parcel, one order in several. Only before there is a waybill number. */
const mergingContract = {
  /** Groups of ready orders that could travel together; of each at most as many as one parcel is made of. */
  hints: procedure('seeWork')
    .input({ ...windowInput, level: open(z.enum(mergeLevels)) })
    .output({
      total: countSchema,
      groups: z.array(z.object({ id: idSchema, orders: z.array(orderRowSchema) })),
    }),
  /** Makes one order out of them; each keeps its own number for the write-back. */
  merge: procedure('changeOrders')
    .input({ members: z.array(seen).min(2).max(mostMerged) })
    .output(orderRowSchema),
  /** Takes a merge or a split back while nothing of it is booked; the orders that are there again. */
  undo: procedure('changeOrders')
    .input(seen)
    .output({ orders: z.array(orderRowSchema) }),
  /** Makes one order for each parcel; what no parcel names stays together in a last one. */
  split: procedure('changeOrders')
    .input(seen.extend({ parcels: z.array(parcel).min(1).max(50) }))
    .output({ orders: z.array(orderRowSchema) }),
  /** The orders that travel in this one, and the orders this one travels in. Empty when it is on its own. */
  family: procedure('seeWork')
    .input({ orderId: idSchema })
    .output({
      origins: z.array(
        z.object({
          orderId: idSchema,
          orderNo: outputText(200),
          shop: outputText(100),
          goodsText: freeText(4000),
        }),
      ),
      parcels: z.array(orderRowSchema),
      /** Extra parcels of this booked order, and the orders that this one is an extra parcel of. */
      extras: z.array(orderRowSchema),
      extraOf: z.array(orderRowSchema),
    }),
};

export const ordersContracts = { orders: ordersContract, changes: changesContract, merging: mergingContract };
