import { z } from 'zod';
import { printJobStates } from '../domain/printJob.ts';
import { procedure } from './failure.ts';
import { internal, open, personal } from './fieldClass.ts';
import { countSchema, idSchema, timeSchema, versionSchema, windowInput } from './windowSchema.ts';

const printJobRow = z.object({
  id: idSchema,
  orderId: idSchema,
  orderNo: internal(z.string()),
  waybillNo: internal(z.string()),
  carrier: open(z.string()),
  receiverName: personal('name'),
  printerUri: internal(z.string()),
  state: open(z.enum(printJobStates)),
  version: versionSchema,
  copyNo: countSchema,
  reason: internal(z.string()),
  serialNo: countSchema,
  serialTotal: countSchema,
  errorCode: open(z.string()),
  createdAt: timeSchema,
  settledAt: open(z.number().int().nullable()),
});

export type PrintJobRow = z.infer<typeof printJobRow>;

export const printContract = {
  window: procedure
    .input(z.object({ ...windowInput, state: open(z.enum(printJobStates)).optional() }))
    .output(z.object({ total: countSchema, rows: z.array(printJobRow) })),
  counts: procedure.output(z.record(z.string(), countSchema)),
  /** The very bitmap that is printed, one bit a dot, 1 prints, as base64. */
  preview: procedure.input(z.object({ jobId: idSchema })).output(
    z.object({
      widthDots: countSchema,
      heightDots: countSchema,
      bytesPerRow: countSchema,
      bitsBase64: internal(z.string()),
    }),
  ),
  /** First labels only; an order that was or may have been printed is refused with a code. */
  print: procedure
    .input(
      z.object({ orderIds: z.array(idSchema).min(1).max(10_000), printerUri: internal(z.string().max(500)) }),
    )
    .output(
      z.object({
        queued: countSchema,
        refused: z.array(z.object({ orderNo: internal(z.string()), code: open(z.string()) })),
      }),
    ),
  reprint: procedure
    .input(
      z.object({
        orderId: idSchema,
        printerUri: internal(z.string().max(500)),
        reason: internal(z.string().min(2).max(100)),
      }),
    )
    .output(z.object({ jobId: idSchema, copyNo: countSchema })),
  /** A person looked at the printer: did this unsure label come out? */
  resolveUnsure: procedure
    .input(z.object({ jobId: idSchema, version: versionSchema, isPrinted: open(z.boolean()) }))
    .output(printJobRow),
  /** Puts a job that certainly did not print back into the queue. */
  retry: procedure.input(z.object({ jobId: idSchema, version: versionSchema })).output(printJobRow),
};
