import { z } from 'zod';
import { bookedBeforeAnswers, holdReasons, orderAlarms, orderStates } from '../domain/order.ts';
import { printJobStates } from '../domain/printJob.ts';
import { shipmentStates } from '../domain/shipment.ts';
import { trackingStates } from '../domain/tracking.ts';
import { internal, open, personal } from './fieldClass.ts';
import { freightSchema } from './freightSchema.ts';
import { partyInput, partySchema } from './partySchema.ts';
import { procedure } from './procedure.ts';
import {
  countSchema,
  failureNote,
  idSchema,
  timeSchema,
  versionSchema,
  windowInput,
} from './windowSchema.ts';

/** One row of the order table: what a packer needs at a glance. */
export const orderRowSchema = z.object({
  id: idSchema,
  orderNo: internal(z.string()),
  source: open(z.string()),
  shop: internal(z.string()),
  state: open(z.enum(orderStates)),
  version: versionSchema,
  receiver: partySchema,
  goodsText: internal(z.string()),
  quantity: countSchema,
  weightGrams: open(z.number().nullable()),
  carrier: open(z.string()),
  platform: open(z.string()),
  waybillNo: internal(z.string()),
  shipmentState: open(z.enum(shipmentStates).nullable()),
  printState: open(z.enum(printJobStates).nullable()),
  /** Code of what is wrong now, empty when nothing is. */
  errorCode: open(z.string()),
  /** Estimated when it was booked, for all its parcels; null: not booked, or not known. */
  freightFen: internal(z.number().int().nullable()),
  /** Why a held order is held, empty when it is not; the note is what the person wrote. */
  holdReason: open(z.enum(['', ...holdReasons])),
  holdNote: internal(z.string()),
  heldAt: open(z.number().int().nullable()),
  /** Refunded, or changed in a newer file, after it had a number. */
  alarm: open(z.enum(['', ...orderAlarms])),
  createdAt: timeSchema,
});

export type OrderRow = z.infer<typeof orderRowSchema>;

/** `unsure` and `failed` are states of the shipment, offered as filters beside those of the order. */
export const orderFilter = z.object({
  state: open(z.enum([...orderStates, 'unsure', 'failed', 'unprinted', 'alarm'])).optional(),
  holdReason: open(z.enum(holdReasons)).optional(),
  search: internal(z.string().max(100)).optional(),
});

/** Orders a list can stand in: those an index of the store gives without reading every order. */
export const orderSorts = ['createdAt', 'orderNo'] as const;

const orderSort = z.object({ by: open(z.enum(orderSorts)), isDescending: open(z.boolean()) });

const orderDetail = orderRowSchema.extend({
  receiverText: personal('text'),
  items: z.array(
    z.object({
      name: internal(z.string()),
      sku: internal(z.string()),
      skuCode: internal(z.string()),
      quantity: countSchema,
    }),
  ),
  parcelCount: countSchema,
  /** Each parcel of one booking with its own number and label; empty for a single parcel or without a number. */
  parcels: z.array(
    z.object({
      no: countSchema,
      /** Empty: the platform gave no number for it. */
      waybillNo: internal(z.string()),
      /** Of its last label; null: none was made. */
      printState: open(z.enum(printJobStates).nullable()),
      copies: countSchema,
      trackingState: open(z.enum(['', ...trackingStates])),
    }),
  ),
  codAmountFen: countSchema,
  insuredValueFen: countSchema,
  buyerRemark: internal(z.string()),
  sellerRemark: internal(z.string()),
  /** How `freightFen` was reckoned, or why it is not known; null: not booked. */
  freight: freightSchema.nullable(),
  /** Texts that hold what the booking platform forbids, and how they are sent instead. */
  sentAs: z.array(
    z.object({
      field: open(z.enum(['name', 'detail', 'goods', 'remark'])),
      before: personal('text'),
      after: personal('text'),
    }),
  ),
  complaints: z.array(failureNote),
  history: z.array(
    z.object({ at: timeSchema, kind: open(z.string()), code: open(z.string()), note: internal(z.string()) }),
  ),
});

export const ordersContract = {
  /** A window of rows, newest first unless asked otherwise, and how many there are in all. */
  window: procedure
    .input(z.object({ ...windowInput, filter: orderFilter, sort: orderSort.optional() }))
    .output(z.object({ total: countSchema, rows: z.array(orderRowSchema) })),
  /** How many orders each filter would show. */
  counts: procedure
    .input(z.object({ search: internal(z.string().max(100)).optional() }))
    .output(z.record(z.string(), countSchema)),
  detail: procedure.input(z.object({ orderId: idSchema })).output(orderDetail),
  cancel: procedure.input(z.object({ orderId: idSchema, version: versionSchema })).output(orderRowSchema),
  hold: procedure
    .input(
      z.object({
        orderId: idSchema,
        version: versionSchema,
        reason: open(z.enum(holdReasons)).default('other'),
        note: internal(z.string().max(200)).default(''),
      }),
    )
    .output(orderRowSchema),
  /** Reason → how many orders are held for it. */
  holdCounts: procedure.output(z.record(z.string(), countSchema)),
  release: procedure
    .input(
      z.object({
        orderId: idSchema,
        version: versionSchema,
        note: internal(z.string().max(200)).default(''),
        /** Of an order held as `booked-before`, and only of such a one. */
        answer: open(z.enum(bookedBeforeAnswers)).optional(),
      }),
    )
    .output(orderRowSchema),
  edit: procedure
    .input(z.object({ orderId: idSchema, version: versionSchema, receiver: partyInput }))
    .output(orderRowSchema),
};
