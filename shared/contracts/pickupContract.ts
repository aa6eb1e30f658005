import { z } from 'zod';
import { pickupKinds, pickupStates } from '../domain/pickup.ts';
import { internal, open } from './fieldClass.ts';
import { procedure } from './procedure.ts';
import { idSchema, timeSchema } from './windowSchema.ts';

/** A courier called for one order. */
const pickupRow = z.object({
  id: idSchema,
  state: open(z.enum(pickupStates)),
  kind: open(z.enum(pickupKinds)),
  orderCode: internal(z.string()),
  accountName: internal(z.string()),
  carrier: open(z.string()),
  /** null: whenever the carrier comes. */
  startAt: open(z.number().int().nullable()),
  endAt: open(z.number().int().nullable()),
  /** Number the platform gave with it; empty: none, or not yet. */
  waybillNo: internal(z.string()),
  costFen: internal(z.number().int().nullable()),
  errorCode: open(z.string()),
  createdAt: timeSchema,
});

export type PickupRow = z.infer<typeof pickupRow>;

/** Couriers called to the door. */
export const pickupContract = {
  /** Newest first. `canCall`: an account's platform sends couriers. */
  ofOrder: procedure
    .input(z.object({ orderId: idSchema }))
    .output(z.object({ pickups: z.array(pickupRow), canCall: open(z.boolean()) })),
  /** Calls one for a booked order. While one is open a second is refused. */
  book: procedure
    .input(
      z.object({
        orderId: idSchema,
        kind: open(z.enum(pickupKinds)),
        window: z.object({ startAt: open(z.number().int()), endAt: open(z.number().int()) }).nullable(),
      }),
    )
    .output(pickupRow),
  cancel: procedure
    .input(z.object({ orderId: idSchema, reason: internal(z.string().max(60)) }))
    .output(pickupRow),
  /** Asks after one whose outcome is not known; never orders anew. */
  ask: procedure.input(z.object({ pickupId: idSchema })).output(pickupRow),
};
