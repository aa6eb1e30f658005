import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { type DoorScope, doorEventTypes, mostOrdersACall } from '../../domain/door.ts';
import { orderStates } from '../../domain/order.ts';
import { givenOrder } from './givenOrder.ts';

/** What the door knows of a procedure besides its schemas; null: any token will do. */
export interface DoorMeta {
  readonly scope: DoorScope | null;
}

const door = oc.$meta<DoorMeta>({ scope: null });
const text = (most: number) => z.string().max(most);
const moment = z.iso.datetime({ offset: true });

const shownOrder = z.object({
  orderNo: z.string(),
  state: z.string(),
  shop: z.string(),
  carrier: z.string(),
  waybillNo: z.string(),
  /** Of each parcel, the first included; those of one booking. */
  waybillNos: z.array(z.string()).default([]),
  platform: z.string(),
  shipmentState: z.string().nullable(),
  printState: z.string().nullable(),
  /** Why it waits or was refused; empty: for no reason. */
  code: z.string(),
  /** Why it is held; empty: it is not. */
  holdReason: z.string().default(''),
  /** Why it must not leave although it has a number; empty: it may. */
  alarm: z.string().default(''),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type ShownOrder = z.input<typeof shownOrder>;

const question = z.object({
  orderNo: z.string(),
  code: z.string(),
  field: z.string(),
  message: z.string(),
  suggestion: z.string(),
});

const orderNo = text(64).min(1);

const orders = {
  add: door
    .meta({ scope: 'orders:write' })
    .route({
      method: 'POST',
      path: '/orders',
      operationId: 'addOrders',
      tags: ['orders'],
      summary: 'Hand over orders',
      description:
        'Validated, merged and asked about exactly as an order file is. The same orders again add nothing; a field that is not listed here is refused. Send an Idempotency-Key to get the same answer to the same call.',
    })
    .input(
      // A field that is not known is refused: an amount to collect under a name of the ERP’s own would be lost without a word.
      z.strictObject({ orders: z.array(givenOrder).min(1).max(mostOrdersACall) }),
    )
    .output(
      z.object({
        imported: z.int(),
        duplicates: z.int(),
        changed: z.int(),
        needsReview: z.int(),
        /** Refused orders, including `skipped` ones. */
        rejected: z.int(),
        /** Cancelled and refunded ones, which are not stored. */
        skipped: z.int().default(0),
        questions: z.array(question),
        orders: z.array(shownOrder),
      }),
    ),
  list: door
    .meta({ scope: 'orders:read' })
    .route({
      method: 'GET',
      path: '/orders',
      operationId: 'listOrders',
      tags: ['orders'],
      summary: 'Orders with their numbers and states, newest first',
    })
    .input(
      z.strictObject({
        state: z.enum(orderStates).optional(),
        orderNo: orderNo.optional().describe('All orders with this number.'),
        bookedFrom: moment
          .optional()
          .describe('Those that got their number from then on, whatever their state is now.'),
        bookedTo: moment.optional().describe('Those that got their number before then.'),
        offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
        limit: z.coerce.number().int().min(1).max(1_000).default(100),
      }),
    )
    .output(z.object({ total: z.int(), orders: z.array(shownOrder) })),
  show: door
    .meta({ scope: 'orders:read' })
    .route({
      method: 'GET',
      path: '/orders/{orderNo}',
      operationId: 'showOrder',
      tags: ['orders'],
      summary: 'One order with its number and state; of several with this number the newest',
    })
    .input(z.strictObject({ orderNo }))
    .output(shownOrder),
};

const labels = {
  show: door
    .meta({ scope: 'labels:read' })
    .route({
      method: 'GET',
      path: '/orders/{orderNo}/label',
      operationId: 'showLabel',
      tags: ['labels'],
      summary: 'The label of a booked order, as PNG or PDF',
      description:
        'For looking at and for archives. Printing stays with ShipDesk, which knows what is on paper.',
    })
    .input(
      z.strictObject({
        orderNo,
        format: z.enum(['png', 'pdf']).default('png'),
        parcel: z.coerce.number().int().min(1).max(300).default(1),
      }),
    )
    .output(z.file()),
};

const tracking = {
  show: door
    .meta({ scope: 'tracking:read' })
    .route({
      method: 'GET',
      path: '/tracking/{waybillNo}',
      operationId: 'showTracking',
      tags: ['tracking'],
      summary: 'What is known of the way of a parcel; asks no platform',
    })
    .input(z.strictObject({ waybillNo: text(64).min(1) }))
    .output(
      z.object({
        waybillNo: z.string(),
        orderNo: z.string(),
        carrier: z.string(),
        state: z.string(),
        exception: z.string(),
        checkedAt: z.iso.datetime().nullable(),
        events: z.array(
          z.object({ time: z.iso.datetime(), text: z.string(), location: z.string(), status: z.string() }),
        ),
      }),
    ),
};

const doorEvent = z.object({
  id: z.string().describe('Number of the event, in the order they happened. The same event keeps it.'),
  at: z.iso.datetime(),
  type: z.enum(doorEventTypes),
  orderNo: z.string().describe('Empty for alarms and for parcels that belong to no order.'),
  waybillNo: z.string(),
  state: z
    .string()
    .describe('Of what it happened to: order, booking, label or parcel; of an alarm how urgent it is.'),
  code: z.string().describe('Why, or the kind of the alarm; empty: for no reason.'),
});
export type DoorEvent = z.infer<typeof doorEvent>;

/** What a webhook is posted. */
const webhookPost = z.object({
  events: z.array(doorEvent).describe('In their order. An event may come more than once, under the same id.'),
  isTest: z.boolean().optional().describe('Somebody tries the webhook; there are no events then.'),
});

const events = {
  follow: door
    .meta({ scope: 'events:read' })
    .route({
      method: 'GET',
      path: '/events',
      operationId: 'followEvents',
      tags: ['events'],
      summary: 'What happens to orders, bookings, labels and parcels, and alarms, as server-sent events',
      description:
        'Begins now, or behind the event named by Last-Event-ID, so that none is missed. Kept for two weeks, from the first token or webhook on that may read events.',
    })
    .input(z.object({}))
    .output(eventIterator(doorEvent)),
};

const status = {
  show: door
    .route({
      method: 'GET',
      path: '/status',
      operationId: 'showStatus',
      tags: ['status'],
      summary: 'Version, and what the token may do',
    })
    .output(
      z.object({
        version: z.string(),
        token: z.object({ name: z.string(), scopes: z.array(z.string()), expiresAt: z.iso.datetime() }),
      }),
    ),
};

/** What a program of the shop’s own may ask over HTTP. The OpenAPI document is made from it. */
export const automation = { status, orders, labels, tracking, events };

/** In words of other programs. */
export const webhookPostSchema = z.toJSONSchema(webhookPost);
