import { z } from 'zod';
import { shipmentStates } from '../domain/shipment.ts';
import { internal, open } from './fieldClass.ts';
import { procedure } from './procedure.ts';
import { countSchema, idSchema, timeSchema } from './windowSchema.ts';

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

export const storyContract = {
  /** Every booking of an order, newest first: its order codes form a chain, for none is used twice. */
  ofOrder: procedure
    .input(z.object({ orderId: idSchema }))
    .output(z.object({ shipments: z.array(storyShipment) })),
};
