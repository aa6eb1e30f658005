import { z } from 'zod';
import { pickOrders, receiptKinds } from '../domain/receiptKind.ts';
import { internal, open } from './fieldClass.ts';
import { procedure } from './procedure.ts';
import { countSchema, idSchema } from './windowSchema.ts';

const request = z.object({
  kind: open(z.enum(receiptKinds)),
  orderIds: z.array(idSchema).min(1).max(10_000),
  /** 32 on 58 mm paper, 48 on 80 mm paper. */
  columns: open(z.union([z.literal(32), z.literal(48)])),
  /** Only the picking list asks. */
  pickOrder: open(z.enum(pickOrders)),
});

const refused = z.array(z.object({ orderNo: internal(z.string()), code: open(z.string()) }));

/** Papers of a receipt printer. They are no labels: printing one again harms nobody. */
export const receiptsContract = {
  /** The lines as they would be printed, one list a receipt; remarks are the buyer's own words. */
  preview: procedure
    .input(request)
    .output(z.object({ receipts: z.array(z.array(internal(z.string()))), refused })),
  /** `stoppedBy`: code of what ended the run before its last receipt, empty when nothing did. */
  print: procedure
    .input(request.extend({ printerUri: internal(z.string().min(1).max(500)) }))
    .output(z.object({ printed: countSchema, refused, stoppedBy: open(z.string()) })),
};
