import { z } from 'zod';
import { orderStates } from '../domain/order.ts';
import { orderChangeKinds, orderChangeStates } from '../domain/orderChange.ts';
import { internal, open } from './fieldClass.ts';
import { procedure } from './procedure.ts';
import { countSchema, idSchema, timeSchema, windowInput } from './windowSchema.ts';

/*
 * Judging a change means seeing it: a phone that differs in its masked digits would look the same. As in the
 * correct contract, these values are `internal` and shown in full.
 */
export const orderChangeSchema = z.object({
  id: idSchema,
  orderId: idSchema,
  orderNo: internal(z.string()),
  kind: open(z.enum(orderChangeKinds)),
  state: open(z.enum(orderChangeStates)),
  /** The order has a waybill number or is about to get one: nothing is applied by itself. */
  isAlarm: open(z.boolean()),
  /** What this is, a code of `shared/errors`: says what is wrong and what to do. */
  code: open(z.string()),
  orderState: open(z.enum(orderStates)),
  waybillNo: internal(z.string()),
  fields: z.array(
    z.object({ field: open(z.string()), before: internal(z.string()), after: internal(z.string()) }),
  ),
  importId: idSchema,
  file: internal(z.string()),
  rowNumber: countSchema,
  /** When it was read. */
  at: timeSchema,
  /** When the file was written: the order may have changed again since. */
  informationAt: timeSchema,
  settledAt: open(z.number().int().nullable()),
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
      orderNo: internal(z.string()),
      code: open(z.string()),
      params: z.record(z.string(), internal(z.union([z.string(), z.number()]))),
    }),
  ),
});

/** What newer files say of orders that are here already. Nothing is applied before a person accepts it. */
export const changesContract = {
  list: procedure
    .input(z.object({ ...windowInput, filter: changeFilter }))
    .output(z.object({ total: countSchema, rows: z.array(orderChangeSchema) })),
  /** Pending changes, and how many of them are alarms. */
  counts: procedure.output(z.object({ pending: countSchema, alarms: countSchema })),
  /** Applies them; an alarm is refused with what has to be done first. */
  accept: procedure.input(changeChoice).output(settled),
  /** Keeps the stored order; the same content is not asked about again. */
  reject: procedure.input(changeChoice).output(settled),
};
